"""What a running server under faults is told to do wrong: a small file that the runs write and the server reads."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

VARIABLE = "FACILITATOR_FAULTS"


@dataclass
class Control:
    """`kill`: [step, n, seconds], at the n-th time, after standing there so long. `clock`: ms to add.
    `pages`: the store may not grow. `bytes`: no file may be longer. `bug`: the name of one to plant."""

    path: Path
    _read_at: int = 0
    _said: Mapping[str, Any] | None = None

    @classmethod
    def from_environ(cls) -> "Control":
        if VARIABLE not in os.environ:
            raise SystemExit(f"{VARIABLE} is not set: this server is for fault runs only.")
        return cls(Path(os.environ[VARIABLE]))

    def say(self, **what: Any) -> None:
        """From the runs' side: from now on this, and nothing else."""
        beside = self.path.with_suffix(".new")
        beside.write_text(json.dumps(what))
        beside.replace(self.path)

    def add(self, **what: Any) -> None:
        self.say(**{**json.loads(self.path.read_text()), **what})

    def now(self) -> Mapping[str, Any]:
        """From the server's side."""
        changed = os.stat(self.path).st_mtime_ns  # noqa: PTH116 - asked at every step of a write
        if changed != self._read_at or self._said is None:
            self._read_at, self._said = changed, json.loads(self.path.read_text())
        return self._said
