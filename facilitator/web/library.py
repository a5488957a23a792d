"""The library for staff: what there is to choose from, each module as it will run, and its printed forms."""

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from facilitator.activities.kinds import find
from facilitator.curriculum.model import Module, Step
from facilitator.errors import Refused
from facilitator.web.cards import all_cards, asks, by_discipline
from facilitator.web.catalogue import own_names
from facilitator.web.here import house
from facilitator.web.staff_page import draw
from facilitator.web.who import must

library = Blueprint("library", __name__, url_prefix="/staff")


@library.get("/library")
def shelves() -> ResponseReturnValue:
    must("see_library")
    shelf = house().library.snapshot()
    return draw("staff/library.html", title="Library", shelf=shelf, disciplines=by_discipline(all_cards(shelf)))


@library.get("/library.json")
def shelves_as_json() -> ResponseReturnValue:
    """What the cockpit and the agenda offer to add."""
    must("see_library")
    cards = all_cards(house().library.snapshot())
    return jsonify(
        [
            {
                "ref": card.ref,
                "title": card.title,
                "discipline": card.discipline,
                "minutes": card.minutes,
                "summary": card.summary,
                "language": card.languages,
            }
            for card in cards
        ]
    )


@library.get("/library/<curriculum>/<slug>")
def module(curriculum: str, slug: str) -> ResponseReturnValue:
    """A module as it will run: notes, what the group sees, what it asks."""
    must("see_library")
    found = _module(curriculum, slug)
    return draw("staff/module.html", title=found.title, module=found, asks=asks(found), languages=_languages(found))


@library.get("/library/<curriculum>/<slug>/print")
def printed(curriculum: str, slug: str) -> ResponseReturnValue:
    """The guide for whoever leads, or (`for=group`) the sheet for people without a phone."""
    must("see_library")
    found = _module(curriculum, slug)
    if request.args.get("for") == "group":
        return draw("staff/module_paper.html", title=found.title, module=found, paper=_paper)
    return draw("staff/module_guide.html", title=found.title, module=found, paper=_paper)


def _module(curriculum: str, slug: str) -> Module:
    found = house().library.snapshot().module(f"{curriculum}/{slug}", request.args.get("language", ""))
    if found is None:
        raise Refused("not_found", "This module is not in the library any more. Look in the library for another.")
    return found


def _languages(found: Module) -> dict[str, str]:
    """The languages that this module is written in, by their own names."""
    curriculum = house().library.snapshot().curricula[found.curriculum]
    return own_names(curriculum.modules[found.ref])


def _paper(step: Step) -> list[str]:
    """A step's activity as lines for pen and paper; none where it asks for nothing."""
    if step.activity is None or step.activity.promise is None:
        return []
    return find(step.activity.kind).paper(step.activity.settings)
