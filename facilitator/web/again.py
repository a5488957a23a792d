"""Before what cannot be taken back, or takes names out of the house, staff say again who they are.

`AGAIN` names those pages. Whoever has not said so lately gets a form in their place; what they had sent waits in it.
"""

from urllib.parse import urlsplit

from flask import Blueprint, Flask, request, url_for
from flask.typing import ResponseReturnValue

from facilitator.errors import Refused
from facilitator.web import cookies
from facilitator.web.entering import led_on, onward
from facilitator.web.form_tokens import FIELD
from facilitator.web.here import house
from facilitator.web.refusals import status_of
from facilitator.web.staff_page import draw
from facilitator.web.who import me

_FOR_GOOD = "What you asked for cannot be taken back."
_OTHER_HANDS = "What you asked for goes into other hands."
_NAMES = "What you asked for takes names out of the house."
_WHO_MAY = "What you asked for changes who may come in, or with how much proof."
_DEVICES = "What you asked for signs devices out."

_WHY = {
    "keeping.erase": _FOR_GOOD,
    "keeping.take_out": _FOR_GOOD,
    "records.delete": _FOR_GOOD,
    "leaving.hand_group_over": _OTHER_HANDS,
    "leaving.delete_group": _FOR_GOOD,
    "leaving.hand_all_over": _OTHER_HANDS,
    "leaving.delete_account": _FOR_GOOD,
    "keeping.printed": _NAMES,
    "keeping.person_as_json": _NAMES,
    "records.record_as_json": _NAMES,
    "groups.attendance": _NAMES,
    "people.invite": _WHO_MAY,
    "people.change_roles": _WHO_MAY,
    "people.open_again": _WHO_MAY,
    "people.reset_second_step": _WHO_MAY,
    "account.sign_out_device": _DEVICES,
    "sign_in.leave_everywhere": _DEVICES,
    # Only pages that are looked at come by here.
    "again.say": _NAMES,
}
AGAIN = frozenset(_WHY) - {"again.say"}
"""A new password, setting a second step up and turning it off ask for their proof themselves."""

PROOF, BACK = "who_again", "back_again"

again = Blueprint("again", __name__, url_prefix="/staff/again")


def guard(app: Flask) -> None:
    """After `rights.guard`: whoever may not do a thing is not asked who they are."""
    app.before_request(ask)


def ask() -> ResponseReturnValue | None:
    # In a demo nobody has a password.
    if request.endpoint not in AGAIN or house().demo or house().again.holds(cookies.read("staff")):
        return None
    if PROOF not in request.form:
        return _page(), 401
    try:
        _say()
    except Refused as no:
        return _page(no), status_of(no.why)
    return None


@again.post("")
def say() -> ResponseReturnValue:
    """For pages that are only looked at: said here, then on to them."""
    try:
        _say()
    except Refused as no:
        return _page(no), status_of(no.why)
    return led_on(request.form.get("next", ""))


def _say() -> None:
    house().again.say(me(), cookies.read("staff"), request.form.get(PROOF, ""))


def _page(no: Refused | None = None) -> str:
    to, sent = request.path, request.form.items(multi=True)
    waits = [(name, one) for name, one in sent if name not in (PROOF, BACK, FIELD)]
    if request.method == "GET":
        to, waits = url_for("again.say"), [("next", request.path)]
    saves = any(one.endswith((".json", ".csv")) for _, one in waits)
    return draw(
        "staff/again.html",
        title="Is it you?",
        no=no,
        why=_WHY[request.endpoint or "again.say"],
        to=to,
        waits=waits,
        proof=PROOF,
        back=(BACK, onward(request.form.get(BACK) or urlsplit(request.referrer or "").path)),
        saves=saves,
    )
