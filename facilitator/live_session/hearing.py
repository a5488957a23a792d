"""Who has been heard in this round, so that staff see whom nobody has asked yet. Only tablets know of it.

It is about the moment: a step or a new round begins it anew, and the summary leaves it out.
"""

from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.live_session.circumstances import Circumstances
from facilitator.live_session.events import Event
from facilitator.live_session.rules import decide, must_be_running
from facilitator.live_session.state import LiveSession


@decide.register
def _(command: c.MarkHeard, state: LiveSession, given: Circumstances) -> list[Event]:
    must_be_running(state)
    seat = state.seats.get(command.seat)
    if seat is None or seat.admission != "admitted":
        raise Refused("no_seat", "That seat is not in the room.")
    return [] if (seat.id in state.heard) == command.heard else [e.SeatHeard(seat.id, command.heard)]


@decide.register
def _(command: c.NewRound, state: LiveSession, given: Circumstances) -> list[Event]:
    must_be_running(state)
    return [e.RoundBegan()] if state.heard else []
