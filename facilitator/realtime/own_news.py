"""Which seats' own views can have changed since the last look, without drawing a view for each of them.

It compares what `own_view` is drawn from. What it names may turn out to look the same; what it leaves out does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from facilitator.conducting.live_room import LiveRoom
from facilitator.live_session.consent import makes_pieces
from facilitator.live_session.differing import differ
from facilitator.live_session.facts import NamedAnswer
from facilitator.live_session.state import Call, PieceName, Seat


@dataclass
class _Seen:
    """What a room's own views were drawn from at the last look."""

    seats: Mapping[str, Seat] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, bool] = field(default_factory=dict)
    calls: Mapping[str, Call] = field(default_factory=dict)
    delivered: frozenset[str] = frozenset()
    staff: Mapping[str, str] = field(default_factory=dict)
    answers: dict[str, Mapping[str, NamedAnswer]] = field(default_factory=dict)
    rungs: Mapping[PieceName, str] = field(default_factory=dict)
    living: Any = None


class OwnNews:
    """Remembers each live room from look to look."""

    def __init__(self) -> None:
        self._seen: dict[str, _Seen] = {}

    def forget(self, live_session: str) -> None:
        self._seen.pop(live_session, None)

    def seats(self, room: LiveRoom) -> Mapping[str, Seat] | None:
        """The seats at the last look."""
        seen = self._seen.get(room.id)
        return seen.seats if seen is not None else None

    def since_last(self, room: LiveRoom) -> set[str] | None:
        """Seats whose own view can differ now; None: any seat's can."""
        seen = self._seen.get(room.id)
        if seen is None:
            seen = self._seen[room.id] = _Seen()
        renamed = differ(seen.names, room.facts.names)
        news = differ(seen.seats, room.state.seats) | renamed
        seen.seats = room.state.seats
        if seen.names != room.facts.names:
            seen.names = dict(room.facts.names)
        news |= _said(seen, room) | _called(seen, room) | _answered(seen, room) | _stepped(seen, room)
        # Where something lives, one seat's name may stand on another's phone.
        return None if _lives_anew(seen, room) or (renamed and seen.living is not None) else news


def _said(seen: _Seen, room: LiveRoom) -> set[str]:
    asked = room.state.two_minutes
    said = asked.said if asked is not None else {}
    news = differ(seen.said, said)
    seen.said = said
    return news


def _called(seen: _Seen, room: LiveRoom) -> set[str]:
    state, facts = room.state, room.facts
    if seen.calls == state.calls and seen.delivered == facts.delivered and seen.staff == facts.staff:
        return set()
    news = {call.seat for calls in (seen.calls, state.calls) for call in calls.values()}
    seen.calls, seen.delivered, seen.staff = state.calls, frozenset(facts.delivered), dict(facts.staff)
    return news


def _answered(seen: _Seen, room: LiveRoom) -> set[str]:
    """Runs come into view and leave it; within those that stay, answers do."""
    now = {
        run.id: room.facts.of(run.id).named
        for run in room.state.runs.values()
        if run.promise == "named" and (run.phase != "closed" or run.step == room.state.step or makes_pieces(run))
    }
    news: set[str] = set()
    for run in seen.answers.keys() - now.keys():
        news |= seen.answers.pop(run).keys()
    for run, named in now.items():
        known = seen.answers.get(run)
        if known is None or known != named:
            news |= differ(known or {}, named)
            seen.answers[run] = dict(named)
    return news


def _stepped(seen: _Seen, room: LiveRoom) -> set[str]:
    """Whose pictures now go further, or less far."""
    before, seen.rungs = seen.rungs, room.state.rungs
    return {seat for (_run, seat, _part), _rung in before.items() ^ room.state.rungs.items()}


def _lives_anew(seen: _Seen, room: LiveRoom) -> bool:
    run = room.state.run_of_step(room.state.step)
    living = room.facts.of(run.id).living if run is not None else None
    known, seen.living = seen.living, living
    return living is not known
