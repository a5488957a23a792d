"""Before what cannot be taken back, or takes names out of the house, staff say again who they are.

`AGAIN` names those pages. Whoever has not said so lately gets a form in their place; what they had sent waits in it.
"""

from flask import Blueprint, Flask, request, url_for
from flask.typing import ResponseReturnValue

from facilitator.errors import Refused
from facilitator.web import cookies
from facilitator.web.entering import led_on
from facilitator.web.form_tokens import FIELD
from facilitator.web.here import house
from facilitator.web.refusals import status_of
from facilitator.web.staff_page import draw
from facilitator.web.who import me

AGAIN = frozenset(
    {
        # For good, or into other hands.
        "keeping.erase",
        "keeping.take_out",
        "records.delete",
        "leaving.hand_group_over",
        "leaving.delete_group",
        "leaving.hand_all_over",
        "leaving.delete_account",
        # Out of the house, with names.
        "keeping.printed",
        "keeping.person_as_json",
        "records.record_as_json",
        "groups.attendance",
        # Who may come in, and with how much proof.
        "people.invite",
        "people.change_roles",
        "people.open_again",
        "people.reset_second_step",
        # Where somebody is signed in.
        "account.sign_out_device",
        "sign_in.leave_everywhere",
    }
)
"""A new password, setting a second step up and turning it off ask for their proof themselves."""

PROOF = "who_again"

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
    waits = [(name, one) for name, one in sent if name not in (PROOF, FIELD)]
    if request.method == "GET":
        to, waits = url_for("again.say"), [("next", request.path)]
    saves = any(one.endswith((".json", ".csv")) for _, one in waits)
    return draw("staff/again.html", title="Is it you?", no=no, to=to, waits=waits, proof=PROOF, saves=saves)
