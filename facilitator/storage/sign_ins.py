"""Who of the staff is signed in where: the hash of a cookie's token, and when it was last used (ms, UTC)."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from facilitator.storage.ids import hash_of, new_token
from facilitator.storage.tables import sign_ins


@dataclass(frozen=True)
class StoredSignIn:
    """`half`: the password was right, the second step is still to come."""

    staff: str
    signed_in_at: int
    seen_at: int
    half: bool


@dataclass(frozen=True)
class Device:
    """Where somebody is signed in: a name for it that opens nothing, and times. Nothing about the device itself."""

    name: str
    signed_in_at: int
    seen_at: int


def begin(conn: Connection, staff: str, *, at: int, half: bool = False) -> str:
    """The token of a new sign-in, for a cookie."""
    token = new_token(conn, 32)
    row = {"token_hash": hash_of(token), "staff": staff, "signed_in_at": at, "seen_at": at, "half": half}
    conn.execute(insert(sign_ins), row)
    return token


def find(conn: Connection, token: str) -> StoredSignIn | None:
    """Whether it has been idle for too long is for the caller to say."""
    row = conn.execute(select(sign_ins).where(sign_ins.c.token_hash == hash_of(token))).first()
    return None if row is None else StoredSignIn(row.staff, row.signed_in_at, row.seen_at, row.half)


def seen(conn: Connection, token: str, *, at: int) -> None:
    """It was used now. A late word of an earlier use changes nothing."""
    wanted = (sign_ins.c.token_hash == hash_of(token)) & (sign_ins.c.seen_at < at)
    conn.execute(update(sign_ins).where(wanted).values(seen_at=at))


def renew(conn: Connection, token: str) -> str | None:
    """Another token for the same sign-in, which is whole from now on; the old one ends. None: no such sign-in."""
    new = new_token(conn, 32)
    same = sign_ins.c.token_hash == hash_of(token)
    changed = conn.execute(update(sign_ins).where(same).values(token_hash=hash_of(new), half=False)).rowcount
    return new if changed else None


def end(conn: Connection, token: str) -> None:
    conn.execute(delete(sign_ins).where(sign_ins.c.token_hash == hash_of(token)))


def end_all(conn: Connection, staff: str) -> None:
    """Sign out everywhere."""
    conn.execute(delete(sign_ins).where(sign_ins.c.staff == staff))


def end_others(conn: Connection, staff: str, *, but: str) -> None:
    """Sign out everywhere but where this token is."""
    others = (sign_ins.c.staff == staff) & (sign_ins.c.token_hash != hash_of(but))
    conn.execute(delete(sign_ins).where(others))


def device_name(token: str) -> str:
    return _name(hash_of(token))


def devices(conn: Connection, staff: str, *, seen_since: int) -> list[Device]:
    """Where this account is signed in; last used comes first."""
    theirs = (sign_ins.c.staff == staff) & sign_ins.c.half.is_(False) & (sign_ins.c.seen_at >= seen_since)
    rows = conn.execute(select(sign_ins).where(theirs).order_by(sign_ins.c.seen_at.desc(), sign_ins.c.token_hash))
    return [Device(_name(row.token_hash), row.signed_in_at, row.seen_at) for row in rows]


def end_device(conn: Connection, staff: str, name: str) -> bool:
    """Sign one device out. False if this account is not signed in there."""
    hashes = conn.execute(select(sign_ins.c.token_hash).where(sign_ins.c.staff == staff)).scalars()
    ended = [each for each in hashes if _name(each) == name]
    conn.execute(delete(sign_ins).where(sign_ins.c.token_hash.in_(ended)))
    return bool(ended)


def _name(token_hash: str) -> str:
    return hash_of(token_hash)[:16]


def end_idle(conn: Connection, *, seen_before: int) -> None:
    """Forget those that were last used before this moment."""
    conn.execute(delete(sign_ins).where(sign_ins.c.seen_at < seen_before))
