"""Property 1, *swap*: exchange who said what within each wave, and the order in which it came: not a byte differs.

Compared: the database file, two backups, the export, the audit log, every log line, and every view that was sent.
"""

import json
from collections.abc import Sequence
from random import Random
from typing import Any

from facilitator.live_session import commands as c
from facilitator.storage import audit_log
from tests.privacy.path.outcome import Outcome
from tests.privacy.path.room import Room, room

PEOPLE = ("Ana", "Ben", "Chris", "Dee", "Eli", "Six", "Seven", "Eight", "Nine")
WAVES = (PEOPLE[:4], PEOPLE[4:])
Said = dict[str, object]
"""Who says what in the end; None is a pass."""


def run(evenings: int, seed: int) -> Outcome:
    """`evenings` pairs of evenings that differ in who said what, and in the order of arrival, alone."""
    outcome = Outcome("1 swap", seed)
    for number in range(seed, seed + evenings):
        told = differences(number)
        if told:
            outcome.wrong.append(f"seed {number}: {', '.join(told)} differ")
    outcome.figures = {"pairs of evenings": evenings, "artefacts each": len(_artefacts(seed, {}, Random(0)))}  # noqa: S311
    return outcome


def differences(seed: int) -> list[str]:
    """Which artefacts of two such evenings differ."""
    chance = Random(seed)  # noqa: S311
    said = _said(chance)
    one, other = _artefacts(seed, said, Random(seed + 1)), _artefacts(seed, _exchanged(said, chance), Random(seed + 2))  # noqa: S311
    return [name for name in one if one[name] != other[name]]


def _said(chance: Random) -> Said:
    words = [{"text": f"{chance.randbytes(chance.randint(1, 40)).hex()}"} for _ in PEOPLE]
    said: Said = dict(zip(PEOPLE, words, strict=True))
    for wave in WAVES:
        if chance.random() < 0.5:
            said[chance.choice(wave)] = None
    return said


def _exchanged(said: Said, chance: Random) -> Said:
    """Within each wave everybody says what another says, or two people alone change places."""
    other = dict(said)
    for wave in WAVES:
        takers = chance.sample(wave, chance.choice((2, len(wave))))
        for taker, giver in zip(takers, takers[1:] + takers[:1], strict=True):
            other[taker] = said[giver]
    return other


def _artefacts(seed: int, said: Said, order: Random) -> dict[str, Any]:
    with room(seed) as here:
        here.group(PEOPLE)
        here.at("b1/words")
        _a_wave(here, WAVES[0], said, order)
        here.tick_for_waves()
        middle = here.backup()
        _a_wave(here, WAVES[1], said, order)
        here.seals()
        _shows(here)
        export, end = here.ends(), here.backup()
        with here.store.reading() as conn:
            audit = audit_log.read(conn, audit_log.Wanted(), most=10_000)
        sent = json.dumps([_without_keys(view) for _, _, view in here.sockets.sent])
        return {
            "a backup between": middle,
            "the last backup": end,
            "the export": export,
            "the audit log": audit,
            "the log": here.lines.said,
            "the views": sent,
            "the database": here.file(),
        }


def _a_wave(here: Room, people: Sequence[str], said: Said, order: Random) -> None:
    """Some change their mind; what they said first does not count."""
    turns = [name for name in people for _ in range(2)]
    order.shuffle(turns)
    revisions = dict.fromkeys(people, 0)
    for name in turns:
        revisions[name] += 1
        first = revisions[name] == 1
        here.gives(name, {"text": "First thoughts."} if first else said.get(name), revisions[name])


def _shows(here: Room) -> None:
    for card in here.cards[:K_SHOWN]:
        here.does(c.ShowResponse(card["id"]))
    if here.cards:
        here.does(c.Reveal())


K_SHOWN = 4


def _without_keys(view: Any) -> str:
    """Key ids are random and say nothing; they are not seeded, so they are left out."""
    told = json.loads(json.dumps(view))
    for shape in [told.get("activity"), told.get("lingering"), *(run["activity"] for run in told.get("runs", []))]:
        if shape:
            shape["key_id"] = None
    return json.dumps(told, sort_keys=True)
