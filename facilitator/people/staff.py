"""Staff accounts: a name to sign in with, a name to be called by, a password's hash, roles. No e-mail address."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from facilitator.errors import Refused
from facilitator.people.authority import ROLES, Role, Staff
from facilitator.storage import one_time_links, sign_ins
from facilitator.storage.ids import lookup_of
from facilitator.storage.people import forget_name, keep_name, names_of
from facilitator.storage.tables import second_steps, staff, staff_roles

_LEADS: tuple[Role, ...] = ("facilitator",)


@dataclass(frozen=True)
class StaffMember:
    """`name` is what the group and other staff see, `sign_in_name` what they type. `closed`: nobody signs in with it.

    `owes_second_step`: it may not keep accounts until it has one (`sign_in.SignIns` says so).
    """

    id: str
    name: str
    sign_in_name: str
    roles: frozenset[Role] = frozenset()
    closed: bool = False
    has_second_step: bool = False
    owes_second_step: bool = False

    @property
    def actor(self) -> Staff:
        """As `authority` asks about it."""
        return Staff(self.id, self.roles)


def add(
    conn: Connection,
    staff_id: str,
    *,
    sign_in_name: str,
    name: str,
    password_hash: str,
    at: int,
    roles: Collection[Role] = _LEADS,
) -> StaffMember:
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
    give_roles(conn, staff_id, roles)
    return StaffMember(staff_id, name, sign_in_name, frozenset(roles))


def give_roles(conn: Connection, staff_id: str, roles: Collection[Role]) -> None:
    """These and no others. Raises `Refused` (`no_role`, `last_operator`)."""
    wanted = [role for role in ROLES if role in roles]
    if not wanted:
        raise Refused("no_role", "Tick at least one thing that this person does here.")
    if "operator" not in wanted:
        _keep_an_operator(conn, staff_id)
        one_time_links.end_of_staff(conn, staff_id)
    conn.execute(delete(staff_roles).where(staff_roles.c.staff == staff_id))
    conn.execute(insert(staff_roles), [{"staff": staff_id, "role": role} for role in wanted])


def close(conn: Connection, staff_id: str, *, at: int) -> None:
    """Nobody signs in with this account any more; its name stays in the records. Raises `Refused("last_operator")`."""
    _keep_an_operator(conn, staff_id)
    conn.execute(update(staff).where(staff.c.id == staff_id).values(disabled_at=at))
    sign_ins.end_all(conn, staff_id)
    one_time_links.end_of_staff(conn, staff_id)


def remove(conn: Connection, staff_id: str) -> None:
    """The account and both its names. Raises `Refused("last_operator")`. Whoever owns a group cannot go."""
    _keep_an_operator(conn, staff_id)
    for owner in (f"staff:{staff_id}", f"sign_in:{staff_id}"):
        forget_name(conn, owner)
    one_time_links.end_of_staff(conn, staff_id)
    conn.execute(delete(staff).where(staff.c.id == staff_id))


def sign_out(conn: Connection, staff_id: str) -> None:
    """Everywhere."""
    sign_ins.end_all(conn, staff_id)


def open_again(conn: Connection, staff_id: str) -> None:
    conn.execute(update(staff).where(staff.c.id == staff_id).values(disabled_at=None))


def _keep_an_operator(conn: Connection, staff_id: str) -> None:
    """An operator must be left who can sign in, or nobody could let anybody in."""
    running = (
        select(staff_roles.c.staff).join(staff).where(staff_roles.c.role == "operator", staff.c.disabled_at.is_(None))
    )
    if list(conn.execute(running).scalars()) == [staff_id]:
        raise Refused("last_operator", "This is the last operator. Make someone else an operator first.")


def sign_in_lookup(conn: Connection, sign_in_name: str) -> str:
    """Capitals and blanks make no other account."""
    return lookup_of(conn, "sign_in", "".join(sign_in_name.casefold().split()))


def find(conn: Connection, staff_id: str) -> StaffMember | None:
    return next(iter(_read(conn, [staff_id])), None)


def find_by_sign_in_name(conn: Connection, sign_in_name: str) -> tuple[str, str] | None:
    """(id, password hash) of the account, or None. A closed one is none."""
    wanted = (staff.c.sign_in_lookup == sign_in_lookup(conn, sign_in_name)) & staff.c.disabled_at.is_(None)
    row = conn.execute(select(staff.c.id, staff.c.password_hash).where(wanted)).first()
    return None if row is None else (row.id, row.password_hash)


def password_hash_of(conn: Connection, staff_id: str) -> str | None:
    return conn.execute(select(staff.c.password_hash).where(staff.c.id == staff_id)).scalar()


def everyone(conn: Connection) -> list[StaffMember]:
    """All accounts, in the order of their random ids. A clinic has dozens at most."""
    return _read(conn, list(conn.execute(select(staff.c.id)).scalars()))


def nobody_yet(conn: Connection) -> bool:
    """True until there is a first account."""
    return conn.execute(select(staff.c.id).limit(1)).first() is None


def set_password(conn: Connection, staff_id: str, password_hash: str) -> None:
    """A new password signs its owner out everywhere."""
    conn.execute(update(staff).where(staff.c.id == staff_id).values(password_hash=password_hash))
    sign_ins.end_all(conn, staff_id)


def reset_password(conn: Connection, sign_in_name: str, password_hash: str) -> str:
    """For the server's console: the account's id. Raises `Refused("no_account")`."""
    wanted = staff.c.sign_in_lookup == sign_in_lookup(conn, sign_in_name)
    found = conn.execute(select(staff.c.id).where(wanted)).scalar()
    if found is None:
        raise Refused("no_account", "Nobody signs in with this name. Check how it is written.")
    set_password(conn, found, password_hash)
    return str(found)


def _read(conn: Connection, ids: list[str]) -> list[StaffMember]:
    names = names_of(conn, [f"{kind}:{staff_id}" for staff_id in ids for kind in ("staff", "sign_in")])
    roles: dict[str, set[Role]] = {}
    for row in conn.execute(select(staff_roles).where(staff_roles.c.staff.in_(ids))):
        roles.setdefault(row.staff, set()).add(row.role)
    wanted = select(staff.c.id, staff.c.disabled_at, second_steps.c.confirmed_at).outerjoin(second_steps)
    return [
        StaffMember(
            id=row.id,
            name=names.get(f"staff:{row.id}", ""),
            sign_in_name=names.get(f"sign_in:{row.id}", ""),
            roles=frozenset(roles.get(row.id, ())),
            closed=row.disabled_at is not None,
            has_second_step=row.confirmed_at is not None,
        )
        for row in conn.execute(wanted.where(staff.c.id.in_(ids)).order_by(staff.c.id))
    ]
