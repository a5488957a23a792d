"""The loop that all lines live in: one epoll, one green thread, no thread parked for a quiet phone.

How it waits for its epoll is given to it, and that is all of eventlet that it meets. Once a second it ticks:
some phones are pinged, those that did not answer are closed, and those that sent too much are heard again.
"""

import select
import time
from collections.abc import Callable
from typing import Any, Protocol

import structlog

from facilitator.server.wire import frames
from facilitator.server.wire.line import PING, Line

log = structlog.get_logger()

MOST_AT_ONCE = 128
"""Sockets looked at before others get their turn."""
PIECE = 16_384
"""Bytes read from a socket at once; a level-triggered epoll brings the rest back."""


class Hears(Protocol):
    """Where messages go. Each raises `frames.Wrong` for what no page of ours sends."""

    def message(self, line: Line, payload: bytes) -> None: ...
    def too_long(self, line: Line, head: bytes) -> None: ...
    def gone(self, line: Line, reason: str) -> None: ...


class Readable(Protocol):
    def wait(self) -> None:
        """Let others run until there is something to read."""


class Loop:
    """`make_epoll` gives a real one, unpatched; `readable` (of a file's number) what waits until there is something.

    `most_a_second`: messages of one line that are read in a second; what is over is read in the next.
    """

    def __init__(
        self,
        hears: Hears,
        make_epoll: Callable[[], Any],
        readable: Callable[[int], Readable],
        *,
        ping_every: int,
        ping_within: int,
        most_a_second: int,
    ) -> None:
        self._hears, self._epoll, self._readable = hears, make_epoll(), readable
        self._ping_every, self._ping_within, self._most_a_second = ping_every, ping_within, most_a_second
        self.lines: dict[int, Line] = {}
        self._rounds: list[dict[Line, None]] = [{} for _ in range(ping_every)]
        self._paused: list[Line] = []
        self._second = 0

    def bytes_waiting(self) -> int:
        return sum(line.bytes_waiting for line in list(self.lines.values()))

    def take(self, line: Line) -> None:
        """Read from this line from now on."""
        descriptor = line.raw.fileno()
        self.lines[descriptor] = line
        line.round = self._second % self._ping_every
        self._rounds[line.round][line] = None
        self._epoll.register(descriptor, select.EPOLLIN)

    def wants_to_write(self, line: Line) -> None:
        self._watch(line)

    def gone(self, line: Line, reason: str) -> None:
        descriptor = line.raw.fileno()
        if self.lines.pop(descriptor, None) is not None:
            self._epoll.unregister(descriptor)
        self._rounds[line.round].pop(line, None)
        self._hears.gone(line, reason)

    def run(self) -> None:
        something = self._readable(self._epoll.fileno())
        while True:
            something.wait()
            for descriptor, events in self._epoll.poll(0, MOST_AT_ONCE):
                line = self.lines.get(descriptor)
                if line is not None:
                    self._look(line, events)

    def _look(self, line: Line, events: int) -> None:
        try:
            if events & select.EPOLLOUT and line.flush():
                self._watch(line)
            if events & select.EPOLLIN:
                self._read(line)
            elif events & (select.EPOLLHUP | select.EPOLLERR):
                line.close(abort=True, reason="transport close")
        except frames.Wrong as wrong:
            line.end(wrong.code, wrong.reason)
        except Exception as problem:  # noqa: BLE001 - one phone's trouble must not end the loop of all; no values
            log.error("a line broke", problem=type(problem).__name__)
            line.end(frames.BROKEN, "Something went wrong here.")

    def _read(self, line: Line) -> None:
        try:
            data = line.raw.recv(PIECE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            line.close(abort=True, reason="transport close")
            return
        for kind, payload in line.reader.feed(data):
            self._hear(line, kind, payload)
            if line.closed:
                return
        if line.this_second > self._most_a_second and not line.paused:
            line.paused = True
            self._paused.append(line)
            self._watch(line)

    def _hear(self, line: Line, kind: int, payload: bytes) -> None:
        if line.second != self._second:
            line.second, line.this_second = self._second, 0
        line.this_second += 1
        if kind == frames.TEXT:
            self._hears.message(line, payload)
        elif kind == frames.TOO_LONG:
            self._hears.too_long(line, payload)
        elif kind == frames.PING:
            line.write(frames.pong(payload))
        elif kind == frames.CLOSE:
            line.write(frames.close(frames.NORMAL))
            line.close(abort=True, reason="transport close")

    def _watch(self, line: Line) -> None:
        if line.closed or line.raw.fileno() not in self.lines:
            return
        wanted = 0 if line.paused else select.EPOLLIN
        self._epoll.modify(line.raw.fileno(), wanted | (select.EPOLLOUT if line.bytes_waiting else 0))

    def tick_forever(self, sleep: Callable[[float], None]) -> None:
        due = time.monotonic()
        while True:
            # By the clock and not by the sleep: under load the pings of all must not fall behind.
            due = max(due + 1, time.monotonic())
            sleep(max(0.0, due - time.monotonic()))
            self.tick()

    def tick(self) -> None:
        """One second has passed."""
        paused, self._paused = self._paused, []
        for line in paused:
            line.paused = False
            self._watch(line)
        self._second += 1
        for line in list(self._rounds[(self._second - self._ping_within) % self._ping_every]):
            if not line.heard:
                line.close(abort=True, reason="ping timeout")
        for line in list(self._rounds[self._second % self._ping_every]):
            line.heard = False
            line.write(PING)

    def close_all(self) -> None:
        """The server goes away; nobody is told one by one any more."""
        for line in list(self.lines.values()):
            line.write(frames.close(frames.NORMAL))
            line.raw.close()
        self.lines.clear()
