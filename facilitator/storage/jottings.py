"""A therapist's private notes beside a live session: one text for each of the staff, in no export."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from facilitator.storage.fields import lock, open_locked
from facilitator.storage.tables import jottings


def keep(conn: Connection, live_session: str, staff: str, text: str, *, at: int) -> None:
    """Put `text` in the place of what these staff had jotted down here before."""
    body = lock(conn, jottings.c.body, (live_session, staff), text)
    new = {"body": body, "changed_at": at}
    row = {"live_session": live_session, "staff": staff, **new}
    conn.execute(insert(jottings).values(row).on_conflict_do_update(index_elements=["live_session", "staff"], set_=new))


def find(conn: Connection, live_session: str, staff: str) -> str:
    """What these staff jotted down; empty if nothing."""
    wanted = (jottings.c.live_session == live_session) & (jottings.c.staff == staff)
    body = conn.execute(select(jottings.c.body).where(wanted)).scalar()
    return "" if body is None else open_locked(conn, jottings.c.body, (live_session, staff), body)
