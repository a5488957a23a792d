"""One answer for everything that does not happen: a sentence a person can act on, as a page or as JSON."""

import structlog
from flask import Flask, Response, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, InternalServerError

from facilitator.errors import Refused
from facilitator.web import staff_page
from facilitator.web.catalogue import words
from facilitator.web.here import house
from facilitator.web.languages import chosen_language
from facilitator.web.participant_page import draw, sentence

_STATUS = {
    "sign_in": 401,
    "signed_out": 401,
    "wrong_code": 400,
    "step_first": 403,
    "owes_step": 403,
    "not_yours": 403,
    "other_site": 403,
    "not_found": 404,
    "no_session": 404,
    "no_such_code": 404,
    "no_tablet_code": 404,
    "not_theirs": 409,
    "changed_meanwhile": 409,
    "overtaken": 409,
    "old_link": 410,
    "link_over": 410,
    "slow_down": 429,
    "not_built": 503,
    "busy": 503,
    "stopping": 503,
    "not_stored": 503,
}
_LEADS_TO = {"sign_in": "sign_in.form", "owes_step": "second_step.show"}
"""Where a page leads whoever has to do something else first."""
_KNOCKING = {"other_site", "slow_down"}
"""What an operator should hear of: a page elsewhere that sends for somebody, or guessing."""
_PAGES = {
    404: "There is nothing at this address. Check it, or go back.",
    405: "This page cannot be opened that way. Go back and try again.",
    413: "This is too much to send at once. Please make it shorter.",
    415: "This could not be read. Please load the page again.",
}
_OTHERWISE = "This could not be read. Please go back and try again."
_OUR_FAULT = "Something went wrong on our side. Please try again in a moment."


def answer_kindly(app: Flask) -> None:
    """Register the answers for what is refused, not found, or broken."""
    app.register_error_handler(Refused, refused)
    app.register_error_handler(HTTPException, not_so)
    app.register_error_handler(Exception, broken)
    # Where an answer of these breaks as well, Flask would print it whole.
    app.log_exception = lambda broke: _defect(broke[1])  # type: ignore[method-assign, assignment]


def status_of(why: str) -> int:
    return _STATUS.get(why, 400)


def refused(no: Refused) -> ResponseReturnValue:
    if no.why in _KNOCKING:
        house().turned_away.say_in_the_log(no.why, request.endpoint or "")
    if no.why in _LEADS_TO and request.method == "GET" and _for_staff() and not _wants_json():
        onward = request.path if no.why == "sign_in" else None
        return redirect(url_for(_LEADS_TO[no.why], next=onward), 303)
    return say(no.message, status_of(no.why), why=no.why)


def not_so(problem: HTTPException) -> ResponseReturnValue:
    code = problem.code or 500
    if code < 400:
        return problem
    if isinstance(problem, InternalServerError):
        return say(_OUR_FAULT, 500, why="our_fault")
    return say(_PAGES.get(code, _OTHERWISE), code, why="not_here" if code == 404 else "not_so")


def broken(problem: Exception) -> ResponseReturnValue:
    """A defect. What was sent may stand in the problem's own words, so only its kind and place are logged."""
    _defect(problem)
    return say(_OUR_FAULT, 500, why="our_fault")


def _defect(problem: BaseException | None) -> None:
    where = _where(problem) if problem is not None else ""
    structlog.get_logger().error("defect", kind=type(problem).__name__, where=where, page=request.endpoint)


def say(message: str, status: int, *, why: str) -> ResponseReturnValue:
    """The sentence, as JSON for programs, with help at hand for participants."""
    if _wants_json():
        return jsonify({"why": why, "message": message}), status
    try:
        page = _staffs_page(message, status) if _for_staff() else _participants_page(message, why)
    except Exception as problem:  # noqa: BLE001 - it has to be said somehow
        # Without a built front end there is no page to say it on.
        if not isinstance(problem, Refused):
            _defect(problem)
        return Response(message, status, mimetype="text/plain")
    return page, status


def _staffs_page(message: str, status: int) -> str:
    # What broke may be the very store that says who is signed in.
    return staff_page.draw("staff/refused.html", title="Not done", message=message, anonymous=status >= 500)


def _participants_page(message: str, why: str) -> str:
    language = chosen_language()
    say_it = words(language)
    told = say_it("error.missing") if why == "not_here" else sentence(language, why, message)
    onward = ("/", say_it("error.start"))
    return draw("error.html", language, heading=say_it("error.heading"), message=told, onward=onward, helping=True)


def _for_staff() -> bool:
    return request.path.startswith("/staff")


def _wants_json() -> bool:
    best = request.accept_mimetypes.best_match(["text/html", "application/json"], default="text/html")
    return request.path.endswith(".json") or best == "application/json"


def _where(problem: BaseException) -> str:
    trace = problem.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}"
