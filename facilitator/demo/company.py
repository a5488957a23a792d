"""Starts and stops the process of pretend participants beside a server."""

import json
import subprocess
import sys
from dataclasses import dataclass, field


@dataclass
class Company:
    """The pretend participants of this server, by live session. `address` is the server's own."""

    address: str
    _processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def join(self, live_session: str, secret: str) -> None:
        """Eight of them join this live session."""
        command = [sys.executable, "-m", "facilitator.demo.participants"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603 - our own module
        if process.stdin is None:
            raise RuntimeError("A process without its standard input cannot be told where to go.")
        process.stdin.write(json.dumps({"address": self.address, "secret": secret}).encode() + b"\n")
        process.stdin.flush()
        self._processes[live_session] = process

    def leave(self, live_session: str) -> None:
        """They go; a session that nobody rehearses any more has none."""
        process = self._processes.pop(live_session, None)
        if process is not None and process.stdin is not None:
            process.stdin.close()
            process.terminate()
            process.wait(timeout=5)

    def leave_all(self) -> None:
        for live_session in list(self._processes):
            self.leave(live_session)
