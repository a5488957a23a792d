"""A bad network on loopback: stands between the clients and the server and cuts, delays, and goes silent.

It moves bytes, not messages: a cut comes in the middle of a frame as easily as between two.
"""

import asyncio
import contextlib
from dataclasses import dataclass, field
from random import Random


@dataclass
class Weather:
    """What happens to each connection. Rates are by piece of bytes that comes through."""

    delay: float = 0.0
    """Seconds at most; every piece waits its own, so a direction stutters but keeps its order."""
    cuts: float = 0.0
    half_open: float = 0.0
    """From then on nothing comes through, and nobody is told that the connection is dead."""
    partly: float = 0.0
    """Some of the piece goes through, and then the connection is cut."""
    refuses: float = 0.0
    """By connection: it is cut as soon as it is there."""


@dataclass
class Proxy:
    """`door` is where clients connect to. Change `weather` at any time."""

    server: tuple[str, int]
    chance: Random
    weather: Weather = field(default_factory=Weather)
    cuts: int = 0
    _open: set[asyncio.Task[None]] = field(default_factory=set)
    _ways: set[asyncio.StreamWriter] = field(default_factory=set)

    async def start(self) -> tuple[str, int]:
        self._listening = await asyncio.start_server(self._met, "127.0.0.1", 0)
        return self._listening.sockets[0].getsockname()[:2]

    async def stop(self) -> None:
        self._listening.close()
        self.cut_all()
        for task in list(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    def cut_all(self) -> None:
        """The access point restarts."""
        self.cuts += len(self._ways) // 2
        for way in list(self._ways):
            way.transport.abort()

    def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.chance.random() < self.weather.refuses:
            self.cuts += 1
            writer.transport.abort()
            return
        task = asyncio.ensure_future(self._between(reader, writer))
        self._open.add(task)
        task.add_done_callback(self._open.discard)

    async def _between(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there, back = await asyncio.open_connection(*self.server)
        except OSError:
            writer.transport.abort()
            return
        self._ways |= {writer, back}
        ways = [asyncio.ensure_future(self._carry(reader, back)), asyncio.ensure_future(self._carry(there, writer))]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._ways -= {writer, back}
            for each in ways:
                each.cancel()
            for way in (writer, back):
                way.transport.abort()

    async def _carry(self, here: asyncio.StreamReader, there: asyncio.StreamWriter) -> None:
        """One direction, until it is over; then it is over for both."""
        with contextlib.suppress(OSError):
            while some := await here.read(65536):
                await asyncio.sleep(self.chance.random() * self.weather.delay)
                if not await self._through(some, there):
                    return

    async def _through(self, some: bytes, there: asyncio.StreamWriter) -> bool:
        """False: the connection is cut."""
        weather, dice = self.weather, self.chance.random()
        if dice < weather.half_open:
            self.cuts += 1
            await asyncio.sleep(3600)
        partly = dice < weather.half_open + weather.partly
        cut = partly or dice < weather.half_open + weather.partly + weather.cuts
        if not cut or partly:
            there.write(some[: self.chance.randrange(len(some))] if partly else some)
            await there.drain()
        self.cuts += cut
        return not cut
