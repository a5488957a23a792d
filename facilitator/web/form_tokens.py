"""A token in every form, for requests that name no origin: some clinics' proxies take such headers away.

It fits the cookie of this browser alone, and no two pages hold the same one, so that nothing is learned from how small
a page packs. Forms get it as their template is read; none can be written without.
"""

import hmac
import re
from hashlib import sha256
from secrets import token_bytes, token_hex

from flask import request
from jinja2 import Environment
from jinja2.ext import Extension
from markupsafe import Markup

from facilitator.web import cookies

FIELD = "form_token"
_FORM = re.compile(r"<form\b(?:\{\{.*?\}\}|\{%.*?%\}|[^>])*>", re.DOTALL)


class InEveryForm(Extension):
    """Puts the token into what a template says before it is read."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return _FORM.sub(lambda form: form[0] + ("{{ form_token() }}" if 'method="post"' in form[0] else ""), source)


class FormTokens:
    """`secret` lives as long as the server runs: after a restart an open page is loaded again."""

    def __init__(self, environment: Environment, secret: bytes | None = None) -> None:
        self._secret = secret or token_bytes(32)
        environment.add_extension(InEveryForm)
        environment.globals["form_token"] = self.field

    def field(self) -> Markup:
        """The hidden field for this browser; nothing for one that holds none of our cookies yet."""
        held = _held()
        if not held:
            return Markup("")
        nonce = token_hex(8)
        return Markup('<input type="hidden" name="{}" value="{}.{}">').format(FIELD, nonce, self._mac(nonce, held))

    def fits(self, told: str) -> bool:
        """Whether this came from a page that we made for this browser."""
        nonce, _, mac = told.partition(".")
        held = _held()
        return bool(held) and hmac.compare_digest(self._mac(nonce, held).encode(), mac.encode())

    def _mac(self, nonce: str, cookie: str) -> str:
        return hmac.digest(self._secret, f"{nonce}|{cookie}".encode(), sha256).hex()


def _held() -> str:
    """The cookie by which this page knows its browser: staff by theirs, everyone else by the seat's. Never either of
    them: a page elsewhere may be able to put one, and must gain nothing by it."""
    return cookies.read("staff" if request.path.startswith("/staff") else "seat")
