"""The product, as a clinic runs it: accounts, plans, live sessions, seats and tickets are made over its own pages."""

import itertools
import re
import sys
import urllib.parse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.client import packets
from bench.client.crowd import Crowd, Line
from bench.client.forms import cookies_of, send_all
from bench.targets import evening
from bench.targets.process import Process, free_port
from bench.targets.target import Group

_CAST = ("Ana", "Ben", "Chris", "Dee", "Eli")
_PASSWORD = "a long enough password"  # noqa: S105 - of a server that lives for seconds
_AT_ONCE = 32
MEASURED = {
    "HOST": "127.0.0.1",
    "FACILITATOR_ASYNC_MODE": "eventlet",
    "FACILITATOR_TIME_ZONE": "UTC",
    "PYTHONUNBUFFERED": "1",
    # One tablet taps here as fast as a hundred would. The limit is looked at all the same, with each message.
    "FACILITATOR_SEAT_RATE": "1000000",
}


class Ours:
    """`module`: what is run; a variant of the server starts by another module."""

    def __init__(self, name: str = "ours", module: str = "facilitator") -> None:
        self.name, self._module = name, module
        self._cookie = ""
        self.started_in = 0.0
        self.kept: Path | None = None

    def start(self, folder: Path) -> None:
        evening.write(folder / "curricula")
        self.kept = folder / "data" / "facilitator.sqlite" if self._module == "facilitator" else None
        port = free_port()
        environ = {
            **MEASURED,
            "PORT": str(port),
            "FACILITATOR_DATA": str(folder / "data"),
            "FACILITATOR_CURRICULA": str(folder / "curricula"),
        }
        self.process = Process([sys.executable, "-m", self._module, "run"], environ, port)
        first_page = packets.form(self.process.door, "GET", "/", "", "")
        self.started_in = self.process.wait_until_it_answers(first_page)
        self._sign_in()

    def _sign_in(self) -> None:
        link = urllib.parse.urlsplit(self.process.wait_for_word(r"(http\S+/staff/first/\S+)"))
        account = {"sign_in_name": "okoye", "name": "Dr. Okoye", "password": _PASSWORD, "again": _PASSWORD}
        self._cookie = cookies_of(self._post([(link.path, account)])[0])

    def _post(self, forms: Sequence[tuple[str, dict[str, str]]]) -> list[bytes]:
        requests = [
            packets.form(self.process.door, "POST", path, self._cookie, urllib.parse.urlencode(fields))
            for path, fields in forms
        ]
        return send_all(self.process.door, requests, _AT_ONCE)

    def gather(self, phones: int, groups: int = 1) -> list[Group]:
        sessions = self._open_sessions(groups)
        tablets = [Line(packets.TABLETS, self._cookie, {"live_session": each, "language": "en"}) for each in sessions]
        crowd = Crowd(self.process.door)
        crowd.connect(tablets)
        secrets, steps = [_secret(each) for each in tablets], _steps(tablets[0])
        for tablet in tablets:
            tablet.say(packets.event(packets.TABLETS, "begin", {"id": "begin"}))
            while not tablet.dones:
                crowd.pump(1)
        # They come back when the phones do: until then they would be shown every single arrival.
        crowd.close()
        tickets = iter(self._join([secret for secret in secrets for _ in range(phones)]))
        return [_group(Line(each.namespace, each.cookie, each.auth), tickets, phones, steps) for each in tablets]

    def _open_sessions(self, count: int) -> list[str]:
        groups = self._post([("/staff/groups", {"name": f"Group {number}"}) for number in range(count)])
        agendas = self._post([("/staff/agendas", {"group": _goes_to(each)}) for each in groups])
        names = [_goes_to(each) for each in agendas]
        self._post([(f"/staff/agendas/{name}", {"do": "add:module", "ref": evening.MODULE}) for name in names])
        return [_goes_to(each) for each in self._post([(f"/staff/agendas/{name}/start", {}) for name in names])]

    def _join(self, secrets: Sequence[str]) -> list[str]:
        """A seat for each, by the form that a phone shows after it has scanned the room's code."""
        cast = (f"{_CAST[number % len(_CAST)]} {number}" for number in itertools.count())
        door = self.process.door
        joins = [join_form(door, secret, name) for secret, name in zip(secrets, cast, strict=False)]
        tickets = [cookies_of(each) for each in send_all(door, joins, _AT_ONCE)]
        page = send_all(door, [packets.form(door, "GET", "/group/agreement", tickets[0], "")], 1)[0]
        send_all(door, [agree_form(door, ticket, page) for ticket in tickets], _AT_ONCE)
        return tickets

    def stop(self) -> None:
        self.process.stop()


def join_form(door: packets.Door, secret: str, name: str) -> bytes:
    body = urllib.parse.urlencode({"secret": secret, "name": name, "language": "en"})
    return packets.form(door, "POST", "/join", "", body)


def agree_form(door: packets.Door, ticket: str, page: bytes) -> bytes:
    """Accepts the agreement that stands on `page`."""
    version = re.search(rb'name="version" value="([^"]*)"', page)
    if version is None:
        raise RuntimeError(f"This is no agreement: {page[:400]!r}")
    body = urllib.parse.urlencode({"version": version[1].decode()})
    return packets.form(door, "POST", "/group/agreement", ticket, body)


def _goes_to(answer: bytes) -> str:
    """The last part of the address that an answer leads to."""
    found = re.search(rb"\r\nLocation: \S*/([^/\s]+)\r\n", answer)
    if found is None:
        raise RuntimeError(f"This leads nowhere: {answer[:400]!r}")
    return found[1].decode()


def _secret(tablet: Line) -> str:
    return str(packets.content(tablet.last["view"])["join"]["url"]).partition("#s=")[2]


def _steps(tablet: Line) -> list[str]:
    return [step["id"] for block in packets.content(tablet.last["plan"])["blocks"] for step in block["steps"]]


def _group(tablet: Line, tickets: Any, count: int, steps: list[str]) -> Group:
    phones = [Line(packets.PHONES, ticket, {"language": "en"}) for ticket in itertools.islice(tickets, count)]
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
