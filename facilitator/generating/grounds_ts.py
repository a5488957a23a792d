"""Writes `static/lib/drawing/grounds.ts`: what can be on the paper, as `activities/grounds.py` has it."""

import json

from facilitator.activities.grounds import GROUNDS

_HEAD = """\
// Written by `python -m facilitator.generate` from facilitator/activities/grounds.py. Never edited by hand.
import type { Mark } from "./marks";

/** What can be on the paper before anybody draws. */
"""


def grounds_ts() -> str:
    """The whole file."""
    rows = [
        f"  {name}: [\n" + "".join(f"    {_mark(mark)},\n" for mark in marks) + "  ],\n"
        if marks
        else f"  {name}: [],\n"
        for name, marks in GROUNDS.items()
    ]
    return (
        _HEAD
        + "// biome-ignore format: one mark a line.\n"
        + f"export const GROUNDS: Readonly<Record<string, Mark[]>> = {{\n{''.join(rows)}}};\n"
    )


def _mark(mark: dict[str, object]) -> str:
    return "{ " + ", ".join(f"{name}: {json.dumps(value)}" for name, value in mark.items()) + " }"
