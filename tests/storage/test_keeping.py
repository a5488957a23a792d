"""A confirmed summary, and a legal hold that no path can delete through."""

import pytest
from sqlalchemy import Connection, delete
from sqlalchemy.exc import IntegrityError

from facilitator.errors import Refused
from facilitator.people import groups
from facilitator.storage import answers, jottings, keeping, live_sessions, living_states, people, sealed_answers, texts
from facilitator.storage import tables as t
from tests.storage.conftest import NOW, Write


@pytest.fixture
def held(write: Write, tonight: str) -> str:
    def job(conn: Connection) -> None:
        say = {"did": "answer", "answer": {"hope": "rest"}, "ok_to_show": True, "by_staff": False}
        answers.Keep(tonight, "r1", "ana", revision=1, at=1, **say)(conn)  # type: ignore[arg-type]
        sealed_answers.add(conn, tonight, "r2", "w1", [("random", {"text": "tired"})], frame_bytes=4608)
        texts.add(conn, tonight, "copy", "an edited copy")
        jottings.keep(conn, tonight, "okoye", "a private note", at=1)
        living_states.keep(conn, tonight, "r3", 1, {"lines": []})
        keeping.hold(conn, tonight, by="okoye", at=NOW)

    write(job)
    return tonight


def test_the_later_confirmation_counts(write: Write, read: Write, tonight: str) -> None:
    assert read(keeping.confirmed, tonight) is None

    write(keeping.confirm, tonight, by="okoye", at=NOW, keep_answers=True)
    write(keeping.confirm, tonight, by="okoye", at=NOW + 1, keep_answers=False)

    assert read(keeping.confirmed, tonight) == keeping.Confirmed(NOW + 1, "okoye", keep_answers=False)


HELD = ["live_sessions", "answers", "sealed_answers", "texts", "jottings", "living_states", "names"]


@pytest.mark.parametrize("table", HELD)
def test_nothing_of_a_session_on_hold_can_be_deleted_by_any_path(write: Write, held: str, table: str) -> None:
    column = "id" if table == "live_sessions" else "live_session"

    def job(conn: Connection) -> None:
        conn.execute(delete(t.metadata.tables[table]).where(t.metadata.tables[table].c[column] == held))

    with pytest.raises(IntegrityError, match="legal hold"):
        write(job)


def test_nor_can_its_group(write: Write, read: Write, held: str) -> None:
    with pytest.raises(IntegrityError, match="legal hold"):
        write(groups.remove, "thursday")

    assert read(people.name_of, "group:thursday") == "Thursday evening"


def test_a_hold_says_so_in_words_and_can_be_lifted(write: Write, read: Write, held: str) -> None:
    with pytest.raises(Refused, match="on_hold"):
        read(keeping.must_not_be_held, held)
    write(keeping.hold, held, by="okoye", at=NOW + 1)
    write(keeping.lift, held)

    read(keeping.must_not_be_held, held)
    write(live_sessions.delete_live_session, held)
    assert read(live_sessions.find, held) is None
