"""Malformed packets at every layer: bytes that are no HTTP, frames that are no frames, Engine.IO and Socket.IO packets
that nobody wrote, messages of any shape. A generator with a seed, so that a run can be replayed."""

import json
import os
import struct
from random import Random
from typing import Any

from facilitator.realtime.messages import ASKED
from facilitator.server.wire import frames

NAMESPACES = ("/participant", "/facilitator", "/display", "/", "/nowhere", "", "/participant/..", "/\u2028")
NAMES = sorted({message.name for message in ASKED})
NOBODYS = ("connect", "disconnect", "message", "error", "__proto__", "constructor", "*", "", "\x00", "a" * 300, "đ")
TEXTS = (
    "",
    "x",
    "null",
    "../../etc",
    "\x00",
    "\ud7ff",
    "a" * 3000,
    "%s%n",
    "{0.__class__}",
    "'; --",
    "r1",
    "b1/place-0",
)
NUMBERS = (0, -1, 1, 2**31, 2**53, 2**64, -(2**63), 1e308, 0.5)

ASKED_FOR = (
    ("EIO=4", "EIO=4", "EIO=3", "EIO=99", "EIO=", "x", "EIO=4&EIO=3"),
    ("transport=websocket", "transport=polling", "transport=carrier-pigeon", "transport=", "transport=websocket%00"),
    ("a", "a", "sid=nobody", "sid=", "sid=../x", "j=0", "j=x", "b64=1", "sid=" + "a" * 3000),
)
HEADS = (
    ("Host: {host}", "Host: {host}", "Host: evil.example", "Host:"),
    ("Cookie: {cookie}", "Cookie: {cookie}", "Cookie: =;;=", "Cookie: place=" + "a" * 9000),
    ("Origin: http://{host}", "Origin: http://evil.example", "Origin: null", "X: y"),
    ("Upgrade: websocket", "Upgrade: h2c", "Upgrade:", "upgrade: WebSocket"),
    ("Connection: Upgrade", "Connection: close", "Connection: keep-alive, Upgrade", "Connection:"),
    ("Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 8", "Sec-WebSocket-Version: x"),
    ("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Key: x", "Sec-WebSocket-Key:"),
    ("Content-Length: 0", "Content-Length: -1", "Content-Length: 5", "Transfer-Encoding: chunked", "A: b"),
)
NO_REQUESTS = (
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(100),
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET " + b"/" * 70_000,
    b"\r\n" * 50,
    b"Anastasia and Mallory\r\n\r\n",
)


def frame(payload: bytes, first: int = 0x81, *, masked: bool = True, says: int | None = None, size: int = 0) -> bytes:
    """A frame whose head may lie: `says` is the length it claims, `size` how many bytes it takes to say so."""
    length = len(payload) if says is None else says
    size = size or (1 if length < 126 else 2 if length < 65_536 else 8)
    mask = os.urandom(4) if masked else b""
    bit = 0x80 if masked else 0
    head = {1: bytes([bit | (length & 0x7F)]), 2: struct.pack("!BH", bit | 126, length & 0xFFFF)}.get(size)
    head = head or struct.pack("!BQ", bit | 127, length & (2**64 - 1))
    return bytes([first]) + head + mask + (frames.unmasked(payload, mask) if masked else payload)


