"""The audit log on a page: who did what, when, as far as the reader may see it. Reading it is written down too."""

from datetime import date, datetime, time, timedelta
from functools import partial

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people import groups, staff
from facilitator.people.staff import StaffMember
from facilitator.records.auditing import WORDS, in_reach, lines
from facilitator.storage import audit_log
from facilitator.storage.audit_log import DEEDS, Wanted
from facilitator.storage.database import Store
from facilitator.web.here import house
from facilitator.web.staff_page import draw
from facilitator.web.who import me

audit = Blueprint("audit", __name__, url_prefix="/staff/audit")

A_PAGE = 100


@audit.get("")
def show() -> ResponseReturnValue:
    member, told = me(), request.args
    wanted = _wanted()
    before = _number(told.get("before", ""))
    _note(member)
    with house().store.reading() as conn:
        found = lines(conn, member, wanted, before=before, most=A_PAGE + 1)
        people, mine = _people(conn), _groups(conn, member)
    return draw(
        "staff/audit.html",
        title="Who did what",
        lines=found[:A_PAGE],
        older={**told, "before": found[A_PAGE - 1].number} if len(found) > A_PAGE else None,
        people=people,
        groups=mine,
        deeds=[(deed, WORDS[deed]) for deed in DEEDS],
        wanted=told,
        problem=house().hub.run_blocking(partial(_problem, house().store)),
    )


def _problem(store: Store) -> str | None:
    """Checks the whole log, which may be long: not where everyone waits for it."""
    with store.reading() as conn:
        return audit_log.verify(conn).problem


def _wanted() -> Wanted:
    told = request.args
    group = told.get("group", "")
    return Wanted(
        groups=frozenset([group]) if group else None,
        actor=told.get("who", ""),
        action=told.get("what", ""),
        since=_moment("from", timedelta()),
        until=_moment("to", timedelta(days=1)),
    )


def _number(written: str) -> int | None:
    """The number of an entry; None for what cannot be one. A store's numbers have at most 18 digits."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) <= 18 else None


def _moment(field: str, more: timedelta) -> int | None:
    """The beginning of the day that was chosen, and `more`, by the clinic's clock (ms, UTC)."""
    chosen = request.args.get(field, "")
    if not chosen:
        return None
    try:
        day = date.fromisoformat(chosen) + more
    except (ValueError, OverflowError):
        raise Refused("no_day", "Choose a day, like 2026-11-23.") from None
    return int(datetime.combine(day, time(), house().config.zone).timestamp() * 1000)


def _note(member: StaffMember) -> None:
    at = house().clock()
    house().writer.wait(lambda conn: audit_log.append(conn, "audit_seen", by=f"staff:{member.id}", at=at))


def _people(conn: Connection) -> list[tuple[str, str]]:
    known = sorted(((f"staff:{one.id}", one.name) for one in staff.everyone(conn)), key=lambda one: one[1].casefold())
    return [*known, ("nobody", "Someone not signed in"), ("console", "The server's console"), ("server", "The server")]


def _groups(conn: Connection, member: StaffMember) -> list[tuple[str, str]]:
    reach = in_reach(conn, member)
    return [(group.id, group.name) for group in groups.of_staff(conn, member.id) if reach is None or group.id in reach]
