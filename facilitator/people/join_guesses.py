"""Typing codes until one fits gets slower, for each code and for all of them together; a typed code only knocks.

*Together* is for each place from which staff lead a group now, and once for everywhere else. So whoever guesses from
elsewhere holds up nobody who sits in the room with the right code. Only the addresses of staff are remembered, in
memory, until their session is over; that of a participant is looked at and not kept.
"""

from collections.abc import Callable, Mapping
from ipaddress import IPv4Address, IPv4Network, IPv6Address, ip_address, ip_network
from threading import Lock
from typing import TypeVar

from facilitator.people.join_codes import as_typed
from facilitator.people.slowdown import Slowdown

T = TypeVar("T")

ELSEWHERE = "elsewhere"
_BUILDINGS = tuple(map(IPv4Network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16")))
"""Within them each device has an address of its own; the first three numbers are those of a building's network."""
_PLACES_MOST = 8
"""From so many places at most one session is led."""


class JoinGuesses:
    """`look` for a code. `led_from` when staff open a cockpit, `over` when its session is."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self._codes = Slowdown(clock, free=5)
        # Wrong codes of a whole building; short, since it holds up those who type the right one.
        self._together = Slowdown(clock, free=40, first=500, longest=5_000, forget=60_000)
        self._places: dict[str, list[str]] = {}
        self._one_at_a_time = Lock()

    def look(self, typed: str, find: Callable[[], T | None], place: str = ELSEWHERE) -> T | None:
        """What `find` gives; None is a miss. One at a time, so that many tries at once gain nothing.

        Raises `Refused("slow_down")`.
        """
        code, lane = as_typed(typed), place if self._is_led_from(place) else ELSEWHERE
        with self._one_at_a_time:
            self._codes.check(code)
            self._together.check(lane)
            found = find()
            if found is None:
                self._codes.try_now(code)
                self._together.try_now(lane)
        return found

    def led_from(self, place: str, live_session: str) -> None:
        known = [each for each in self._places.get(live_session, []) if each != place]
        self._places[live_session] = [*known, place][-_PLACES_MOST:]

    def over(self, live_session: str) -> None:
        self._places.pop(live_session, None)

    def _is_led_from(self, place: str) -> bool:
        return any(place in places for places in list(self._places.values()))


def place_of(environ: Mapping[str, object]) -> str:
    """Where a request comes from: an address of the internet, or a whole network of a building.

    What a proxy says is believed only of one on this very machine, and only the part that it added itself.
    """
    asked = _address(str(environ.get("REMOTE_ADDR", "")))
    forwarded = str(environ.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    if asked is not None and asked.is_loopback and forwarded:
        asked = _address(forwarded)
    if asked is None:
        return ELSEWHERE
    if isinstance(asked, IPv6Address):
        return str(ip_network((asked, 64), strict=False))
    within = any(asked in building for building in _BUILDINGS)
    return str(ip_network((asked, 24), strict=False)) if within else str(asked)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
