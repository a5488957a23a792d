"""What a scene gives back, and how large it is."""

from dataclasses import dataclass, field
from typing import NamedTuple, Self

from bench.client.crowd import Crowd
from bench.cores import Use, Watch
from bench.targets.target import Target


@dataclass
class Measured:
    """Figures by name, in the units of `rows.py`; `waited` and `busy` of the stretch in which each was taken."""

    figures: dict[str, float] = field(default_factory=dict)
    waited: dict[str, float] = field(default_factory=dict)
    busy: dict[str, float] = field(default_factory=dict)
    """The share of its time that the load client was busy with what came; near 1, it is what was measured."""

    def note(self, waited: float, busy: float, **figures: float) -> Self:
        for name, value in figures.items():
            self.figures[name], self.waited[name], self.busy[name] = value, waited, busy
        return self

    def add(self, other: "Measured") -> None:
        self.figures |= other.figures
        self.waited |= other.waited
        self.busy |= other.busy


class Sizes(NamedTuple):
    """How much is measured. `seconds` of answers; `gap` seconds after each tap; `stall` seconds of many sessions;
    `idle` groups of `idle` phones that only wait."""

    crowd: int = 1000
    table: int = 12
    storm: int = 500
    taps: int = 80
    seconds: float = 3.0
    rate: int = 1500
    gap: float = 0.03
    sessions: int = 1000
    stall: float = 60.0
    idle: int = 100


SMALL = Sizes(crowd=30, table=2, storm=10, taps=10, seconds=0.5, rate=50, sessions=5, stall=2.0, idle=4)
"""To try the bench itself: its figures mean nothing."""


class Stretch:
    """A stretch of time that is watched, from when it is made until `stop()`."""

    def __init__(self, target: Target, crowd: Crowd) -> None:
        self._crowd, self._watch = crowd, Watch(target.process.pid)
        self._before = crowd.busy

    def stop(self) -> Use:
        use = self._watch.stop()
        self.busy = self._crowd.busy - self._before
        self.busy_share = self.busy / use.seconds
        return use
