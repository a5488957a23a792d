"""Property 2, *attackers*: many who see more than anybody in the house can, and none does better than chance.

Each guesses, for every seat of a wave, which words are its. Whoever knows nothing gets one right on average, with a
variance of one: z = (right - waves) / √waves. An attacker who finds nothing to go by falls back to the alphabet.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from random import Random
from typing import Any

from facilitator.live_session import commands as c
from facilitator.privacy.sealed import canonical
from facilitator.storage.database import database_path
from facilitator.storage.fields import _place
from facilitator.storage.tables import sealed_answers
from tests.privacy.attackers import z
from tests.privacy.path.outcome import Outcome
from tests.privacy.path.room import Room, room

PEOPLE = tuple(f"Seat{n}" for n in range(10))
FAR = 4.0
RUNS_A_ROOM = 4


@dataclass
class Seen:
    """One wave. `seats` and `truth` are in the order in which people spoke; the truth is for the count alone."""

    seats: list[str]
    joined: list[str]
    truth: list[str]
    rows: list[tuple[str, str, int]] = field(default_factory=list)
    """(id, words, length of the locked value) in the order in which the store gives its rows."""
    more: dict[str, Any] = field(default_factory=dict)
    """words → what else stands with the answer."""
    tablet: list[str] = field(default_factory=list)
    cards: list[tuple[str, str]] = field(default_factory=list)
    store: bytes = b""
    wal: bytes = b""
    backup: bytes = b""
    bodies: dict[str, bytes] = field(default_factory=dict)
    lines: list[list[str]] = field(default_factory=list)
    """What was logged with each who spoke."""
    beats: list[tuple[Any, ...]] = field(default_factory=list)
    """After each who spoke: how many views were sent, the newest beat and version, and every count we keep."""
    tables: str = ""
    key_id: str = ""
    export: list[str] = field(default_factory=list)
    frames: list[int] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        return sorted(self.truth)


Guess = list[str]
Attack = Callable[[Seen], Guess]


def _filled(found: Sequence[str], seen: Seen) -> Guess:
    """These in this order, then by the alphabet whatever was not found."""
    known = [words for words in dict.fromkeys(found) if words in seen.truth]
    return known + [words for words in seen.words if words not in known]


def _by(rank: Callable[[tuple[str, str, int]], Any]) -> Attack:
    return lambda seen: _filled([row[1] for row in sorted(seen.rows, key=rank)], seen)


def by_rows(seen: Seen) -> Guess:
    return _filled([words for _, words, _ in seen.rows], seen)


def by_rows_backwards(seen: Seen) -> Guess:
    return by_rows(seen)[::-1]


by_ids = _by(lambda row: row[0])


def by_slots_of_the_seat(seen: Seen) -> Guess:
    """Ids in the order of the seats' own hashes."""
    ranks = sorted(range(len(seen.seats)), key=lambda at: sha256(seen.seats[at].encode()).hexdigest())
    found = by_ids(seen)
    return [found[ranks.index(at)] for at in range(len(ranks))]


def by_key_id(seen: Seen) -> Guess:
    """Ids made from the key's id and the seat."""
    ranks = sorted(range(len(seen.seats)), key=lambda at: sha256(f"{seen.key_id}{seen.seats[at]}".encode()).hexdigest())
    found = by_ids(seen)
    return [found[ranks.index(at)] for at in range(len(ranks))]


def by_joining(seen: Seen) -> Guess:
    """Rows in the order in which people came into the room."""
    found = by_rows(seen)
    order = sorted(seen.seats, key=seen.joined.index)
    return [found[order.index(seat)] for seat in seen.seats]


def _offsets(image: bytes, seen: Seen) -> Guess:
    where = {words: image.find(body) for words, body in seen.bodies.items()}
    return _filled(sorted((words for words in where if where[words] >= 0), key=lambda words: -where[words]), seen)


def by_place_in_file(seen: Seen) -> Guess:
    """SQLite fills a page from its end: what was written first lies last."""
    return _offsets(seen.store, seen)


def by_place_in_log(seen: Seen) -> Guess:
    return _offsets(seen.wal, seen)


def by_place_in_backup(seen: Seen) -> Guess:
    return _offsets(seen.backup, seen)


def by_waiting(seen: Seen) -> Guess:
    """The order of the cards on the tablet."""
    return _filled(seen.tablet, seen)


