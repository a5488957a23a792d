"""The second step of signing in: each app's secret, the newest code that was used, and the recovery codes."""

import base64
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from facilitator.storage.fields import lock, locks_of, open_locked
from facilitator.storage.ids import lookup_of
from facilitator.storage.tables import recovery_codes, second_steps
from facilitator.storage.upsert import upsert

RECOVERY_CODES = 10
RECOVERY_LENGTH = 24
"""Signs of base 32: 120 random bits, too many to try even for who has the hashes and the key of looking up."""
_KEEP = upsert(second_steps)


@dataclass(frozen=True)
class StoredStep:
    """`secret` in base 32. `last_used`: the count of 30 seconds of the newest code that was used. Times in ms, UTC."""

    secret: str
    confirmed_at: int | None
    last_used: int


def begin(conn: Connection, staff: str, secret: str) -> None:
    """A secret that waits to be confirmed, in the place of the one before."""
    locked = lock(conn, second_steps.c.secret, (staff,), secret)
    conn.execute(_KEEP, {"staff": staff, "secret": locked, "confirmed_at": None, "last_used": 0})


def find(conn: Connection, staff: str) -> StoredStep | None:
    row = conn.execute(select(second_steps).where(second_steps.c.staff == staff)).first()
    if row is None:
        return None
    return StoredStep(open_locked(conn, second_steps.c.secret, (staff,), row.secret), row.confirmed_at, row.last_used)


def confirm(conn: Connection, staff: str, *, at: int) -> None:
    conn.execute(update(second_steps).where(second_steps.c.staff == staff).values(confirmed_at=at))


def use(conn: Connection, staff: str, count: int) -> bool:
    """Use the code of this count up. False if it, or a later one, was used before."""
    unused = (second_steps.c.staff == staff) & (second_steps.c.last_used < count)
    return conn.execute(update(second_steps).where(unused).values(last_used=count)).rowcount == 1


def new_recovery_codes(conn: Connection, staff: str) -> list[str]:
    """Ten codes of 120 random bits; those before end. Only their keyed hashes are stored."""
    conn.execute(delete(recovery_codes).where(recovery_codes.c.staff == staff))
    drawn = [locks_of(conn).random_bytes(RECOVERY_LENGTH * 5 // 8) for _ in range(RECOVERY_CODES)]
    made = [base64.b32encode(each).decode().lower() for each in drawn]
    conn.execute(insert(recovery_codes), [{"code_hash": _hash(conn, staff, code), "staff": staff} for code in made])
    return ["-".join(code[i : i + 4] for i in range(0, RECOVERY_LENGTH, 4)) for code in made]


def use_recovery_code(conn: Connection, staff: str, code: str) -> bool:
    """Use it up. False if there is no such code, or none any more."""
    theirs = (recovery_codes.c.staff == staff) & (recovery_codes.c.code_hash == _hash(conn, staff, code))
    return conn.execute(delete(recovery_codes).where(theirs)).rowcount == 1


def recovery_codes_left(conn: Connection, staff: str) -> int:
    return conn.execute(select(func.count()).where(recovery_codes.c.staff == staff)).scalar() or 0


def remove(conn: Connection, staff: str) -> None:
    conn.execute(delete(recovery_codes).where(recovery_codes.c.staff == staff))
    conn.execute(delete(second_steps).where(second_steps.c.staff == staff))


def _hash(conn: Connection, staff: str, code: str) -> str:
    return lookup_of(conn, "recovery_code", f"{staff}|{code}")
