"""What every route asks of `people/authority.py` before it does anything. A route that is not here opens for nobody.

`tests/test_authority_matrix.py` walks them all, with every role.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from flask import Flask, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people import authority, seats
from facilitator.people.authority import AboutPassing, AboutSeat, Action, Subject
from facilitator.people.subjects import about_agenda, about_group, about_group_of_agenda, about_live_session
from facilitator.web.here import house
from facilitator.web.who import me, must, phone_or_nobody, seated, tablet_or_nobody

About = Literal["group", "agenda", "live_session", "group_in_form", "group_of_agenda", None]
"""The part of the address (or of the form) that names the thing in question."""


@dataclass(frozen=True)
class Right:
    """`also`: what has to be allowed besides."""

    action: Action
    about: About = None
    also: "Right | None" = None


RIGHTS: Mapping[str, Right] = {
    "assets.built_file": Right("knock"),
    "assets.curriculum_media": Right("knock"),
    "health.can_serve": Right("knock"),
    # --- phones and walls ---
    "participants.join_form": Right("knock"),
    "participants.join": Right("knock"),
    "participants.hidden": Right("knock"),
    "participants.agreement": Right("take_part"),
    "participants.accept": Right("take_part"),
    "participants.call_staff": Right("take_part"),
    "participants.group": Right("take_part"),
    "clinic_tablet.show": Right("knock"),
    "clinic_tablet.begin": Right("knock"),
    "clinic_tablet.hand": Right("pass_round"),
    "clinic_tablet.done": Right("knock"),
    "clinic_tablet.put_away": Right("knock"),
    "screens.wall": Right("knock"),
    # --- the door for staff ---
    "sign_in.form": Right("knock"),
    "sign_in.enter": Right("knock"),
    "sign_in.second_form": Right("knock"),
    "sign_in.second": Right("knock"),
    "sign_in.first": Right("knock"),
    "sign_in.open_first": Right("knock"),
    "sign_in.demo": Right("knock"),
    "sign_in.leave": Right("knock"),
    "sign_in.leave_everywhere": Right("have_account"),
    "invited.form": Right("knock"),
    "invited.open_account": Right("knock"),
    # --- one's own account ---
    "again.say": Right("have_account"),
    "account.show": Right("have_account"),
    "account.change_password": Right("have_account"),
    "account.sign_out_device": Right("have_account"),
    "second_step.show": Right("have_account"),
    "second_step.begin": Right("have_account"),
    "second_step.confirm": Right("have_account"),
    "second_step.new_codes": Right("have_account"),
    "second_step.remove": Right("have_account"),
    # --- the house ---
    "people.show": Right("see_staff"),
    "people.one": Right("see_staff"),
    "people.invite": Right("change_staff"),
    "people.change_roles": Right("change_staff"),
    "people.close": Right("change_staff"),
    "people.open_again": Right("change_staff"),
    "people.reset_second_step": Right("change_staff"),
    "people.sign_out": Right("change_staff"),
    "leaving.ask_about_account": Right("change_staff"),
    "leaving.hand_all_over": Right("change_staff"),
    "leaving.delete_account": Right("change_staff"),
    "people.settings": Right("see_settings"),
    # --- planning ---
    "home.home_page": Right("see_home"),
    "library.shelves": Right("see_library"),
    "preview.step": Right("see_library"),
    "library.shelves_as_json": Right("see_library"),
    "library.module": Right("see_library"),
    "library.printed": Right("see_library"),
    "groups.make": Right("make_group"),
    "groups.show": Right("see_group", "group"),
    "groups.attendance": Right("export_attendance", "group"),
    "groups.rename": Right("change_group", "group"),
    "groups.share": Right("change_group", "group"),
    "groups.unshare": Right("change_group", "group"),
    "leaving.ask_about_group": Right("delete_group", "group"),
    "leaving.hand_group_over": Right("delete_group", "group"),
    "leaving.delete_group": Right("delete_group", "group"),
    "agendas.make": Right("open_live_session", "group_in_form"),
    "agendas.edit": Right("use_agenda", "agenda"),
    "agendas.as_json": Right("use_agenda", "agenda"),
    "agendas.save": Right("change_agenda", "agenda"),
    "agendas.change": Right("change_agenda", "agenda"),
    "agendas.keep_as_template": Right("use_agenda", "agenda", also=Right("make_plan")),
    "agendas.ask_to_delete": Right("delete_agenda", "agenda"),
    "agendas.delete": Right("delete_agenda", "agenda"),
    "agendas.start": Right("use_agenda", "agenda", also=Right("open_live_session", "group_of_agenda")),
    # --- live, and the record ---
    "screens.cockpit": Right("lead", "live_session"),
    "records.record": Right("see_record", "live_session"),
    "records.record_as_json": Right("see_record", "live_session"),
    "records.jotting": Right("see_record", "live_session"),
    "keeping.printed": Right("see_record", "live_session"),
    "keeping.confirm": Right("change_record", "live_session"),
    "keeping.hold": Right("hold_record", "live_session"),
    "keeping.lift": Right("hold_record", "live_session"),
    "keeping.one_person": Right("see_record", "live_session"),
    "keeping.person_as_json": Right("see_record", "live_session"),
    "keeping.ask_to_take_out": Right("change_record", "live_session"),
    "keeping.take_out": Right("change_record", "live_session"),
    "keeping.erase": Right("delete_live_session", "live_session"),
    "audit.show": Right("see_audit"),
    "records.ask_to_delete": Right("delete_live_session", "live_session"),
    "records.delete": Right("delete_live_session", "live_session"),
}

_ABOUT: Mapping[str, Callable[[Connection, str], Subject]] = {
    "group": about_group,
    "agenda": about_agenda,
    "live_session": about_live_session,
    "group_in_form": about_group,
    "group_of_agenda": about_group_of_agenda,
}


def guard(app: Flask) -> None:
    app.before_request(ask)


def ask() -> ResponseReturnValue | None:
    """Before every page. Raises `Refused` (`sign_in`, `not_yours`, `step_first`, `not_found`); `LookupError` for a
    route without a line, which then opens for nobody."""
    if request.endpoint is None:
        # There is no such page, or not for this method; it is said so.
        return None
    right = RIGHTS.get(request.endpoint)
    if right is None:
        raise LookupError(f"Say in web/rights.py what {request.endpoint} asks.")
    if right.action == "knock":
        return None
    if right.action == "take_part":
        return _ask_phone(right)
    if right.action == "pass_round":
        return _ask_tablet(right)
    # Whoever is not signed in learns nothing, not even what there is.
    member = me()
    asked: Right | None = right
    while asked is not None:
        _ask_staff(member.id, asked)
        asked = asked.also
    return None


def _ask_staff(member: str, right: Right) -> None:
    try:
        must(right.action, _subject(right))
    except Refused as no:
        if no.why == "not_yours":
            house().turned_away.note(member, _as_the_log_names_it(right))
        raise


def _ask_phone(right: Right) -> ResponseReturnValue | None:
    place = seated()
    if place is not None and authority.may(phone_or_nobody(), right.action, AboutSeat(place[1], place[0])):
        return None
    return redirect(url_for("participants.join_form"), 303)


def _ask_tablet(right: Right) -> ResponseReturnValue | None:
    with house().store.reading() as conn:
        seat = seats.find(conn, request.form.get("seat", "")[:80])
    if seat is not None and authority.may(tablet_or_nobody(), right.action, AboutPassing(seat.live_session)):
        return None
    return redirect(url_for("clinic_tablet.show"), 303)


def _subject(right: Right) -> Subject:
    if right.about is None:
        return None
    with house().store.reading() as conn:
        return _ABOUT[right.about](conn, _named(right.about))


def _named(about: str) -> str:
    named = {**(request.view_args or {}), "group_in_form": request.form.get("group", "")}
    named["group_of_agenda"] = named.get("agenda", "")
    return str(named[about])


def _as_the_log_names_it(right: Right) -> str | None:
    """What belongs to a group, so that those who keep its record read of it."""
    match right.about:
        case "live_session":
            return f"live_session:{_named('live_session')}"
        case "group" | "group_in_form":
            return f"group:{_named(right.about)}"
    return None
