"""A module as a phone, the tablet or the room screen will show it, step by step, before a group has met it.

Nothing is sent.
"""

from typing import Any, Literal

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from facilitator.activities.kinds import find
from facilitator.curriculum.model import Module, Step
from facilitator.errors import Refused
from facilitator.live_session.texts import blocks_for
from facilitator.web.here import house, pages
from facilitator.web.who import must

preview = Blueprint("preview", __name__, url_prefix="/staff/library")

Screen = Literal["phone", "tablet", "room"]
_STYLE: dict[str, str] = {"phone": "participant", "tablet": "facilitator", "room": "display"}


@preview.get("/<curriculum>/<slug>/preview/<screen>/<int:number>")
def step(curriculum: str, slug: str, screen: str, number: int) -> ResponseReturnValue:
    """Step `number` (from 1) on this screen. Raises `Refused("not_found")` for one that is not there."""
    must("see_library")
    module = house().library.snapshot().module(f"{curriculum}/{slug}", request.args.get("language", ""))
    if module is None or screen not in _STYLE or not 1 <= number <= len(module.steps):
        raise Refused("not_found", "This step is not in the library any more. Look in the library for the module.")
    built = pages()
    return render_template(
        "preview.html",
        language=module.language,
        title=f"{module.title}: step {number}",
        css=built.page(_STYLE[screen]).css,
        more_css=[built.page("preview").css],
        js=built.page("preview").js,
        data=_data(module, module.steps[number - 1], screen, number),
    )


def _data(module: Module, here: Step, screen: str, number: int) -> dict[str, Any]:
    activity = here.activity
    place = f"/staff/library/{module.ref}"
    return {
        "language": module.language,
        "screen": screen,
        "step": {
            "id": here.key,
            "module": module.title,
            "title": here.title,
            "discipline": module.discipline,
            "number": number,
            "of": len(module.steps),
            "blocks": [] if screen == "tablet" else blocks_for(here, screen),
        },
        "tablet": _on_tablet(here) if screen == "tablet" else None,
        "activity": activity
        and {
            "kind": activity.kind,
            "settings": activity.settings if screen == "tablet" else find(activity.kind).told(activity.settings, None),
            "promise": activity.promise,
            "frame_bytes": find(activity.kind).frame_bytes,
        },
        "place": place,
    }


def _on_tablet(here: Step) -> dict[str, Any]:
    """What is for staff alone, and what the group sees; `lives`: whether there will be something to lead."""
    return {
        "notes": here.notes,
        "everyone": here.everyone,
        "display": here.display,
        "phone": here.phone,
        "minutes": here.minutes,
        "lives": here.activity is not None and find(here.activity.kind).lives,
    }
