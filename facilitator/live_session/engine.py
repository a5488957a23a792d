"""The engine's one door: `decide`, `evolve`, `replay`. Importing it brings every file of rules along."""

from facilitator.live_session import approving, asking, consenting, ending, gathering, hearing, stepping
from facilitator.live_session.evolving import evolve, replay
from facilitator.live_session.rules import decide

RULES = (approving, asking, consenting, ending, gathering, hearing, stepping)

__all__ = ["RULES", "decide", "evolve", "replay"]
