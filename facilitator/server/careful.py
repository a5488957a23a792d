"""The last line of what runs by itself: a defect in one room's tick or one told call must not end all the others'."""

from collections.abc import Callable

import structlog

log = structlog.get_logger()


def carefully(call: Callable[[], None]) -> None:
    """Make the call. A defect is told by its kind alone: its message could carry what somebody wrote."""
    try:
        call()
    except Exception as problem:  # noqa: BLE001 - whatever it is, the loop that made the call has to go on
        log.error("a defect beside requests", problem=type(problem).__name__)
