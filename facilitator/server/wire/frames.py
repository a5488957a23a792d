"""WebSocket frames as bytes: builds what a server sends, and reads what phones send. Knows no socket. Pure."""

from collections.abc import Iterator
from struct import pack

CONTINUED, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
TOO_LONG = -1
"""Not a frame's kind: a text that was longer than allowed. What is told of it is its beginning."""

NORMAL, PROTOCOL_ERROR, NOT_TEXT, NOT_UTF8, TOO_BIG, BROKEN = 1000, 1002, 1003, 1007, 1009, 1011

HEAD_KEPT = 1024
"""Bytes of a text that is too long which are kept, to see which message it was."""
MOST_SKIPPED = 16 * 1024 * 1024
"""A text longer than this is not even skipped: its socket is closed."""
MOST_PARTS = 64
"""Frames that one message may come in."""


class Wrong(Exception):
    """What came is not what a browser would send; the socket is closed with this code and reason."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code, self.reason = code, reason


def text(payload: bytes) -> bytes:
    """One whole text frame, unmasked, as a server sends it."""
    return _frame(0x80 | TEXT, payload)


def pong(payload: bytes) -> bytes:
    return _frame(0x80 | PONG, payload)


def close(code: int, reason: str = "") -> bytes:
    return _frame(0x80 | CLOSE, pack("!H", code) + reason.encode()[:120])


def _frame(first: int, payload: bytes) -> bytes:
    length = len(payload)
    if length < 126:
        return pack("!BB", first, length) + payload
    if length < 65_536:
        return pack("!BBH", first, 126, length) + payload
    return pack("!BBQ", first, 127, length) + payload


def unmasked(payload: bytes, mask: bytes) -> bytes:
    """What a phone masked; the same call masks."""
    length = len(payload)
    key = (mask * (length // 4 + 1))[:length]
    return (int.from_bytes(payload, "little") ^ int.from_bytes(key, "little")).to_bytes(length, "little")


class Reader:
    """Puts messages together from bytes as they come. Never holds more than `most` bytes of a message."""

    __slots__ = ("_buffer", "_parts", "_skip", "_skipped", "most")

    def __init__(self, most: int) -> None:
        self.most = most
        self._buffer = b""
        self._parts: list[bytes] | None = None
        self._skip = 0
        self._skipped = b""

    def feed(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        """The messages that are complete now: (kind, payload). Raises `Wrong`."""
        # Nearly always: one short message in one piece, and nothing before it.
        if not self._buffer and not self._skip and self._parts is None and len(data) > 5 and data[0] == 0x81:
            length = data[1] - 0x80
            if 0 <= length < 126 and len(data) == length + 6:
                yield TEXT, unmasked(data[6:], data[2:6])
                return
        yield from self._all_of(data)

    def _all_of(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        self._buffer += data
        while self._buffer:
            if self._skip:
                told = self._skip_some()
            else:
                frame = self._next_frame()
                if frame is None:
                    return
                told = self._joined(*frame)
            if told is not None:
                yield told

    def _next_frame(self) -> tuple[bool, int, bytes] | None:
        """(last of its message, kind, payload) if it is all here."""
        buffer = self._buffer
        if len(buffer) < 2:
            return None
        kind, length, start = buffer[0] & 0x0F, buffer[1] & 0x7F, 2
        _check_start(buffer[0], buffer[1], kind, length)
        if length > 125:
            start = 4 if length == 126 else 10
            if len(buffer) < start:
                return None
            length = int.from_bytes(buffer[2:start], "big")
        if length > self.most:
            self._begin_to_skip(buffer[0], kind, length, start)
            return None if not self._buffer else (True, TOO_LONG, b"")
        start += 4
        if len(buffer) < start + length:
            return None
        payload = unmasked(buffer[start : start + length], buffer[start - 4 : start])
        self._buffer = buffer[start + length :]
        return buffer[0] >= 0x80, kind, payload

    def _joined(self, last: bool, kind: int, payload: bytes) -> tuple[int, bytes] | None:
        if kind == TOO_LONG:
            return None
        if kind >= CLOSE:
            return kind, payload
        if (kind == CONTINUED) != (self._parts is not None):
            raise Wrong(PROTOCOL_ERROR, "The parts of a message are out of order.")
        if kind == BINARY:
            raise Wrong(NOT_TEXT, "Only text is taken here.")
        parts = [payload] if self._parts is None else [*self._parts, payload]
        if len(parts) > MOST_PARTS or sum(map(len, parts)) > self.most:
            raise Wrong(TOO_BIG, "This message is too long.")
        self._parts = None if last else parts
        return (TEXT, b"".join(parts)) if last else None

    def _begin_to_skip(self, first: int, kind: int, length: int, start: int) -> None:
        if length > MOST_SKIPPED or first != 0x80 | TEXT or kind != TEXT or self._parts is not None:
            raise Wrong(TOO_BIG, "This message is too long.")
        # Its mask comes first and is skipped with it, once the beginning has been read.
        self._skip, self._skipped = length + 4, b""
        self._buffer = self._buffer[start:]

    def _skip_some(self) -> tuple[int, bytes] | None:
        some, self._buffer = self._buffer[: self._skip], self._buffer[self._skip :]
        self._skip -= len(some)
        self._skipped += some[: HEAD_KEPT - len(self._skipped)]
        if self._skip:
            return None
        head, self._skipped = self._skipped, b""
        return TOO_LONG, unmasked(head[4:], head[:4])


def _check_start(first: int, second: int, kind: int, length: int) -> None:
    if first & 0x70:
        raise Wrong(PROTOCOL_ERROR, "Nothing was agreed that would need these bits.")
    if kind not in (CONTINUED, TEXT, BINARY, CLOSE, PING, PONG):
        raise Wrong(PROTOCOL_ERROR, "No message is of this kind.")
    if second < 0x80:
        raise Wrong(PROTOCOL_ERROR, "A phone masks what it sends.")
    if kind >= CLOSE and (first < 0x80 or length > 125):
        raise Wrong(PROTOCOL_ERROR, "A control frame is short and in one piece.")
