"""What goes when a group or an account is deleted, and what stays. Both give canaries, to be searched for afterwards.

A group takes its record along. An account leaves the record as it is, under a random number: what its owner led was
the group's. So its groups are handed over first.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, func, select, update

from facilitator.errors import Refused
from facilitator.people import groups, staff
from facilitator.records.purging import locked_slices, looks_of
from facilitator.records.retention import Due
from facilitator.storage import audit_log, keeping, live_sessions
from facilitator.storage import tables as t


@dataclass(frozen=True)
class Holds:
    """What hangs on an account: groups and their plans are handed over, templates and jottings go with it."""

    groups: int
    templates: int
    jottings: int


def holds(conn: Connection, member: str) -> Holds:
    templates = (t.agendas.c.owner == member) & t.agendas.c.group.is_(None)
    return Holds(
        groups=_count(conn, t.groups, t.groups.c.owner == member),
        templates=_count(conn, t.agendas, templates),
        jottings=_count(conn, t.jottings, t.jottings.c.staff == member),
    )


def hand_over(conn: Connection, group: str, to: str, *, by: str, at: int, stays: bool) -> None:
    """Let somebody else own the group, with its plans. `stays`: who owned it until now leads it on.

    Raises `Refused` (`not_found`, `no_leader`).
    """
    found, heir = groups.find(conn, group), staff.find(conn, to)
    if found is None:
        raise Refused("not_found", "This group is not here any more. It may have been deleted.")
    if heir is None or heir.closed or "facilitator" not in heir.roles or heir.id == found.owner:
        raise Refused("no_leader", "Choose another facilitator. Only a facilitator can own a group.")
    groups.unshare(conn, group, to)
    conn.execute(update(t.groups).where(t.groups.c.id == group).values(owner=to))
    mine = (t.agendas.c.owner == found.owner) & (t.agendas.c.group == group)
    conn.execute(update(t.agendas).where(mine).values(owner=to))
    if stays:
        groups.share(conn, group, found.owner)
    audit_log.append(conn, "group_handed_over", by=by, at=at, subject=f"staff:{to}", group=group)


def hand_over_all(conn: Connection, member: str, to: str, *, by: str, at: int) -> None:
    """For an operator, when somebody leaves: they need not know what the groups are called."""
    if by == f"staff:{to}":
        raise Refused("no_leader", "Choose a colleague. Whoever keeps accounts does not hand a record to themselves.")
    for group in conn.execute(select(t.groups.c.id).where(t.groups.c.owner == member)).scalars().all():
        hand_over(conn, group, to, by=by, at=at, stays=False)


def delete_group(conn: Connection, group: str, *, by: str, at: int) -> set[bytes]:
    """The group, its plans, and everything of its sessions. Raises `Refused` (`on_hold`, `live_now`)."""
    sessions = live_sessions.of_groups(conn, [group])
    if any(session.phase != "ended" for session in sessions):
        raise Refused("live_now", "A session of this group is open. End it first, and wait until it is over.")
    if any(keeping.is_held(conn, session.id) for session in sessions):
        raise Refused(
            "on_hold", "A session of this group is on legal hold, so the group cannot go. Lift the hold first."
        )
    looks = {look for session in sessions for look in looks_of(conn, Due(session.id, "sessions"))}
    looks |= set(_looks(conn, t.names, t.names.c.owner == f"group:{group}"))
    looks |= set(_looks(conn, t.agendas, t.agendas.c.group == group))
    for session in sessions:
        audit_log.append(conn, "session_deleted", by=by, at=at, subject=f"live_session:{session.id}")
    audit_log.append(conn, "group_deleted", by=by, at=at, subject=f"group:{group}")
    groups.remove(conn, group)
    return looks


def delete_account(conn: Connection, member: str, *, by: str, at: int) -> set[bytes]:
    """The account with its names, templates and jottings. Raises `Refused` (`oneself`, `owns_groups`, `on_hold`,
    `last_operator`)."""
    if by == f"staff:{member}":
        raise Refused("oneself", "Nobody deletes their own account. Ask another operator.")
    if holds(conn, member).groups:
        raise Refused("owns_groups", "They own groups. Hand these over first.")
    noted = select(t.jottings.c.live_session).join(
        t.legal_holds, t.legal_holds.c.live_session == t.jottings.c.live_session
    )
    if conn.execute(noted.where(t.jottings.c.staff == member).limit(1)).first() is not None:
        raise Refused("on_hold", "Their jottings belong to a session on legal hold. Close the account instead.")
    _plans_to_their_groups(conn, member)
    looks = set(_looks(conn, t.names, t.names.c.owner.in_((f"staff:{member}", f"sign_in:{member}"))))
    for column in (t.agendas.c.owner, t.jottings.c.staff, t.second_steps.c.staff):
        looks |= set(_looks(conn, column.table, column == member))
    staff.remove(conn, member)
    audit_log.append(conn, "account_deleted", by=by, at=at, subject=f"staff:{member}")
    return looks


def _plans_to_their_groups(conn: Connection, member: str) -> None:
    """What somebody planned for a colleague's group stays with it."""
    owner = select(t.groups.c.owner).where(t.groups.c.id == t.agendas.c.group).scalar_subquery()
    planned = (t.agendas.c.owner == member) & t.agendas.c.group.is_not(None)
    conn.execute(update(t.agendas).where(planned).values(owner=owner))


def _looks(conn: Connection, table: Table, wanted: ColumnElement[bool]) -> Iterator[bytes]:
    for row in conn.execute(select(table).where(wanted)):
        yield from locked_slices(row._mapping)


def _count(conn: Connection, table: Table, wanted: ColumnElement[bool]) -> int:
    return conn.execute(select(func.count()).select_from(table).where(wanted)).scalar() or 0
