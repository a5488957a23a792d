"""Setting up the second step of signing in, for oneself; new recovery codes; turning it off."""

from flask import Blueprint, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from facilitator.conducting.remembering import qr_path
from facilitator.errors import Refused
from facilitator.web import cookies
from facilitator.web.entering import sent, signed_in
from facilitator.web.here import house
from facilitator.web.refusals import status_of
from facilitator.web.staff_page import draw
from facilitator.web.who import me

second_step = Blueprint("second_step", __name__, url_prefix="/staff/account/second-step")


@second_step.get("")
def show() -> ResponseReturnValue:
    return _page()


def _page(no: Refused | None = None, codes: list[str] | None = None, *, just_set: bool = False) -> str:
    member, steps = me(), house().second_steps
    set_up = steps.waiting(member)
    path, size = qr_path(set_up.address) if set_up else ("", 0)
    return draw(
        "staff/second_step.html",
        title="Second step",
        no=no,
        codes=codes,
        just_set=just_set,
        set_up=set_up,
        has_one=codes is not None or member.has_second_step,
        left=steps.recovery_codes_left(member),
        qr=path,
        size=size,
    )


@second_step.post("/begin")
def begin() -> ResponseReturnValue:
    """Whoever is at the tablet gives their password first: it may have been left lying about."""
    try:
        house().second_steps.begin(me(), request.form.get("password", ""))
    except Refused as no:
        return _page(no), status_of(no.why)
    return redirect(url_for("second_step.show"), 303)


@second_step.post("/confirm")
def confirm() -> ResponseReturnValue:
    """The codes are shown now and never again."""
    try:
        token, codes = house().second_steps.confirm(me(), cookies.read("staff"), sent("code"))
    except Refused as no:
        return _page(no), status_of(no.why)
    response = make_response(_page(codes=codes, just_set=True))
    cookies.keep(response, "staff", token)
    return response


@second_step.post("/codes")
def new_codes() -> ResponseReturnValue:
    try:
        return _page(codes=house().second_steps.new_recovery_codes(me(), sent("code")))
    except Refused as no:
        return _page(no), status_of(no.why)


@second_step.post("/remove")
def remove() -> ResponseReturnValue:
    try:
        token = house().second_steps.remove(me(), cookies.read("staff"), sent("code"))
    except Refused as no:
        return _page(no), status_of(no.why)
    return signed_in(token, url_for("account.show"))
