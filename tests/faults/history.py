"""What happened in a fault run, in order: what everyone gave in and was told, and what every screen showed.

Written by the clients as it happens, judged afterwards by `checker.py`. Knows nothing of the server's inside.
"""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

WORD = re.compile(r"zq[0-9a-f]{12}")
"""Every text that somebody gives in is one such word: wherever it turns up, it is known whose it was."""
NAME = re.compile(r"[A-Z][a-z]+(?:·\d{3})?")
"""The shape of what people are called here: the cast, numbered where there are many."""


def seeded(seed: int) -> Random:
    """The same chances each time: a run is replayed by its seed."""
    return Random(seed)  # noqa: S311 - on purpose


@dataclass(frozen=True)
class Happened:
    """`at` in seconds, of no clock that a fault can move."""

    at: float
    who: str
    what: str
    of: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        try:
            return self.of[name]
        except KeyError:
            raise AttributeError(name) from None


@dataclass
class History:
    """Everything of one live session. `names` are what people are called: whoever may not see them never does."""

    chance: Random
    names: set[str] = field(default_factory=set)
    entries: list[Happened] = field(default_factory=list)

    def note(self, who: str, what: str, **of: Any) -> None:
        self.entries.append(Happened(time.monotonic(), who, what, of))

    def word(self) -> str:
        """A text that nobody has given in before."""
        return f"zq{self.chance.getrandbits(48):012x}"

    def all(self, *what: str) -> Iterator[Happened]:
        return (each for each in self.entries if each.what in what)

    def saw(self, who: str, audience: str, what: str, view: dict[str, Any], *, shown: bool, mine: str = "") -> None:
        """A view came; `shown`: the screen took it (an older one than it shows, it drops). `mine`: its seat."""
        text = json.dumps(view, ensure_ascii=False)
        step = view.get("step")
        self.note(
            who,
            "saw",
            audience=audience,
            view=what,
            shown=shown,
            boot=view.get("boot"),
            version=view.get("version"),
            beat=view.get("beat", 0),
            step=step["id"] if isinstance(step, dict) else step,
            has_step="step" in view,
            for_staff="roster" in view,
            seat=view.get("seat"),
            mine=mine,
            words=sorted(set(WORD.findall(text))),
            names=sorted(self.names.intersection(NAME.findall(text))),
            calls=[call["call"] for call in view.get("calls", [])],
        )

    def keep(self, path: Path) -> None:
        """For reading afterwards: one line of JSON for each thing that happened."""
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps({"at": round(e.at, 4), "who": e.who, "what": e.what, **e.of}) for e in self.entries)
        path.write_text("\n".join(lines) + "\n")
