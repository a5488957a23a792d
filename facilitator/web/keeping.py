"""What becomes of a record: confirmed, printed, held, and what is held about one person: saved or erased."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from flask import Blueprint, Response, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people import seats
from facilitator.people.subjects import about_live_session
from facilitator.records import person, taking_out
from facilitator.records.as_json import CONTAINS
from facilitator.records.forgetting import Forgetting
from facilitator.records.notice import notice_of
from facilitator.records.purging import let_go
from facilitator.records.reading import record_of
from facilitator.records.retention import Due
from facilitator.records.taking_out import Piece
from facilitator.storage import audit_log, keeping
from facilitator.storage.audit_log import Deed
from facilitator.web.here import house
from facilitator.web.staff_page import draw
from facilitator.web.who import may, me

record_keeping = Blueprint("keeping", __name__, url_prefix="/staff/record/<live_session>")


@record_keeping.get("/print")
def printed(live_session: str) -> ResponseReturnValue:
    """The summary for paper, under the programme's notice. Opening it counts as an export."""
    notice = the_notice()
    with house().store.reading() as conn:
        found = record_of(conn, live_session, house().opening.surroundings, reader=me().id)
    note("record_exported", f"live_session:{live_session}")
    return draw(
        "records/printed.html", title="Session summary", summary=found.summary, contains=CONTAINS, notice=notice
    )  # fmt: skip


@record_keeping.post("/confirm")
def confirm(live_session: str) -> ResponseReturnValue:
    """Staff stand by the summary. What the group answered goes now, unless they keep it on purpose."""
    keep = request.form.get("keep") == "yes"
    member, at = me(), house().clock()
    by = f"staff:{member.id}"

    def job(conn: Connection) -> set[bytes]:
        person.must_be_over(conn, live_session)
        keeping.confirm(conn, live_session, by=member.id, at=at, keep_answers=keep)
        audit_log.append(conn, "summary_confirmed", by=by, at=at, subject=f"live_session:{live_session}")
        if keep or keeping.is_held(conn, live_session):
            return set()
        return let_go(conn, Due(live_session, "responses"), at, by=by)

    must_be_gone(forgetting().let_go(job))
    return _back(live_session)


@record_keeping.post("/hold")
def hold(live_session: str) -> ResponseReturnValue:
    _do(lambda conn, by, at: keeping.hold(conn, live_session, by=by, at=at), "hold_set", live_session)
    return _back(live_session)


@record_keeping.post("/lift")
def lift(live_session: str) -> ResponseReturnValue:
    _do(lambda conn, by, at: keeping.lift(conn, live_session), "hold_lifted", live_session)
    return _back(live_session)


@record_keeping.get("/people/<seat>")
def one_person(live_session: str, seat: str) -> ResponseReturnValue:
    return _person_page(live_session, seat)


@record_keeping.get("/people/<seat>.json")
def person_as_json(live_session: str, seat: str) -> ResponseReturnValue:
    notice = the_notice()
    with house().store.reading() as conn:
        held = person.held_about(conn, live_session, seat, house().opening.surroundings, notice)
    note("person_exported", f"seat:{seat}")
    response: Response = jsonify(held)
    response.headers["Content-Disposition"] = f'attachment; filename="person-{seat[:8]}.json"'
    return response


@record_keeping.post("/people/<seat>/erase")
def erase(live_session: str, seat: str) -> ResponseReturnValue:
    """Only when asked in so many words."""
    if request.form.get("sure") != "yes":
        return _person_page(
            live_session, seat, Refused("not_sure", "Tick the box first. This cannot be taken back.")
        ), 400
    by, at = f"staff:{me().id}", house().clock()
    must_be_gone(forgetting().let_go(lambda conn: person.erase(conn, live_session, seat, by=by, at=at)))
    return redirect(url_for("keeping.one_person", live_session=live_session, seat=seat, erased=1), 303)


@record_keeping.get("/people/<seat>/pictures/<run>/<part>")
def ask_to_take_out(live_session: str, seat: str, run: str, part: str) -> ResponseReturnValue:
    """What taking a picture out means, before it happens."""
    return _picture_page(live_session, Piece(run, seat, part))


@record_keeping.post("/people/<seat>/pictures/<run>/<part>")
def take_out(live_session: str, seat: str, run: str, part: str) -> ResponseReturnValue:
    """Only when asked in so many words."""
    piece, around = Piece(run, seat, part), house().opening.surroundings
    if request.form.get("sure") != "yes":
        no = Refused("not_sure", "Tick the box first. This cannot be taken back.")
        return _picture_page(live_session, piece, no), 400
    by, at = f"staff:{me().id}", house().clock()
    must_be_gone(forgetting().let_go(lambda conn: taking_out.take_out(conn, live_session, piece, around, by=by, at=at)))
    return _back(live_session)


def _picture_page(live_session: str, piece: Piece, no: Refused | None = None) -> str:
    with house().store.reading() as conn:
        found = taking_out.find_picture(conn, live_session, piece, house().opening.surroundings)
        maker, held = seats.find(conn, piece.seat), keeping.is_held(conn, live_session)
    name = maker.name if maker is not None else ""
    return draw(
        "records/take_out.html",
        title="Take a picture out",
        live_session=live_session,
        name=name,
        drawn=found.drawn,
        held=held,
        no=no,
    )


def _person_page(live_session: str, seat: str, no: Refused | None = None) -> str:
    with house().store.reading() as conn:
        subject = about_live_session(conn, live_session)
        person.must_be_over(conn, live_session)
        found = seats.find(conn, seat)
        held = keeping.is_held(conn, live_session)
    if found is None or found.live_session != live_session:
        raise Refused("not_found", "This person was not in this session.")
    return draw(
        "records/person.html",
        title="One person",
        live_session=live_session,
        seat=found,
        contains=person.CONTAINS,
        held=held,
        may_erase=may("delete_live_session", subject),
        no_export=why_no_export(),
        erased="erased" in request.args,
        no=no,
    )


def the_notice() -> str:
    """What every export carries. Raises `Refused("no_notice")`."""
    return notice_of(house().config.part2_notice, demo=house().demo)


def why_no_export() -> str:
    """Why nothing can be printed or saved yet; empty where it can."""
    try:
        the_notice()
    except Refused as no:
        return no.message
    return ""


def note(deed: Deed, subject: str) -> None:
    """Write a deed of whoever asks into the audit log, before they see anything: no entry, no page."""
    by, at = f"staff:{me().id}", house().clock()
    house().writer.wait(partial(audit_log.append, action=deed, by=by, at=at, subject=subject))


def must_be_gone(left: Mapping[Path, int]) -> None:
    """What a search of the files found afterwards. Raises `Refused("left")`."""
    if left:
        raise Refused("left", "It is erased, but a search still found some on the disk. Tell whoever runs this server.")


def forgetting() -> Forgetting:
    here = house()
    return Forgetting(here.store, here.writer, here.config.keep_days, here.clock, here.hub.run_blocking)


def _do(change: Callable[[Connection, str, int], None], deed: Deed, live_session: str) -> None:
    member, at = me(), house().clock()

    def job(conn: Connection) -> None:
        change(conn, member.id, at)
        audit_log.append(conn, deed, by=f"staff:{member.id}", at=at, subject=f"live_session:{live_session}")

    house().writer.wait(job)


def _back(live_session: str) -> ResponseReturnValue:
    return redirect(url_for("records.record", live_session=live_session), 303)
