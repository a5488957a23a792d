"""Draws the pages that the server itself writes for participants, with what all of them need."""

from typing import Any

from flask import render_template

from facilitator.web import cookies
from facilitator.web.catalogue import own_names, words
from facilitator.web.here import crisis, house, notices, pages, walk_to

_SAID = {
    "no_such_code": "join.problem.code",
    "no_code": "join.problem.code",
    "name": "join.problem.name",
    "locked": "join.problem.locked",
    "slow_down": "join.problem.slow",
    "old_link": "join.problem.link",
    "no_session": "join.problem.over",
    "no_tablet_code": "shared.problem.code",
    "not_theirs": "shared.problem.theirs",
}
"""Refusals that the catalogues have words for; the others are said as they are."""


def draw(template: str, language: str, *, script: str | None = None, **values: Any) -> str:
    """The template in this language. `script` names the page of the front end that runs on it."""
    say = words(language)
    built = pages().page(script) if script else None
    shared = {
        "language": language,
        "languages": own_names(house().config.languages),
        "crisis": crisis(language),
        "walk_to": walk_to(language),
        "notices": notices(),
        # Somebody else will hold this device next.
        "shared": bool(cookies.read("tablet")),
    }
    return render_template(
        template,
        **{
            "say": say,
            "title": say("title"),
            "css": pages().page("participant").css,
            "js": built.js if built else None,
            "data": shared if script == "participant" else None,
            **shared,
            **values,
        },
    )


def sentence(language: str, why: str, message: str) -> str:
    """A refusal in the words of this language. What only English has words for becomes a plain *try again*."""
    if why in _SAID:
        return words(language)(_SAID[why])
    return message if language == "en" else words(language)("error.message")
