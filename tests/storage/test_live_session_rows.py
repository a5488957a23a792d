"""Live sessions as rows: how they are found, and that deleting one leaves nothing of it."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from facilitator.curriculum.model import Document, Module
from facilitator.live_session.events import Recorded, SessionBegan
from facilitator.people import clinic_tablets, seats
from facilitator.people.walls import Pairing, attach
from facilitator.storage import (
    answers,
    event_log,
    jottings,
    keeping,
    live_sessions,
    living_states,
    people,
    pins,
    sealed_answers,
    texts,
)  # fmt: skip
from facilitator.storage.database import Store
from facilitator.storage.tables import metadata
from facilitator.storage.tables import sealed_answers as sealed_table
from facilitator.storage.writer import Writer

Call = Callable[..., Any]


def test_the_qr_opens_the_live_session_until_it_ends(write: Call, read: Call, another_meeting: Call) -> None:
    secret = another_meeting("tomorrow", "GHJKM")
    assert read(live_sessions.find_by_secret, secret).id == "tomorrow"
    assert read(live_sessions.qr_secret, "tomorrow") == secret
    assert read(live_sessions.find_by_secret, "something else") is None
    write(live_sessions.set_phase, "tomorrow", "ended", ended_at=5)

    assert read(live_sessions.find_by_secret, secret) is None


def test_a_secret_has_128_bits_and_is_stored_as_a_hash(store: Store, another_meeting: Call) -> None:
    secret = another_meeting("tomorrow", "GHJKM")

    assert len(secret) == 22
    assert secret.encode() not in store.path.read_bytes() + (store.data / "facilitator.sqlite-wal").read_bytes()


def test_a_join_code_is_unique_among_live_ones_and_free_afterwards(
    write: Call, read: Call, tonight: str, another_meeting: Call
) -> None:
    with pytest.raises(IntegrityError):
        another_meeting("tomorrow", "BCDFG")
    assert read(live_sessions.find_by_code, "BCDFG").id == tonight
    write(live_sessions.set_phase, tonight, "ended", ended_at=5)
    assert read(live_sessions.find_by_code, "BCDFG") is None
    another_meeting("tomorrow", "BCDFG")

    assert read(live_sessions.find_by_code, "BCDFG").id == "tomorrow"


def test_a_server_that_comes_back_finds_what_has_not_ended(
    write: Call, read: Call, tonight: str, another_meeting: Call
) -> None:
    another_meeting("tomorrow", "GHJKM")
    write(live_sessions.set_phase, tonight, "ended", ended_at=5)

    assert [one.id for one in read(live_sessions.live)] == ["tomorrow"]
    assert {one.id for one in read(live_sessions.of_groups, ["thursday"])} == {tonight, "tomorrow"}
    assert read(live_sessions.of_groups, ["another group"]) == []
    assert read(live_sessions.find, tonight).ended_at == 5


def fill(conn: Any, live_session: str, module: Module) -> None:
    """Something of everything that a live session can leave behind."""
    event_log.append(conn, live_session, [Recorded(1, 1, "staff:okoye", "t1", SessionBegan())])
    pins.pin_modules(conn, live_session, [module])
    pins.pin_document(conn, live_session, "agreement", Document("We agree", "en", "v1", []))
    seat = f"chris-{live_session}"
    seats.add(conn, seat, live_session, name="Chris", language="en")
    answers.Keep(
        live_session, "r1", seat, revision=1, did="answer", answer={"hope": "rest"}, ok_to_show=True,
        by_staff=False, at=1,
    )(conn)  # fmt: skip
    sealed_answers.add(conn, live_session, "r2", "w1", [(f"id in {live_session}", {"text": "tired"})], frame_bytes=4608)
    texts.add(conn, live_session, f"copy-{live_session}", "an edited copy")
    jottings.keep(conn, live_session, "okoye", "a private note", at=1)
    living_states.keep(conn, live_session, "r3", 1, {"lines": []})
    attach(conn, live_session, Pairing().wait(f"ticket-{live_session}"))
    clinic_tablets.add(conn, live_session)
    keeping.confirm(conn, live_session, by="okoye", at=1, keep_answers=True)


def rows_of(conn: Any, live_session: str) -> dict[str, int]:
    return {
        table.name: conn.execute(
            select(func.count()).select_from(table).where(table.c.live_session == live_session)
        ).scalar()
        for table in metadata.sorted_tables
        # What is on hold cannot be deleted; see `test_keeping.py`.
        if "live_session" in table.c and table.name != "legal_holds"
    }


def test_deleting_a_live_session_deletes_everything_of_it_and_nothing_else(
    write: Call, read: Call, tonight: str, another_meeting: Call, a_module: Module
) -> None:
    another_meeting("tomorrow", "GHJKM")
    for live_session in (tonight, "tomorrow"):
        write(fill, live_session, a_module)
    assert 0 not in read(rows_of, tonight).values()
    before = read(rows_of, "tomorrow")
    write(live_sessions.delete_live_session, tonight)

    assert set(read(rows_of, tonight).values()) == {0}
    assert read(live_sessions.find, tonight) is None
    assert read(rows_of, "tomorrow") == before
    assert read(people.name_of, "staff:okoye") == "Dr. Okoye"


def test_what_was_deleted_is_overwritten_on_the_disk(
    write: Call, read: Call, writer: Writer, tonight: str, a_module: Module, on_disk: Callable[[], bytes]
) -> None:
    write(fill, tonight, a_module)
    locked = bytes(read(lambda conn: conn.execute(select(sealed_table.c.body)).scalar()))[:200]
    assert locked in on_disk()
    write(live_sessions.delete_live_session, tonight)
    writer.truncate_log(lambda outcome: outcome.get())
    writer.step()

    assert locked not in on_disk()
