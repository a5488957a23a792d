"""Draws the pages for staff, with what all of them need. Their words are English, in the templates."""

from datetime import datetime
from typing import Any

from flask import render_template

from facilitator.web.here import house, notices, pages
from facilitator.web.who import may, someone


def draw(
    template: str,
    *,
    title: str,
    script: str | None = None,
    data: Any = None,
    anonymous: bool = False,
    **values: Any,
) -> str:
    """A template of `templates/staff` or `templates/records`. `data` goes to the page's script.

    `anonymous`: do not ask the store who is signed in.
    """
    built = pages().page(script) if script else None
    return render_template(
        template,
        language="en",
        title=title,
        css=pages().page("staff").css,
        js=built.js if built else None,
        data=data,
        notices=notices(),
        member=None if anonymous else someone(),
        may=(lambda action: False) if anonymous else may,
        **values,
    )


def local(at: int) -> datetime:
    """A stored time (ms, UTC) as the clinic's clock shows it."""
    return datetime.fromtimestamp(at / 1000, house().config.zone)


def day(at: int | None) -> str:
    """*Thursday, November 23*."""
    return "" if at is None else f"{local(at):%A, %B} {local(at).day}"


def date(at: int | None) -> str:
    """*November 23, 2026*."""
    return "" if at is None else f"{local(at):%B} {local(at).day}, {local(at).year}"


def clock(at: int | None) -> str:
    """*6:47 pm*."""
    if at is None:
        return ""
    told = local(at)
    return f"{told.hour % 12 or 12}:{told:%M} {'am' if told.hour < 12 else 'pm'}"


def minutes(length: float) -> str:
    """*1 h 30 min*, *45 min*."""
    whole = round(length)
    hours, rest = divmod(whole, 60)
    return f"{rest} min" if not hours else f"{hours} h" if not rest else f"{hours} h {rest} min"
