"""Socket.IO by hand over an asyncio WebSocket: a client that can also stop reading, lie, and stop half-way.

One connection each; `clients.py` decides when there is another. Faster than a client with threads, so that
hundreds of phones fit beside the server on a small machine.
"""

import asyncio
import contextlib
import json
from collections.abc import Callable
from typing import Any

from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection, CloseConnection, Ping, RejectConnection, Request, TextMessage

Hear = Callable[[str, Any], None]
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Arrived = Callable[["Line"], None]
_ENOUGH = 64 * 1024


class NotLetIn(Exception):
    """The server does not want this connection. `why` is its reason, empty if there was none."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Line:
    """An open connection to one namespace. `hear(name, payload)` is called for every event that comes."""

    def __init__(self, streams: Streams, namespace: str, auth: dict[str, str], hear: Hear, arrived: Arrived) -> None:
        self.reader, self.writer = streams
        self._namespace, self._auth, self._hear, self._arrived = namespace, auth, hear, arrived
        self._ws = WSConnection(ConnectionType.CLIENT)
        self._part = ""
        self._in = asyncio.get_running_loop().create_future()
        self.quiet = False
        """True: answers no ping any more."""

    @classmethod
    async def open(
        cls,
        door: tuple[str, int],
        host: str,
        cookie: str,
        namespace: str,
        auth: dict[str, str],
        hear: Hear,
        arrived: Arrived = lambda line: None,
    ) -> "Line":
        """Connect to `door` as a page of `host` would; `arrived` is told before anything is heard.

        Raises OSError, or `NotLetIn` with the server's reason.
        """
        line = cls(await asyncio.open_connection(*door), namespace, auth, hear, arrived)
        headers = [(b"cookie", cookie.encode()), (b"origin", f"http://{host}".encode())]
        line._put(Request(host=host, target="/socket.io/?EIO=4&transport=websocket", extra_headers=headers))
        line.over = asyncio.ensure_future(line._read())
        done, _ = await asyncio.wait({line._in, line.over}, timeout=8, return_when=asyncio.FIRST_COMPLETED)
        if line._in not in done:
            line.cut()
            raise ConnectionError("no answer")
        await line._in
        return line

    def send(self, name: str, payload: Any) -> None:
        self.packet(f"42{self._namespace},{json.dumps([name, payload])}")

    def packet(self, text: str) -> None:
        """One packet as it is."""
        with contextlib.suppress(ConnectionError, RuntimeError):
            self._put(TextMessage(data=text))

    def raw(self, some: bytes) -> None:
        """Bytes of our own making, past every rule."""
        self.writer.write(some)

    def stop_reading(self) -> None:
        self.writer.transport.pause_reading()  # type: ignore[attr-defined]

    def cut(self) -> None:
        """At once and without goodbye."""
        self.writer.transport.abort()
        self.reader.feed_eof()

    async def _read(self) -> None:
        """Until the other side is gone."""
        with contextlib.suppress(OSError):
            while some := await self.reader.read(_ENOUGH):
                self._ws.receive_data(some)
                if not all(self._event(event) for event in self._ws.events()):
                    break
        if not self._in.done():
            self._in.set_exception(ConnectionError("closed"))
            self._in.exception()
        self.writer.transport.abort()

    def _event(self, event: Any) -> bool:
        match event:
            case TextMessage():
                self._part += event.data
                if event.message_finished:
                    packet, self._part = self._part, ""
                    return self._packet(packet)
            case Ping():
                self._put(event.response())
            case AcceptConnection():
                pass
            case RejectConnection() | CloseConnection():
                return False
        return True

    def _packet(self, packet: str) -> bool:
        if packet == "2":
            if not self.quiet:
                self._put(TextMessage(data="3"))
        elif packet.startswith("0"):
            self._put(TextMessage(data=f"40{self._namespace},{json.dumps(self._auth)}"))
        elif packet.startswith(f"42{self._namespace},"):
            name, payload = json.loads(packet.partition(",")[2])
            self._hear(name, payload)
        elif packet.startswith(f"40{self._namespace}"):
            self._in.set_result(None)
            self._arrived(self)
        elif packet.startswith(f"44{self._namespace}"):
            told = json.loads(packet.partition(",")[2])
            self._in.set_exception(NotLetIn((told.get("data") or {}).get("why", "")))
            self._in.exception()
            return False
        else:
            return not packet.startswith(("1", "41"))
        return True

    def _put(self, event: Any) -> None:
        self.writer.write(self._ws.send(event))
