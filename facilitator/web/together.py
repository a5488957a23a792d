"""All the web rooms on one Flask app: what guards every request, and every page's door."""

from flask import Flask

from facilitator.places import static_dist
from facilitator.web import again, headers, refusals, rights, same_origin, staff_page
from facilitator.web.account import account
from facilitator.web.agendas import agendas
from facilitator.web.assets import assets
from facilitator.web.audit import audit
from facilitator.web.clinic_tablet import clinic_tablet
from facilitator.web.groups import groups
from facilitator.web.health import health
from facilitator.web.home import home
from facilitator.web.invited import invited
from facilitator.web.keeping import record_keeping
from facilitator.web.leaving import leaving
from facilitator.web.library import library
from facilitator.web.pages import Pages
from facilitator.web.participants import participants
from facilitator.web.people import people
from facilitator.web.preview import preview
from facilitator.web.records import records
from facilitator.web.screens import screens
from facilitator.web.second_step import second_step
from facilitator.web.sign_in import sign_in

MOST_SENT = 256 * 1024
"""Bytes of one request: an agenda is a few kilobytes, an answer comes over the socket."""

_ROOMS = (
    *(health, assets, participants, clinic_tablet, screens),
    *(sign_in, invited, again.again, account, second_step, people),
    *(home, groups, leaving, library, preview, agendas, records, record_keeping, audit),
)


def put_together(app: Flask) -> None:
    """Give the app its guards and its pages. Its house is in `app.extensions["facilitator"]`."""
    app.extensions["facilitator.pages"] = Pages(static_dist())
    app.config["MAX_CONTENT_LENGTH"] = MOST_SENT
    app.config["MAX_FORM_MEMORY_SIZE"] = MOST_SENT
    # The order in which a module's answers stand is the author's, and no page may sort them.
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.jinja_env.policies["json.dumps_kwargs"] = {}
    for name in ("day", "date", "clock", "minutes"):
        app.jinja_env.filters[name] = getattr(staff_page, name)
    headers.add_headers(app)
    same_origin.guard(app)
    refusals.answer_kindly(app)
    rights.guard(app)
    again.guard(app)
    for room in _ROOMS:
        app.register_blueprint(room)
