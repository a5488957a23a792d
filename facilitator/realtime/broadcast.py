"""Tells each audience its view. The only file that emits to anyone but the caller.

A view equal to the last one sent is not sent. What a person did is told at once; tallies wait for `flush`,
which runs a few times a second, however many answers came.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from facilitator.conducting.live_room import LiveRoom
from facilitator.live_session.tablet_view import facilitator_view, what_the_clock_moves
from facilitator.live_session.texts import plan_view
from facilitator.live_session.views import display_view, own_view, participant_view
from facilitator.realtime.connections import Audience, Connection, Connections
from facilitator.realtime.own_news import OwnNews

_NAMESPACES: dict[Audience, str] = {
    "facilitator": "/facilitator",
    "participant": "/participant",
    "display": "/display",
}
_ENVELOPE = ("boot", "version", "beat")


class Emits(Protocol):
    """The part of a Socket.IO server that this file uses."""

    def emit(self, event: str, data: Any = None, to: str | None = None, *, namespace: str) -> None: ...
    def disconnect(self, sid: str, namespace: str) -> None: ...


@dataclass
class Broadcast:
    """`clock` gives ms UTC."""

    sio: Emits
    connections: Connections
    clock: Callable[[], int]
    _sent: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    """(room of sockets, what) → the view last sent there."""
    _welcomed: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Room of phones → the view that phones which came since the last broadcast were given."""
    _dirty: dict[str, LiveRoom] = field(default_factory=dict)
    _ticked: dict[str, object] = field(default_factory=dict)
    """Live session → what the clock had moved when its tablets' view was last drawn."""
    _own_news: OwnNews = field(default_factory=OwnNews)
    coalesced: int = 0
    """Times that something moved which a view that was due anyway has told."""

    def changed(self, room: LiveRoom) -> None:
        """Something was committed: everyone who sees it is told at once."""
        for _ in self.piece_by_piece(room):
            pass

    def piece_by_piece(self, room: LiveRoom) -> Iterator[None]:
        """Everyone who sees it is told, in pieces: between two of them, others may have their turn."""
        self._dirty.pop(room.id, None)
        with room.mutex:
            for audience in ("display", "participant", "facilitator"):
                for language in self.connections.languages(room.id, audience):
                    self._tell_audience(room, audience, language)
            self._ticked[room.id] = self._moved(room)
            seats = self._seats_with_news(room)
        for seat in seats:
            yield
            if self._own_news.seats(room) is None:
                # It has left this process meanwhile.
                return
            with room.mutex:
                if seat in room.state.seats and self.connections.is_connected(room.id, "participant", seat):
                    self._tell_seat(room, seat)

    def ticked(self, room: LiveRoom) -> None:
        """A second has passed. Only the tablets' view moves by the clock alone; what else moved was told of."""
        if room.id in self._dirty:
            return
        moved = self._moved(room)
        if self._ticked.get(room.id) == moved:
            return
        self._ticked[room.id] = moved
        with room.mutex:
            for language in self.connections.languages(room.id, "facilitator"):
                self._tell_audience(room, "facilitator", language)

    def _moved(self, room: LiveRoom) -> object:
        return room.state.version, what_the_clock_moves(room.state, room.facts, self.clock())

    def _seats_with_news(self, room: LiveRoom) -> set[str]:
        before = self._own_news.seats(room)
        news = self._own_news.since_last(room)
        if room.state.seats is not before:
            self._send_old_phones_away(room)
        return {each.who for each in self.connections.of(room.id, "participant")} if news is None else news

    def _send_old_phones_away(self, room: LiveRoom) -> None:
        """A phone whose seat has gone to another phone."""
        for each in self.connections.of(room.id, "participant"):
            if each.tickets < room.state.seats[each.who].tickets:
                self.sio.disconnect(each.sid, namespace=_NAMESPACES["participant"])

    def later(self, room: LiveRoom) -> None:
        """Something moved that may wait for the next flush: a tally, a presence."""
        self.coalesced += room.id in self._dirty
        self._dirty[room.id] = room

    def flush(self) -> None:
        for room in self.waiting():
            self.changed(room)

    def waiting(self) -> list[LiveRoom]:
        """Rooms in which something has moved that was not told yet."""
        return list(self._dirty.values())

    def welcome(self, room: LiveRoom, connection: Connection) -> None:
        """A socket that has just come gets everything whole."""
        with room.mutex:
            whole = self._whole(room, connection)
            connection.sent = whole["view"] if connection.audience == "display" else None
            for what, view in whole.items():
                self._emit(what, view, connection.sid, connection.audience)

    def _whole(self, room: LiveRoom, connection: Connection) -> dict[str, Any]:
        if connection.audience == "participant":
            own = dict(own_view(room.state, room.facts, connection.who))
            self._sent[own_name(room.id, connection.who), "own"] = own
            return {"own": own, "view": self._view_for_phones(room, connection.language)}
        view = self._view(room, connection.audience, connection.language)
        if connection.audience == "facilitator":
            return {"plan": plan_view(room.facts, room.state, connection.language), "view": view}
        return {"view": view}

    def _view_for_phones(self, room: LiveRoom, language: str) -> dict[str, Any]:
        """One for all that come at once: five hundred phones that come back are one view, encoded once."""
        to = room_name(room.id, "participant", language)
        known = self._welcomed.get(to)
        if known is None or known["version"] != room.state.version:
            known = self._welcomed[to] = self._view(room, "participant", language)
        return known

    def _view(self, room: LiveRoom, audience: Audience, language: str) -> dict[str, Any]:
        if audience == "facilitator":
            return dict(facilitator_view(room.state, room.facts, language, self.clock()))
        if audience == "participant":
            return dict(participant_view(room.state, room.facts, language))
        return dict(display_view(room.state, room.facts, language))

    def _tell_audience(self, room: LiveRoom, audience: Audience, language: str) -> None:
        to = room_name(room.id, audience, language)
        if audience == "facilitator":
            self._tell_plan(room, to, language)
        view = self._view(room, audience, language)
        if self._is_news(room, to, "view", view):
            if audience == "display":
                for each in self.connections.of(room.id, audience):
                    each.sent = view if each.language == language else each.sent
            self._emit("view", view, to, audience)

    def _tell_plan(self, room: LiveRoom, to: str, language: str) -> None:
        known = self._sent.get((to, "plan"))
        if known is None or known["plan"] != room.state.plan:
            plan = dict(plan_view(room.facts, room.state, language))
            self._sent[to, "plan"] = plan
            self._emit("plan", plan, to, "facilitator")

    def _tell_seat(self, room: LiveRoom, seat: str) -> None:
        to, view = own_name(room.id, seat), dict(own_view(room.state, room.facts, seat))
        if self._is_news(room, to, "own", view):
            self._emit("own", view, to, "participant")

    def _is_news(self, room: LiveRoom, to: str, what: str, view: dict[str, Any]) -> bool:
        told = [each for each in (self._sent.get((to, what)), self._welcomed.pop(to, None)) if each is not None]
        content = _content(view)
        if told and all(_content(each) == content for each in told):
            return False
        if "beat" in view and any(each["version"] == view["version"] and each["beat"] >= view["beat"] for each in told):
            room.facts.beat += 1
            view["beat"] = room.facts.beat
        self._sent[to, what] = view
        return True

    def come_back(self, within: int) -> None:
        """The server goes away for a moment: everyone is asked to come back within so many ms, not all at once."""
        for connection in list(self.connections.by_sid.values()):
            self._emit("come_back", {"within": within}, connection.sid, connection.audience)

    def forget(self, live_session: str) -> None:
        """A session has left this process: what was sent of it is not kept."""
        self._dirty.pop(live_session, None)
        self._ticked.pop(live_session, None)
        self._own_news.forget(live_session)
        for key in [key for key in self._sent if key[0].startswith(f"{live_session}:")]:
            del self._sent[key]
        for to in [to for to in self._welcomed if to.startswith(f"{live_session}:")]:
            del self._welcomed[to]

    def _emit(self, what: str, view: Any, to: str, audience: Audience) -> None:
        self.sio.emit(what, view, to=to, namespace=_NAMESPACES[audience])


def room_name(live_session: str, audience: Audience, language: str) -> str:
    return f"{live_session}:{audience}:{language}"


def own_name(live_session: str, seat: str) -> str:
    return f"{live_session}:own:{seat}"


def _content(view: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in view.items() if key not in _ENVELOPE}
