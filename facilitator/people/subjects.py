"""Reads from the store what `authority.may` is asked about. Each raises `Refused("not_found")`."""

from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people import groups
from facilitator.people.authority import AboutAgenda, AboutGroup, AboutJotting, AboutLiveSession
from facilitator.people.groups import Group
from facilitator.storage import agendas


def about_group(conn: Connection, group: str) -> AboutGroup:
    found = groups.find(conn, group)
    if found is None:
        raise _not_found()
    return about(found)


def about(group: Group) -> AboutGroup:
    return AboutGroup(group.owner, group.staff, group.supervisors)


def about_live_session(conn: Connection, live_session: str) -> AboutLiveSession:
    found = groups.staff_of_live_session(conn, live_session)
    if found is None:
        raise _not_found()
    return AboutLiveSession(live_session, AboutGroup(*found))


def about_agenda(conn: Connection, agenda: str) -> AboutAgenda:
    found = agendas.find(conn, agenda)
    if found is None:
        raise _not_found()
    return AboutAgenda(found.owner, None if found.group is None else about_group(conn, found.group))


def about_group_of_agenda(conn: Connection, agenda: str) -> AboutGroup:
    """Raises `Refused("no_group")` for a template."""
    group = about_agenda(conn, agenda).group
    if group is None:
        raise Refused("no_group", "A template belongs to no group. Make a plan for a group from it first.")
    return group


def about_jotting(conn: Connection, live_session: str, author: str) -> AboutJotting:
    return AboutJotting(author, about_live_session(conn, live_session))


def _not_found() -> Refused:
    return Refused("not_found", "This is not here any more. It may have been deleted.")
