"""A phone that speaks raw WebSocket, so that it can do what no library lets one do."""

import json
import os
import socket
import struct
from typing import Any

from facilitator.server.wire import frames

PATIENCE = 15.0


class RawPhone:
    """Comes in with the cookie of a seat that a well-behaved phone has taken."""

    def __init__(self, port: int, cookie: str, *, small_buffer: bool = False) -> None:
        self.port, self._buffer = port, b""
        self.socket = socket.socket()
        if small_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(("127.0.0.1", port))
        self.headers = self._shake_hands(cookie)
        self.wait_for(lambda text: text.startswith("0"))
        self.text('40/participant,{"language":"en"}')
        self.wait_for(lambda text: text.startswith("42/participant") and '"view"' in text[:40])

    def _shake_hands(self, cookie: str) -> str:
        lines = (
            "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
            f"Host: 127.0.0.1:{self.port}", f"Origin: http://127.0.0.1:{self.port}",
            "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Extensions: permessage-deflate",
            f"Cookie: {cookie}",
        )  # fmt: skip
        self.socket.sendall("\r\n".join((*lines, "", "")).encode())
        while b"\r\n\r\n" not in self._buffer:
            self._more()
        head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
        return head.decode()

    def _more(self) -> None:
        piece = self.socket.recv(65_536)
        if not piece:
            raise EOFError
        self._buffer += piece

    def frame(self, payload: bytes, first: int = 0x81) -> bytes:
        mask, length = os.urandom(4), len(payload)
        size = struct.pack("!B", 0x80 | length) if length < 126 else struct.pack("!BQ", 0xFF, length)
        return bytes([first]) + size + mask + frames.unmasked(payload, mask)

    def text(self, text: str) -> None:
        self.socket.sendall(self.frame(text.encode()))

    def emit(self, name: str, **fields: Any) -> None:
        self.text(f"42/participant,{json.dumps([name, fields], separators=(',', ':'))}")

    def next(self) -> tuple[int, bytes]:
        """(kind, payload) of the next frame from the server. Raises `EOFError` or `OSError` when it has closed."""
        while (told := self._one()) is None:
            self._more()
        return told

    def _one(self) -> tuple[int, bytes] | None:
        buffer = self._buffer
        if len(buffer) < 2:
            return None
        start = {126: 4, 127: 10}.get(buffer[1], 2)
        length = buffer[1] if start == 2 else int.from_bytes(buffer[2:start], "big")
        if len(buffer) < max(start, start + length):
            return None
        self._buffer = buffer[start + length :]
        return buffer[0] & 0x0F, buffer[start : start + length]

    def wait_for(self, wanted: Any) -> str:
        """The first text for which `wanted` holds."""
        while True:
            kind, payload = self.next()
            if kind == frames.TEXT and wanted(payload.decode()):
                return payload.decode()

    def hears_back(self, message_id: str) -> str:
        """`done`, or why it was refused."""
        told = self.wait_for(
            lambda text: f'"id":"{message_id}"' in text and text[15:].startswith(('["done"', '["refu'))
        )
        name, payload = json.loads(told.partition(",")[2])
        return str(payload["why"] if name == "refused" else name)

    def closed_with(self) -> int:
        """The code that the server closed with; 0 if it only hung up."""
        try:
            while True:
                kind, payload = self.next()
                if kind == frames.CLOSE:
                    return int.from_bytes(payload[:2], "big")
        except (EOFError, ConnectionError):
            return 0

    def close(self) -> None:
        self.socket.close()
