"""The shells of the live pages of staff and of the room screen. What they show comes over their sockets."""

from secrets import token_urlsafe
from typing import Any

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from facilitator.people.join_guesses import place_of
from facilitator.people.subjects import about_live_session
from facilitator.web import cookies
from facilitator.web.catalogue import own_names
from facilitator.web.here import house, notices, pages
from facilitator.web.languages import chosen_language
from facilitator.web.who import me, must

screens = Blueprint("screens", __name__)


@screens.get("/staff/live/<live_session>")
def cockpit(live_session: str) -> ResponseReturnValue:
    """The tablet. After the end it leads to the record."""
    me()
    with house().store.reading() as conn:
        subject = about_live_session(conn, live_session)
    member = must("lead", subject)
    room = house().conductor.rooms.get(live_session)
    if room is None or room.state.phase == "ended":
        return redirect(url_for("records.record", live_session=live_session), 303)
    house().joining.guesses.led_from(place_of(request.environ), live_session)
    return shell("facilitator", live_session=live_session, staff=member.name)


@screens.get("/display")
def wall() -> ResponseReturnValue:
    """The room screen. Its ticket is made here; a tablet pairs it by the code that it shows."""
    response = make_response(shell("display"))
    cookies.keep(response, "wall", cookies.read("wall") or token_urlsafe(16))
    return response


def shell(name: str, **more: Any) -> str:
    """A page that a script fills: `templates/<name>.html` with the built files of its name."""
    language = chosen_language()
    built = pages().page(name)
    data = {
        "language": language,
        "languages": own_names(house().config.languages),
        "notices": notices(),
        **more,
    }
    return render_template(
        f"{name}.html",
        language=language,
        title="Group page",
        css=built.css,
        js=built.js,
        notices=notices(),
        data=data,
    )
