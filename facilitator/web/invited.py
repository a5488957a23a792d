"""The door for somebody invited: the link of an operator makes them an account of their own."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people import invitations
from facilitator.people.seats import tidy_name
from facilitator.people.sign_in import begin
from facilitator.storage import audit_log
from facilitator.web.entering import account_form, link_form, only_the_link, sent, signed_in, typed_account
from facilitator.web.here import house
from facilitator.web.refusals import status_of

invited = Blueprint("invited", __name__, url_prefix="/staff/invited")


@invited.get("")
def form() -> ResponseReturnValue:
    """Where a colleague's link leads."""
    return link_form(url_for("invited.open_account"))


@invited.post("")
def open_account() -> ResponseReturnValue:
    invitation, _, token = sent("link").partition(".")
    with house().store.reading() as conn:
        invitations.check_link(conn, invitation, token, at=house().clock())
    if only_the_link():
        return _form()
    try:
        session = _open_account(invitation, token)
    except Refused as no:
        if no.why == "link_over":
            raise
        return _form(no), status_of(no.why)
    return signed_in(session, url_for("home.home_page"))


def _form(no: Refused | None = None) -> str:
    return account_form("Your account", url_for("invited.open_account"), no)


def _open_account(invitation: str, token: str) -> str:
    """Make the account, use up the link, and sign its owner in: the token of that."""
    here, typed = house(), typed_account()
    sign_in_name, name = tidy_name(typed.sign_in_name), tidy_name(typed.name)
    hashed, now = here.sign_ins.passwords.new_hash(typed.password, [sign_in_name, name]), here.clock()

    def job(conn: Connection) -> str:
        new = here.store.new_id()
        invitations.open_account(
            conn, invitation, token, new, sign_in_name=sign_in_name, name=name, password_hash=hashed, at=now
        )
        audit_log.append(conn, "account_made", by=f"staff:{new}", at=now, subject=f"staff:{new}")
        return begin(conn, new, at=now)

    return here.writer.wait(job)
