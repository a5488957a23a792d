"""Tablets of the clinic that are passed round a group, each in one live session, until that ends or staff say so.

The tablet keeps a token, the store its hash. It says nothing about whoever held the tablet, or when.
"""

from sqlalchemy import Connection, delete, insert, select

from facilitator.storage import ids
from facilitator.storage.tables import clinic_tablets


def add(conn: Connection, live_session: str) -> str:
    """The token (128 bits) of a tablet that is passed round from now on."""
    token = ids.new_token(conn)
    conn.execute(insert(clinic_tablets), {"token_hash": ids.hash_of(token), "live_session": live_session})
    return token


def live_session_of(conn: Connection, token: str) -> str | None:
    found = select(clinic_tablets.c.live_session).where(clinic_tablets.c.token_hash == ids.hash_of(token))
    return conn.execute(found).scalar()


def are_there(conn: Connection, live_session: str) -> bool:
    found = select(clinic_tablets.c.live_session).where(clinic_tablets.c.live_session == live_session)
    return conn.execute(found.limit(1)).first() is not None


def put_away(conn: Connection, token: str) -> None:
    conn.execute(delete(clinic_tablets).where(clinic_tablets.c.token_hash == ids.hash_of(token)))


def put_all_away(conn: Connection, live_session: str) -> None:
    conn.execute(delete(clinic_tablets).where(clinic_tablets.c.live_session == live_session))
