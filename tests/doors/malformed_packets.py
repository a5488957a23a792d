"""Somebody with a seat sends what no library would, in every mode of the server. It stays up, the others go on as if
nothing were, and its log holds no trace of a defect and nobody's name."""

import contextlib
import json
import socket
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.doors.packets import Packets
from tests.evening.cast import Phone, Tablet
from tests.evening.conftest import opened, signed_in
from tests.evening.server import LiveServer
from tests.evening.shelf import a_shelf
from tests.privacy.path.outcome import Outcome
from tests.wire.raw_phone import RawPhone

MODES = {
    "our wire": {"FACILITATOR_WIRE": "fast"},
    "the library's wire": {"FACILITATOR_WIRE": "stock"},
    "threads": {"FACILITATOR_ASYNC_MODE": "threading"},
}
SOON = 5.0
"""Seconds within which everybody else must hear back, on a machine that may be busy with something else."""
IN_A_ROW = 25
TELLTALE = ("Traceback", "defect", "a handler broke", "Error", "error", "client=", "evil.example")
"""What the log says when something broke, or when it tells of an address or of what was sent."""


@dataclass
class Attack:
    """`sent`: the last that was sent, so that a defect can be told by what brought it about."""

    server: LiveServer
    mode: str
    cookie: str
    packets: Packets
    outcome: Outcome
    sent: list[bytes] = field(default_factory=list)
    count: int = 0

    @property
    def host(self) -> str:
        return self.server.address.partition("//")[2]

    def once(self) -> None:
        """A few of one kind, over a connection of their own."""
        kind = self.packets.chance.choices((self._in_a_socket, self._handshakes, self._polls), (7, 2, 1))[0]
        self.sent.clear()
        with contextlib.suppress(OSError, EOFError, TimeoutError):
            kind()

    def _in_a_socket(self) -> None:
        phone = RawPhone(self.server.port, self.cookie)
        phone.socket.settimeout(2)
        try:
            for _ in range(IN_A_ROW):
                self._note(data := self.packets.in_a_socket())
                phone.socket.sendall(data)
        finally:
            self._hang_up(phone.socket)

    def _handshakes(self) -> None:
        for _ in range(3):
            self._note(data := self.packets.a_handshake(self.host, self.cookie))
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.server.port), 2) as line:
                line.sendall(data)
                line.settimeout(0.1)
                if b" 500 " in line.recv(4096)[:40]:
                    self.outcome.wrong.append(f"{self.mode}: a 500 after {data[:300]!r}")

    def _polls(self) -> None:
        """Over the transport that asks again and again, which stays on the library's path."""
        way = f"{self.server.address}/socket.io/?EIO=4&transport=polling"
        headers = {"Cookie": self.cookie, "Origin": self.server.address, "Content-Type": "text/plain"}

        def ask(address: str, body: bytes | None = None) -> bytes:
            with urllib.request.urlopen(urllib.request.Request(address, body, headers), timeout=2) as came:
                whole: bytes = came.read()
                return whole

        sid = json.loads(ask(way)[1:])["sid"]
        ask(f"{way}&sid={sid}", b'40/participant,{"language":"en"}')
        for _ in range(5):
            self._note(data := self.packets.a_poll())
            with contextlib.suppress(urllib.error.HTTPError):
                ask(f"{way}&sid={sid}", data)

    def _note(self, data: bytes) -> None:
        self.count += 1
        self.sent.append(data[:300])

    def _hang_up(self, line: socket.socket) -> None:
        """Sometimes in the middle, sometimes without having read what was answered."""
        if self.packets.chance.random() < 0.5:
            line.settimeout(0.05)
            with contextlib.suppress(OSError):
                while line.recv(65_536):
                    pass
        line.close()


def run(packets: int, seed: int) -> Outcome:
    """So many in each mode."""
    outcome = Outcome("malformed packets", seed)
    for number, mode in enumerate(MODES):
        with tempfile.TemporaryDirectory() as folder:
            _in_mode(mode, Path(folder), packets, Random(seed + number), outcome)  # noqa: S311
    return outcome


def _in_mode(mode: str, folder: Path, packets: int, chance: Random, outcome: Outcome) -> None:
    server = LiveServer(folder / "data", FACILITATOR_CURRICULA=a_shelf(folder), **MODES[mode]).start()
    try:
        staff = signed_in(server)
        live_session = opened(staff)
        tablet = Tablet(staff, live_session)
        secret = str(tablet.view["join"]["url"]).partition("#s=")[2]
        ana, mallory = (Phone(server.address, name, secret=secret) for name in ("Anastasia", "Mallory"))
        tablet.begin()
        attack = Attack(server, mode, mallory.browser.cookie, Packets(chance), outcome)
        slowest = _until(attack, packets, tablet, ana)
        outcome.figures |= {f"{mode}: packets": attack.count, f"{mode}: slowest answer to others, s": f"{slowest:.2f}"}
        for screen in (tablet, ana, mallory):
            screen.disconnect()
    finally:
        code = server.stop()
    if code:
        outcome.wrong.append(f"{mode}: the server ended with {code}")
    said = [line for line in server.said.splitlines() if any(word in line for word in TELLTALE)]
    outcome.wrong += [f"{mode}: the server said: {line}" for line in said[:5]]
    outcome.wrong += [f"{mode}: the log names {name}" for name in ("Anastasia", "Mallory") if name in server.said]


def _until(attack: Attack, packets: int, tablet: Tablet, ana: Phone) -> float:
    """How long, at worst, somebody else waited for an answer meanwhile."""
    slowest, before = 0.0, len(attack.server.said)
    while attack.count < packets:
        attack.once()
        began = time.monotonic()
        try:
            _others_are_well(attack.count, tablet, ana)
        except AssertionError as wrong:
            attack.outcome.wrong.append(f"{attack.mode}: {wrong}; sent before it: {attack.sent[-3:]}")
            break
        slowest = max(slowest, time.monotonic() - began)
        if any(word in attack.server.said[before:] for word in TELLTALE):
            attack.outcome.wrong.append(f"{attack.mode}: after {attack.sent[-5:]}")
        before = len(attack.server.said)
    return slowest


def _others_are_well(number: int, tablet: Tablet, ana: Phone) -> None:
    for screen in (ana, tablet):
        screen.tell("clock", sent=number)
        screen.wait("clock", lambda clock: clock["sent"] == number, patience=SOON)
