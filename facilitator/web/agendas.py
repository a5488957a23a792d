"""Agendas and templates: making, changing, saving, starting. The page's script saves the same way as its forms."""

from dataclasses import asdict, replace
from functools import partial

from flask import Blueprint, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people import groups as people_groups
from facilitator.people.authority import Action
from facilitator.people.subjects import about_agenda
from facilitator.storage import agendas as stored
from facilitator.storage.agendas import Agenda
from facilitator.web import agenda_changes as changes
from facilitator.web.cards import all_cards, by_discipline
from facilitator.web.here import house
from facilitator.web.staff_page import day, draw
from facilitator.web.typed import a_name
from facilitator.web.who import me, must

agendas = Blueprint("agendas", __name__, url_prefix="/staff/agendas")

NAMELESS = "Give the plan a name, such as Thursday, week 3."


@agendas.post("")
def make() -> ResponseReturnValue:
    """A new plan for a group: empty, or the copy of a template."""
    group, template = request.form.get("group", ""), request.form.get("template", "")
    plan = Agenda(house().store.new_id(), me().id, group, _todays_name(), False, (), house().clock())
    if template:
        like = _agenda(template, "use_agenda")
        plan = replace(plan, name=like.name, blocks=like.blocks)
    _keep(plan)
    return redirect(url_for("agendas.edit", agenda=plan.id), 303)


@agendas.get("/<agenda>")
def edit(agenda: str) -> ResponseReturnValue:
    return _editor(_agenda(agenda, "use_agenda"))


def _editor(plan: Agenda, no: Refused | None = None) -> str:
    shelf = house().library.snapshot()
    with house().store.reading() as conn:
        group = people_groups.find(conn, plan.group) if plan.group else None
    rows = changes.rows(plan.blocks, shelf)
    cards = all_cards(shelf)
    return draw(
        "staff/agenda.html",
        title=plan.name,
        script="agenda",
        data={**_as_json(plan), "library": [asdict(card) for card in cards]},
        plan=plan,
        rows=rows,
        total=sum(row.minutes for row in rows),
        group=group,
        disciplines=by_discipline(cards),
        no=no,
    )


@agendas.get("/<agenda>.json")
def as_json(agenda: str) -> ResponseReturnValue:
    return jsonify(_as_json(_agenda(agenda, "use_agenda")))


@agendas.put("/<agenda>.json")
def save(agenda: str) -> ResponseReturnValue:
    """Save what the editor holds, unless somebody else has saved the plan meanwhile."""
    plan = _agenda(agenda, "change_agenda")
    sent = changes.read_sent(request.get_json(silent=True))
    before = replace(plan, changed_at=sent.changed_at)
    new = replace(plan, name=sent.name, blocks=sent.blocks, changed_at=_later(plan))
    house().writer.wait(partial(_put_in_place, before=before, new=new))
    return jsonify(_as_json(new))


def _put_in_place(conn: Connection, before: Agenda, new: Agenda) -> None:
    found = stored.find(conn, before.id)
    if found is None or found.changed_at != before.changed_at:
        raise Refused("changed_meanwhile", "Somebody else has changed this plan. Load the page again to see it.")
    stored.keep(conn, new)


@agendas.post("/<agenda>")
def change(agenda: str) -> ResponseReturnValue:
    """One change from the page's forms, for a browser without scripts."""
    plan = _agenda(agenda, "change_agenda")
    try:
        new = _changed(plan)
    except Refused as no:
        return _editor(plan, no), 400
    _keep(replace(new, changed_at=_later(plan)))
    return redirect(url_for("agendas.edit", agenda=agenda), 303)


def _changed(plan: Agenda) -> Agenda:
    """Name and minutes as they were typed, then what the button that was pressed does."""
    typed = {field.partition(":")[2]: text for field, text in request.form.items() if field.startswith("minutes:")}
    blocks = changes.with_minutes(plan.blocks, typed)
    what, _, on = request.form.get("do", "").partition(":")
    match what:
        case "up" | "down":
            blocks = changes.moved(blocks, on, -1 if what == "up" else 1)
        case "remove":
            blocks = changes.without(blocks, on)
        case "add":
            ref = changes.BREAK if on == changes.BREAK else _known(request.form.get("ref", ""))
            blocks = changes.added(blocks, ref, house().store.new_id())
    return replace(plan, name=a_name(request.form.get("name", plan.name), NAMELESS), blocks=blocks)


def _known(ref: str) -> str:
    if house().library.snapshot().module(ref) is None:
        raise Refused("no_module", "Choose a module from the list first.")
    return ref


@agendas.post("/<agenda>/template")
def keep_as_template(agenda: str) -> ResponseReturnValue:
    """A template made of this plan: the same blocks, for any group."""
    plan = _agenda(agenda, "use_agenda")
    template = stored.copy(plan, house().store.new_id(), owner=me().id, at=house().clock())
    _keep(replace(template, group=None, is_template=True))
    return redirect(url_for("agendas.edit", agenda=template.id), 303)


@agendas.get("/<agenda>/delete")
def ask_to_delete(agenda: str) -> ResponseReturnValue:
    plan = _agenda(agenda, "delete_agenda")
    return draw("staff/agenda_delete.html", title="Delete a plan", plan=plan)


@agendas.post("/<agenda>/delete")
def delete(agenda: str) -> ResponseReturnValue:
    _agenda(agenda, "delete_agenda")
    house().writer.wait(partial(stored.remove, agenda=agenda))
    return redirect(url_for("home.home_page"), 303)


@agendas.post("/<agenda>/start")
def start(agenda: str) -> ResponseReturnValue:
    """Open the live session, for real or (`rehearsal`) with simulated participants, and go to the cockpit."""
    plan = _agenda(agenda, "use_agenda")
    if plan.group is None:
        raise Refused("no_group", "A template belongs to no group. Make a plan for a group from it first.")
    rehearsal = "rehearsal" in request.form
    blocks = [(block.ref, block.minutes) for block in plan.blocks]
    live_session = house().opening.open_session(group=plan.group, blocks=blocks, by=me().id, rehearsal=rehearsal)
    if rehearsal:
        house().rehearse(live_session)
    return redirect(url_for("screens.cockpit", live_session=live_session), 303)


def _agenda(agenda: str, action: Action) -> Agenda:
    with house().store.reading() as conn:
        must(action, about_agenda(conn, agenda))
        found = stored.find(conn, agenda)
    if found is None:
        raise Refused("not_found", "This plan is not here any more. It may have been deleted.")
    return found


def _keep(plan: Agenda) -> None:
    house().writer.wait(partial(stored.keep, agenda=plan))


def _later(plan: Agenda) -> int:
    """Now, and never the same moment twice: two saves within a millisecond are two versions."""
    return max(house().clock(), plan.changed_at + 1)


def _as_json(plan: Agenda) -> dict[str, object]:
    rows = changes.rows(plan.blocks, house().library.snapshot())
    return {
        "id": plan.id,
        "name": plan.name,
        "is_template": plan.is_template,
        "changed_at": plan.changed_at,
        "blocks": [asdict(row) for row in rows],
    }


def _todays_name() -> str:
    return day(house().clock())
