"""Tables that play together, for the kinds in which no single person is asked: a phone picks its table, or watches.

A table is a mark with a word, never a list of names, and has one answer that everyone at it may change.
What the room found is told of all tables together, and not at all where it would point at one.
"""

from typing import Any

from facilitator.activities.activity import Around, State
from facilitator.errors import Refused

MARKS = ("sun", "leaf", "wave", "moon", "mountain", "star")
"""A picture, a colour and a word each; the words are with the faces."""
TABLES_LEAST, TABLES_MOST = 2, len(MARKS)
WATCHES = ""
"""Where somebody sits who would rather look on."""
TOLD_FROM = 3
"""Of two tables, each would know what the other had said."""


def as_they_sat(around: Around, tables: int) -> dict[str, str]:
    """Everyone where they sat the last time; who is new picks a table."""
    before: dict[str, str] = around.earlier[-1]["sits"] if around.earlier else {}
    places = {*MARKS[:tables], WATCHES}
    return {seat: table for seat, table in before.items() if seat in around.seats and table in places}


def seated(state: State, seat: str, move: object, tables: int) -> dict[str, Any] | None:
    """The state after `{do: sit, table}`, `{do: watch}` or `{do: rise}`; None for another move."""
    others = {each: table for each, table in state["sits"].items() if each != seat}
    match move:
        case {"do": "sit", "table": str(table)} if table in MARKS[:tables]:
            return {**state, "sits": {**others, seat: table}}
        case {"do": "watch"}:
            return {**state, "sits": {**others, seat: WATCHES}}
        case {"do": "rise"}:
            return {**state, "sits": others}
    return None


def table_of(state: State, seat: str) -> str:
    """Where the seat plays. Raises `Refused` for somebody who has picked no table."""
    table: str = state["sits"].get(seat, WATCHES)
    if table == WATCHES:
        raise Refused("no_table", "Please pick your table first.")
    return table


def phones_at(state: State, tables: int) -> dict[str, int]:
    """How many phones have picked each table."""
    sits = list(state["sits"].values())
    return {mark: sits.count(mark) for mark in MARKS[:tables]}


def found_by(found: int, of: int) -> str | None:
    """`all`, `most` or `some` of the tables that said something; None where that would point at one of them."""
    if of < TOLD_FROM:
        return None
    if found == of:
        return "all"
    return "most" if found * 2 > of else "some"
