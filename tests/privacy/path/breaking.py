"""The places of the product that break in the canary's evenings, each with everything it was given in its exception."""

import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

BREAKS = (
    "facilitator.activities.free_text.FreeText.fits",
    "facilitator.activities.free_text.FreeText.composed",
    "facilitator.privacy.sealing.close_frame",
    "facilitator.privacy.sealing.seal",
    "facilitator.privacy.staging.Staging.put",
    "facilitator.privacy.staging.Staging.begin_wave",
    "facilitator.privacy.shelf.Shelf.write_frame",
    "facilitator.storage.sealed_answers.lock",
    "facilitator.storage.sealed_answers.add",
    "facilitator.storage.event_log.append",
    "facilitator.realtime.broadcast.facilitator_view",
    "facilitator.live_session.tablet_view.tally_of",
)


class Broken(RuntimeError):
    """Quotes what it was given, as the worst of errors do."""


@contextmanager
def breaking_once(place: str) -> Iterator[None]:
    left = [place]
    with _breaking(place, lambda: bool(left) and left.pop() == place):
        yield


def break_when_told(orders: Path) -> None:
    """In a server's own process, for as long as it runs: whichever place the file names breaks, and empties it."""

    def told(place: str) -> bool:
        if orders.read_text() != place:
            return False
        orders.write_text("")
        return True

    for place in BREAKS:
        _breaking(place, lambda place=place: told(place)).start()


def _breaking(place: str, now: Callable[[], bool]) -> Any:
    whole = _found(place)

    def breaks(*given: Any, **more: Any) -> Any:
        if now():
            raise Broken(f"{given!r} {more!r}")
        return whole(*given, **more)

    return patch(place, breaks)


def _found(place: str) -> Any:
    parts = place.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        try:
            here: Any = importlib.import_module(".".join(parts[:cut]))
        except ImportError:
            continue
        for part in parts[cut:]:
            here = getattr(here, part)
        return here
    raise LookupError(place)
