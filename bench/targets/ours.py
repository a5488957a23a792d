"""The product, on a copy of a clinic whose groups have come together."""

import shutil
from collections.abc import Callable
from pathlib import Path

from bench.client import packets
from bench.client.crowd import Crowd, Line
from bench.targets import evening
from bench.targets.clinic import Clinics
from bench.targets.process import Process
from bench.targets.product import start
from bench.targets.target import Group


class Ours:
    """`module`: what is run; a variant of the server starts by another module."""

    process: Process

    def __init__(self, clinics: Clinics, name: str = "ours", module: str = "facilitator") -> None:
        self.name, self._clinics, self._module = name, clinics, module
        self.started_in = 0.0
        self.kept: Path | None = None

    def start(self, folder: Path, phones: int, groups: int) -> list[Group]:
        clinic = self._clinics.of(phones, groups)
        shutil.copytree(clinic.folder, folder)
        self.kept = folder / "data" / "facilitator.sqlite" if self._module == "facilitator" else None
        self.process, self.started_in = start(folder, self._module)
        return [
            _group(clinic.cookie, session, clinic.tickets[place * phones : (place + 1) * phones], clinic.steps)
            for place, session in enumerate(clinic.sessions)
        ]

    def stop(self) -> None:
        self.process.stop()


def _group(cookie: str, session: str, tickets: list[str], steps: list[str]) -> Group:
    tablet = Line(packets.TABLETS, cookie, {"live_session": session, "language": "en"})
    phones = [Line(packets.PHONES, ticket, {"language": "en"}) for ticket in tickets]
    first, second, question = steps

    def tap(number: int) -> bytes:
        name, here = ("next_step", first) if number % 2 == 0 else ("back_step", second)
        return packets.event(packets.TABLETS, name, {"id": f"tap-{number}", "from_step": here})

    def extend(number: int) -> bytes:
        more = {"id": f"extend-{number}", "step": question, "minutes": 1}
        return packets.event(packets.TABLETS, "extend_timer", more)

    def question_on(crowd: Crowd) -> tuple[bytes, Callable[[], str]]:
        while (view := packets.content(tablet.last["view"]))["version"] < crowd.newest(phones[0])["version"]:
            crowd.pump(1)
        go = {"id": "to-the-question", "from_step": view["step"], "step": question}
        run = lambda: str(crowd.newest(phones[0])["activity"]["run"])  # noqa: E731
        return packets.event(packets.TABLETS, "go_to_step", go), run

    return Group(tablet, phones, tap, extend, evening.answer, question_on)
