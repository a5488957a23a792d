"""Composed words, wherever they are: waiting, in the tray, parked, on the wall. Pure.

The id of a response changes when its writer changes it, so an approval never covers words that nobody approved.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from facilitator.activities.activity import Approved, Composed
from facilitator.activities.kinds import find
from facilitator.activities.picture import Picture
from facilitator.activities.pieces import Rung, reaches
from facilitator.live_session.card_shapes import CardShape
from facilitator.live_session.circumstances import Response
from facilitator.live_session.consent import rung_of
from facilitator.live_session.facts import Facts, NamedAnswer
from facilitator.live_session.state import LiveSession, PieceName, Placed, Run
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
    picture: Picture | None = None
    rung: Rung | None = None
    """How far its maker lets the picture go; None for what is no picture."""

    @property
    def piece(self) -> PieceName | None:
        return (self.run, self.seat, self.part) if self.picture is not None and self.seat is not None else None


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
                yield _named(state, run, seat, said, composed)


def _named(state: LiveSession, run: Run, seat: str, said: NamedAnswer, composed: Composed) -> Written:
    name = f"{run.id}.{seat}.{said.revision}.{composed.part}"
    written = Written(name, run.id, composed.text, seat, said.ok_to_show, composed.part, said.answer or {})
    if composed.picture is None:
        return written
    rung = rung_of(state, (run.id, seat, composed.part))
    return replace(written, may_show=reaches(rung, "group"), picture=composed.picture, rung=rung)


def as_circumstances(state: LiveSession, facts: Facts) -> dict[str, Response]:
    return {w.id: Response(w.run, w.may_show, w.piece) for w in all_written(state, facts)}


def shown_text(facts: Facts, placed: Placed | None, written: Written) -> str:
    """The edited copy if staff made one, else the words as written."""
    return facts.copies.get(placed.copy, written.text) if placed is not None and placed.copy else written.text


def which_of(state: LiveSession, facts: Facts, language: str) -> Callable[[Written], str]:
    """Says of composed words which of several things in their answer they are; empty for the only one."""

    @cache
    def settings(run: str) -> dict[str, Any]:
        return asked_in(facts, state, state.runs[run], language)

    return lambda written: find(state.runs[written.run].kind).which(settings(written.run), written.part)


def cards_on_wall(state: LiveSession, facts: Facts, language: str) -> list[CardShape]:
    """What was revealed, in the order of the revealing: no name, no time, nothing of how it came in."""
    present = {written.id: written for written in all_written(state, facts)}
    which = which_of(state, facts, language)
    return [
        _card(facts, placed, present[name], which(present[name]))
        for name, placed in state.placed.items()
        if placed.where == "wall" and name in present and present[name].may_show
    ]


def _card(facts: Facts, placed: Placed, written: Written, which: str) -> CardShape:
    name = card_id(facts.salt, written.id)
    card = CardShape(id=name, run=written.run, text=shown_text(facts, placed, written))
    if written.picture is not None:
        card["picture"] = name
    if which:
        card["which"] = which
    return card


def pictures(state: LiveSession, facts: Facts) -> dict[str, Picture]:
    """Every picture of the session by the id that views name it with."""
    return {
        card_id(facts.salt, each.id): {**each.picture, "words": shown_text(facts, state.placed.get(each.id), each)}
        for each in all_written(state, facts)
        if each.picture is not None
    }


def approved(state: LiveSession, facts: Facts) -> tuple[Approved, ...]:
    """Everything that the room has seen and that still stands, in the order of the revealing: for kinds that live."""
    present = {written.id: written for written in all_written(state, facts)}
    return tuple(
        _approved(state, facts, present[name], placed)
        for name, placed in state.placed.items()
        if placed.where in ("wall", "shown_before") and name in present and present[name].may_show
    )


def _approved(state: LiveSession, facts: Facts, written: Written, placed: Placed) -> Approved:
    return Approved(
        written.id,
        written.run,
        state.runs[written.run].step,
        written.part,
        shown_text(facts, placed, written),
        written.answer,
        card_id(facts.salt, written.id) if written.picture is not None else "",
        written.seat,
    )


def card_id(salt: str, response: str) -> str:
    """A name for a card on the wall that cannot be matched with the seat a named response's id holds.

    `salt` is random at each start of the server and never told.
    """
    return hashlib.sha256(f"{salt}.{response}".encode()).hexdigest()[:12]
