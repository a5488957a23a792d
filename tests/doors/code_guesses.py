"""Somebody elsewhere tries join codes for a whole evening, from ten thousand addresses: each code once, and again where
they were told to wait. Meanwhile forty phones behind one address of the clinic come in by typing the right code.

The real way in, over a real store, with its clock in our hands. Where a guess comes from does not matter to the guard,
unless it is where staff lead from; so the many addresses are those of places from which nobody leads.
"""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sqlalchemy import Connection

from facilitator import places
from facilitator.errors import Refused
from facilitator.people import groups, staff
from facilitator.people.join_codes import CODE_LENGTH, LETTERS
from facilitator.people.join_guesses import place_of
from facilitator.storage.database import Store, open_store
from tests.conducting.process import NOW, Process
from tests.privacy.path.outcome import Outcome

EVENING_MS = 4 * 60 * 60_000
PHONES = 40
CLINIC = {"REMOTE_ADDR": "203.0.113.7"}
ADDRESSES = 10_000
CODES = len(LETTERS) ** CODE_LENGTH


@dataclass
class Seen:
    """`waits`: how long each phone of the clinic waited, in ms."""

    guesses: int = 0
    looked_up: int = 0
    knocked: int = 0
    waits: list[int] = field(default_factory=list)


def run(guesses: int, seed: int) -> Outcome:
    """So many tries within four hours."""
    outcome, chance = Outcome("guesses of join codes", seed), Random(seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder, closing(open_store(Path(folder, "data"))) as store:
        process = _evening(store, Path(folder))
        seen = _attacked(process, guesses, chance)
        admitted = [seat for seat in process.room.state.seats.values() if seat.admission == "admitted"]
    expected = seen.looked_up / CODES
    outcome.figures |= {
        "tries": seen.guesses,
        "from addresses": ADDRESSES,
        "of them looked up": seen.looked_up,
        "codes there are": CODES,
        "codes found (expected by chance)": f"{seen.knocked} ({expected:.4f})",
        "admitted": len(admitted),
        "phones of the clinic that came in meanwhile": len(seen.waits),
        "longest wait of one of them, ms": max(seen.waits),
    }
    if admitted:
        outcome.wrong.append(f"{len(admitted)} came in without staff")
    if max(seen.waits) or len(seen.waits) != PHONES:
        outcome.wrong.append(f"phones of the clinic waited: {seen.waits}")
    # Forty at first, then one in five seconds.
    if seen.looked_up > 60 + EVENING_MS // 5_000:
        outcome.wrong.append(f"{seen.looked_up} codes were looked up")
    return outcome


def _evening(store: Store, folder: Path) -> Process:
    process = Process(store, places.curricula(), folder / "staging")
    (folder / "staging").mkdir()

    def people(conn: Connection) -> None:
        staff.add(conn, "okoye", sign_in_name="okoye", name="Dr. Okoye", password_hash="-", at=NOW)
        groups.add(conn, "thursday", owner="okoye", name="Thursday evening", at=NOW)

    process.writer.wait(people)
    process.open("iop-foundations/01-check-in")
    process.joining.guesses.led_from(place_of(CLINIC), process.room.id)
    return process


def _attacked(process: Process, guesses: int, chance: Random) -> Seen:
    seen, code = Seen(), process.room.facts.join["code"]
    began, typed = process.clock.now, _each_code_once(chance)
    comes = sorted(chance.randrange(guesses) for _ in range(PHONES))
    elsewhere = [place_of({"REMOTE_ADDR": f"198.51.{n // 250}.{n % 250}"}) for n in range(ADDRESSES)]
    guess = next(typed)
    for number in range(guesses):
        process.clock.now = began + number * EVENING_MS // guesses
        while comes and comes[0] == number:
            comes.pop(0)
            seen.waits.append(_comes_in(process, code, chance))
        seen.guesses += 1
        try:
            process.joining.with_code(guess, "Mallory", "en", elsewhere[number % ADDRESSES])
            seen.knocked += 1
        except Refused as no:
            if no.why == "slow_down":
                continue
        seen.looked_up += 1
        guess = next(typed)
    return seen


def _each_code_once(chance: Random) -> Iterator[str]:
    """In an order without a pattern: a step that shares no factor with their number goes round all of them."""
    at, step = chance.randrange(CODES), 7 * chance.randrange(1, 10_000) + 1
    while step % len(LETTERS) == 0:
        step += 1
    for _ in range(CODES):
        at, rest, letters = (at + step) % CODES, (at + step) % CODES, ""
        for _ in range(CODE_LENGTH):
            rest, letter = divmod(rest, len(LETTERS))
            letters += LETTERS[letter]
        yield letters


def _comes_in(process: Process, code: str, chance: Random) -> int:
    """How long a phone behind the clinic's address waits. It mistypes one letter first, as people do."""
    began = process.clock.now
    place = chance.randrange(CODE_LENGTH)
    mistyped = code[:place] + chance.choice(LETTERS.replace(code[place], "")) + code[place + 1 :]
    for typed in (mistyped, code):
        try:
            process.joining.with_code(typed, "Ana", "en", place_of(CLINIC))
        except Refused as no:
            if no.why == "slow_down":
                return 1_000
    return process.clock.now - began
