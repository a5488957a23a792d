"""Composed words, wherever they are: waiting, in the tray, parked, on the wall. Pure.

The id of a response changes when its writer changes it, so an approval never covers words that nobody approved.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.activities.activity import Approved
from facilitator.activities.kinds import find
from facilitator.live_session.circumstances import Response
from facilitator.live_session.facts import Facts
from facilitator.live_session.shapes import CardShape
from facilitator.live_session.state import LiveSession, Placed, Run
from facilitator.live_session.texts import asked_in


@dataclass(frozen=True)
class Written:
    """Composed words with where they come from. `seat` is None for an anonymous run, always."""

    id: str
    run: str
    text: str
    seat: str | None
    may_show: bool
    part: str
    answer: Mapping[str, Any]


def all_written(state: LiveSession, facts: Facts) -> Iterator[Written]:
    """Every composed text of the session that staff may read."""
    for run in state.runs.values():
        yield from _written_in(state, facts, run)


def _written_in(state: LiveSession, facts: Facts, run: Run) -> Iterator[Written]:
    kind, settings = find(run.kind), asked_in(facts, state, run, facts.languages[0])
    known = facts.of(run.id)
    for released in known.released:
        for composed in kind.composed(settings, released.answer):
            yield Written(
                f"{released.id}.{composed.part}", run.id, composed.text, None, True, composed.part, released.answer
            )
    for seat, said in known.named.items():
        if said.answer is not None:
            for composed in kind.composed(settings, said.answer):
                name = f"{run.id}.{seat}.{said.revision}.{composed.part}"
                yield Written(name, run.id, composed.text, seat, said.ok_to_show, composed.part, said.answer)


def as_circumstances(state: LiveSession, facts: Facts) -> dict[str, Response]:
    return {written.id: Response(written.run, written.may_show) for written in all_written(state, facts)}


def shown_text(facts: Facts, placed: Placed | None, written: Written) -> str:
    """The edited copy if staff made one, else the words as written."""
    return facts.copies.get(placed.copy, written.text) if placed is not None and placed.copy else written.text


def cards_on_wall(state: LiveSession, facts: Facts) -> list[CardShape]:
    """What was revealed, in the order of the revealing: no name, no time, nothing of how it came in."""
    present = {written.id: written for written in all_written(state, facts)}
    return [
        CardShape(id=card_id(facts.salt, name), run=present[name].run, text=shown_text(facts, placed, present[name]))
        for name, placed in state.placed.items()
        if placed.where == "wall" and name in present and present[name].may_show
    ]


def approved(state: LiveSession, facts: Facts) -> tuple[Approved, ...]:
    """Everything that the room has seen and that still stands, in the order of the revealing: for kinds that live."""
    present = {written.id: written for written in all_written(state, facts)}
    return tuple(
        _approved(state, present[name], shown_text(facts, placed, present[name]))
        for name, placed in state.placed.items()
        if placed.where in ("wall", "shown_before") and name in present and present[name].may_show
    )


def _approved(state: LiveSession, written: Written, text: str) -> Approved:
    return Approved(written.id, written.run, state.runs[written.run].step, written.part, text, written.answer)


def card_id(salt: str, response: str) -> str:
    """A name for a card on the wall that cannot be matched with the seat a named response's id holds.

    `salt` is random at each start of the server and never told.
    """
    return hashlib.sha256(f"{salt}.{response}".encode()).hexdigest()[:12]
