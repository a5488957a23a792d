"""What the doors for staff share: the form of a new account, and the cookie that says who is here."""

import re
from dataclasses import dataclass

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from facilitator.errors import Refused
from facilitator.web import cookies
from facilitator.web.staff_page import draw

_OUR_PAGE = re.compile(r"/staff/[A-Za-z0-9/_.\-]*\Z")


@dataclass(frozen=True)
class TypedAccount:
    sign_in_name: str
    name: str
    password: str


def sent(field: str) -> str:
    """A field of the form that was posted, without blanks around it."""
    return request.form.get(field, "").strip()[:200]


def link_form(action: str) -> str:
    """Where a link leads that works once. Its secret stands in the fragment, which no server is sent: a script puts it
    into this form, and whoever has none pastes it there."""
    return draw("staff/link.html", title="Your account", script="link", action=action)


def only_the_link() -> bool:
    """Whether this is that form, and not the one of the account, which comes next."""
    return "password" not in request.form


def account_form(heading: str, action: str, no: Refused | None = None) -> str:
    return draw(
        "staff/first.html",
        title="Your account",
        heading=heading,
        action=action,
        link=sent("link"),
        no=no,
        sign_in_name=sent("sign_in_name"),
        name=sent("name"),
    )


def typed_account() -> TypedAccount:
    """The account as it was typed. Raises `Refused("not_the_same", …)`."""
    return TypedAccount(sent("sign_in_name"), sent("name"), typed_twice("password"))


def typed_twice(field: str) -> str:
    """A new password that was typed twice alike. Passwords keep their blanks."""
    password = request.form.get(field, "")
    if password != request.form.get("again", ""):
        raise Refused("not_the_same", "These two are not the same. Please type the password again.")
    return password


def onward(wanted: str) -> str:
    """Only ever one of our own pages: an address from outside must not be able to send staff elsewhere."""
    return wanted if _OUR_PAGE.match(wanted) and "//" not in wanted else url_for("home.home_page")


def led_on(wanted: str) -> Response:
    return redirect(onward(wanted), 303)


def signed_in(token: str, to: str) -> Response:
    response = redirect(to, 303)
    cookies.keep(response, "staff", token)
    return response


def signed_out() -> Response:
    response = redirect(url_for("sign_in.form"), 303)
    cookies.drop(response, "staff")
    # Only which hand holds the tablet is stored beside it, and that may stay.
    response.headers["Clear-Site-Data"] = '"cache"'
    return response
