"""The names of the cookies by which a phone, a wall and a staff member are known again.

All are HttpOnly. Over TLS they carry the `__Host-` prefix, so that no other site of the same name can set them.
"""

from http.cookies import CookieError, SimpleCookie
from typing import Literal

Whose = Literal["seat", "wall", "tablet", "staff"]
_NAMES: dict[Whose, str] = {"seat": "place", "wall": "wall", "tablet": "shared", "staff": "desk"}


def cookie_name(whose: Whose, *, tls: bool) -> str:
    """Names that tell a passer-by nothing."""
    return f"__Host-{_NAMES[whose]}" if tls else _NAMES[whose]


def read_cookie(header: str, whose: Whose, *, tls: bool) -> str:
    """The token in a `Cookie` header; empty if there is none that can be read."""
    try:
        found = SimpleCookie(header).get(cookie_name(whose, tls=tls))
    except CookieError:
        return ""
    return found.value if found is not None else ""
