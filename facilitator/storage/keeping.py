"""What was decided about keeping a live session: that its summary is confirmed, that it is on legal hold.

Triggers refuse to delete anything of a session on hold; whoever deletes asks `must_not_be_held` first, for the words.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from facilitator.errors import Refused
from facilitator.storage.tables import confirmed_summaries, legal_holds
from facilitator.storage.upsert import upsert

_CONFIRM = upsert(confirmed_summaries)


@dataclass(frozen=True)
class Confirmed:
    """`at`: ms, UTC. `keep_answers`: staff keep what the group answered, on purpose."""

    at: int
    by: str
    keep_answers: bool


def confirm(conn: Connection, live_session: str, *, by: str, at: int, keep_answers: bool) -> None:
    """Staff have read the summary and stand by it. Confirmed again, the later choice counts."""
    row = {"live_session": live_session, "at": at, "by": by, "keep_answers": keep_answers}
    conn.execute(_CONFIRM, row)


def confirmed(conn: Connection, live_session: str) -> Confirmed | None:
    row = conn.execute(select(confirmed_summaries).where(confirmed_summaries.c.live_session == live_session)).first()
    return None if row is None else Confirmed(row.at, row.by, row.keep_answers)


def hold(conn: Connection, live_session: str, *, by: str, at: int) -> None:
    """Nothing of this session goes, whatever its time, until the hold is lifted."""
    row = {"live_session": live_session, "by": by, "at": at}
    conn.execute(insert(legal_holds).values(row).on_conflict_do_nothing())


def lift(conn: Connection, live_session: str) -> None:
    conn.execute(delete(legal_holds).where(legal_holds.c.live_session == live_session))


def is_held(conn: Connection, live_session: str) -> bool:
    found = select(legal_holds.c.live_session).where(legal_holds.c.live_session == live_session)
    return conn.execute(found).first() is not None


def must_not_be_held(conn: Connection, live_session: str) -> None:
    """Raises `Refused("on_hold")`."""
    if is_held(conn, live_session):
        raise Refused("on_hold", "This session is on legal hold, so nothing of it can go. Lift the hold first.")