def by_card_ids(seen: Seen) -> Guess:
    return _filled([words for _, words in sorted(seen.cards)], seen)


def by_export(seen: Seen) -> Guess:
    return _filled(seen.export, seen)


def by_what_stands_beside(seen: Seen) -> Guess:
    """A time or number that was stored with the answer."""
    found = sorted(seen.words, key=lambda words: str(seen.more.get(words, "")))
    return _filled(found, seen)


def by_a_name_that_stands_beside(seen: Seen) -> Guess:
    """A seat's hash that was stored with the answer."""
    marks = {sha256(seat.encode()).hexdigest()[:8]: seat for seat in seen.seats}
    of_seat = {marks[str(mark)]: words for words, mark in seen.more.items() if str(mark) in marks}
    left = [words for words in seen.words if words not in of_seat.values()]
    return [of_seat[seat] if seat in of_seat else left.pop(0) for seat in seen.seats]


def by_lines(seen: Seen) -> Guess:
    """Words in what was logged while somebody spoke."""
    said = ["".join(lines) for lines in seen.lines]
    found = [next((words for words in seen.words if words in line), "") for line in said]
    left = [words for words in seen.words if words not in found]
    return [words or left.pop(0) for words in found]


def _by_measure(measures: list[float], seen: Seen) -> Guess:
    """Who made more of something move has the longer words."""
    longest = sorted(seen.words, key=lambda words: (len(words), words))
    ranks = sorted(range(len(measures)), key=lambda at: measures[at])
    return [longest[ranks.index(at)] for at in range(len(measures))]


def by_numbers_in_lines(seen: Seen) -> Guess:
    return _by_measure([sum(map(int, re.findall(r"\b\d{1,4}\b", "".join(one)))) for one in seen.lines], seen)


def by_counts(seen: Seen) -> Guess:
    """Metrics, beats, versions, numbers of views sent: what an answer made of them."""
    return _by_measure([float(sum(counts)) for counts in seen.beats], seen)


def by_frames(seen: Seen) -> Guess:
    """How long the files of staging are."""
    return _by_measure([float(size) for size in seen.frames], seen)


def by_lengths_at_rest(seen: Seen) -> Guess:
    """The longest locked value against who had the longest frame."""
    longest = [row[1] for row in sorted(seen.rows, key=lambda row: row[2])]
    ranks = sorted(range(len(seen.frames)), key=lambda at: seen.frames[at])
    found = _filled(longest, seen)
    return [found[ranks.index(at)] for at in range(len(ranks))]


def by_other_tables(seen: Seen) -> Guess:
    """Words anywhere else in the store (events, commands, audit, jottings), in the order in which they stand."""
    return _filled(sorted((w for w in seen.words if w in seen.tables), key=seen.tables.find), seen)


def by_known_shuffle(seen: Seen) -> Guess:
    places = list(range(len(seen.truth)))
    Random(0).shuffle(places)  # noqa: S311
    rows = by_waiting(seen)
    return [rows[places.index(at)] for at in range(len(rows))]


ATTACKS: dict[str, Attack] = {
    name.removeprefix("by_").replace("_", " "): attack
    for name, attack in list(globals().items())
    if name.startswith("by_")
}


def run(waves: int, seed: int) -> Outcome:
    """At least so many waves of separate seats, each attacked by all."""
    outcome = Outcome("2 attackers", seed)
    seen = watched(waves, seed)
    scores = {name: score(attack, seen) for name, attack in ATTACKS.items()}
    far = {name: value for name, value in scores.items() if abs(value) >= FAR}
    outcome.wrong = [f"{name}: z = {value:.2f}" for name, value in far.items()]
    outcome.figures = {"waves": len(seen), "attackers": len(ATTACKS)} | {n: f"{v:+.2f}" for n, v in scores.items()}
    return outcome


def caught(seed: int) -> list[str]:
    """Who does better than chance, over a few waves: for a planted leak."""
    seen = watched(16, seed)
    return [name for name, attack in ATTACKS.items() if abs(score(attack, seen)) >= FAR]


def score(attack: Attack, seen: Sequence[Seen]) -> float:
    return z([sum(map(str.__eq__, attack(one), one.truth)) for one in seen])


