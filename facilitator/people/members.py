"""People enrolled in a group. A seat may belong to a member; it need not."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from facilitator.storage.people import forget_name, keep_name, names_of
from facilitator.storage.tables import members, seats


@dataclass(frozen=True)
class Member:
    """`name` is empty once it was forgotten."""

    id: str
    group: str
    name: str


def add(conn: Connection, member: str, group: str, *, name: str, at: int) -> None:
    conn.execute(insert(members), {"id": member, "group": group, "created_at": at})
    keep_name(conn, f"member:{member}", name)


def of_group(conn: Connection, group: str) -> list[Member]:
    rows = list(conn.execute(select(members).where(members.c.group == group).order_by(members.c.id)))
    names = names_of(conn, [f"member:{row.id}" for row in rows])
    return [Member(row.id, row.group, names.get(f"member:{row.id}", "")) for row in rows]


def attach(conn: Connection, seat: str, member: str) -> None:
    """Say that this seat is this member's."""
    conn.execute(update(seats).where(seats.c.id == seat).values(member=member))


def remove(conn: Connection, member: str) -> None:
    """Forget a member. Their seats stay, pseudonymous."""
    forget_name(conn, f"member:{member}")
    conn.execute(delete(members).where(members.c.id == member))
