"""Links that work once and for a while. Only the hash of their token is stored."""

from sqlalchemy import Connection, delete, insert, select

from facilitator.storage.ids import hash_of, new_token
from facilitator.storage.tables import one_time_links


def make(
    conn: Connection, purpose: str, *, expires_at: int, staff: str | None = None, carries: str | None = None
) -> str:
    """The token of a new link; those made for the same purpose before end. `carries`: what it brings along."""
    end(conn, purpose)
    token = new_token(conn, 32)
    row = {
        "token_hash": hash_of(token),
        "purpose": purpose,
        "staff": staff,
        "expires_at": expires_at,
        "carries": carries,
    }
    conn.execute(insert(one_time_links), row)
    return token


def is_good(conn: Connection, purpose: str, token: str, *, at: int) -> bool:
    wanted = (
        (one_time_links.c.token_hash == hash_of(token))
        & (one_time_links.c.purpose == purpose)
        & (one_time_links.c.expires_at > at)
    )
    return conn.execute(select(one_time_links.c.purpose).where(wanted)).first() is not None


def carried(conn: Connection, purpose: str) -> str:
    """What the link for this purpose brings along; empty if nothing, or if there is none."""
    wanted = select(one_time_links.c.carries).where(one_time_links.c.purpose == purpose)
    return conn.execute(wanted).scalar() or ""


def end_of_staff(conn: Connection, staff: str) -> None:
    """What somebody gave out ends with their right to."""
    conn.execute(delete(one_time_links).where(one_time_links.c.staff == staff))


def end_old(conn: Connection, *, at: int) -> None:
    conn.execute(delete(one_time_links).where(one_time_links.c.expires_at <= at))


def end(conn: Connection, purpose: str) -> None:
    conn.execute(delete(one_time_links).where(one_time_links.c.purpose == purpose))
