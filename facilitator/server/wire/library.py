"""Bounds on the library's own path: long-polling, TLS, threading mode, and everything when the fast path is off."""

from collections.abc import Callable
from typing import Any

from facilitator.server.wire.packets import can_be_taken
from facilitator.server.wordless import NOWHERE

MOST_PACKETS = 256
"""Packets that wait for a phone which does not read. Then it is closed, and welcome back with a fresh view."""


def bound(sio: Any) -> None:
    """No deflate, no binary, no endless message, no endless queue. All by what the library lets one replace."""
    eio = sio.eio
    eio._async = {**eio._async, "websocket": _plain(eio._async["websocket"], eio.async_mode)}
    eio.on("message", _only_text(sio))
    eio.send_packet = _bounded(eio)
    eio.handle_request = _refusing(eio)


def _plain(websocket: Any, mode: str) -> Callable[..., Any]:
    """WebSockets without extensions, and without messages that are put together beyond measure."""

    def make(handler: Any, server: Any) -> Any:
        options = {"max_message_size": server.max_http_buffer_size} if mode == "threading" else {}
        made = websocket(handler, server, **options)

        def without_extensions(environ: dict[str, Any], start_response: Any) -> Any:
            environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
            environ["wsgi.errors"] = NOWHERE
            return made(environ, start_response)

        return without_extensions

    return make


def _only_text(sio: Any) -> Callable[[str, Any], None]:
    """Whoever sends what cannot be taken is hung up on."""

    def message(eio_sid: str, sent: Any) -> None:
        if eio_sid not in sio.environ:
            # It has left in the same breath.
            return
        if isinstance(sent, str) and can_be_taken(sio, sent):
            sio._handle_eio_message(eio_sid, sent)
        elif eio_sid in sio.eio.sockets:
            sio.eio.sockets[eio_sid].close(wait=False, abort=True, reason="transport error")

    return message


def _bounded(eio: Any) -> Callable[[str, Any], None]:
    sends = eio.send_packet

    def send(eio_sid: str, packet: Any) -> None:
        found = eio.sockets.get(eio_sid)
        queue = getattr(found, "queue", None)
        if queue is not None and queue.qsize() > MOST_PACKETS:
            found.close(wait=False, abort=True, reason="transport error")
            return
        sends(eio_sid, packet)

    return send


def _refusing(eio: Any) -> Callable[..., Any]:
    """A poll that breaks the library is a bad request, as it was before it came here; so is a broken handshake."""
    handles = eio.handle_request

    def handle(environ: dict[str, Any], start_response: Any) -> Any:
        try:
            if _breaks_a_handshake(environ):
                raise ValueError
            return handles(environ, start_response)
        except (KeyError, ValueError):
            start_response("400 BAD REQUEST", [("Content-Type", "text/plain")])
            return [b"This could not be read."]

    return handle


def _breaks_a_handshake(environ: dict[str, Any]) -> bool:
    """Asked before the library keeps a socket for whoever sends it: with threads it would then break."""
    asks = environ.get("HTTP_UPGRADE", "").lower() == "websocket"
    whole = environ.get("HTTP_SEC_WEBSOCKET_VERSION") == "13" and environ.get("HTTP_SEC_WEBSOCKET_KEY")
    return bool(asks and not whole)
