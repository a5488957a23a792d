"""Property 3, *canary*: every answer and name is a string of its own; after an evening in which each handler broke
once, no artefact holds an answer in clear, nor a name, and no log line holds either. Locked values have one size.
"""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from random import Random
from typing import Any

from facilitator.conducting.answering import Say
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.storage.database import database_path
from tests.conducting.process import Told
from tests.privacy.path.breaking import BREAKS, Broken, breaking_once
from tests.privacy.path.outcome import Outcome
from tests.privacy.path.room import Room, room


def run(evenings: int, seed: int) -> Outcome:
    outcome = Outcome("3 canary", seed)
    searched = 0
    for number in range(evenings):
        found, size = search(seed + number)
        searched += size
        outcome.wrong += [f"seed {seed + number}: {one}" for one in found]
    outcome.figures = {"evenings": evenings, "places that broke": len(BREAKS), "bytes searched": searched}
    return outcome


def search(seed: int) -> tuple[list[str], int]:
    """(What was found where it must not be, bytes searched)."""
    chance = Random(seed)  # noqa: S311
    names = [f"Name{chance.randbytes(8).hex()}" for _ in range(9)]
    words = {name: _words(chance) for name in names}
    with room(seed) as here:
        here.group(names)
        here.at("b1/words")
        _everything_breaks(here, names, words)
        before = _places(here)
        here.tick_for_waves()
        here.seals()
        _shows_one(here)
        sizes = _sizes(here)
        during = _places(here)
        here.ends()
        after = {**_places(here), "the database": here.file()}
    places = [(place, content) for held in (before, during, after) for place, content in held.items()]
    answers = [start + words[name].encode()[:12] for name in names for start in (b"", b"second")]
    found = [f"an answer in {place}" for place, content in places if any(one in content for one in answers)]
    found += [f"a name in {place}" for place, content in places if any(name.encode() in content for name in names)]
    found += [f"locked answers of {len(sizes)} lengths"] if len(sizes) > 1 else []
    return sorted(set(found)), sum(len(content) for _, content in places)


def _words(chance: Random) -> str:
    """Short, long, and long with accents, which are more bytes than signs."""
    return f"canary{chance.randbytes(chance.choice((4, 40, 300))).hex()}" + "ñ" * chance.choice((0, 0, 350))


def _everything_breaks(here: Room, names: list[str], words: dict[str, str]) -> None:
    for number, place in enumerate(BREAKS, 1):
        with breaking_once(place):
            for name in names[:4]:
                _tries(partial(here.gives, name, {"text": "second" + words[name]}, number))
            _tries(lambda: here.wait(5))
    for name in names:
        _tries(partial(here.gives, name, {"text": words[name]}, 100))
        _tries(partial(here.gives, name, {"wrong": words[name]}, 101))
        _tries(partial(here.gives, name, {"text": words[name] * 9}, 101))
        _tries(partial(here.gives, name, {"text": words[name] + "\ud800"}, 101))
        _tries(partial(here.say, here.seats[name], Say("r9", "answer", 1, {"text": words[name]})))


def _tries(do: Callable[[], Any]) -> Told | None:
    with suppress(Refused, Broken):
        return do()  # type: ignore[no-any-return]
    return None


def _shows_one(here: Room) -> None:
    if here.cards:
        here.does(c.ShowResponse(here.cards[0]["id"]))
        here.does(c.Reveal())


def _places(here: Room) -> dict[str, bytes]:
    staging = [path.read_bytes() for path in here.staging.rglob("*") if path.is_file()] if here.staging else []
    return {
        "the database file": here.store.path.read_bytes(),
        "the write-ahead log": here.wal,
        "a backup": here.backup(),
        "the log lines": "\n".join(here.lines.said).encode(errors="replace"),
        "staging": b"".join(staging),
    }


def _sizes(here: Room) -> set[int]:
    with sqlite3.connect(database_path(here.store.data)) as db:
        return {row[0] for row in db.execute("select length(body) from sealed_answers")}
