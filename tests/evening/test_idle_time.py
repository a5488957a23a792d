"""Idle time, over real sockets: a cockpit that nobody taps stays while its group is live, as long as its sign-in."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from facilitator.storage.database import open_to_read
from facilitator.storage.tables import sign_ins
from tests.evening.cast import Tablet
from tests.evening.conftest import opened, signed_in
from tests.evening.later import MINUTE, ServerWithAClock


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerWithAClock]:
    server = ServerWithAClock(tmp_path)
    server.start()
    yield server
    server.stop()
    print(server.said)


def test_a_group_that_sits_for_hours_keeps_its_cockpit_and_a_page_left_alone_does_not_stay(
    server: ServerWithAClock,
) -> None:
    staff = signed_in(server)
    tablet = Tablet(staff, opened(staff))
    out = threading.Event()
    tablet.socket.on("disconnect", lambda *_: out.set(), namespace="/facilitator")
    tablet.begin()
    for _ in range(4):
        server.waits(minutes=25)
        was_looked_at(server)

    tablet.next_step()
    server.waits(minutes=15 * 60)
    assert out.wait(15), "a sign-in that is over is still shown the group"
    staff.get("/staff/")
    assert "/staff/sign-in" in staff.at


def was_looked_at(server: ServerWithAClock) -> None:
    """The cockpit counts as used, at this hour."""
    store, until = open_to_read(server.data), time.monotonic() + 15
    now = time.time_ns() // 1_000_000 + server.passed
    while time.monotonic() < until:
        with store.reading() as conn:
            used = [row.seen_at for row in conn.execute(select(sign_ins.c.seen_at))]
        if max(used) > now - MINUTE:
            store.close()
            return
        threading.Event().wait(0.02)
    raise AssertionError("nobody looks after a cockpit that is only looked at")
