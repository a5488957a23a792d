"""Many phones and a few tablets in one thread: one epoll, raw sockets, messages as bytes.

Two kinds of message are frequent: a phone's `view` and a phone's `done`. They are known by how they begin, counted,
and not read. Everything else (handshakes, pings, tablets) takes the slower way, `_look`.
"""

import select
import socket
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Self

from bench.client import packets
from bench.client.packets import DONE, VIEW, Door

PIECE = 16_384
PATIENCE = 60.0
_LONG, _SHORT = 4, 2
"""Where the payload of a view begins in its frame, and that of a `done`."""


class Lost(Exception):
    """A connection that should have stayed is gone, or something was refused: what was measured means nothing."""


@dataclass(eq=False)
class Line:
    """One connection. `last` holds the newest message of each kind, where the slower way brought it."""

    namespace: str
    cookie: str = ""
    auth: dict[str, str] = field(default_factory=dict)
    raw: socket.socket = field(init=False)
    state: str = "connecting"
    last: dict[str, bytes] = field(default_factory=dict)
    dones: int = 0

    def say(self, frame: bytes) -> None:
        """Raises `Lost` where the server reads so slowly that its socket is full."""
        if self.raw.send(frame) != len(frame):
            raise Lost("The server no longer reads.")


class Crowd:
    """All connections to one server. `views` counts the phones' views; `done(line)` hears of each phone's `done`."""

    def __init__(self, door: Door) -> None:
        self._door, self._epoll = door, select.epoll()
        self.lines: dict[int, Line] = {}
        self._recv: dict[int, Callable[[int], bytes]] = {}
        self._rest: dict[int, bytes] = {}
        self._newest: dict[int, bytes] = {}
        self.views = self.refused = self._ready = 0
        self.busy = 0.0
        """Seconds spent on what came; the rest of the time it waited."""
        self.done: Callable[[Line], None] = lambda line: None
        self.shown: Callable[[int], None] | None = None
        """Where one number for all phones will not do: told the file number of each phone that is shown a view."""

    def connect(self, lines: Iterable[Line], at_once: int = 32) -> None:
        """Bring them in, so many at a time, until each has been shown its first view. Raises `Lost`."""
        waiting = list(reversed(list(lines)))
        begun, wanted = self._ready, self._ready + len(waiting)
        until = time.monotonic() + PATIENCE + len(waiting) / 100
        while self._ready < wanted:
            while waiting and begun - self._ready < at_once:
                self._open(waiting.pop())
                begun += 1
            self.pump(0.2)
            if time.monotonic() > until:
                raise Lost(f"{wanted - self._ready} connections were never shown anything.")

    def _open(self, line: Line) -> None:
        line.raw = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        line.raw.setblocking(False)
        line.raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.raw.connect_ex((self._door.host, self._door.port))
        number = line.raw.fileno()
        self.lines[number], self._recv[number] = line, self._begin(line)
        # Whoever has something left over takes the slower way; those who are not in yet must.
        self._rest[number] = b""
        self._epoll.register(number, select.EPOLLOUT)

    def _begin(self, line: Line) -> Callable[[int], bytes]:
        """Stands for `recv` until the connection is there: then it sends the handshake, and gives nothing."""

        def begin(_most: int) -> bytes:
            number = line.raw.fileno()
            trouble = line.raw.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if trouble:
                raise Lost(f"The server takes no more connections ({trouble}).")
            line.raw.send(packets.handshake(self._door, line.cookie))
            line.state = "asking"
            self._recv[number] = line.raw.recv
            self._epoll.modify(number, select.EPOLLIN)
            raise BlockingIOError

        return begin

    def pump(self, timeout: float = 0) -> bool:
        """Take in what has come. False if nothing had."""
        events = self._epoll.poll(timeout, 1024)
        if not events:
            return False
        began = time.perf_counter()
        recv, rest, shown = self._recv, self._rest, self.shown
        for number, _ in events:
            try:
                data = recv[number](PIECE)
            except BlockingIOError:
                continue
            if number in rest:
                self._look(number, rest.pop(number) + data)
            elif data.startswith(VIEW, _LONG) and len(data) == _LONG + (data[2] << 8 | data[3]):
                self.views += 1
                self._newest[number] = data
                if shown is not None:
                    shown(number)
            elif data.startswith(DONE, _SHORT) and len(data) == _SHORT + data[1]:
                self.done(self.lines[number])
            else:
                self._look(number, data)
        self.busy += time.perf_counter() - began
        return True

    def _look(self, number: int, data: bytes) -> None:
        line = self.lines[number]
        if not data:
            raise Lost("The server closed a connection.")
        if line.state == "asking":
            head, end, data = data.partition(b"\r\n\r\n")
            if not end or b" 101 " not in head[:16]:
                raise Lost(f"The server did not open a WebSocket: {head[:80]!r}")
            line.state = "entering"
        found, left = packets.whole_frames(data)
        for kind, payload in found:
            if kind == packets.CLOSE:
                raise Lost(f"The server closed a connection: {payload[2:]!r}")
            self._hear(number, line, payload)
        if left or line.state != "in":
            self._rest[number] = left

    def _hear(self, number: int, line: Line, payload: bytes) -> None:
        what = packets.told(payload)
        line.last[what] = payload
        if what == "ping":
            line.say(packets.PONG)
        elif what == "open":
            line.say(packets.enter(line.namespace, line.auth))
        elif what == "view":
            self._shown(number, line, payload)
        elif what == "done":
            line.dones += 1
            if line.namespace == packets.PHONES:
                self.done(line)
        elif what in ("refused", "out"):
            self.refused += 1
            raise Lost(f"The server refused: {payload[:200]!r}")

    def _shown(self, number: int, line: Line, payload: bytes) -> None:
        if line.state == "entering":
            line.state = "in"
            self._ready += 1
        if line.namespace == packets.PHONES:
            self.views += 1
            self._newest[number] = b"\0" * _LONG + payload
            if self.shown is not None:
                self.shown(number)

    def settle(self, seconds: float) -> None:
        """Take in whatever comes for a while."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self.pump(left)

    def newest(self, phone: Line) -> Any:
        """What a phone shows now."""
        return packets.content(self._newest[phone.raw.fileno()][_LONG:])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        for line in self.lines.values():
            line.raw.close()
        self._epoll.close()
