"""One phone's line: a non-blocking socket that is written to directly, and what waits when it would block.

Stands where python-engineio has its own `Socket`, and answers to what the library asks of one.
Written to from one native thread only; whoever writes never runs into a handler: a line that breaks is
shut down here and closed by the loop (`loop.py`), which then hears of it.
"""

import socket
from collections import deque
from typing import Any, Protocol

from engineio.packet import CLOSE, MESSAGE, Packet

from facilitator.server.wire import frames

MOST_WAITING = 512 * 1024
"""Bytes that wait for a phone which does not read. Then it is closed, and welcome back with a fresh view."""

PING = frames.text(b"2")


class Keeper(Protocol):
    """What a line needs of the loop it lives in."""

    def wants_to_write(self, line: "Line") -> None:
        """Call `flush` when there is room again."""

    def gone(self, line: "Line", reason: str) -> None:
        """The line has been closed: nothing more is read from it, and whoever minds is told."""


class Line:
    """Engine.IO's socket for one phone."""

    __slots__ = (
        "_send", "_waiting", "bytes_waiting", "closed", "closing", "heard", "keeper", "paused", "raw",
        "reader", "round", "second", "sid", "this_second",
    )  # fmt: skip

    connected = upgraded = True
    upgrading = False

    def __init__(self, keeper: Keeper, sid: str, raw: socket.socket, most: int) -> None:
        self.keeper, self.sid, self.raw = keeper, sid, raw
        self._send = raw.send
        self._waiting: deque[bytes] | None = None
        self.bytes_waiting = 0
        self.reader = frames.Reader(most)
        self.closed = self.closing = self.paused = False
        self.heard = True
        """Whether the phone has answered since it was last pinged."""
        self.round = 0
        """In which second of the round of pings it is pinged."""
        self.second = self.this_second = 0
        """Messages in the second that is named; see `loop.py`."""

    def write(self, frame: bytes) -> None:
        """Send now if the socket takes it; else in this order, as soon as it does."""
        if self.closed:
            return
        if self._waiting is not None:
            self._keep(self._waiting, frame)
            return
        try:
            sent = self._send(frame)
        except BlockingIOError:
            sent = 0
        except OSError:
            self.cut()
            return
        if sent < len(frame):
            self._waiting = deque()
            self._keep(self._waiting, frame[sent:])
            self.keeper.wants_to_write(self)

    def _keep(self, waiting: deque[bytes], frame: bytes) -> None:
        if self.bytes_waiting + len(frame) > MOST_WAITING:
            self.cut()
            return
        waiting.append(frame)
        self.bytes_waiting += len(frame)

    def flush(self) -> bool:
        """Send what waits. True once nothing waits any more."""
        while self._waiting:
            frame = self._waiting.popleft()
            try:
                sent = self._send(frame)
            except BlockingIOError:
                sent = 0
            except OSError:
                self.cut()
                return True
            self.bytes_waiting -= sent
            if sent < len(frame):
                self._waiting.appendleft(frame[sent:])
                return False
        self._waiting, self.bytes_waiting = None, 0
        return True

    def cut(self) -> None:
        """Give it up. The loop sees that the socket is shut down, and closes it where handlers may run."""
        self._waiting, self.bytes_waiting = deque(), MOST_WAITING
        try:
            self.raw.shutdown(socket.SHUT_RDWR)
        except OSError:
            # Its other end is gone already, which the loop sees as well.
            return

    def end(self, code: int, reason: str) -> None:
        """Close with a word for the browser, as far as it still listens."""
        if not self.closed:
            self.write(frames.close(code, reason))
            self.close(abort=True, reason="transport error")

    # --- what python-engineio asks of a socket ---------------------------------------------------

    @property
    def session(self) -> dict[str, Any]:
        """Nothing is kept by connection here."""
        return {}

    def send(self, packet: Packet) -> None:
        if packet.packet_type == MESSAGE and isinstance(packet.data, str):
            self.write(frames.text(b"4" + packet.data.encode()))
        else:
            self.write(frames.text(packet.encode().encode()))

    def check_ping_timeout(self) -> bool:
        """The loop watches over pings."""
        return not self.closed

    def close(self, wait: bool = True, abort: bool = False, reason: str | None = None) -> None:
        if self.closed or self.closing:
            return
        self.closing = True
        if not abort:
            self.send(Packet(CLOSE))
            self.write(frames.close(frames.NORMAL))
        self.keeper.gone(self, reason or "server disconnect")
        self.closed = True
        self.raw.close()
