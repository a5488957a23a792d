"""Who of the staff is signed in where: the hash of a cookie's token, and when it was last used (ms, UTC)."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from facilitator.storage.ids import hash_of, new_token
from facilitator.storage.tables import sign_ins


@dataclass(frozen=True)
class StoredSignIn:
    staff: str
    signed_in_at: int
    seen_at: int


def begin(conn: Connection, staff: str, *, at: int) -> str:
    """The token of a new sign-in, for a cookie."""
    token = new_token(conn, 32)
    conn.execute(insert(sign_ins), {"token_hash": hash_of(token), "staff": staff, "signed_in_at": at, "seen_at": at})
    return token


def find(conn: Connection, token: str) -> StoredSignIn | None:
    """Whether it has been idle for too long is for the caller to say."""
    row = conn.execute(select(sign_ins).where(sign_ins.c.token_hash == hash_of(token))).first()
    return None if row is None else StoredSignIn(row.staff, row.signed_in_at, row.seen_at)


def seen(conn: Connection, token: str, *, at: int) -> None:
    """It was used now. A late word of an earlier use changes nothing."""
    wanted = (sign_ins.c.token_hash == hash_of(token)) & (sign_ins.c.seen_at < at)
    conn.execute(update(sign_ins).where(wanted).values(seen_at=at))


def renew(conn: Connection, token: str) -> str | None:
    """Another token for the same sign-in; the old one ends. None if there is no such sign-in."""
    new = new_token(conn, 32)
    same = sign_ins.c.token_hash == hash_of(token)
    changed = conn.execute(update(sign_ins).where(same).values(token_hash=hash_of(new))).rowcount
    return new if changed else None


def end(conn: Connection, token: str) -> None:
    conn.execute(delete(sign_ins).where(sign_ins.c.token_hash == hash_of(token)))


def end_all(conn: Connection, staff: str) -> None:
    """Sign out everywhere."""
    conn.execute(delete(sign_ins).where(sign_ins.c.staff == staff))


def end_idle(conn: Connection, *, seen_before: int) -> None:
    """Forget those that were last used before this moment."""
    conn.execute(delete(sign_ins).where(sign_ins.c.seen_at < seen_before))
