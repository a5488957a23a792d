"""What is told of a write: that it is stored, or why not. A defect never passes for *done*, nor stops the server."""

from typing import Any

import structlog

from facilitator.errors import Refused
from facilitator.storage.batches import Outcome

log = structlog.get_logger()


def why_not(outcome: Outcome[Any]) -> Refused | None:
    """None if it is stored. A defect is logged by its type alone: its words could be somebody's."""
    problem = outcome.problem
    if problem is None or isinstance(problem, Refused):
        return problem
    log.error("a write broke", problem=type(problem).__name__)
    return Refused("broken", "This could not be stored. Please try again, or tell staff.")
