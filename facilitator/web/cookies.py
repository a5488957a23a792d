"""How browsers are asked to keep our cookies. Their names are in `people/cookies.py`, which the sockets read too."""

from flask import request
from werkzeug.wrappers import Response

from facilitator.people.cookies import Whose, cookie_name
from facilitator.web.here import secure

_DAY = 24 * 60 * 60
# A phone may come back all evening; a wall stands in its room for weeks; staff are signed in until the browser closes.
_SECONDS: dict[Whose, int | None] = {"seat": _DAY // 2, "wall": 30 * _DAY, "tablet": _DAY // 2, "staff": None}


def read(whose: Whose) -> str:
    """The token that this browser holds; empty if there is none, or one too long to be ours."""
    token = request.cookies.get(cookie_name(whose, tls=secure()), "")
    return token if len(token) <= 200 else ""


def keep(response: Response, whose: Whose, token: str) -> None:
    response.set_cookie(
        cookie_name(whose, tls=secure()),
        token,
        max_age=_SECONDS[whose],
        path="/",
        secure=secure(),
        httponly=True,
        # A phone comes from the camera's own page, which another site may have opened; staff never do.
        samesite="Lax" if whose == "seat" else "Strict",
    )


def drop(response: Response, whose: Whose) -> None:
    response.delete_cookie(cookie_name(whose, tls=secure()), path="/", secure=secure(), httponly=True)
