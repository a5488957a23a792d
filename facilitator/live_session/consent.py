"""How far each picture goes, as its maker last said. Pure."""

from facilitator.activities.kinds import find
from facilitator.activities.pieces import Rung
from facilitator.live_session.state import LiveSession, PieceName, Run


def rung_of(state: LiveSession, piece: PieceName) -> Rung:
    """A picture that was sent goes to staff, and further only once its maker says so."""
    return state.rungs.get(piece, "facilitator")


def makes_pieces(run: Run) -> bool:
    """Whether what is answered here are pictures."""
    return find(run.kind).makes_pieces
