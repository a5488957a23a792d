"""A server in a process of its own, on the server's core, on a port of its own."""

import os
import re
import resource
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bench import cores
from bench.client.packets import Door

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60.0


class DidNotStart(Exception):
    """With everything the server said."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def most_sockets() -> int:
    """Let this process and those it starts have as many as the machine allows. How many that are."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard


class Process:
    """Started when it is made, on the server's core or on those that are named."""

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        port: int,
        *,
        on: Iterable[int] = (),
        patience: float = PATIENCE,
    ) -> None:
        self.door, self.said, self._patience = Door("127.0.0.1", port), "", patience
        with cores.on(*(on or cores.split()[:1])):
            self._began = time.perf_counter()
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, **environ},
                start_new_session=True,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
        self.pid = self._process.pid
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        for line in self._process.stdout or ():
            self.said += line

    def wait_until_it_answers(self, request: bytes) -> float:
        """Seconds from its start to the first byte of the answer to `request`. Raises `DidNotStart`."""
        while time.perf_counter() - self._began < self._patience:
            if self._process.poll() is not None:
                raise DidNotStart(self.said)
            try:
                with socket.create_connection((self.door.host, self.door.port), timeout=PATIENCE) as raw:
                    raw.sendall(request)
                    if raw.recv(1):
                        return time.perf_counter() - self._began
            except OSError:
                time.sleep(0.005)
        raise DidNotStart(self.said)

    def wait_for_word(self, pattern: str) -> str:
        """The first group of what it printed. Raises `DidNotStart`."""
        while time.perf_counter() - self._began < self._patience:
            found = re.search(pattern, self.said)
            if found:
                return found[1]
            time.sleep(0.01)
        raise DidNotStart(self.said)

    def memory(self) -> int:
        """Bytes of memory that are its own or its share of what it shares."""
        rollup = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
        return int(found[1]) * 1024 if found else 0

    def stop(self) -> None:
        if self._process.poll() is None:
            # With whatever it has started: `make` would leave its server behind.
            os.killpg(self.pid, signal.SIGTERM)
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._reader.join(timeout=5)
        if self._process.stdout is not None:
            self._process.stdout.close()
