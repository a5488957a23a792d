"""Tells each audience its view. The only file that emits to anyone but the caller.

A view equal to the last one sent is not sent. What a person did is told at once; tallies wait for `flush`,
which runs a few times a second, however many answers came.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from facilitator.conducting.live_room import LiveRoom
from facilitator.live_session.tablet_view import facilitator_view
from facilitator.live_session.texts import plan_view
from facilitator.live_session.views import display_view, own_view, participant_view
from facilitator.realtime.connections import Audience, Connection, Connections

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
    _dirty: dict[str, LiveRoom] = field(default_factory=dict)

    def changed(self, room: LiveRoom) -> None:
        """Something was committed: everyone who sees it is told at once."""
        self._dirty.pop(room.id, None)
        with room.mutex:
            for audience in ("display", "participant", "facilitator"):
                for language in self.connections.languages(room.id, audience):
                    self._tell_audience(room, audience, language)
            for seat in self._seats(room):
                self._tell_seat(room, seat)

    def _seats(self, room: LiveRoom) -> set[str]:
        """Whose phones are here. A phone whose seat has gone to another phone is sent away first."""
        here = self.connections.of(room.id, "participant")
        old = [each for each in here if each.tickets < room.state.seats[each.who].tickets]
        for each in old:
            self.sio.disconnect(each.sid, namespace=_NAMESPACES["participant"])
        return {each.who for each in here if each not in old}

    def later(self, room: LiveRoom) -> None:
        """Something moved that may wait for the next flush: a tally, a presence."""
        self._dirty[room.id] = room

    def flush(self) -> None:
        for room in list(self._dirty.values()):
            self.changed(room)

    def welcome(self, room: LiveRoom, connection: Connection) -> None:
        """A socket that has just come gets everything whole."""
        with room.mutex:
            whole = self._whole(room, connection)
            connection.sent = whole["view"]
            for what, view in whole.items():
                self._emit(what, view, connection.sid, connection.audience)

    def _whole(self, room: LiveRoom, connection: Connection) -> dict[str, Any]:
        view = self._view(room, connection.audience, connection.language)
        if connection.audience == "facilitator":
            return {"plan": plan_view(room.facts, room.state, connection.language), "view": view}
        if connection.audience == "participant":
            return {"own": own_view(room.state, room.facts, connection.who), "view": view}
        return {"view": view}

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
        last = self._sent.get((to, what))
        if last is not None and _content(last) == _content(view):
            return False
        if last is not None and last["version"] == view["version"] and "beat" in view and last["beat"] >= view["beat"]:
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
        for key in [key for key in self._sent if key[0].startswith(f"{live_session}:")]:
            del self._sent[key]

    def _emit(self, what: str, view: Any, to: str, audience: Audience) -> None:
        self.sio.emit(what, view, to=to, namespace=_NAMESPACES[audience])


def room_name(live_session: str, audience: Audience, language: str) -> str:
    return f"{live_session}:{audience}:{language}"


def own_name(live_session: str, seat: str) -> str:
    return f"{live_session}:own:{seat}"


def _content(view: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in view.items() if key not in _ENVELOPE}
