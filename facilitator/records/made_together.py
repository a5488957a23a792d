"""What one person put into something that the group made together: to tell it, and to take it out. Pure.

A kind of activity that lives keeps its state as it likes; wherever a seat stands in it, as a key or in a list, is
about that seat.
"""

from collections.abc import Iterator
from typing import Any


def about(state: Any, seat: str, where: str = "") -> Iterator[dict[str, Any]]:
    """Each place where this seat stands, with what is held there."""
    if isinstance(state, dict):
        if seat in state:
            yield {"where": where, "what": state[seat]}
        for key, value in state.items():
            if key != seat:
                yield from about(value, seat, f"{where}.{key}".strip("."))
    elif isinstance(state, list):
        if seat in state:
            yield {"where": where, "what": "among them"}
        for value in state:
            yield from about(value, seat, where)


def without(state: Any, seat: str) -> Any:
    """The same without this seat and whatever is held under it."""
    if isinstance(state, dict):
        return {key: without(value, seat) for key, value in state.items() if seat not in (key, value)}
    if isinstance(state, list):
        return [without(value, seat) for value in state if value != seat]
    return state
