"""Property 2, *attackers*: many who see more than anybody in the house can, and none does better than chance.

Each guesses, for every seat of a wave, which words are its. Whoever knows nothing gets one right on average, with a
variance of one: z = (right - waves) / √waves. An attacker who finds nothing to go by falls back to the alphabet.
"""

import json
import sqlite3
from collections.abc import Sequence
from random import Random

from facilitator.live_session import commands as c
from facilitator.privacy.sealed import canonical
from facilitator.storage.database import database_path
from facilitator.storage.fields import _place
from facilitator.storage.tables import sealed_answers
from tests.privacy.attackers import z
from tests.privacy.path.guesses import ATTACKS, Attack, Seen
from tests.privacy.path.outcome import Outcome
from tests.privacy.path.room import Room, room

PEOPLE = tuple(f"Seat{n}" for n in range(10))
FAR = 4.0
RUNS_A_ROOM = 4


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
