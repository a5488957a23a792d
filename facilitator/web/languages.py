"""Which language a page for participants speaks: the one chosen, else the one the phone asks for."""

from flask import request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from facilitator.web.here import house, secure

_A_YEAR = 365 * 24 * 60 * 60


def chosen_language() -> str:
    """Chosen just now, before, or by the phone's own settings; else the programme's first."""
    languages = house().config.languages
    for wanted in (request.args.get("language"), _sent(), request.cookies.get(_cookie())):
        if wanted in languages:
            return str(wanted)
    return request.accept_languages.best_match(languages) or languages[0]


def _sent() -> str | None:
    """None as well for a form that cannot be read: this is asked too when that is being said."""
    try:
        return request.form.get("language")
    except HTTPException:
        return None


def remember_language(response: Response, language: str) -> None:
    """The phone's page changes the cookie too, so scripts may read it."""
    response.set_cookie(_cookie(), language, max_age=_A_YEAR, path="/", secure=secure(), samesite="Strict")


def _cookie() -> str:
    """`static/participant/language.ts` names it the same."""
    return "__Host-language" if secure() else "language"
