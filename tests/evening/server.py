"""A real server in a process of its own, on a port of its own, with a data folder that outlives it."""

import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60.0
NOTICE = "The notice that the programme wrote."


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


_TRUSTING = _trusting()


def run_to_its_end(data: Path, **environ: str) -> tuple[int, str]:
    """Start a server that is expected to refuse. Its exit code and all it said."""
    ended = subprocess.run(
        [sys.executable, "-m", "facilitator", "run"],
        cwd=ROOT,
        env={**os.environ, "HOST": "127.0.0.1", "FACILITATOR_DATA": str(data), **environ},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return ended.returncode, ended.stdout + ended.stderr


class LiveServer:
    """`facilitator run`, which can be killed and started again over the same data."""

    program = "facilitator"

    def __init__(self, data: Path, mode: str = "eventlet", **environ: str) -> None:
        self.data, self.port = data, free_port()
        self.address = f"{'https' if 'FACILITATOR_TLS_CERT' in environ else 'http'}://127.0.0.1:{self.port}"
        self.mode, self._more = mode, environ
        self.said = ""
        self._process: subprocess.Popen[str] | None = None

    def start(self, command: str = "run") -> "LiveServer":
        self.said = ""
        self._process = subprocess.Popen(
            [sys.executable, "-m", self.program, command],
            cwd=ROOT,
            env=self._environ(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._listener = threading.Thread(target=self._listen, args=(self._process,), daemon=True)
        self._listener.start()
        self._wait_until_healthy()
        return self

    def _environ(self) -> Mapping[str, str]:
        return {
            **os.environ,
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "FACILITATOR_DATA": str(self.data),
            "FACILITATOR_ASYNC_MODE": self.mode,
            "FACILITATOR_TIME_ZONE": "UTC",
            "FACILITATOR_PART2_NOTICE": NOTICE,
            "PYTHONUNBUFFERED": "1",
            **self._more,
        }

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self.said += line

    def _wait_until_healthy(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self._process is not None
            assert self._process.poll() is None, self.said
            try:
                with urllib.request.urlopen(f"{self.address}/healthz", timeout=2, context=_TRUSTING):
                    return
            except (urllib.error.URLError, OSError):
                self._process_pause()
        raise AssertionError(f"The server did not become healthy: {self.said}")

    @staticmethod
    def _process_pause() -> None:
        threading.Event().wait(0.05)

    def wait_for_word(self, pattern: str) -> str:
        """The first group of what the server printed. Waits for it."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            found = re.search(pattern, self.said)
            if found:
                return found[1]
            self._process_pause()
        raise AssertionError(f"The server never said {pattern!r}: {self.said}")

    def first_link(self) -> str:
        return self.wait_for_word(r"(http\S+/staff/first#\S+)")

    def kill(self) -> None:
        """As a power switch would, but for what the operating system still holds."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """As an operator would. The exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        process.send_signal(how)
        code = process.wait(timeout=PATIENCE)
        self._listener.join(timeout=PATIENCE)
        assert process.stdout is not None
        process.stdout.close()
        return code
