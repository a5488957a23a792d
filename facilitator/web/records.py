"""The record of a session that is over: to read, to print, as JSON; and deleting it."""

from typing import Any

from flask import Blueprint, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people.authority import AboutLiveSession, Action, may
from facilitator.people.staff import StaffMember
from facilitator.people.subjects import about_live_session
from facilitator.records.as_json import CONTAINS, as_json
from facilitator.records.purging import looks_of
from facilitator.records.reading import Record, record_of
from facilitator.records.retention import DAY, Due
from facilitator.storage import audit_log, keeping, live_sessions
from facilitator.web.here import house
from facilitator.web.keeping import forgetting, must_be_gone, note, the_notice, why_no_export
from facilitator.web.staff_page import draw
from facilitator.web.who import must

records = Blueprint("records", __name__, url_prefix="/staff/record")


@records.get("/<live_session>")
def record(live_session: str) -> ResponseReturnValue:
    member, subject = _reader(live_session, "see_record")
    try:
        found = _record(live_session, member)
    except Refused as no:
        if no.why == "not_over":
            return redirect(url_for("screens.cockpit", live_session=live_session), 303)
        raise
    note("record_seen", f"live_session:{live_session}")
    return draw(
        "records/summary.html",
        title="Session summary",
        summary=found.summary,
        contains=CONTAINS,
        has_jotting=bool(found.jotting),
        **_kept(live_session),
        no_export=why_no_export(),
        may_change=may(member.actor, "change_record", subject),
        may_hold=may(member.actor, "hold_record", subject),
        may_delete=may(member.actor, "delete_live_session", subject),
    )


@records.get("/<live_session>.json")
def record_as_json(live_session: str) -> ResponseReturnValue:
    member, _ = _reader(live_session, "see_record")
    notice = the_notice()
    found = _record(live_session, member)
    note("record_exported", f"live_session:{live_session}")
    response = jsonify(as_json(found.summary, notice))
    response.headers["Content-Disposition"] = f'attachment; filename="session-{live_session[:8]}.json"'
    return response


@records.get("/<live_session>/jotting")
def jotting(live_session: str) -> ResponseReturnValue:
    """What the reader jotted down: apart from the record, which is printed and handed on."""
    member, _ = _reader(live_session, "see_record")
    found = _record(live_session, member)
    note("jotting_seen", f"live_session:{live_session}")
    return draw("records/jotting.html", title="Your jottings", summary=found.summary, jotting=found.jotting)


@records.get("/<live_session>/delete")
def ask_to_delete(live_session: str) -> ResponseReturnValue:
    """What deleting means, before it happens."""
    member, _ = _reader(live_session, "delete_live_session")
    found = _record(live_session, member)
    with house().store.reading() as conn:
        keeping.must_not_be_held(conn, live_session)
    return draw("records/delete.html", title="Delete a session", summary=found.summary, no=None)


@records.post("/<live_session>/delete")
def delete(live_session: str) -> ResponseReturnValue:
    """Delete the session and everything of it. Only one that is over, and only when asked in so many words."""
    member, _ = _reader(live_session, "delete_live_session")
    found = _record(live_session, member)
    if request.form.get("sure") != "yes":
        no = Refused("not_sure", "Tick the box first. Deleting cannot be taken back.")
        return draw("records/delete.html", title="Delete a session", summary=found.summary, no=no), 400
    by, at = f"staff:{member.id}", house().clock()

    def job(conn: Connection) -> set[bytes]:
        keeping.must_not_be_held(conn, live_session)
        looks = set(looks_of(conn, Due(live_session, "sessions")))
        audit_log.append(conn, "session_deleted", by=by, at=at, subject=f"live_session:{live_session}")
        live_sessions.delete_live_session(conn, live_session)
        return looks

    must_be_gone(forgetting().let_go(job))
    return redirect(url_for("home.home_page"), 303)


def _kept(live_session: str) -> dict[str, Any]:
    """What was decided about keeping it, and when what the group answered goes by itself."""
    with house().store.reading() as conn:
        stored = live_sessions.find(conn, live_session)
        kept = {"confirmed": keeping.confirmed(conn, live_session), "held": keeping.is_held(conn, live_session)}
    ended = stored.ended_at if stored is not None else None
    days = house().config.keep_days["responses"]
    return {**kept, "goes_on": None if ended is None or kept["held"] else ended + days * DAY}


def _record(live_session: str, member: StaffMember) -> Record:
    with house().store.reading() as conn:
        return record_of(conn, live_session, house().opening.surroundings, reader=member.id)


def _reader(live_session: str, action: Action) -> tuple[StaffMember, AboutLiveSession]:
    with house().store.reading() as conn:
        subject = about_live_session(conn, live_session)
    return must(action, subject), subject
