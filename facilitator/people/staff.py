"""Staff accounts: a name to sign in with, a name to be called by, a password's hash. No e-mail address."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from facilitator.errors import Refused
from facilitator.storage import sign_ins
from facilitator.storage.ids import lookup_of
from facilitator.storage.people import keep_name, names_of
from facilitator.storage.tables import staff


@dataclass(frozen=True)
class StaffMember:
    """`name` is what the group and other staff see, `sign_in_name` what they type."""

    id: str
    name: str
    sign_in_name: str


def add(conn: Connection, staff_id: str, *, sign_in_name: str, name: str, password_hash: str, at: int) -> StaffMember:
    """Make an account. Raises `Refused("name_taken")`."""
    row = {
        "id": staff_id,
        "sign_in_lookup": sign_in_lookup(conn, sign_in_name),
        "password_hash": password_hash,
        "created_at": at,
    }
    try:
        conn.execute(insert(staff), row)
    except IntegrityError:
        raise Refused("name_taken", "Someone signs in with this name already. Choose another one.") from None
    keep_name(conn, f"staff:{staff_id}", name)
    keep_name(conn, f"sign_in:{staff_id}", sign_in_name)
    return StaffMember(staff_id, name, sign_in_name)


def sign_in_lookup(conn: Connection, sign_in_name: str) -> str:
    """Capitals and blanks make no other account."""
    return lookup_of(conn, "sign_in", "".join(sign_in_name.casefold().split()))


def find(conn: Connection, staff_id: str) -> StaffMember | None:
    known = conn.execute(select(staff.c.id).where(staff.c.id == staff_id)).scalars()
    return next(iter(_named(conn, list(known))), None)


def find_by_sign_in_name(conn: Connection, sign_in_name: str) -> tuple[str, str] | None:
    """(id, password hash) of the account, or None."""
    wanted = staff.c.sign_in_lookup == sign_in_lookup(conn, sign_in_name)
    row = conn.execute(select(staff.c.id, staff.c.password_hash).where(wanted)).first()
    return None if row is None else (row.id, row.password_hash)


def password_hash_of(conn: Connection, staff_id: str) -> str | None:
    return conn.execute(select(staff.c.password_hash).where(staff.c.id == staff_id)).scalar()


def everyone(conn: Connection) -> list[StaffMember]:
    """All accounts, in the order of their random ids. A clinic has dozens at most."""
    return _named(conn, list(conn.execute(select(staff.c.id).order_by(staff.c.id)).scalars()))


def nobody_yet(conn: Connection) -> bool:
    """True until there is a first account."""
    return conn.execute(select(staff.c.id).limit(1)).first() is None


def set_password(conn: Connection, staff_id: str, password_hash: str) -> None:
    """A new password signs its owner out everywhere."""
    conn.execute(update(staff).where(staff.c.id == staff_id).values(password_hash=password_hash))
    sign_ins.end_all(conn, staff_id)


def reset_password(conn: Connection, sign_in_name: str, password_hash: str) -> None:
    """For the server's console. Raises `Refused("no_account")`."""
    found = find_by_sign_in_name(conn, sign_in_name)
    if found is None:
        raise Refused("no_account", "Nobody signs in with this name. Check how it is written.")
    set_password(conn, found[0], password_hash)


def _named(conn: Connection, ids: list[str]) -> list[StaffMember]:
    names = names_of(conn, [f"{kind}:{staff_id}" for staff_id in ids for kind in ("staff", "sign_in")])
    return [StaffMember(each, names.get(f"staff:{each}", ""), names.get(f"sign_in:{each}", "")) for each in ids]
