"""Property 3, *canary*, in the log of a server that runs: all that it prints, and every file that it leaves.

Names and answers are strings of their own, said over real sockets and forms; places of `breaking.py` break, each with
everything it was given in its exception; and what does not fit is sent as well.
"""

import os
import time
import urllib.error
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from threading import Event

from facilitator.operating.backing_up import back_up
from facilitator.privacy.tmpfs import staging_root
from tests.evening.cast import Phone
from tests.privacy.path.as_it_runs import Evening, Server, a_house
from tests.privacy.path.breaking import BREAKS
from tests.privacy.path.outcome import Outcome
from tests.privacy.path.room import K

PATIENCE = 20.0
PEOPLE = 2 * K + 1
BY_SAYING = ("fits", "close_frame", "put", "write_frame")
BY_A_WAVE = ("begin_wave", "seal", "lock", "add", "append", "facilitator_view", "tally_of")


def run(evenings: int, seed: int) -> Outcome:
    return _lived(evenings, seed, BY_A_WAVE)


def caught(seed: int) -> list[str]:
    return _lived(1, seed, ()).wrong


def _lived(evenings: int, seed: int, by_a_wave: tuple[str, ...]) -> Outcome:
    outcome = Outcome("3 canary, in a running server's own log and files", seed)
    chance, secrets = Random(seed), list[str]()  # noqa: S311
    with a_house(breaks=True) as house:
        for _ in range(evenings):
            with house.evening() as evening:
                told = _Evening(evening, house.orders, chance)
                told.live(by_a_wave)
                secrets += told.secrets
                outcome.wrong += told.wrong
        places = _places(house.server, house.folder)
    held = {place for place, content in places.items() if any(one.encode() in content for one in secrets)}
    outcome.wrong += [f"an answer or a name in {place}" for place in sorted(held)]
    outcome.figures = {
        "names and answers looked for": len(secrets),
        "places that broke": evenings * len(BY_SAYING + by_a_wave),
        "lines of the log": house.server.said.count("\n"),
        "bytes searched": sum(map(len, places.values())),
    }
    return outcome


class _Evening:
    """One group. `secrets`: what nobody may find anywhere."""

    def __init__(self, evening: Evening, orders: Path, chance: Random) -> None:
        self.evening, self.orders, self.chance = evening, orders, chance
        self.names = [self._secret("Name") for _ in range(PEOPLE)]
        self.secrets = [*self.names]
        self.wrong: list[str] = []

    def _secret(self, start: str) -> str:
        return start + self.chance.randbytes(8).hex()

    def live(self, by_a_wave: tuple[str, ...]) -> None:
        self.evening.come(*self.names)
        first, *others = self.evening.phones.values()
        for name in self.names:
            with suppress(urllib.error.HTTPError):
                first.browser.post("/join", code=name, name=name)
            with suppress(urllib.error.HTTPError):
                first.browser.get(f"/group/{name}?{name}")
        run_id = self.evening.at("words")
        for place in BY_SAYING:
            with self._breaking(place):
                self._says(first, run_id)
        for phone in (first, *others[: K - 1]):
            self._says_what_does_not_fit(phone, run_id)
            self._says(phone, run_id)
        for place in by_a_wave:
            with self._breaking(place):
                pass
        # What no reader of JSON takes ends the connection; it is sent for what may be told of it.
        line = first.socket.eio.ws
        first.says_without_waiting("answer", {"text": self.secrets[-1] + "\ud800"}, run=run_id)
        first.socket.wait()
        line.shutdown()

    def _says(self, phone: Phone, run_id: str) -> None:
        self.secrets.append(self._secret("canary"))
        phone.outcome(phone.says_without_waiting("answer", {"text": self.secrets[-1]}, run=run_id))

    def _says_what_does_not_fit(self, phone: Phone, run_id: str) -> None:
        self.secrets.append(words := self._secret("canary"))
        for answer in ({"wrong": words}, {"text": words * 90}, words):
            phone.outcome(phone.says_without_waiting("answer", answer, run=run_id))
            phone.outcome(phone.says_without_waiting("answer", answer, run=words))

    @contextmanager
    def _breaking(self, end: str) -> Iterator[None]:
        """Tells the server to break there, and waits until it has."""
        (place,) = [place for place in BREAKS if place.rpartition(".")[2] == end]
        self.orders.write_text(place)
        yield
        until = time.monotonic() + PATIENCE
        while self.orders.read_text() and time.monotonic() < until:
            Event().wait(0.02)
        self.wrong += [f"{place} was never reached"] if self.orders.read_text() else []


def _places(server: Server, folder: Path) -> dict[str, bytes]:
    """What the server has printed, and every file of it, a backup too."""
    back_up(server.data, folder / "data" / "backup.sqlite")
    staging = staging_root(str(server.data.resolve()), os.environ)
    files = [path for place in (server.data, staging) if place for path in place.rglob("*") if path.is_file()]
    return {"the log": server.said.encode(), **{path.name: path.read_bytes() for path in files}}
