"""A therapist's private notes beside a live session: one text for each of the staff, in no export."""

from sqlalchemy import Connection, select

from facilitator.storage.fields import lock, open_locked
from facilitator.storage.tables import jottings
from facilitator.storage.upsert import upsert

_KEEP = upsert(jottings)


def keep(conn: Connection, live_session: str, staff: str, text: str, *, at: int) -> None:
    """Put `text` in the place of what these staff had jotted down here before."""
    body = lock(conn, jottings.c.body, (live_session, staff), text)
    conn.execute(_KEEP, {"live_session": live_session, "staff": staff, "body": body, "changed_at": at})


def find(conn: Connection, live_session: str, staff: str) -> str:
    """What these staff jotted down; empty if nothing."""
    wanted = (jottings.c.live_session == live_session) & (jottings.c.staff == staff)
    body = conn.execute(select(jottings.c.body).where(wanted)).scalar()
    return "" if body is None else open_locked(conn, jottings.c.body, (live_session, staff), body)
