"""What views need besides the session: names, words, answers, who is connected. Kept by the conductor, in memory.

Nothing here is pure history: names and words come from encrypted rows, connections from the sockets.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from facilitator.curriculum.model import Document, Module
from facilitator.live_session.shapes import CrisisShape, DisplayView, HowMany, JoinShape, NoticesShape


class NamedAnswer(NamedTuple):
    """A seat's newest named answer to one run; `answer` is None for a pass."""

    revision: int
    answer: dict[str, Any] | None
    ok_to_show: bool = False
    by_staff: bool = False

    @property
    def passed(self) -> bool:
        return self.answer is None


@dataclass(frozen=True)
class ReleasedAnswer:
    """An anonymous answer that came out of a seal. `id` is random; nothing else is known."""

    id: str
    answer: dict[str, Any]


@dataclass
class RunFacts:
    """What has been answered in one run. `named` is empty for an anonymous run, `released` for a named one."""

    named: dict[str, NamedAnswer] = field(default_factory=dict)
    released: list[ReleasedAnswer] = field(default_factory=list)
    key_id: str | None = None
    how_many: HowMany = "none"
    """Of an anonymous run: set on ticks of the clock, never by an answer."""
    living: dict[str, Any] | None = None

    def answers(self) -> list[dict[str, Any]]:
        """The answers themselves, passes left out."""
        if self.released:
            return [released.answer for released in self.released]
        return [said.answer for said in self.named.values() if said.answer is not None]


@dataclass
class WallFacts:
    connected: bool = False
    version: int = 0
    confirmed_at: int | None = None
    shows: DisplayView | None = None


@dataclass
class Facts:
    """Everything beside the log that a live session's views are drawn from."""

    boot: str
    languages: Sequence[str]
    day: Mapping[str, str]
    """The day's neutral name by language."""
    group: str
    modules: dict[str, Mapping[str, Module]]
    """The pinned modules: ref → language → module."""
    concern: Mapping[str, Document]
    join: JoinShape
    notices: NoticesShape
    crisis: Mapping[str, list[CrisisShape]]
    walk_to: Mapping[str, str]
    salt: str = ""
    """Random at each start of the server and never told: it hides what the ids of cards are made from."""
    beat: int = 0
    names: dict[str, str] = field(default_factory=dict)
    runs: dict[str, RunFacts] = field(default_factory=dict)
    copies: dict[str, str] = field(default_factory=dict)
    staff: dict[str, str] = field(default_factory=dict)
    """`staff:<id>` → display name."""
    tablets: list[str] = field(default_factory=list)
    connected: set[str] = field(default_factory=set)
    """Seats whose phone is connected now."""
    clinic_tablet: bool = False
    """A tablet of the clinic is passed round among those without a phone."""
    ever_connected: bool = False
    delivered: set[str] = field(default_factory=set)
    """Support calls that an awake tablet has shown."""
    walls: dict[str, WallFacts] = field(default_factory=dict)
    trouble: Literal["disk", "curriculum"] | None = None
    roster: object = field(default=None, compare=False)
    """What `roster.py` remembers of the last one that it drew."""
    expected: object = field(default=None, compare=False)
    """What `roster.py` remembers of who is expected."""
    found_settings: object = field(default=None, compare=False)
    """What `texts.py` remembers of the plan as it is."""

    def of(self, run: str) -> RunFacts:
        return self.runs.setdefault(run, RunFacts())

    def language(self, wanted: str) -> str:
        """The wanted language if the programme speaks it, else its first."""
        return wanted if wanted in self.languages else self.languages[0]

    def module(self, ref: str, language: str) -> Module | None:
        """The module in this language, else in whatever language it was written."""
        versions = self.modules.get(ref, {})
        return versions.get(language) or next(iter(versions.values()), None)
