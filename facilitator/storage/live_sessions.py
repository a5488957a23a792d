"""The rows that say which live sessions there are. What happened in one is in its `event_log`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from facilitator.storage import ids
from facilitator.storage.fields import lock, open_locked
from facilitator.storage.tables import live_sessions

Phase = Literal["gathering", "running", "ending", "ended"]


@dataclass(frozen=True)
class StoredLiveSession:
    """Times in ms, UTC. `join_code` is None once it has ended; `rehearsal` ones are nobody's record."""

    id: str
    group: str
    join_code: str | None
    phase: Phase
    opened_at: int
    ended_at: int | None
    k: int
    agreement: str
    rehearsal: bool


_FACTS = [live_sessions.c[name] for name in StoredLiveSession.__dataclass_fields__]


def add(conn: Connection, opened: StoredLiveSession) -> str:
    """Write down a new live session and make the secret of its QR, which is returned.

    Raises `sqlalchemy.exc.IntegrityError` if the join code is taken.
    """
    secret = ids.new_token(conn)
    values = {name: getattr(opened, name) for name in StoredLiveSession.__dataclass_fields__}
    locked = lock(conn, live_sessions.c.qr_secret, (opened.id,), secret)
    conn.execute(insert(live_sessions), {**values, "qr_hash": ids.hash_of(secret), "qr_secret": locked})
    return secret


def find(conn: Connection, live_session: str) -> StoredLiveSession | None:
    return _one(conn, live_sessions.c.id == live_session)


def find_by_code(conn: Connection, join_code: str) -> StoredLiveSession | None:
    """The live one with this code (as written by `join_codes.as_typed`)."""
    return _one(conn, live_sessions.c.join_code == join_code)


def find_by_secret(conn: Connection, secret: str) -> StoredLiveSession | None:
    """The live one whose QR holds this secret."""
    return _one(conn, (live_sessions.c.qr_hash == ids.hash_of(secret)) & (live_sessions.c.phase != "ended"))


def live(conn: Connection) -> list[StoredLiveSession]:
    """All that have not ended: what a server that comes back takes up again."""
    return _many(conn, live_sessions.c.phase != "ended")


def of_groups(conn: Connection, groups: Iterable[str]) -> list[StoredLiveSession]:
    """All of these groups, the newest first."""
    return _many(conn, live_sessions.c.group.in_(list(groups)))


def qr_secret(conn: Connection, live_session: str) -> str:
    """What the tablet needs to show the QR again. Raises `LookupError` if there is no such live session."""
    locked = conn.execute(select(live_sessions.c.qr_secret).where(live_sessions.c.id == live_session)).scalar()
    if locked is None:
        raise LookupError(live_session)
    return open_locked(conn, live_sessions.c.qr_secret, (live_session,), locked)


def set_phase(conn: Connection, live_session: str, phase: Phase, *, ended_at: int | None = None) -> None:
    """Keep the phase as the log has it. `ended` needs `ended_at`, and frees the join code."""
    values: dict[str, Any] = {"phase": phase}
    if phase == "ended":
        values |= {"ended_at": ended_at, "join_code": None}
    conn.execute(update(live_sessions).where(live_sessions.c.id == live_session).values(values))


def delete_live_session(conn: Connection, live_session: str) -> None:
    """Delete a live session and everything of it: log, names, answers, texts, jottings, drawings."""
    conn.execute(delete(live_sessions).where(live_sessions.c.id == live_session))


def _one(conn: Connection, wanted: ColumnElement[bool]) -> StoredLiveSession | None:
    row = conn.execute(select(*_FACTS).where(wanted)).first()
    return None if row is None else StoredLiveSession(**row._mapping)


def _many(conn: Connection, wanted: ColumnElement[bool]) -> list[StoredLiveSession]:
    newest_first = select(*_FACTS).where(wanted).order_by(live_sessions.c.opened_at.desc(), live_sessions.c.id)
    return [StoredLiveSession(**row._mapping) for row in conn.execute(newest_first)]
