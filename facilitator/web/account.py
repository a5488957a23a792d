"""One's own account: another password, and the devices that it is signed in on."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from facilitator.errors import Refused
from facilitator.storage.sign_ins import device_name
from facilitator.web import cookies
from facilitator.web.entering import signed_in, typed_twice
from facilitator.web.here import house
from facilitator.web.refusals import status_of
from facilitator.web.staff_page import draw
from facilitator.web.who import me

account = Blueprint("account", __name__, url_prefix="/staff/account")


@account.get("")
def show() -> ResponseReturnValue:
    return _page()


def _page(no: Refused | None = None) -> str:
    member = me()
    return draw(
        "staff/account.html",
        title="Your account",
        no=no,
        changed="changed" in request.args,
        devices=house().sign_ins.devices(member.id),
        this_device=device_name(cookies.read("staff")),
    )


@account.post("/password")
def change_password() -> ResponseReturnValue:
    """Also signs every other device out."""
    member = me()
    try:
        new = typed_twice("new")
        token = house().sign_ins.change_password(member.id, old=request.form.get("old", ""), new=new)
    except Refused as no:
        return _page(no), status_of(no.why)
    return signed_in(token, url_for("account.show", changed=1))


@account.post("/devices/<device>/sign-out")
def sign_out_device(device: str) -> ResponseReturnValue:
    """A tablet that was lost, or lent: it stops at once, in the middle of a session too."""
    house().sign_ins.sign_out_device(me().id, device)
    return redirect(url_for("account.show"), 303)
