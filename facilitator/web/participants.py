"""The pages of a phone before and beside its live page: plain HTML that works before any script has come."""

from random import SystemRandom
from secrets import token_hex

from flask import Blueprint, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from facilitator.curriculum.model import Document
from facilitator.errors import Refused
from facilitator.live_session.commands import CallStaff
from facilitator.people.join_guesses import place_of
from facilitator.storage import pins
from facilitator.web import cookies, suggested_names
from facilitator.web.catalogue import words
from facilitator.web.here import house, pages
from facilitator.web.languages import chosen_language, remember_language
from facilitator.web.packed import pack
from facilitator.web.participant_page import draw, sentence
from facilitator.web.refusals import status_of

participants = Blueprint("participants", __name__)
participants.after_request(pack)

_LIKELY_FIRST = "check_in"
"""The kind that most groups begin with. A wrong guess costs a phone little, a right one saves it a wait."""


@participants.get("/join")
@participants.get("/")
def join_form() -> ResponseReturnValue:
    """The join form. A QR opens it with its secret in the fragment, which no server ever gets to see by itself."""
    response = make_response(_join_page())
    if "language" in request.args:
        remember_language(response, chosen_language())
    return response


@participants.post("/join")
def join() -> ResponseReturnValue:
    """By a seat's link, by the QR's secret, or by the typed code, which only knocks."""
    language = chosen_language()
    try:
        ticket = _ticket(language)
    except Refused as no:
        return _join_page(no), status_of(no.why)
    response = redirect(url_for("participants.agreement"), 303)
    cookies.keep(response, "seat", ticket)
    remember_language(response, language)
    return response


def _ticket(language: str) -> str:
    joining, name = house().joining, _sent("name")
    if _sent("link"):
        return joining.with_link(_sent("link"))
    if _sent("secret"):
        return joining.with_secret(_sent("secret"), name, language)
    if not _sent("code"):
        raise Refused("no_code", "Type the code that the screen in the room shows.")
    return joining.with_code(_sent("code"), name, language, place_of(request.environ))


def _sent(field: str) -> str:
    return request.form.get(field, "").strip()[:200]


def _join_page(no: Refused | None = None) -> str:
    language = chosen_language()
    # A secret that opens nothing would hide the field for the code for good.
    keep_secret = no is None or no.why != "old_link"
    return draw(
        "join.html",
        language,
        script="join",
        seated=_seat() is not None,
        suggestions=suggested_names.some(language, SystemRandom()),
        code=_sent("code"),
        name=_sent("name"),
        secret=_sent("secret") if keep_secret else "",
        link=_sent("link") if keep_secret else "",
        problem=sentence(language, no.why, no.message) if no else None,
        problem_field=_field_of(no),
        soon=_soon(language),
    )


def _soon(language: str) -> tuple[str, ...]:
    """What the group page will need: it comes while someone types a name, or reads."""
    page = pages().page("participant")
    first = (page.js, page.words.get(language), *page.kinds.get(_LIKELY_FIRST, ()))
    return tuple(each for each in first if each)


def _field_of(no: Refused | None) -> str | None:
    if no is None:
        return None
    return {"name": "name", "no_such_code": "code", "no_code": "code", "slow_down": "code"}.get(no.why)


@participants.get("/group/agreement")
def agreement() -> ResponseReturnValue:
    """The agreement as it was when the live session was opened, in this phone's language."""
    seated = _seat()
    if seated is None:
        return redirect(url_for("participants.join_form"), 303)
    language = chosen_language()
    document = _agreement_of(seated[0], language)
    if document is None or _has_accepted(*seated):
        return redirect(url_for("participants.group"), 303)
    call = url_for("participants.call_staff")
    response = make_response(
        draw(
            "agreement.html",
            language,
            agreement=document,
            call=call,
            called="called" in request.args,
            prefetch=_soon(language),
        )
    )
    remember_language(response, language)
    return response


@participants.post("/group/agreement")
def accept() -> ResponseReturnValue:
    """Accept the version that was read."""
    seated = _seat()
    if seated is None:
        return redirect(url_for("participants.join_form"), 303)
    house().joining.accept_agreement(*seated, _sent("version"))
    return redirect(url_for("participants.group"), 303)


@participants.post("/group/call")
def call_staff() -> ResponseReturnValue:
    """*Talk to staff* from a page without a script."""
    seated = _seat()
    if seated is None:
        return redirect(url_for("participants.join_form"), 303)
    live_session, seat = seated
    house().conductor.ask_and_wait(live_session, CallStaff(call=token_hex(16), seat=seat), f"seat:{seat}")
    return redirect(url_for("participants.agreement", called=1), 303)


@participants.get("/group")
def group() -> ResponseReturnValue:
    """The live page's shell."""
    seated = _seat()
    if seated is None:
        return redirect(url_for("participants.join_form"), 303)
    language = chosen_language()
    if not _has_accepted(*seated) and _agreement_of(seated[0], language) is not None:
        return redirect(url_for("participants.agreement"), 303)
    return draw("participant.html", language, script="participant")


@participants.route("/hidden", methods=["GET", "POST"])
def hidden() -> ResponseReturnValue:
    """A page about nothing. Asked for by POST, it also makes this phone forget its seat.

    At the end of a group a phone asks with `keep`: what its owner chose to keep there until next time stays.
    """
    language = chosen_language()
    response = make_response(draw("hidden.html", language, title=words(language)("hidden.title")))
    if request.method == "POST":
        cookies.drop(response, "seat")
        response.headers["Clear-Site-Data"] = '"cache"' if "keep" in request.args else '"cache", "storage"'
    return response


def _seat() -> tuple[str, str] | None:
    """(live session, seat) of this phone."""
    ticket = cookies.read("seat")
    return house().joining.seat_of(ticket) if ticket else None


def _has_accepted(live_session: str, seat: str) -> bool:
    state = house().conductor.room(live_session).state
    place = state.seats.get(seat)
    return place is not None and place.accepted == state.agreement


def _agreement_of(live_session: str, language: str) -> Document | None:
    with house().store.reading() as conn:
        pinned = pins.documents(conn, live_session, "agreement")
    return pinned.get(language) or next(iter(pinned.values()), None)
