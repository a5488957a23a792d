"""Who is who: the only place where a name lies beside an id. Everything else knows ids alone.

An owner is `staff:<id>`, `sign_in:<id>` (a staff member's sign-in name), `group:<id>` or `seat:<id>`.
Forgetting a name leaves a pseudonymous record behind.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, Row, delete, select

from facilitator.storage.fields import lock, open_locked
from facilitator.storage.tables import names
from facilitator.storage.upsert import upsert

_KEEP = upsert(names, stays=("live_session",))


def keep_name(conn: Connection, owner: str, name: str, *, live_session: str | None = None) -> None:
    """Name someone, or rename them. A name that belongs to a live session goes with it."""
    locked = lock(conn, names.c.name, (owner,), name)
    conn.execute(_KEEP, {"owner": owner, "live_session": live_session, "name": locked})


def name_of(conn: Connection, owner: str) -> str | None:
    """None if the name was forgotten."""
    return names_of(conn, [owner]).get(owner)


def names_of(conn: Connection, owners: Iterable[str]) -> dict[str, str]:
    """owner → name, of those whose name is known."""
    return _open(conn, conn.execute(select(names).where(names.c.owner.in_(list(owners)))))


def names_in(conn: Connection, live_session: str) -> dict[str, str]:
    """owner → name of every seat of a live session."""
    return _open(conn, conn.execute(select(names).where(names.c.live_session == live_session)))


def forget_name(conn: Connection, owner: str) -> None:
    conn.execute(delete(names).where(names.c.owner == owner))


def _open(conn: Connection, rows: Iterable[Row[tuple[object, ...]]]) -> dict[str, str]:
    return {row.owner: open_locked(conn, names.c.name, (row.owner,), row.name) for row in rows}
