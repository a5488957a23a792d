"""Activities that live (pairs, a shared canvas): their state begins with the run and moves with everybody's moves.

The log only counts moves; the state itself is an encrypted row of the same transaction.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from random import SystemRandom
from typing import Any

from facilitator.activities.activity import Around
from facilitator.activities.kinds import find
from facilitator.conducting.live_room import LiveRoom
from facilitator.conducting.prepared import Prepared
from facilitator.errors import Refused
from facilitator.live_session.commands import Lead, Move, Undo
from facilitator.live_session.events import ActivityOpened, Event, LivingStateKept, SeatAdmitted, Stepped
from facilitator.live_session.responses import approved
from facilitator.live_session.roster import in_the_room
from facilitator.live_session.state import Run
from facilitator.live_session.texts import asked_in, settings_of
from facilitator.live_session.undoing import what_would_undo
from facilitator.storage import living_states


def begun(room: LiveRoom, events: Sequence[Event], prepared: Prepared, now: int) -> tuple[list[Event], Prepared]:
    """The events, and the prepared command with the first state of each living activity that they open.

    Where a kind cannot begin (pairs with one person here), a step is gone to all the same and opens nothing.
    Raises what the kind refused with if its opening was all that was asked.
    """
    told: list[Event] = []
    for event in events:
        if isinstance(event, ActivityOpened) and find(event.kind).lives:
            coming = [each.seat for each in events if isinstance(each, SeatAdmitted)]
            try:
                first = _initial(room, event, _around(room, event, now, coming))
            except Refused:
                if not any(isinstance(each, Stepped) for each in events):
                    raise
                continue
            prepared = _with_state(room, prepared, event.run, 0, first)
        told.append(event)
    return told, prepared


def _initial(room: LiveRoom, event: ActivityOpened, around: Around) -> dict[str, Any]:
    settings = settings_of(room.facts, room.ahead, event.step, room.facts.languages[0])
    return find(event.kind).initial(settings, around)


def _around(room: LiveRoom, of: ActivityOpened | Run, now: int, coming: Sequence[str] = ()) -> Around:
    """`coming`: seats that the same tap lets in."""
    seats = [replace(seat, admission="admitted") if seat.id in coming else seat for seat in room.ahead.seats.values()]
    states = [_state(room, run) for run in room.ahead.runs.values() if run.kind == of.kind]
    return Around(
        now=now,
        random=SystemRandom(),
        seats=tuple(sorted(seat.id for seat in seats if in_the_room(seat, room.facts))),
        cards=approved(room.ahead, room.facts),
        k=room.ahead.k,
        step=of.step,
        earlier=tuple(state for state in states if state is not None),
    )


def _state(room: LiveRoom, run: Run) -> dict[str, Any] | None:
    """As it was decided last."""
    return room.living.get(run.id) or room.facts.of(run.id).living


def moved(room: LiveRoom, command: Move, now: int) -> Prepared:
    """The command with the state that follows. Raises `Refused` where the kind does, or if nothing lives here."""
    run, before = _living(room, command.run)
    around = _around(room, run, now)
    state = find(run.kind).act(_asked(room, run), before, command.seat, command.move, around)
    return _with_state(room, Prepared(replace(command, move={})), run.id, run.moves + 1, state)


def led(room: LiveRoom, command: Lead, now: int) -> Prepared:
    """As `moved`, for a move of the staff; the state before it is kept for *Undo*."""
    run, before = _living(room, command.run)
    state = find(run.kind).lead(_asked(room, run), before, command.move, _around(room, run, now))
    room.before_lead[run.id] = (run.moves + 1, before)
    return _with_state(room, Prepared(replace(command, move={})), run.id, run.moves + 1, state)


def taken_back(room: LiveRoom, command: Undo) -> Prepared:
    """The command with the state to go back to, if the last tap was a move of the staff."""
    prepared, last = Prepared(command), room.ahead.last_tap
    if last is None or last.tap != command.tap:
        return prepared
    for event in what_would_undo(room.ahead):
        if isinstance(event, LivingStateKept):
            move, before = room.before_lead.get(event.run, (0, {}))
            if move != event.move - 1:
                raise Refused("nothing_to_undo", "That tap can no longer be taken back.")
            prepared = _with_state(room, prepared, event.run, event.move, before)
    return prepared


def _living(room: LiveRoom, name: str) -> tuple[Run, dict[str, Any]]:
    run = room.ahead.runs.get(name)
    before = _state(room, run) if run is not None else None
    if run is None or before is None:
        raise Refused("no_such_activity", "This activity is not open.")
    return run, before


def _asked(room: LiveRoom, run: Run) -> dict[str, Any]:
    return asked_in(room.facts, room.ahead, run, room.facts.languages[0])


def _with_state(room: LiveRoom, prepared: Prepared, run: str, move: int, state: dict[str, Any]) -> Prepared:
    def now_true() -> None:
        prepared.now_true()
        room.facts.of(run).living = state

    row = partial(living_states.keep, live_session=room.id, run=run, move=move, state=state)
    return Prepared(prepared.command, (*prepared.rows, row), now_true, {**prepared.living, run: state})
