"""What a phone says, as bytes: the handshake, Engine.IO 4, Socket.IO 5, WebSocket frames. Knows no socket. Pure.

Of what comes, only the beginning and the length are looked at: a load client that read every view as JSON would
be what is measured.
"""

import json
from dataclasses import dataclass
from struct import pack
from typing import Any

PHONES, TABLETS = "/participant", "/facilitator"
CLOSE = 0x8

VIEW, DONE = b'42/participant,["view",', b'42/participant,["done",'
_NAMES = {b'["view",': "view", b'["done",': "done", b'["refused': "refused", b'["plan",': "plan"}
_OTHERS = {b"0": "open", b"2": "ping"}


@dataclass(frozen=True)
class Door:
    """Where to connect to."""

    host: str
    port: int

    @property
    def netloc(self) -> str:
        return f"{self.host}:{self.port}"


def handshake(door: Door, cookie: str) -> bytes:
    """The request that becomes a WebSocket, as a page of that server sends it. Offers no compression."""
    lines = [
        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
        f"Host: {door.netloc}",
        f"Origin: http://{door.netloc}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version: 13",
        *([f"Cookie: {cookie}"] if cookie else []),
    ]
    return "\r\n".join([*lines, "", ""]).encode()


def form(door: Door, method: str, path: str, body: str = "", cookie: str = "") -> bytes:
    """A form, as a page of that server sends it, on a connection of its own."""
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: {door.netloc}",
        f"Origin: http://{door.netloc}",
        "Sec-Fetch-Site: same-origin",
        "Connection: close",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
        *([f"Cookie: {cookie}"] if cookie else []),
    ]
    return "\r\n".join([*lines, "", body]).encode()


def frame(payload: bytes) -> bytes:
    """A text frame as a client sends it. Its mask is of zeros, so that it need not be worked out each time."""
    length = len(payload)
    head = pack("!BB", 0x81, 0x80 | length) if length < 126 else pack("!BBH", 0x81, 0x80 | 126, length)
    return head + b"\0\0\0\0" + payload


PONG = frame(b"3")


def enter(namespace: str, auth: dict[str, str]) -> bytes:
    """Connects to a namespace."""
    return frame(f"40{namespace},{json.dumps(auth)}".encode())


def event(namespace: str, name: str, payload: dict[str, Any]) -> bytes:
    return frame(f"42{namespace},{json.dumps([name, payload], separators=(',', ':'))}".encode())


def whole_frames(data: bytes) -> tuple[list[tuple[int, bytes]], bytes]:
    """The (kind, payload) of every frame that is all here, and what is left."""
    found, at = [], 0
    while len(data) - at >= 2:
        length, start = data[at + 1] & 0x7F, at + 2
        if length > 125:
            start = at + (4 if length == 126 else 10)
            if len(data) < start:
                break
            length = int.from_bytes(data[at + 2 : start], "big")
        if len(data) < start + length:
            break
        found.append((data[at] & 0x0F, data[start : start + length]))
        at = start + length
    return found, data[at:]


def told(payload: bytes) -> str:
    """What a packet brings: `view`, `done`, `refused`, `plan`, `open`, `in`, `ping`, `out` or `other`."""
    if payload.startswith(b"42/"):
        comma = payload.find(b",", 3, 40)
        return next((name for start, name in _NAMES.items() if payload.startswith(start, comma + 1)), "other")
    if payload.startswith(b"4"):
        return {b"40": "in", b"41": "out", b"44": "out"}.get(payload[:2], "other")
    return _OTHERS.get(payload[:1], "other")


def content(payload: bytes) -> Any:
    """The payload of an event, for the few that are read."""
    return json.loads(payload[payload.index(b",") + 1 :])[1]
