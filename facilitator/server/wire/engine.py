"""Takes WebSocket connections over from the library and gives their messages to Socket.IO.

Everything that reaches into python-engineio and python-socketio is here, and each thing it relies on is
looked at by `probes.py` before it is used. Long-polling, upgrades from it and TLS stay with the library.
"""

import base64
import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import orjson

from facilitator.server.wire import frames
from facilitator.server.wire.line import Line
from facilitator.server.wire.packets import OURS, can_be_taken

if TYPE_CHECKING:
    from facilitator.server.wire.loop import Loop

_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_KEPT = ("HTTP_ORIGIN", "HTTP_HOST", "HTTP_COOKIE", "wsgi.url_scheme")
"""What doors look at when somebody comes in. Nothing else of a request outlives it."""

NO_TEXT = "Only text is taken here."
NOT_READ = "This could not be read."

TooLong = Callable[[str, str, bytes], bool]
"""Told (namespace, sid, beginning) of a message that was too long to be read. False if it cannot be answered."""


class Engine:
    """Stands in for `eio._handle_connect`, where a connection is a plain WebSocket."""

    def __init__(self, sio: Any, take_over: Callable[[dict[str, Any]], Any], too_long: TooLong) -> None:
        self._sio, self._eio = sio, sio.eio
        self._take_over, self._told_too_long = take_over, too_long
        self._library_connects = sio.eio._handle_connect
        self._namespaces: dict[bytes, str] = {}
        self.loop: Loop

    def connect(self, environ: dict[str, Any], start_response: Any, transport: str, jsonp_index: Any = None) -> Any:
        """As `engineio.Server._handle_connect`."""
        key = environ.get("HTTP_SEC_WEBSOCKET_KEY", "")
        if transport != "websocket" or not key or environ.get("HTTP_SEC_WEBSOCKET_VERSION") != "13":
            return self._library_connects(environ, start_response, transport, jsonp_index)
        raw = self._take_over(environ)
        if raw is None:
            return self._library_connects(environ, start_response, transport, jsonp_index)
        line = Line(self.loop, self._eio.generate_id(), raw, self._eio.max_http_buffer_size)
        self._eio.sockets[line.sid] = line
        slim = {name: environ[name] for name in _KEPT if name in environ}
        self._eio._trigger_event("connect", line.sid, slim, run_async=False)
        line.write(_switching(key) + frames.text(b"0" + orjson.dumps(self._opening(line))))
        self.loop.take(line)
        return []

    def _opening(self, line: Line) -> dict[str, Any]:
        return {
            "sid": line.sid,
            "upgrades": [],
            "pingTimeout": int(self._eio.ping_timeout * 1000),
            "pingInterval": int(self._eio.ping_interval * 1000),
            "maxPayload": self._eio.max_http_buffer_size,
        }

    # --- what the loop tells ---------------------------------------------------------------------

    def message(self, line: Line, payload: bytes) -> None:
        if payload.startswith(b"42/"):
            self._event(line, payload)
        elif payload == b"3":
            line.heard = True
        elif payload.startswith((b"45", b"46")):
            # Its attachments would be waited for, and kept, without end.
            raise frames.Wrong(frames.NOT_TEXT, NO_TEXT)
        elif payload.startswith(b"4"):
            self._other(line, payload)
        elif payload.startswith(b"1"):
            line.close(abort=True, reason="client disconnect")
        else:
            raise frames.Wrong(frames.PROTOCOL_ERROR, NOT_READ)

    def _event(self, line: Line, payload: bytes) -> None:
        """The usual message, `42/participant,["answer",{…}]`, straight to its handler."""
        comma = payload.find(b",", 3, 80)
        namespace = self._namespace(payload[2:comma])
        if comma < 0 or namespace is None or payload[comma + 1 : comma + 2] != b"[":
            self._other(line, payload)
            return
        try:
            sent = orjson.loads(payload[comma + 1 :])
        except orjson.JSONDecodeError as problem:
            raise frames.Wrong(frames.NOT_UTF8, NOT_READ) from problem
        if not sent or not isinstance(sent[0], str) or sent[0] in OURS:
            raise frames.Wrong(frames.PROTOCOL_ERROR, NOT_READ)
        sid = self._sio.manager.sid_from_eio_sid(line.sid, namespace)
        if sid is not None and self._sio.manager.is_connected(sid, namespace):
            self._sio._trigger_event(sent[0], namespace, sid, *sent[1:])

    def _namespace(self, name: bytes) -> str | None:
        known = self._namespaces.get(name)
        if known is None and name[1:].isalpha() and name.decode() in self._sio.handlers:
            known = self._namespaces[name] = name.decode()
        return known

    def _other(self, line: Line, payload: bytes) -> None:
        """Connecting, leaving, acknowledging: rare, and the library's business."""
        try:
            text = payload[1:].decode()
        except UnicodeDecodeError as problem:
            raise frames.Wrong(frames.PROTOCOL_ERROR, NOT_READ) from problem
        if not can_be_taken(self._sio, text):
            raise frames.Wrong(frames.PROTOCOL_ERROR, NOT_READ)
        self._sio._handle_eio_message(line.sid, text)

    def too_long(self, line: Line, head: bytes) -> None:
        comma = head.find(b",", 3, 80)
        namespace = self._namespace(head[2:comma]) if head.startswith(b"42/") else None
        sid = self._sio.manager.sid_from_eio_sid(line.sid, namespace) if namespace else None
        if namespace is None or sid is None or not self._told_too_long(namespace, sid, head[comma + 1 :]):
            raise frames.Wrong(frames.TOO_BIG, "This message is too long.")

    def gone(self, line: Line, reason: str) -> None:
        self._eio.sockets.pop(line.sid, None)
        self._eio._trigger_event("disconnect", line.sid, reason, run_async=False)


def _switching(key: str) -> bytes:
    """The answer to the handshake. No extension is agreed to: deflate costs more than it saves, and leaks lengths."""
    accepted = base64.b64encode(hashlib.sha1(key.encode() + _GUID, usedforsecurity=False).digest())
    return (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + accepted + b"\r\n\r\n"
    )
