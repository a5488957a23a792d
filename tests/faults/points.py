"""The named steps of a write at which a server can be killed, its clock, and its disk."""

import contextlib
import os
import resource
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from facilitator import app
from facilitator.conducting import conductor
from facilitator.conducting.answering import Answering
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.live_room import LiveRoom
from facilitator.privacy.sealing import SealedRun
from facilitator.privacy.shelf import Shelf
from facilitator.privacy.staging import Staging
from facilitator.realtime.broadcast import Broadcast
from facilitator.server import running
from facilitator.storage import answers, event_log, sealed_answers
from facilitator.storage.writer import Writer
from tests.faults.control import Control

BEFORE, AFTER = True, False
STEPS: dict[str, tuple[tuple[Any, str, bool], ...]] = {
    "decided": ((LiveRoom, "decided", AFTER),),
    "enqueued": ((Writer, "submit", AFTER),),
    "before_written": ((event_log, "append", BEFORE), (answers, "keep_all", BEFORE)),
    "written": ((event_log, "append", AFTER), (answers, "keep_all", AFTER)),
    "before_commit": ((Writer, "_commit", BEFORE),),
    "after_commit": ((Writer, "_commit", AFTER),),
    "before_told": ((Conductor, "_stored", BEFORE), (Answering, "_stored", BEFORE)),
    "told": ((Conductor, "_stored", AFTER), (Answering, "_stored", AFTER)),
    "before_broadcast": ((Broadcast, "changed", BEFORE),),
    "after_broadcast": ((Broadcast, "changed", AFTER),),
    "before_staged": ((Staging, "put", BEFORE),),
    "staged": ((Staging, "put", AFTER),),
    "before_wave_begun": ((Staging, "begin_wave", BEFORE),),
    "wave_begun": ((Staging, "begin_wave", AFTER),),
    "wave_written": ((sealed_answers, "add", AFTER),),
    "before_wave_done": ((Staging, "wave_done", BEFORE),),
    "wave_done": ((Staging, "wave_done", AFTER),),
    "before_destroy": ((SealedRun, "destroy", BEFORE),),
    "half_destroyed": ((Shelf, "empty", AFTER),),
    "destroyed": ((SealedRun, "destroy", AFTER),),
}
TICK = 0.1
"""Seconds: the clock's tick comes ten times as often, so that waves and seals are met with often."""


_patcher = sys.modules.get("eventlet.patcher")
sleep: Callable[[float], None] = _patcher.original("time").sleep if _patcher is not None else time.sleep
"""Of this thread of the operating system alone: the others go on."""


def plant(control: Control) -> None:
    """Wrap the product's steps. Raises AttributeError if one of them is not there any more."""
    passed: dict[tuple[str, str], int] = {}
    for step, places in STEPS.items():
        for owner, name, before in places:
            _wrap(owner, name, before, _killer(control, step, passed))
    running.TICK, running.SIGN_INS = TICK, TICK
    conductor.WAVE_EVERY = 2
    _move_the_clock(control)
    _fill_the_disk(control)


def _killer(control: Control, step: str, passed: dict[tuple[str, str], int]) -> Callable[[], None]:
    def reached() -> None:
        wanted = control.now().get("kill")
        if wanted is None or wanted[0] != step:
            return
        order = (step, str(wanted))
        passed[order] = passed.get(order, 0) + 1
        if passed[order] == wanted[1]:
            sleep(wanted[2])
            os.kill(os.getpid(), signal.SIGKILL)

    return reached


def _wrap(owner: Any, name: str, before: bool, reached: Callable[[], None]) -> None:
    original = getattr(owner, name)

    @wraps(original)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        if before:
            reached()
        result = original(*args, **kwargs)
        if not before:
            reached()
        return result

    setattr(owner, name, wrapped)


def _move_the_clock(control: Control) -> None:
    def clock() -> int:
        return time.time_ns() // 1_000_000 + int(control.now().get("clock", 0))

    assert app._clock() > 0
    app._clock = clock


def _fill_the_disk(control: Control) -> None:
    """The store may not grow, or no file may be longer than so many bytes, memory's own included."""

    def limit_files() -> None:
        most = control.now().get("bytes", resource.RLIM_INFINITY)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))

    connected, write = Writer._connected, Writer._write

    def connected_to_a_full_disk(self: Writer) -> Any:
        conn = connected(self)
        most = 1 if control.now().get("pages") == "full" else 0x7FFFFFFE
        with contextlib.suppress(sqlite3.Error):
            conn.connection.driver_connection.execute(f"PRAGMA max_page_count = {most}")  # type: ignore[union-attr]
        return conn

    def write_to_it(self: Writer, batch: Any) -> None:
        limit_files()
        write(self, batch)

    Writer._connected, Writer._write = connected_to_a_full_disk, write_to_it  # type: ignore[method-assign]
    _wrap(Staging, "put", BEFORE, limit_files)
