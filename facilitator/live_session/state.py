"""What a live session is at one moment: a frozen fact, made only by replaying events (see `evolving.py`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from facilitator.activities.pieces import Rung
from facilitator.live_session.agenda import PlannedBlock, PlannedStep, find_step
from facilitator.live_session.events import Event
from facilitator.live_session.shapes import Phase, RunPhase

Admission = Literal["knocking", "next_step", "admitted", "removed"]
Minutes = Literal["in", "out", "away", "back"]
PieceName = tuple[str, str, str]
"""(run, seat, part): which picture of the session."""
Where = Literal["waiting", "tray", "parked", "discarded", "wall", "shown_before"]

LAST_CALL_MS = 20_000
"""Whoever is still writing when the group moves on has this long."""
CLOSING_MS = 10_000
"""A close can be taken back for this long; then it is sealed."""
ENDING_MS = 60_000
"""*End* can be taken back for this long."""


@dataclass(frozen=True)
class Seat:
    """A person's pseudonymous place. `minutes` are staff's confirmations, oldest first, as (what, at)."""

    id: str
    by: Literal["qr", "code", "staff"]
    admission: Admission
    accepted: str | None = None
    minutes: tuple[tuple[Minutes, int], ...] = ()
    has_left: bool = False
    tickets: int = 1

    @property
    def has_phone(self) -> bool:
        return self.by != "staff" or self.tickets > 1

    @property
    def now(self) -> Literal["in", "out", "away", "unconfirmed"]:
        """Where staff last said this person is."""
        if not self.minutes:
            return "unconfirmed"
        what = self.minutes[-1][0]
        return "in" if what == "back" else what


@dataclass(frozen=True)
class Run:
    """One time that an activity was opened. Its promise never changes."""

    id: str
    step: str
    kind: str
    promise: str | None
    phase: RunPhase
    opened_at: int
    closes_at: int | None = None
    waited_since: int = 0
    """When staff last opened it or gave more time."""
    on_wall: bool = False
    on_phones: bool = False
    asked_aloud: bool = False
    too_few: bool = False
    moves: int = 0
    held_for: int = 0
    """Milliseconds that the group was held while it ran."""
    taken_back: bool = False
    """Its opening was undone: going to its step again opens it."""

    @property
    def began(self) -> int:
        """When it was opened, moved on by holds: what runs from it stood still meanwhile."""
        return self.opened_at + self.held_for

    @property
    def takes_answers(self) -> bool:
        return self.phase in ("open", "last_call") and self.promise in ("named", "anonymous")


@dataclass(frozen=True)
class Placed:
    """Where composed words are; `copy` is the id of the text shown instead, `was_shown` stays true."""

    where: Where
    copy: str | None = None
    was_shown: bool = False


@dataclass(frozen=True)
class Call:
    """A support call."""

    id: str
    seat: str
    at: int
    seen_by: str | None = None
    seen_at: int | None = None
    cancelled: bool = False

    @property
    def is_open(self) -> bool:
        return self.seen_by is None and not self.cancelled


@dataclass(frozen=True)
class TwoMinutes:
    """The question *two minutes with staff after group?* and who said what."""

    ask: str
    asking: bool
    said: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Visit:
    """A stay on a step, as it really ran."""

    step: str
    since: int
    until: int | None = None


@dataclass(frozen=True)
class LastTap:
    """The last tap of a tablet that can be taken back, and the events that would do it; none: it cannot be."""

    tap: str
    label: str
    back: tuple[Event, ...]


@dataclass(frozen=True)
class LiveSession:
    """One meeting of one group."""

    id: str
    version: int = 0
    group: str = ""
    k: int = 4
    agreement: str = ""
    phase: Phase = "gathering"
    opened_at: int = 0
    began_at: int | None = None
    ending_at: int | None = None
    ended_at: int | None = None
    blocks: tuple[PlannedBlock, ...] = ()
    dropped: tuple[PlannedBlock, ...] = ()
    """Blocks that have left the agenda: what was asked in them is still part of the day."""
    plan: int = 0
    """Grows with each change of the agenda."""
    step: str | None = None
    step_since: int = 0
    held_at: int | None = None
    extra: Mapping[str, int] = field(default_factory=dict)
    """Milliseconds added to a step's timer on this stay: by staff or by holds."""
    visits: tuple[Visit, ...] = ()
    visited: tuple[str, ...] = ()
    """The steps of the visits, each once."""
    phones: Literal["up", "down"] = "up"
    covered: bool = False
    locked: bool = False
    join_on_wall: bool = True
    seats: Mapping[str, Seat] = field(default_factory=dict)
    runs: Mapping[str, Run] = field(default_factory=dict)
    placed: Mapping[str, Placed] = field(default_factory=dict)
    rungs: Mapping[PieceName, Rung] = field(default_factory=dict)
    """How far each picture goes, where its maker has said so since it was sent; see `consenting.py`."""
    calls: Mapping[str, Call] = field(default_factory=dict)
    two_minutes: TwoMinutes | None = None
    concerns: int = 0
    walls: tuple[str, ...] = ()
    heard: frozenset[str] = frozenset()
    """The seats that staff have marked as heard in this round; a step begins a round."""
    last_tap: LastTap | None = None

    @property
    def held(self) -> bool:
        return self.held_at is not None

    def clock(self, at: int) -> int:
        """The session's own time: it stands still while the group is held."""
        return at if self.held_at is None else self.held_at

    @property
    def here(self) -> PlannedStep | None:
        found = find_step(self.blocks, self.step) if self.step else None
        return found[1] if found else None

    @property
    def block(self) -> PlannedBlock | None:
        found = find_step(self.blocks, self.step) if self.step else None
        return found[0] if found else None

    def run_of_step(self, step: str | None) -> Run | None:
        """The latest run of a step's activity."""
        return next((run for run in reversed(tuple(self.runs.values())) if run.step == step), None)

    def admitted(self) -> list[Seat]:
        return [seat for seat in self.seats.values() if seat.admission == "admitted"]
