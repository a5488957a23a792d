"""Writes `static/lib/drawing/palette.ts`: inks, pens and stamps as `activities/picture.py` has them."""

import json
from collections.abc import Mapping

from facilitator.activities import picture

_HEAD = """\
// Written by `python -m facilitator.generate` from facilitator/activities/picture.py. Never edited by hand.

/** What a picture may be made of; the server takes nothing else. Places are from 0 to `SIDE`. */
"""


def palette_ts() -> str:
    """The whole file."""
    numbers = {
        "SIDE": picture.SIDE,
        "PRESS_MOST": picture.PRESS_MOST,
        "MARKS_MOST": picture.MARKS_MOST,
        "POINTS_MOST": picture.POINTS_MOST,
    }
    return (
        _HEAD
        + "".join(f"export const {name} = {value};\n" for name, value in numbers.items())
        + f"export const SIZES = [{', '.join(map(str, picture.SIZES))}] as const;\n"
        + _table("INKS", picture.INKS)
        + _table("PENS", picture.PENS)
        + _table("STAMPS", picture.STAMPS)
        + "\nexport type Ink = keyof typeof INKS;\n"
        + "export type Pen = keyof typeof PENS;\n"
        + "export type StampName = keyof typeof STAMPS;\n"
    )


def _table(name: str, entries: Mapping[str, object]) -> str:
    return f"export const {name} = {{\n" + "".join(map(_entry, entries.items())) + "} as const;\n"


def _entry(entry: tuple[str, object]) -> str:
    return f"  {entry[0]}: {json.dumps(entry[1])},\n"
