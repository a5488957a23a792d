"""The clinic's tablet, passed round: who has it next, and the way back to nobody. Plain HTML, before any script.

Staff set it up once with a code of their own tablet. From then on it holds one person's seat at a time.
"""

from flask import Blueprint, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from facilitator.errors import Refused
from facilitator.web import cookies
from facilitator.web.catalogue import words
from facilitator.web.here import house
from facilitator.web.languages import chosen_language, remember_language
from facilitator.web.participant_page import draw, sentence
from facilitator.web.refusals import status_of

clinic_tablet = Blueprint("clinic_tablet", __name__, url_prefix="/shared")


@clinic_tablet.get("")
def show() -> ResponseReturnValue:
    """Who has it next; on a tablet that nobody has set up, where to type the code."""
    response = make_response(_page())
    if "language" in request.args:
        remember_language(response, chosen_language())
    return response


@clinic_tablet.post("")
def begin() -> ResponseReturnValue:
    """Staff have typed the code: this tablet is passed round from now on."""
    try:
        token = house().passing_round.begin(request.form.get("code", "")[:40])
    except Refused as no:
        return _page(no), status_of(no.why)
    response = _clear()
    cookies.keep(response, "tablet", token)
    return response


@clinic_tablet.post("/seat")
def hand() -> ResponseReturnValue:
    """Somebody has it in their hands now. `rights.py` has asked whether this tablet may open their seat."""
    room = house().passing_round.room_of(cookies.read("tablet"))
    if room is None:
        raise Refused("no_session", "This group is over.")
    try:
        ticket = house().passing_round.hand_to(room, request.form.get("seat", "")[:80])
    except Refused as no:
        return _page(no), status_of(no.why)
    response = redirect(url_for("participants.agreement"), 303)
    cookies.keep(response, "seat", ticket)
    return response


@clinic_tablet.post("/done")
def done() -> ResponseReturnValue:
    """Nobody has it now: the ticket opens nothing any more, and the browser is asked to forget what it kept."""
    return _clear()


@clinic_tablet.post("/away")
def put_away() -> ResponseReturnValue:
    """This tablet is passed round no more."""
    house().passing_round.put_away(cookies.read("tablet"))
    response = _clear()
    cookies.drop(response, "tablet")
    return response


def _clear() -> Response:
    ticket = cookies.read("seat")
    if ticket:
        house().passing_round.wipe(ticket)
    response = redirect(url_for("clinic_tablet.show"), 303)
    cookies.drop(response, "seat")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _page(no: Refused | None = None) -> str:
    language = chosen_language()
    room = house().passing_round.room_of(cookies.read("tablet"))
    return draw(
        "shared.html",
        language,
        title=words(language)("hidden.title"),
        known=room is not None,
        next_ones=house().passing_round.next_ones(room) if room is not None else [],
        problem=sentence(language, no.why, no.message) if no else None,
    )
