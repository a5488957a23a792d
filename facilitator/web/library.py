"""The library for staff: what there is to choose from, each module as it will run, and its printed forms."""

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from facilitator.activities.kinds import find
from facilitator.curriculum.model import ActivitySpec, Module, Step
from facilitator.errors import Refused
from facilitator.people import authority
from facilitator.people import groups as people_groups
from facilitator.people.groups import Group
from facilitator.people.staff import StaffMember
from facilitator.people.subjects import about
from facilitator.records.seen_before import seen_by_most
from facilitator.web.cards import all_cards, asks, by_discipline
from facilitator.web.catalogue import own_names
from facilitator.web.choosing import Wanted, chosen, languages_of, topics_of, tracks_of
from facilitator.web.here import house
from facilitator.web.staff_page import draw
from facilitator.web.who import must

library = Blueprint("library", __name__, url_prefix="/staff")


@library.get("/library")
def shelves() -> ResponseReturnValue:
    """Every module as a card, and a form to find one: a plain form, so that each choice has an address."""
    member = must("see_library")
    shelf = house().library.snapshot()
    cards, wanted = all_cards(shelf), Wanted.of(request.args)
    with house().store.reading() as conn:
        groups = _groups_led(conn, member)
        seen = seen_by_most(conn, wanted.group) if wanted.group in [group.id for group in groups] else frozenset()
    found = chosen(cards, wanted, seen)
    return draw(
        "staff/library.html",
        title="Library",
        shelf=shelf,
        disciplines=by_discipline(found),
        found=len(found),
        of=len(cards),
        wanted=wanted,
        seen=seen,
        choices={
            "tracks": {track: track for track in tracks_of(cards)},
            "topics": {topic: topic.replace("-", " ") for topic in topics_of(cards)},
            "languages": own_names(languages_of(cards)),
            "disciplines": {each: each.capitalize() for each in by_discipline(cards)},
            "groups": {group.id: group.name for group in groups},
        },
    )


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
                "track": card.track,
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
    return draw(
        "staff/module.html",
        title=found.title,
        module=found,
        asks=asks(found),
        languages=_languages(found),
        solution=_solution,
    )


@library.get("/library/<curriculum>/<slug>/print")
def printed(curriculum: str, slug: str) -> ResponseReturnValue:
    """The guide for whoever leads, or (`for=group`) the sheet for people without a phone."""
    must("see_library")
    found = _module(curriculum, slug)
    if request.args.get("for") == "group":
        return draw("staff/module_paper.html", title=found.title, module=found, paper=_paper)
    return draw("staff/module_guide.html", title=found.title, module=found, solution=_solution)


def _groups_led(conn: Connection, member: StaffMember) -> list[Group]:
    """Those whose record this reader may see: for others, what they have been through is nobody's business here."""
    mine = people_groups.of_staff(conn, member.id)
    return [group for group in mine if authority.may(member.actor, "open_live_session", about(group))]


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
    """A step's activity as lines for pen and paper."""
    return find(step.activity.kind).paper(step.activity.settings) if step.activity else []


def _solution(spec: ActivitySpec) -> list[str]:
    """What an activity is after, for whoever leads."""
    return find(spec.kind).solution(spec.settings)
