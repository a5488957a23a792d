"""Socket.IO's manager of rooms, which encodes what a room is told once and writes the same frame to every line.

It also knows which rooms a socket is in: the library asks every room of the house when a single phone leaves.
"""

from collections.abc import Iterable
from typing import Any

import orjson
from engineio import packet as engine_packet
from socketio import Manager

from facilitator.server.wire import frames
from facilitator.server.wire.line import Line


class Rooms(Manager):  # type: ignore[misc]
    """Sockets that are no `Line` (long-polling, TLS, threading mode) get the same packet through the library."""

    def __init__(self) -> None:
        super().__init__()
        self._rooms_of: dict[tuple[str, str], set[str | None]] = {}
        """(namespace, socket) → its rooms."""

    def basic_enter_room(self, sid: str, namespace: str, room: str | None, eio_sid: str | None = None) -> None:
        super().basic_enter_room(sid, namespace, room, eio_sid=eio_sid)
        self._rooms_of.setdefault((namespace, sid), set()).add(room)

    def basic_leave_room(self, sid: str, namespace: str, room: str | None) -> None:
        super().basic_leave_room(sid, namespace, room)
        self._rooms_of.get((namespace, sid), set()).discard(room)

    def basic_disconnect(self, sid: str, namespace: str, **kwargs: Any) -> None:
        for room in self._rooms_of.pop((namespace, sid), set()):
            super().basic_leave_room(sid, namespace, room)
        self.callbacks.pop(sid, None)
        for pending in (self.pending_connect, self.pending_disconnect):
            if sid in pending.get(namespace, ()):
                pending[namespace].remove(sid)
                if not pending[namespace]:
                    del pending[namespace]

    def emit(
        self,
        event: str,
        data: Any,
        namespace: str,
        room: Any = None,
        skip_sid: Any = None,
        callback: Any = None,
        to: Any = None,
        **kwargs: Any,
    ) -> None:
        room = to or room
        if callback is not None or skip_sid is not None or not isinstance(room, str):
            super().emit(event, data, namespace, room, skip_sid, callback, **kwargs)
            return
        rooms = self.rooms.get(namespace)
        if not rooms:
            return
        # A socket is the only member of the room that has its name.
        only = rooms.get(None, {}).get(room)
        members = [only] if only is not None else rooms.get(room, {}).values()
        if members:
            told = f"2{namespace},".encode() + orjson.dumps([event, data], option=orjson.OPT_NON_STR_KEYS)
            self._write(members, told)

    def _write(self, members: Iterable[str], told: bytes) -> None:
        frame, packet = frames.text(b"4" + told), None
        sockets = self.server.eio.sockets
        for name in list(members):
            found = sockets.get(name)
            if type(found) is Line:
                found.write(frame)
            elif found is not None:
                packet = packet or engine_packet.Packet(engine_packet.MESSAGE, told.decode())
                self.server.eio.send_packet(name, packet)