class Packets:
    """Every method gives bytes for an open WebSocket, another one each time."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    # --- what a message holds ---

    def anything(self, depth: int = 3) -> Any:
        pick = self.chance.random()
        if depth and pick < 0.25:
            return [self.anything(depth - 1) for _ in range(self.chance.randrange(4))]
        if depth and pick < 0.6:
            return {self.a_key(): self.anything(depth - 1) for _ in range(self.chance.randrange(5))}
        return self.chance.choice((None, True, False, *TEXTS, *NUMBERS))

    def a_key(self) -> str:
        known = (
            "id",
            "run",
            "say",
            "do",
            "revision",
            "answer",
            "ok_to_show",
            "seat",
            "move",
            "call",
            "_placeholder",
            "num",
        )
        return self.chance.choice((*known, *TEXTS, *NOBODYS))

    def a_message(self) -> Any:
        """One that is known by its name, with fields that nearly fit or do not."""
        message = self.chance.choice(ASKED)
        fields = {name: self.anything(2) for name in message.payload.__annotations__}
        if self.chance.random() < 0.7:
            fields["id"] = f"m-{self.chance.randrange(1000)}"
        if self.chance.random() < 0.3:
            fields[self.a_key()] = self.anything(2)
        return [message.name if self.chance.random() < 0.9 else self.chance.choice(NOBODYS), fields]

    # --- Socket.IO ---

    def an_event(self) -> str:
        namespace = "/participant" if self.chance.random() < 0.8 else self.chance.choice(NAMESPACES)
        count = self.chance.choice(("", "", "", "7", "999999999999", "-1"))
        return f"42{namespace},{count}{self._as_json(self.a_message())}"

    def a_packet(self) -> str:
        kind = self.chance.choice("0123456789abZ-")
        attached = self.chance.choice(("", "", "0-", "1-", "3-", "99999-", "-", "1.5-", "9" * 400 + "-"))
        what = self.chance.choice(
            (self.a_message(), self.anything(), [self.anything()], {"_placeholder": True, "num": 0})
        )
        return f"4{kind}{attached}{self.chance.choice(NAMESPACES)},{self._as_json(what)}"

    def _as_json(self, value: Any) -> str:
        told = json.dumps(value, ensure_ascii=self.chance.random() < 0.5)
        match self.chance.randrange(12):
            case 0:
                return told[: self.chance.randrange(len(told) + 1)]
            case 1:
                return told + self.chance.choice(("]", "}", ",", "\x00", "[", told))
            case 2:
                return told.replace('"', self.chance.choice(("'", "", '""')), 1)
            case 3:
                return "[" * self.chance.choice((10, 1000, 20_000)) + told
            case 4:
                return self.chance.choice(("NaN", "[Infinity]", "[1e999]", '["\\ud800"]', "\ufeff[]", '{"a":1,"a":2}'))
        return told

    # --- Engine.IO ---

    def an_engine_packet(self) -> str:
        return self.chance.choice("0123456789bQ\x1e\x00 ") + self.chance.choice(
            ("", "probe", "{}", '{"sid":"x"}', "4" * 50, "\x1e" * 20, "2\x1e4\x1e1", self.an_event())
        )

    def text(self) -> str:
        return self.chance.choice((self.an_event, self.an_event, self.a_packet, self.an_engine_packet))()

    # --- frames ---

    def good_frame(self) -> bytes:
        return frame(self.text().encode("utf-8", "surrogatepass"))

    def pieces(self) -> bytes:
        """One message in several frames, with something else between them."""
        said = self.text().encode("utf-8", "surrogatepass")
        cut = self.chance.randrange(len(said) + 1)
        between = self.chance.choice((b"", frame(b"x", 0x89), frame(b"x", 0x81), frame(b"", 0x88), frame(b"y", 0x0A)))
        return frame(said[:cut], 0x01) + between + frame(said[cut:], self.chance.choice((0x80, 0x80, 0x00, 0x82)))

    def bad_frame(self) -> bytes:
        said = self.text().encode("utf-8", "surrogatepass")[:200]
        return self.chance.choice(
            (
                frame(said, self.chance.randrange(256)),
                frame(said, masked=False),
                frame(said, says=self.chance.choice((0, 5, 125, 126, 65_536, 2**31, 2**63, 2**64 - 1))),
                frame(said, size=self.chance.choice((2, 8))),
                frame(b"\xff\xfe\xc0\x80" + said),
                frame(os.urandom(self.chance.randrange(40)), 0x82),
                frame(
                    self.chance.choice((b"", b"\x03", b"\x03\xe8bye", b"\x00\x00", b"\x03\xe8\xff", b"\xff" * 130)),
                    0x88,
                ),
                frame(b"p" * self.chance.choice((0, 125, 126, 300)), self.chance.choice((0x89, 0x8A, 0x09))),
                frame(said, 0x80),
                frame(b"4" * self.chance.choice((64_000, 64_001, 200_000))),
                os.urandom(self.chance.randrange(1, 60)),
            )
        )

    def mutated(self) -> bytes:
        """A frame that was right, with some bytes changed, lost or doubled."""
        data = bytearray(self.good_frame())
        for _ in range(self.chance.randint(1, 6)):
            at = self.chance.randrange(len(data))
            match self.chance.randrange(3):
                case 0:
                    data[at] = self.chance.randrange(256)
                case 1:
                    del data[at : at + self.chance.randint(1, 4)]
                case 2:
                    data[at:at] = data[at : at + self.chance.randint(1, 8)]
            if not data:
                break
        return bytes(data)

    def in_a_socket(self) -> bytes:
        makes = (self.good_frame, self.pieces, self.bad_frame, self.mutated)
        return self.chance.choices(makes, (10, 2, 3, 3))[0]()

    # --- before there is a socket ---

    def a_handshake(self, host: str, cookie: str) -> bytes:
        """A request for a WebSocket in which something is wrong, or bytes that are no request at all."""
        way = "&".join(self.chance.choice(part) for part in ASKED_FOR)
        first = f"{self.chance.choice(('GET', 'GET', 'POST', 'PUT', 'BREW'))} /socket.io/?{way} HTTP/1.1"
        lines = [first, *(self.chance.choice(line).format(host=host, cookie=cookie) for line in HEADS)]
        if self.chance.random() < 0.3:
            lines.pop(self.chance.randrange(1, len(lines)))
        body = self.chance.choice(("", "", "\x1e".join(self.text() for _ in range(3)), "0\r\n\r\n", "zz\r\n"))
        whole = ("\r\n".join(lines) + "\r\n\r\n" + body).encode("utf-8", "surrogatepass")
        if self.chance.random() < 0.15:
            noise = (os.urandom(200), *NO_REQUESTS, whole[: self.chance.randrange(len(whole))])
            return self.chance.choice(noise)
        return whole

    def a_poll(self) -> bytes:
        """What is posted into a polling transport."""
        return "\x1e".join(self.text() for _ in range(self.chance.choice((1, 1, 3, 17)))).encode(
            "utf-8", "surrogatepass"
        )
