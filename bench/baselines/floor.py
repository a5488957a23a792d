"""The floor: as little as can be done in Python. One epoll, no library, no checks; a frame is built once and written
to every socket of its room. Python's own cost for each message is a few hundred nanoseconds beside the kernel's.

    python floor.py PORT VIEW.json
"""

import contextlib
import gc
import json
import re
import select
import socket
import sys
from pathlib import Path
from struct import pack

port, view_file = sys.argv[1:3]
view = json.loads(Path(view_file).read_text())
_ROOM, _ID = re.compile(rb'"room": ?"([^"]*)"'), re.compile(rb'"id":"([^"]*)"')
_SWITCHING = (
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"
)
_OPEN = b'0{"sid":"floor","upgrades":[],"pingInterval":60000,"pingTimeout":60000}'


def frame(payload: bytes) -> bytes:
    length = len(payload)
    return (pack("!BB", 0x81, length) if length < 126 else pack("!BBH", 0x81, 126, length)) + payload


def told(namespace: bytes, name: str, payload: object) -> bytes:
    return frame(b"42" + namespace + b"," + json.dumps([name, payload], separators=(",", ":")).encode())


class Floor:
    """Every socket that is open, the room it is in, and those of each room's phones."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", int(port)), backlog=4096)
        self.epoll = select.epoll()
        self.epoll.register(self.listener.fileno(), select.EPOLLIN)
        self.sockets: dict[int, socket.socket] = {}
        self.room: dict[int, bytes] = {}
        self.phones: dict[bytes, list[socket.socket]] = {}

    def serve(self) -> None:
        while True:
            for number, _ in self.epoll.poll():
                if number == self.listener.fileno():
                    raw = self.listener.accept()[0]
                    raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    self.sockets[raw.fileno()] = raw
                    self.epoll.register(raw.fileno(), select.EPOLLIN)
                else:
                    self.hear(self.sockets[number])

    def hear(self, raw: socket.socket) -> None:
        data = b""
        with contextlib.suppress(OSError):
            data = raw.recv(65_536)
        if not data:
            # Sockets that are gone stay in their rooms: whoever leaves ends what is measured.
            self.epoll.unregister(raw.fileno())
        elif data.startswith(b"GET"):
            raw.sendall(_SWITCHING + frame(_OPEN) if b"websocket\r\n" in data else b"HTTP/1.1 200 OK\r\n\r\n")
        while data[:1] == b"\x81":
            length, start = data[1] & 0x7F, 6
            if length == 126:
                length, start = int.from_bytes(data[2:4], "big"), 8
            self.message(raw, data[start : start + length])
            data = data[start + length :]

    def message(self, raw: socket.socket, payload: bytes) -> None:
        if payload.startswith(b"40"):
            self.enter(raw, payload[2 : payload.index(b",")], payload)
        elif payload.startswith(b"42/facilitator"):
            view["version"] += 1
            made = told(b"/participant", "view", view)
            for phone in self.phones.get(self.room[raw.fileno()], ()):
                phone.send(made)
            raw.send(self.done(b"/facilitator", payload))
        elif payload.startswith(b"42/participant"):
            raw.send(self.done(b"/participant", payload))

    def enter(self, raw: socket.socket, namespace: bytes, payload: bytes) -> None:
        found = _ROOM.search(payload)
        room = self.room[raw.fileno()] = found[1] if found else b""
        if namespace == b"/participant":
            self.phones.setdefault(room, []).append(raw)
        raw.send(frame(b"40" + namespace + b',{"sid":"floor"}') + told(namespace, "view", view))

    @staticmethod
    def done(namespace: bytes, payload: bytes) -> bytes:
        found = _ID.search(payload)
        return told(namespace, "done", {"id": found[1].decode() if found else ""})


gc.disable()
Floor().serve()
