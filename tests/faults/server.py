"""A server under faults in a process of its own, over data that outlives it."""

import asyncio
import contextlib
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from facilitator.privacy.tmpfs import staging_root
from tests.evening.server import ROOT, free_port
from tests.faults.control import VARIABLE, Control

PATIENCE = 60.0


class FaultyServer:
    """Killed and started as often as one likes. `folder` holds its data, its curriculum and its orders."""

    def __init__(self, folder: Path, mode: str = "eventlet") -> None:
        self.data, self.port, self._mode = folder / "data", free_port(), mode
        self.host = f"127.0.0.1:{self.port}"
        self.control = Control(folder / "orders")
        self.control.say()
        self.curricula = folder / "curricula"
        self.pid = 0
        self.said = ""
        self._zygote: asyncio.subprocess.Process | None = None
        self._ended = asyncio.Event()
        self._started = asyncio.Event()

    async def start(self) -> float:
        """Start it over its data. Seconds until its first page."""
        began = time.monotonic()
        if self._zygote is None:
            await self._make_zygote()
            began = time.monotonic()
        assert self._zygote is not None
        assert self._zygote.stdin is not None
        self._ended.clear()
        self._started.clear()
        self._zygote.stdin.write(b"start\n")
        await asyncio.wait_for(self._started.wait(), PATIENCE)
        await self._healthy()
        return time.monotonic() - began

    async def _make_zygote(self) -> None:
        environ = {
            **os.environ,
            VARIABLE: str(self.control.path),
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "FACILITATOR_DATA": str(self.data),
            "FACILITATOR_CURRICULA": str(self.curricula),
            "FACILITATOR_ASYNC_MODE": self._mode,
            "FACILITATOR_TIME_ZONE": "UTC",
            "FACILITATOR_K": "3",
            "PYTHONUNBUFFERED": "1",
        }
        self._zygote = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "tests.faults.planting", "--zygote"),
            cwd=ROOT,
            env=environ,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        self._listening = asyncio.ensure_future(self._listen(self._zygote))

    async def _listen(self, zygote: asyncio.subprocess.Process) -> None:
        assert zygote.stdout is not None
        async for raw in zygote.stdout:
            line = raw.decode()
            self.said += line
            match line.split():
                case ["pid", pid]:
                    self.pid = int(pid)
                    self._started.set()
                case ["ended", _]:
                    self._ended.set()
        self._ended.set()

    async def _healthy(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and not self._ended.is_set():
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
                writer.write(f"GET /healthz HTTP/1.1\r\nHost: {self.host}\r\nConnection: close\r\n\r\n".encode())
                answer = await reader.read()
                writer.close()
                if b" 200 " in answer[:20]:
                    return
            await asyncio.sleep(0.02)
        raise AssertionError(f"The server did not become healthy: {self.said[-3000:]}")

    def signal(self, what: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, what)

    async def kill(self) -> None:
        """As a power switch would, but for what the operating system still holds."""
        self.signal(signal.SIGKILL)
        await self.ended()

    async def stop(self) -> None:
        """As an operator would."""
        self.signal(signal.SIGTERM)
        await self.ended()

    async def ended(self, within: float = PATIENCE) -> None:
        await asyncio.wait_for(self._ended.wait(), within)

    async def over(self) -> None:
        """No server will be needed any more."""
        if self._zygote is None:
            return
        if not self._ended.is_set():
            await self.kill()
        assert self._zygote.stdin is not None
        self._zygote.stdin.close()
        await self._zygote.wait()
        await self._listening
        self._zygote = None

    def memory(self) -> int:
        """Resident bytes."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def descriptors(self) -> int:
        return len(list(Path(f"/proc/{self.pid}/fd").iterdir()))

    def staging(self) -> Path | None:
        return staging_root(str(self.data.resolve()), os.environ)


@contextlib.asynccontextmanager
async def a_server(mode: str = "eventlet"):
    """A server on a fresh folder, and nothing left of it afterwards."""
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        server = FaultyServer(Path(name), mode)
        try:
            yield server
        finally:
            await server.over()
            staging = server.staging()
            if staging is not None:
                staging.rmdir() if not any(staging.iterdir()) else None
