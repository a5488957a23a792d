"""Therapy groups: an owner, the staff who lead it too, those who supervise it, and a name."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, or_, select

from facilitator.storage.people import forget_name, keep_name, names_of
from facilitator.storage.tables import group_staff, groups, live_sessions
from facilitator.storage.upsert import upsert

_SHARE = upsert(group_staff)


@dataclass(frozen=True)
class Group:
    """`staff` are the ids of all who may lead it: its owner and the co-facilitators. `supervisors` read its record."""

    id: str
    owner: str
    staff: frozenset[str]
    name: str
    supervisors: frozenset[str] = frozenset()


def add(conn: Connection, group: str, *, owner: str, name: str, at: int) -> None:
    conn.execute(insert(groups), {"id": group, "owner": owner, "created_at": at})
    keep_name(conn, f"group:{group}", name)


def find(conn: Connection, group: str) -> Group | None:
    found = _read(conn, [group])
    return found[0] if found else None


def staff_of_live_session(conn: Connection, live_session: str) -> tuple[str, frozenset[str], frozenset[str]] | None:
    """(owner, staff, supervisors) of the group whose session this is, as in `Group`; None if there is no such session.

    In one statement and without the name, which would have to be decrypted: it is asked for with taps.
    """
    shared = groups.join(live_sessions, live_sessions.c.group == groups.c.id).outerjoin(group_staff)
    wanted = select(groups.c.owner, group_staff.c.staff, group_staff.c.supervises).select_from(shared)
    rows = conn.execute(wanted.where(live_sessions.c.id == live_session)).all()
    if not rows:
        return None
    owner = rows[0].owner
    leads = frozenset({owner, *(row.staff for row in rows if row.staff is not None and not row.supervises)})
    return owner, leads, frozenset(row.staff for row in rows if row.supervises)


def of_staff(conn: Connection, staff: str) -> list[Group]:
    """Those that these staff own, share or supervise, by name."""
    shared = select(group_staff.c.group).where(group_staff.c.staff == staff)
    wanted = select(groups.c.id).where(or_(groups.c.owner == staff, groups.c.id.in_(shared)))
    found = _read(conn, list(conn.execute(wanted).scalars()))
    return sorted(found, key=lambda group: (group.name.casefold(), group.id))


def rename(conn: Connection, group: str, name: str) -> None:
    keep_name(conn, f"group:{group}", name)


def share(conn: Connection, group: str, staff: str) -> None:
    """Let these staff lead the group too."""
    conn.execute(_SHARE, {"group": group, "staff": staff, "supervises": False})


def supervise(conn: Connection, group: str, staff: str) -> None:
    """Let these staff read the group's record, and not lead it."""
    conn.execute(_SHARE, {"group": group, "staff": staff, "supervises": True})


def unshare(conn: Connection, group: str, staff: str) -> None:
    """Neither lead nor supervise it any more."""
    conn.execute(delete(group_staff).where(group_staff.c.group == group, group_staff.c.staff == staff))


def remove(conn: Connection, group: str) -> None:
    """Delete a group with everything of its live sessions."""
    forget_name(conn, f"group:{group}")
    conn.execute(delete(groups).where(groups.c.id == group))


def _read(conn: Connection, wanted: Iterable[str]) -> list[Group]:
    ids = list(wanted)
    names = names_of(conn, [f"group:{group}" for group in ids])
    leads: dict[str, set[str]] = {}
    reads: dict[str, set[str]] = {}
    for row in conn.execute(select(group_staff).where(group_staff.c.group.in_(ids))):
        (reads if row.supervises else leads).setdefault(row.group, set()).add(row.staff)
    return [
        Group(
            id=row.id,
            owner=row.owner,
            staff=frozenset({row.owner, *leads.get(row.id, ())}),
            name=names.get(f"group:{row.id}", ""),
            supervisors=frozenset(reads.get(row.id, ())),
        )
        for row in conn.execute(select(groups).where(groups.c.id.in_(ids)).order_by(groups.c.id))
    ]
