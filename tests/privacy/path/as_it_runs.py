"""Evenings on a server that runs as it does in a clinic: a process of its own, real sockets, its own clock and log."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import ROOT
from tests.evening.cast import Browser, Phone, Tablet
from tests.evening.conftest import opened, signed_in
from tests.evening.server import LiveServer
from tests.privacy.path.mistakes_as_it_runs import ORDERS
from tests.privacy.path.room import K, module


class Server(LiveServer):
    """`facilitator run`, with whatever mistake is planted meanwhile."""

    program = "tests.privacy.path.leaking"


@dataclass
class House:
    """A server, and whoever leads there."""

    server: Server
    staff: Browser
    folder: Path
    orders: Path

    @contextmanager
    def evening(self) -> "Iterator[Evening]":
        live_session = opened(self.staff, ("01-unsaid",), curriculum="evenings")
        evening = Evening(self.server, Tablet(self.staff, live_session))
        try:
            yield evening
        finally:
            for screen in (evening.tablet, *evening.phones.values()):
                screen.disconnect()


@dataclass
class Evening:
    """A group that is in the module of `room.py`."""

    server: Server
    tablet: Tablet
    phones: dict[str, Phone] = field(default_factory=dict)

    @property
    def way_in(self) -> str:
        return str(self.tablet.view["join"]["url"])

    def come(self, *names: str) -> None:
        secret = self.way_in.partition("#s=")[2]
        self.phones |= {name: Phone(self.server.address, name, secret=secret) for name in names}

    def at(self, step: str) -> str:
        """The run that is open there."""
        if self.tablet.view["phase"] != "running":
            self.tablet.begin()
        self.tablet.goes_to(f"/{step}")
        view = self.tablet.sees(
            lambda view: any(run["activity"]["step"] == view["step"] and run["activity"]["phase"] == "open"
                             for run in view["runs"])
        )  # fmt: skip
        return next(run["activity"]["run"] for run in view["runs"] if run["activity"]["step"] == view["step"])


@contextmanager
def a_house(*, breaks: bool = False, **environ: str) -> Iterator[House]:
    """A server over a fresh folder, both gone afterwards. `breaks`: it breaks where the file of orders says."""
    with tempfile.TemporaryDirectory(prefix="facilitator-privacy-") as name:
        folder = Path(name)
        (folder / "curricula" / "evenings").mkdir(parents=True)
        (folder / "curricula" / "evenings" / "curriculum.md").write_text("---\ntitle: E\nlanguage: en\n---\n\nSome.\n")
        (folder / "curricula" / "evenings" / "01-unsaid.md").write_text(module())
        for needed in ("agreement.md", "concern.md"):
            (folder / "curricula" / needed).write_bytes((ROOT / "curricula" / needed).read_bytes())
        environ |= {"FACILITATOR_K": str(K), "FACILITATOR_CURRICULA": str(folder / "curricula")}
        orders = folder / "orders"
        orders.write_text("")
        server = Server(folder / "data", **environ, **({ORDERS: str(orders)} if breaks else {}))
        try:
            server.start()
            yield House(server, signed_in(server), folder, orders)
        finally:
            server.stop()
