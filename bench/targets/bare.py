"""The baselines: servers that do nothing but pass messages on. See `bench/baselines/`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from bench.client import packets
from bench.client.crowd import Line
from bench.targets import environments, evening
from bench.targets.process import ROOT, Process, free_port
from bench.targets.target import Group

_BASELINES = ROOT / "bench" / "baselines"
_RUN = "0" * 16


class Bare:
    """`command` is followed by the port, the file of the view that is passed on, and `more`."""

    def __init__(self, name: str, command: Sequence[str], view: Path, more: Sequence[str] = ()) -> None:
        self.name, self._command, self._view, self._more = name, command, view, more
        self.kept: Path | None = None
        self.started_in = 0.0

    def start(self, folder: Path, phones: int, groups: int) -> list[Group]:
        port = free_port()
        command = [*self._command, str(port), str(self._view), *(each.format(folder=folder) for each in self._more)]
        folder.mkdir(parents=True)
        self.kept = folder / "kept.sqlite" if {"each", "group"} & set(self._more) else None
        self.process = Process(command, {"PYTHONUNBUFFERED": "1", "NODE_ENV": "production"}, port)
        hello = packets.form(self.process.door, "GET", "/socket.io/?EIO=4&transport=polling")
        self.started_in = self.process.wait_until_it_answers(hello)
        return [_group(str(number), phones) for number in range(groups)]

    def stop(self) -> None:
        self.process.stop()


def _group(room: str, count: int) -> Group:
    tablet = Line(packets.TABLETS, auth={"room": room})
    phones = [Line(packets.PHONES, auth={"room": room}) for _ in range(count)]

    def tap(number: int) -> bytes:
        return packets.event(packets.TABLETS, "next_step", {"id": f"tap-{number}", "from_step": "the-wave"})

    return Group(tablet, phones, tap, tap, evening.answer, lambda crowd: (b"", lambda: _RUN))


def stock(view: Path, keep: str = "nothing") -> Bare:
    """Flask-SocketIO on eventlet; `keep` is how it stores answers."""
    name = {"nothing": "stock", "each": "naive", "group": "stock"}[keep]
    return Bare(name, [sys.executable, str(_BASELINES / "stock.py")], view, ["eventlet", keep, "{folder}/kept.sqlite"])


def node(view: Path) -> Bare:
    return Bare("node", [environments.node(), str(_BASELINES / "node.mjs")], view)


def floor(view: Path) -> Bare:
    return Bare("floor", [sys.executable, str(_BASELINES / "floor.py")], view)


def gevent(view: Path) -> Bare:
    python = environments.python("gevent")
    return Bare("gevent", [python, str(_BASELINES / "stock.py")], view, ["gevent", "nothing", "{folder}/kept.sqlite"])


def asgi(view: Path) -> Bare:
    return Bare("asgi", [environments.python("asgi"), str(_BASELINES / "asgi.py")], view)
