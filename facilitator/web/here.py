"""How a page reaches the house it stands in, and what every page says about it."""

from typing import cast

from flask import current_app

from facilitator.house import House
from facilitator.live_session.shapes import CrisisShape, NoticesShape
from facilitator.web.pages import Pages


def house() -> House:
    """The running server that answers this request."""
    return cast(House, current_app.extensions["facilitator"])


def pages() -> Pages:
    """The built front end's files."""
    return cast(Pages, current_app.extensions["facilitator.pages"])


def secure() -> bool:
    """Whether cookies may be kept for TLS alone."""
    return house().config.reached_over_tls


def notices() -> NoticesShape:
    """What every screen must say about this server: a demo, a network that can be read."""
    return house().opening.surroundings.notices


def crisis(language: str) -> list[CrisisShape]:
    """The programme's lines of help, in this language or its first."""
    lines = house().opening.surroundings.crisis
    return list(lines.get(language) or lines[house().config.languages[0]])


def walk_to(language: str) -> str:
    """Whom to turn to when nothing else reaches anyone, in the programme's words."""
    said = house().opening.surroundings.walk_to
    return said.get(language) or next(iter(said.values()), "")
