"""A maker says how far a picture goes: up the ladder or down, at any time until the session has ended for good.

Nobody else steps it, and nothing that staff do takes it further than its maker said: see `responses.py`.
"""

from facilitator.activities.pieces import reaches
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.live_session.circumstances import Circumstances
from facilitator.live_session.consent import rung_of
from facilitator.live_session.events import Event
from facilitator.live_session.rules import decide, must_not_have_ended
from facilitator.live_session.state import LiveSession


@decide.register
def _(command: c.StepPiece, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    piece = (command.run, command.seat, command.part)
    response = next((name for name, known in given.responses.items() if known.piece == piece), None)
    if response is None:
        if command.rung == "me":
            return []
        raise Refused("gone", "This picture is on your phone alone. Send it first.")
    if command.rung == rung_of(state, piece):
        return []
    stepped = e.PieceStepped(command.run, command.seat, command.part, command.rung)
    if reaches(command.rung, "group") or response not in state.placed:
        return [stepped]
    # Once it has been taken down, it goes up again only if staff show it again.
    return [stepped, e.ResponsePlaced(response, "waiting")]
