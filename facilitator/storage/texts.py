"""Edited copies of what was written, for display. The log knows only their ids."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from facilitator.storage.fields import lock, open_locked
from facilitator.storage.tables import texts


def add(conn: Connection, live_session: str, text_id: str, text: str) -> None:
    """Keep an edited copy under a new random id."""
    locked = lock(conn, texts.c.body, (text_id,), text)
    conn.execute(insert(texts), {"id": text_id, "live_session": live_session, "body": locked})


def of_live_session(conn: Connection, live_session: str) -> dict[str, str]:
    """id → text of every edited copy."""
    rows = conn.execute(select(texts).where(texts.c.live_session == live_session))
    return {row.id: open_locked(conn, texts.c.body, (row.id,), row.body) for row in rows}


def find(conn: Connection, text_ids: Iterable[str]) -> dict[str, str]:
    """id → text of those among these that there are."""
    rows = conn.execute(select(texts).where(texts.c.id.in_(list(text_ids))))
    return {row.id: open_locked(conn, texts.c.body, (row.id,), row.body) for row in rows}
