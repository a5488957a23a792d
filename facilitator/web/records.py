"""The record of a session that is over: to read, to print, as JSON; and deleting it."""

from functools import partial

from flask import Blueprint, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from facilitator.errors import Refused
from facilitator.people.authority import AboutLiveSession, Action, may
from facilitator.people.staff import StaffMember
from facilitator.people.subjects import about_live_session
from facilitator.records.as_json import CONTAINS, as_json
from facilitator.records.reading import Record, record_of
from facilitator.storage import live_sessions
from facilitator.web.here import house
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
    return draw(
        "records/summary.html",
        title="Session summary",
        summary=found.summary,
        contains=CONTAINS,
        has_jotting=bool(found.jotting),
        may_delete=may(member.actor, "delete_live_session", subject),
    )


@records.get("/<live_session>.json")
def record_as_json(live_session: str) -> ResponseReturnValue:
    member, _ = _reader(live_session, "see_record")
    found = _record(live_session, member)
    response = jsonify(as_json(found.summary))
    response.headers["Content-Disposition"] = f'attachment; filename="session-{live_session[:8]}.json"'
    return response


@records.get("/<live_session>/jotting")
def jotting(live_session: str) -> ResponseReturnValue:
    """What the reader jotted down: apart from the record, which is printed and handed on."""
    member, _ = _reader(live_session, "see_record")
    found = _record(live_session, member)
    return draw("records/jotting.html", title="Your jottings", summary=found.summary, jotting=found.jotting)


@records.get("/<live_session>/delete")
def ask_to_delete(live_session: str) -> ResponseReturnValue:
    """What deleting means, before it happens."""
    member, _ = _reader(live_session, "delete_live_session")
    found = _record(live_session, member)
    return draw("records/delete.html", title="Delete a session", summary=found.summary, no=None)


@records.post("/<live_session>/delete")
def delete(live_session: str) -> ResponseReturnValue:
    """Delete the session and everything of it. Only one that is over, and only when asked in so many words."""
    member, _ = _reader(live_session, "delete_live_session")
    found = _record(live_session, member)
    if request.form.get("sure") != "yes":
        no = Refused("not_sure", "Tick the box first. Deleting cannot be taken back.")
        return draw("records/delete.html", title="Delete a session", summary=found.summary, no=no), 400
    house().writer.wait(partial(live_sessions.delete_live_session, live_session=live_session))
    # What was deleted must not lie on in the write-ahead log.
    house().writer.truncate_log(lambda _: None)
    return redirect(url_for("home.home_page"), 303)


def _record(live_session: str, member: StaffMember) -> Record:
    with house().store.reading() as conn:
        return record_of(conn, live_session, house().opening.surroundings, reader=member.id)


def _reader(live_session: str, action: Action) -> tuple[StaffMember, AboutLiveSession]:
    with house().store.reading() as conn:
        subject = about_live_session(conn, live_session)
    return must(action, subject), subject
