"""The thread that the server lives on, whatever the async mode: how to get to it, wait on it, and leave it.

Under eventlet this is one native thread of green threads; in threading mode there are many, and `tell`'s
calls run one after another on a thread of their own.
"""

import contextlib
import os
import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from facilitator import _boot
from facilitator.server.careful import carefully
from facilitator.server.readable import Readable
from facilitator.storage.writer import Waiter

T = TypeVar("T")

AT_A_STRETCH = 0.004
"""Seconds that the server's thread may be kept from everyone else."""


class Hub(Protocol):
    """What the rest of the server may ask of its thread."""

    def tell(self, call: Callable[[], None]) -> None:
        """Run `call` on the server's thread soon, in the order asked. May be called from any native thread."""

    def spawn(self, call: Callable[..., None], *args: Any) -> None:
        """Run `call` beside everything else."""

    def sleep(self, seconds: float) -> None:
        """Let others run."""

    def waiter(self) -> Waiter:
        """Something to wait on that lets others run meanwhile."""

    def run_blocking(self, call: Callable[[], T]) -> T:
        """The result of a slow call (password hashing, a long read) made where it holds nobody up."""


def make_hub() -> Hub:
    """The hub of this process's async mode, already listening for `tell`."""
    return _GreenHub() if _boot.mode() == "eventlet" else _ThreadHub()


class _GreenHub:
    def __init__(self) -> None:
        import eventlet
        from eventlet.patcher import original

        self._eventlet = eventlet
        # The patched ones would wait in the hub, which other threads and the hub itself must not.
        self._os = original("os")
        self._calls: deque[Callable[[], None]] = deque()
        self._awake = False
        """Whether the listener has been reminded and has not looked yet."""
        self._read, self._write = os.pipe()
        for end in (self._read, self._write):
            os.set_blocking(end, False)
        eventlet.spawn(self._listen)

    def tell(self, call: Callable[[], None]) -> None:
        self._calls.append(call)
        if self._awake:
            return
        # After the append: whoever sees it awake is heard in the round that is going on.
        self._awake = True
        with contextlib.suppress(BlockingIOError):
            self._os.write(self._write, b".")

    def _listen(self) -> None:
        told = Readable(self._read)
        while True:
            told.wait()
            self._os.read(self._read, 4096)
            self._awake = False
            began = time.monotonic()
            while self._calls:
                carefully(self._calls.popleft())
                if self._calls and time.monotonic() - began > AT_A_STRETCH:
                    # After a batch of commits there are hundreds of groups to tell: whoever taps meanwhile is heard.
                    self._eventlet.sleep(0)
                    began = time.monotonic()

    def spawn(self, call: Callable[..., None], *args: Any) -> None:
        self._eventlet.spawn(call, *args)

    def sleep(self, seconds: float) -> None:
        self._eventlet.sleep(seconds)

    def waiter(self) -> Waiter:
        from eventlet.queue import LightQueue

        waiter: Waiter = LightQueue()
        return waiter

    def run_blocking(self, call: Callable[[], T]) -> T:
        from eventlet import tpool

        result: T = tpool.execute(call)
        return result


class _ThreadHub:
    def __init__(self) -> None:
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._over = threading.Event()
        threading.Thread(target=self._listen, name="told", daemon=True).start()

    def tell(self, call: Callable[[], None]) -> None:
        self._calls.put(call)

    def _listen(self) -> None:
        while True:
            carefully(self._calls.get())

    def spawn(self, call: Callable[..., None], *args: Any) -> None:
        threading.Thread(target=call, args=args, daemon=True).start()

    def sleep(self, seconds: float) -> None:
        self._over.wait(seconds)

    def waiter(self) -> Waiter:
        return queue.SimpleQueue()

    def run_blocking(self, call: Callable[[], T]) -> T:
        return call()
