"""A clinic whose groups have come together: accounts, plans, live sessions, seats and tickets, all made over the
product's own pages. It is made once for each size, and every measurement starts its server on a copy of the data.
"""

import itertools
import re
import time
import urllib.parse
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench import cores
from bench.client import packets
from bench.client.crowd import Crowd, Line
from bench.client.forms import cookies_of, send_all
from bench.targets import evening
from bench.targets.process import Process
from bench.targets.product import start

_CAST = ("Ana", "Ben", "Chris", "Dee", "Eli")
_PASSWORD = "a long enough password"  # noqa: S105 - of a server that lives for seconds
_AT_ONCE = 32


@dataclass(frozen=True)
class Clinic:
    """`cookie` signs the tablets in; `tickets` are the phones', one group after the other."""

    folder: Path
    cookie: str
    sessions: list[str]
    steps: list[str]
    tickets: list[str]


@dataclass
class Clinics:
    """Those that were made in this run, by (phones of a group, groups)."""

    folder: Path
    _made: dict[tuple[int, int], Clinic] = field(default_factory=dict)
    joined_in: dict[str, float] = field(default_factory=dict)
    """Milliseconds for each phone to join and agree by the plain forms, many at once."""

    def of(self, phones: int, groups: int) -> Clinic:
        if (phones, groups) not in self._made:
            # To get ready is not measured: it may have every core.
            with cores.on(*cores.ALL):
                self._made[phones, groups] = self._make(self.folder / f"{phones}-{groups}", phones, groups)
        return self._made[phones, groups]

    def _make(self, folder: Path, phones: int, groups: int) -> Clinic:
        evening.write(folder / "curricula")
        process, _ = start(folder, "facilitator", on=cores.ALL)
        try:
            making = _Making(process)
            sessions = making.open_sessions(groups)
            secrets, steps = making.begin(sessions)
            began = time.perf_counter()
            tickets = making.join([secret for secret in secrets for _ in range(phones)])
            took = (time.perf_counter() - began) / len(tickets) * 1e3
            self.joined_in[f"{groups} groups of {phones}"] = round(took, 2)
        finally:
            process.stop()
        return Clinic(folder, making.cookie, sessions, steps, tickets)


class _Making:
    """What staff and phones do in their browsers."""

    def __init__(self, process: Process) -> None:
        self._door, self.cookie = process.door, ""
        link = urllib.parse.urlsplit(process.wait_for_word(r"(http\S+/staff/first#\S+)"))
        account = {
            "link": link.fragment,
            "sign_in_name": "okoye",
            "name": "Dr. Okoye",
            "password": _PASSWORD,
            "again": _PASSWORD,
        }
        self.cookie = cookies_of(self._post([(link.path, account)])[0])

    def _post(self, forms: Sequence[tuple[str, dict[str, str]]]) -> list[bytes]:
        encoded = [(path, urllib.parse.urlencode(fields)) for path, fields in forms]
        return send_all(self._door, [packets.form(self._door, "POST", *each, self.cookie) for each in encoded], 8)

    def open_sessions(self, count: int) -> list[str]:
        groups = self._post([("/staff/groups", {"name": f"Group {number}"}) for number in range(count)])
        agendas = self._post([("/staff/agendas", {"group": _goes_to(each)}) for each in groups])
        names = [_goes_to(each) for each in agendas]
        self._post([(f"/staff/agendas/{name}", {"do": "add:module", "ref": evening.MODULE}) for name in names])
        return [_goes_to(each) for each in self._post([(f"/staff/agendas/{name}/start", {}) for name in names])]

    def begin(self, sessions: Sequence[str]) -> tuple[list[str], list[str]]:
        """The secret of each session's code, and the ids of the steps. The tablets leave again."""
        tablets = [Line(packets.TABLETS, self.cookie, {"live_session": each, "language": "en"}) for each in sessions]
        with Crowd(self._door) as crowd:
            crowd.connect(tablets)
            for tablet in tablets:
                tablet.say(packets.event(packets.TABLETS, "begin", {"id": "begin"}))
                while not tablet.dones:
                    crowd.pump(1)
            return [_secret(each) for each in tablets], _steps(tablets[0])

    def join(self, secrets: Sequence[str]) -> list[str]:
        """A seat for each, by the forms that a phone shows after it has scanned the room's code."""
        cast = (f"{_CAST[number % len(_CAST)]} {number}" for number in itertools.count())
        joins = [join_form(self._door, secret, name) for secret, name in zip(secrets, cast, strict=False)]
        tickets = [cookies_of(each) for each in send_all(self._door, joins, _AT_ONCE)]
        page = send_all(self._door, [packets.form(self._door, "GET", "/group/agreement", "", tickets[0])], 1)[0]
        send_all(self._door, [agree_form(self._door, ticket, page) for ticket in tickets], _AT_ONCE)
        return tickets


def join_form(door: packets.Door, secret: str, name: str) -> bytes:
    body = urllib.parse.urlencode({"secret": secret, "name": name, "language": "en"})
    return packets.form(door, "POST", "/join", body)


def agree_form(door: packets.Door, ticket: str, page: bytes) -> bytes:
    """Accepts the agreement that stands on `page`."""
    version = re.search(rb'name="version" value="([^"]*)"', page)
    if version is None:
        raise RuntimeError(f"This is no agreement: {page[:400]!r}")
    return packets.form(
        door, "POST", "/group/agreement", urllib.parse.urlencode({"version": version[1].decode()}), ticket
    )


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
