"""Bounds on the library's own path: long-polling, TLS, threading mode, and everything when the fast path is off."""

from collections.abc import Callable
from typing import Any

MOST_PACKETS = 256
"""Packets that wait for a phone which does not read. Then it is closed, and welcome back with a fresh view."""


def bound(sio: Any) -> None:
    """No deflate, no binary, no endless message, no endless queue. All by what the library lets one replace."""
    eio = sio.eio
    eio._async = {**eio._async, "websocket": _plain(eio._async["websocket"], eio.async_mode)}
    eio.on("message", _only_text(sio))
    eio.send_packet = _bounded(eio)


def _plain(websocket: Any, mode: str) -> Callable[..., Any]:
    """WebSockets without extensions, and without messages that are put together beyond measure."""

    def make(handler: Any, server: Any) -> Any:
        options = {"max_message_size": server.max_http_buffer_size} if mode == "threading" else {}
        made = websocket(handler, server, **options)

        def without_extensions(environ: dict[str, Any], start_response: Any) -> Any:
            environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
            return made(environ, start_response)

        return without_extensions

    return make


def _only_text(sio: Any) -> Callable[[str, Any], None]:
    """A binary event would be waited for, and what came of it kept, without end."""

    def message(eio_sid: str, sent: Any) -> None:
        if isinstance(sent, str) and not sent.startswith(("5", "6")):
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
