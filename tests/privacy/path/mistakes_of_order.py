"""Mistakes that keep the order of arrival in one place and use it in another: the worst of anonymous leaks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from facilitator.live_session import tablet_view, views
from facilitator.records import summary
from tests.privacy.path.mistakes import also


@contextmanager
def _remembering_arrival(use: Callable[[list[str]], Any]) -> Iterator[None]:
    """Something keeps the order of arrival, and another place uses it."""
    came: list[str] = []
    of: list[Any] = []

    def noted(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any) -> None:
        if not of or of[0] is not room:
            of[:] = [room]
            came.clear()
        if checked is not None and "text" in checked:
            came.append(checked["text"])

    with also(noted)(), use(came):
        yield


def _place(came: list[str], words: str) -> int:
    return came.index(words) if words in came else len(came)


def export_as_they_came() -> Any:
    whole = summary._approved

    def approved(*given: Any) -> tuple[str, ...]:
        return tuple(sorted(whole(*given), key=lambda words: _place(kept, words)))

    kept: list[str] = []

    def use(came: list[str]) -> Any:
        nonlocal kept
        kept = came
        return patch.object(summary, "_approved", approved)

    return _remembering_arrival(use)


def tablet_as_they_came() -> Any:
    whole = tablet_view._waiting
    kept: list[str] = []

    def use(came: list[str]) -> Any:
        nonlocal kept
        kept = came
        return patch.object(
            tablet_view, "_waiting", lambda *a: sorted(whole(*a), key=lambda w: _place(kept, w["text"]))
        )

    return _remembering_arrival(use)


def cards_as_they_came() -> Any:
    whole = views.cards_on_wall
    kept: list[str] = []

    def cards(*given: Any) -> list[Any]:
        return [{**card, "id": f"{_place(kept, card['text']):012x}"} for card in whole(*given)]

    def use(came: list[str]) -> Any:
        nonlocal kept
        kept = came
        return patch.object(views, "cards_on_wall", cards)

    return _remembering_arrival(use)
