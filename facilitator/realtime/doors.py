"""What every namespace's door does alike: look at who knocks, check what they send, answer, refuse.

Handlers stand on the Socket.IO server itself, past Flask's request context, and never wait: what has to be
stored is acknowledged by our own message `done`, sent after the commit.
"""

import re
from collections.abc import Callable
from typing import Any

import structlog
from socketio import Server
from socketio.exceptions import ConnectionRefusedError as NotLetIn

from facilitator.errors import Refused
from facilitator.realtime.broadcast import Broadcast
from facilitator.realtime.connections import Audience, Connection, Connections
from facilitator.realtime.loading import load
from facilitator.realtime.messages import ASKED, Message
from facilitator.realtime.pace import Pace
from facilitator.realtime.rights import Rights

log = structlog.get_logger()

_ID_IN_TEXT = re.compile(rb'"id":"([A-Za-z0-9_-]{1,80})"')

Handler = Callable[[Connection, str, dict[str, Any]], None]
"""(connection, message id, fields). Raises `Refused`; answers by `Door.done` when it is done."""


class Door:
    """One namespace. `own_origin` says whether a handshake comes from a page of this server.

    `rights` is asked whether they may, and `pace` whether it is not too much, for each message.
    """

    def __init__(
        self,
        sio: Server,
        connections: Connections,
        broadcast: Broadcast,
        audience: Audience,
        own_origin: Callable[[dict[str, Any]], bool],
        rights: Rights,
        pace: Pace,
    ) -> None:
        self._sio, self._connections, self.broadcast = sio, connections, broadcast
        self.rights, self._pace = rights, pace
        self.audience: Audience = audience
        self.namespace = f"/{audience}"
        self._own_origin = own_origin
        sio.on("*", self._unknown, namespace=self.namespace)

    def _unknown(self, _name: str, sid: str, sent: object = None, *_more: object) -> None:
        """A page of another version of this server, or nobody's page."""
        connection = self._connections.by_sid.get(sid)
        if connection is not None:
            try:
                self._pace.count(self.audience, connection.who)
                raise Refused("unknown", "This page is out of date. Please reload it.")
            except Refused as refused:
                self.refuse(sid, _id_of(sent), refused)

    def on_connect(
        self,
        admit: Callable[[str, dict[str, Any], dict[str, Any]], Connection],
        welcome: Callable[[Connection], None],
    ) -> None:
        """`admit(sid, environ, auth)` gives the connection or raises `Refused`.

        `welcome` runs beside it once the connection counts: a view sent from within would come before the reply.
        """

        def connect(sid: str, environ: dict[str, Any], auth: object = None) -> None:
            if not self._own_origin(environ):
                self.rights.tell_operator("other_site", self.audience)
                raise NotLetIn("Open the page from this server.", {"why": "origin"})
            try:
                connection = admit(sid, environ, auth if isinstance(auth, dict) else {})
            except Refused as refused:
                raise NotLetIn(refused.message, {"why": refused.why}) from None
            self._connections.add(connection)
            self._sio.start_background_task(welcome, connection)

        self._sio.on("connect", connect, namespace=self.namespace)

    def on_disconnect(self, left: Callable[[Connection], None]) -> None:
        def disconnect(sid: str, reason: str = "") -> None:
            connection = self._connections.drop(sid)
            if connection is not None:
                left(connection)

        self._sio.on("disconnect", disconnect, namespace=self.namespace)

    def on(self, name: str, handler: Handler) -> None:
        """Hand messages of this name to `handler`, checked against the registry."""
        message = next(each for each in ASKED if each.audience == self.audience and each.name == name)
        self._sio.on(name, self._checked(message, handler), namespace=self.namespace)

    def _checked(self, message: Message, handler: Handler) -> Callable[..., None]:
        def handle(sid: str, sent: object = None, *_more: object) -> None:
            connection = self._connections.by_sid.get(sid)
            if connection is None:
                return
            message_id = _id_of(sent)
            try:
                self._pace.count(self.audience, connection.who, message.name)
                self.rights.ask(connection, message.name)
                message_id, fields = load(message.payload, sent, with_id=message.acknowledged)
                handler(connection, message_id, fields)
            except Refused as refused:
                self.refuse(sid, message_id, refused)
                if refused.why == "signed_out":
                    self.close(sid)
                if refused.why == "slow_down":
                    self.rights.tell_operator("slow_down", self.audience)
            except Exception as problem:  # noqa: BLE001 - the last line before the socket: say so, carry no values
                log.error("a handler broke", message=message.name, problem=type(problem).__name__)
                self.refuse(sid, message_id, Refused("broken", "Something went wrong here. Please try again."))

        return handle

    def answer(self, sid: str, message_id: str) -> Callable[[Refused | None], None]:
        """What tells the asker how it went, once it is known."""

        def then(refused: Refused | None) -> None:
            if refused is not None:
                self.refuse(sid, message_id, refused)
            elif message_id:
                self._sio.emit("done", {"id": message_id}, to=sid, namespace=self.namespace)

        return then

    def tell(self, sid: str, name: str, payload: object) -> None:
        """A message to the caller alone."""
        self._sio.emit(name, payload, to=sid, namespace=self.namespace)

    def refuse(self, sid: str, message_id: str, refused: Refused) -> None:
        if message_id:
            told = {"id": message_id, "why": refused.why, "message": refused.message}
            self._sio.emit("refused", told, to=sid, namespace=self.namespace)

    def connections_of(self, live_session: str, who: str | None = None) -> list[Connection]:
        """This audience's sockets of a live session (empty: of none yet), of one seat, wall or staff member."""
        here = self._connections.of(live_session, self.audience)
        return [each for each in here if who is None or each.who == who]

    def is_connected(self, connection: Connection) -> bool:
        """Whether whoever this was still has another socket here."""
        return self._connections.is_connected(connection.live_session, self.audience, connection.who)

    def everywhere(self, who: str) -> list[Connection]:
        """Every socket of one seat, wall or staff member, whatever the live session."""
        return self._connections.everywhere(self.audience, who)

    def move(self, connection: Connection, live_session: str, language: str) -> None:
        """A wall that waited is now part of a live session."""
        self._connections.move(connection, live_session, language)

    def close(self, sid: str) -> None:
        self._sio.disconnect(sid, namespace=self.namespace)

    def enter(self, sid: str, *rooms: str) -> None:
        for room in rooms:
            self._sio.enter_room(sid, room, namespace=self.namespace)


def too_long(sio: Server) -> Callable[[str, str, bytes], bool]:
    """What tells a page that its message was too long, as far as the message's beginning says which it was."""

    def refuse(namespace: str, sid: str, head: bytes) -> bool:
        found = _ID_IN_TEXT.search(head)
        if found is not None:
            told = {"id": found[1].decode(), "why": "too_long", "message": "This is too long. Please shorten it."}
            sio.emit("refused", told, to=sid, namespace=namespace)
        return found is not None

    return refuse


def _id_of(sent: object) -> str:
    """The id of a message that may be malformed, so that it can be refused by its name."""
    found = sent.get("id") if isinstance(sent, dict) else None
    return found if isinstance(found, str) and len(found) <= 80 else ""
