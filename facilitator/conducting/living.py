"""Activities that live (pairs, a shared canvas): their shared state begins with the run and moves with its moves.

The log only counts moves; the state itself is an encrypted row of the same transaction.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from random import SystemRandom
from typing import Any

from facilitator.activities.kinds import find
from facilitator.conducting.live_room import LiveRoom
from facilitator.conducting.prepared import Prepared
from facilitator.errors import Refused
from facilitator.live_session.commands import Move
from facilitator.live_session.events import ActivityOpened, Event, Stepped
from facilitator.live_session.texts import settings_of
from facilitator.storage import living_states


def begun(room: LiveRoom, events: Sequence[Event], prepared: Prepared) -> tuple[list[Event], Prepared]:
    """The events, and the prepared command with the first state of each living activity that they open.

    Where a kind cannot begin (pairs with one person here), a step is gone to all the same and opens nothing.
    Raises what the kind refused with if its opening was all that was asked.
    """
    told: list[Event] = []
    for event in events:
        if isinstance(event, ActivityOpened) and find(event.kind).lives:
            try:
                prepared = _with_state(room, prepared, event.run, 0, _initial(room, event))
            except Refused:
                if not any(isinstance(each, Stepped) for each in events):
                    raise
                continue
        told.append(event)
    return told, prepared


def _initial(room: LiveRoom, event: ActivityOpened) -> dict[str, Any]:
    settings = settings_of(room.facts, room.ahead, event.step, room.facts.languages[0])
    return find(event.kind).initial(settings, sorted(room.present()), SystemRandom())


def moved(room: LiveRoom, command: Move) -> Prepared:
    """The command with the state that follows. Raises `Refused` where the kind does, or if nothing lives here."""
    run = room.ahead.runs.get(command.run)
    before = (room.living.get(run.id) or room.facts.of(run.id).living) if run is not None else None
    if run is None or before is None:
        raise Refused("no_such_activity", "This activity is not open.")
    settings = settings_of(room.facts, room.ahead, run.step, room.facts.languages[0])
    state = find(run.kind).act(settings, before, command.seat, command.move)
    return _with_state(room, Prepared(replace(command, move={})), run.id, run.moves + 1, state)


def _with_state(room: LiveRoom, prepared: Prepared, run: str, move: int, state: dict[str, Any]) -> Prepared:
    def now_true() -> None:
        prepared.now_true()
        room.facts.of(run).living = state

    row = partial(living_states.keep, live_session=room.id, run=run, move=move, state=state)
    return Prepared(prepared.command, (*prepared.rows, row), now_true, {**prepared.living, run: state})
