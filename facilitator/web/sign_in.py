"""The door for staff: the first account, signing in and out, the way into a demo."""

from functools import partial
from hmac import compare_digest

from flask import Blueprint, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from facilitator.errors import Refused
from facilitator.people import first_account, staff
from facilitator.people.sign_in import begin
from facilitator.web import cookies
from facilitator.web.entering import (
    account_form,
    led_on,
    link_form,
    only_the_link,
    onward,
    sent,
    signed_in,
    signed_out,
    typed_account,
)
from facilitator.web.here import house
from facilitator.web.refusals import status_of
from facilitator.web.staff_page import draw
from facilitator.web.who import me, someone

sign_in = Blueprint("sign_in", __name__, url_prefix="/staff")


@sign_in.get("/sign-in")
def form() -> ResponseReturnValue:
    if someone() is not None:
        return led_on(request.args.get("next", ""))
    return _form()


@sign_in.post("/sign-in")
def enter() -> ResponseReturnValue:
    try:
        token = house().sign_ins.sign_in(sent("sign_in_name"), request.form.get("password", ""))
    except Refused as no:
        return _form(no), status_of(no.why)
    # Whoever was signed in with this browser before is so no longer, on the server too.
    if cookies.read("staff"):
        house().sign_ins.sign_out(cookies.read("staff"))
    if house().sign_ins.half_way(token) is not None:
        return signed_in(token, url_for("sign_in.second_form", next=sent("next")))
    return signed_in(token, onward(sent("next")))


def _form(no: Refused | None = None) -> str:
    wanted = sent("next") or request.args.get("next", "")
    return draw("staff/sign_in.html", title="Sign in", no=no, sign_in_name=sent("sign_in_name"), next=wanted)


@sign_in.get("/sign-in/second-step")
def second_form() -> ResponseReturnValue:
    """The password was right; now the code."""
    if house().sign_ins.half_way(cookies.read("staff")) is None:
        return redirect(url_for("sign_in.form"), 303)
    return _second_form()


@sign_in.post("/sign-in/second-step")
def second() -> ResponseReturnValue:
    try:
        token = house().second_steps.finish(cookies.read("staff"), sent("code"))
    except Refused as no:
        if no.why == "sign_in":
            return _form(no), status_of(no.why)
        return _second_form(no), status_of(no.why)
    return signed_in(token, onward(sent("next")))


def _second_form(no: Refused | None = None) -> str:
    wanted = sent("next") or request.args.get("next", "")
    return draw("staff/sign_in_second.html", title="Second step", no=no, next=wanted)


@sign_in.get("/first")
def first() -> ResponseReturnValue:
    """Where the link leads that the server prints at its first start."""
    return link_form(url_for("sign_in.open_first"))


@sign_in.post("/first")
def open_first() -> ResponseReturnValue:
    token = sent("link")
    with house().store.reading() as conn:
        first_account.check_link(conn, token, at=house().clock())
    if only_the_link():
        return _first_form()
    try:
        typed = typed_account()
        new = house().sign_ins.open_first_account(
            token, sign_in_name=typed.sign_in_name, name=typed.name, password=typed.password
        )
    except Refused as no:
        if no.why == "link_over":
            raise
        return _first_form(no), status_of(no.why)
    return signed_in(new, url_for("home.home_page"))


def _first_form(no: Refused | None = None) -> str:
    return account_form("The first account", url_for("sign_in.open_first"), no)


@sign_in.post("/sign-out")
def leave() -> ResponseReturnValue:
    house().sign_ins.sign_out(cookies.read("staff"))
    return signed_out()


@sign_in.post("/sign-out-everywhere")
def leave_everywhere() -> ResponseReturnValue:
    """Every tablet of this account, a lost one too."""
    house().sign_ins.sign_out_everywhere(me().id)
    return signed_out()


@sign_in.get("/demo/<token>")
def demo(token: str) -> ResponseReturnValue:
    """Signs the demo's tablet in. There is such a link only while the server runs a demo."""
    here = house()
    if not here.demo or not compare_digest(token, here.demo_token or ""):
        raise Refused("not_found", "There is no demo at this address. Look at what the server printed.")
    with here.store.reading() as conn:
        host = staff.everyone(conn)[0]
    session = here.writer.wait(partial(begin, staff_id=host.id, at=here.clock()))
    live = next(iter(here.conductor.rooms), None)
    to = url_for("screens.cockpit", live_session=live) if live else url_for("home.home_page")
    # Not a redirect: after a link from elsewhere, browsers would hold a strict cookie back for all of its hops.
    response = make_response(draw("staff/demo.html", title="Demo", onward=to))
    cookies.keep(response, "staff", session)
    return response