def watched(waves: int, seed: int) -> list[Seen]:
    seen: list[Seen] = []
    while len(seen) < waves:
        seed += 1
        with room(seed) as here:
            seen += _a_room(here, Random(seed))  # noqa: S311
    return seen


def _a_room(here: Room, chance: Random) -> list[Seen]:
    here.group(PEOPLE)
    here.at("b1/words")
    seen: list[Seen] = []
    for number in range(RUNS_A_ROOM):
        if number:
            here.asks_again()
        people = chance.sample(PEOPLE, len(PEOPLE))
        for names, last in ((people[:4], False), (people[4:], True)):
            seen.append(_a_wave(here, names, chance, last=last))
    _look_at_the_export(here, seen)
    return seen


def _a_wave(here: Room, names: Sequence[str], chance: Random, *, last: bool) -> Seen:
    words = ["w" + chance.randbytes(chance.randint(3, 30)).hex() for _ in names]
    seen = Seen([here.seats[name] for name in names], list(here.seats.values()), words)
    seen.key_id = here.room.facts.of(here.run_id).key_id or ""
    before = {row[0] for row in _rows(here)}
    for name, said in zip(names, words, strict=True):
        _speaks(here, name, said, seen)
    seen.frames = _frames(here, seen)
    if last:
        here.does(c.CloseActivity(here.run_id))
        here.clock.now += 9_000
        here.wait(1)
        seen.wal = here.wal
        here.wait(1)
    else:
        here.tick_for_waves()
        seen.wal = here.wal
    _look_at_the_store(here, seen, before)
    _look_at_the_room(here, seen)
    return seen


def _speaks(here: Room, name: str, said: str, seen: Seen) -> None:
    lines, before = len(here.lines.said), _counts(here)
    assert here.gives(name, {"text": said}).last == "done"
    seen.lines.append(here.lines.said[lines:])
    seen.beats.append(tuple(now - then for now, then in zip(_counts(here), before, strict=True)))


def _counts(here: Room) -> tuple[int, ...]:
    facts = here.room.facts
    return len(here.sockets.sent), facts.beat, here.room.state.version, here.broadcast.coalesced, len(here.room.done)


def _frames(here: Room, seen: Seen) -> list[int]:
    from facilitator.privacy.sealed import slot

    staging = here.room.sealed[here.run_id]._staging
    return [len(staging.frames.get(slot(staging.key, seat), b"")) for seat in seen.seats]


def _rows(here: Room) -> list[tuple[str, bytes]]:
    with sqlite3.connect(database_path(here.store.data)) as db:
        wanted = (here.room.id, here.run_id)
        return db.execute("select id, body from sealed_answers where live_session = ? and run = ?", wanted).fetchall()


def _look_at_the_store(here: Room, seen: Seen, before: set[str]) -> None:
    seen.store, seen.backup = here.store.path.read_bytes(), here.backup()
    for name, body in _rows(here):
        if name in before:
            continue
        answer = json.loads(here.store.locks.open(_place(sealed_answers.c.body, (name,)), body))  # type: ignore[arg-type]
        seen.rows.append((name, answer["text"], len(body)))
        seen.bodies[answer["text"]] = body[:200]
        seen.more[answer["text"]] = answer.get("more", canonical(dict.fromkeys(answer, 0)))
    with sqlite3.connect(database_path(here.store.data)) as db:
        tables = ("commands", "events", "audit_entries", "jottings", "living_states")
        seen.tables = "".join(str(db.execute(f"select * from {table}").fetchall()) for table in tables)  # noqa: S608


def _look_at_the_room(here: Room, seen: Seen) -> None:
    seen.tablet = [card["text"] for card in here.cards if card["text"] in seen.truth]
    for card in [card for card in here.cards if card["text"] in seen.truth]:
        here.does(c.ShowResponse(card["id"]))
    here.does(c.Reveal())
    wall = [view for to, what, view in here.sockets.sent if what == "view" and ":display:" in to][-1]
    seen.cards = [(card["id"], card["text"]) for card in wall["cards"] if card["text"] in seen.truth]
    here.sockets.sent[:-20] = []


def _look_at_the_export(here: Room, seen: Sequence[Seen]) -> None:
    export = here.ends()
    shown = [words for one in json.loads(export)["shown"] for words in one["words"]]
    for one in seen:
        one.export = [words for words in shown if words in one.truth]
