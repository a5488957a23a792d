"""One's own account: another password, and a link by which a colleague gets an account."""

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people import invitations
from facilitator.people.passwords import check_password
from facilitator.people.seats import tidy_name
from facilitator.people.sign_in import begin
from facilitator.storage import audit_log
from facilitator.web.entering import account_form, signed_in, typed_account, typed_twice
from facilitator.web.here import house
from facilitator.web.refusals import status_of
from facilitator.web.staff_page import draw
from facilitator.web.who import me, must

account = Blueprint("account", __name__, url_prefix="/staff")


@account.get("/account")
def show() -> ResponseReturnValue:
    me()
    return _page()


def _page(no: Refused | None = None, invitation: str | None = None) -> str:
    return draw(
        "staff/account.html", title="Your account", no=no, changed="changed" in request.args, invitation=invitation
    )


@account.post("/account/password")
def change_password() -> ResponseReturnValue:
    """Also signs every other device out."""
    member = me()
    try:
        new = typed_twice("new")
        token = house().sign_ins.change_password(member.id, old=request.form.get("old", ""), new=new)
    except Refused as no:
        # 401 would be a lie: whoever asks is signed in.
        return _page(no), 400 if no.why == "sign_in" else status_of(no.why)
    return signed_in(token, url_for("account.show", changed=1))


@account.post("/account/invite")
def invite() -> ResponseReturnValue:
    member = must("plan")
    now = house().clock()

    def job(conn: Connection) -> str:
        audit_log.append(conn, "invited", by=f"staff:{member.id}", at=now)
        return invitations.make_link(conn, member.id, at=now)

    token = house().writer.wait(job)
    address = house().opening.surroundings.address
    return _page(invitation=address + url_for("account.invited", inviter=member.id, token=token))


@account.get("/invited/<inviter>/<token>")
def invited(inviter: str, token: str) -> ResponseReturnValue:
    """Where a colleague's link leads."""
    with house().store.reading() as conn:
        invitations.check_link(conn, inviter, token, at=house().clock())
    return _invited_form(inviter, token)


@account.post("/invited/<inviter>/<token>")
def open_invited(inviter: str, token: str) -> ResponseReturnValue:
    try:
        session = _open_account(inviter, token)
    except Refused as no:
        if no.why == "link_over":
            raise
        return _invited_form(inviter, token, no), status_of(no.why)
    return signed_in(session, url_for("home.home_page"))


def _invited_form(inviter: str, token: str, no: Refused | None = None) -> str:
    return account_form("Your account", url_for("account.open_invited", inviter=inviter, token=token), no)


def _open_account(inviter: str, token: str) -> str:
    """Make the account, use up the link, and sign its owner in: the token of that."""
    here, typed = house(), typed_account()
    with here.store.reading() as conn:
        invitations.check_link(conn, inviter, token, at=here.clock())
    sign_in_name, name = tidy_name(typed.sign_in_name), tidy_name(typed.name)
    check_password(typed.password, [sign_in_name, name])
    hashed, now = here.sign_ins.passwords.hash(typed.password), here.clock()

    def job(conn: Connection) -> str:
        new = here.store.new_id()
        invitations.open_account(
            conn, inviter, token, new, sign_in_name=sign_in_name, name=name, password_hash=hashed, at=now
        )
        audit_log.append(conn, "account_made", by=f"staff:{new}", at=now, subject=f"staff:{new}")
        return begin(conn, new, at=now)

    return here.writer.wait(job)
