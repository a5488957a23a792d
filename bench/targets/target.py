"""What is measured: a server, and groups of phones with a tablet each that it lets in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bench.client.crowd import Crowd, Line
from bench.targets.process import Process


@dataclass
class Group:
    """One tablet and its phones. `tap` and `extend` give the frame of the tablet's nth message.

    `tap` moves the group between two steps; `extend` changes the view where an activity is open.
    """

    tablet: Line
    phones: list[Line]
    tap: Callable[[int], bytes]
    extend: Callable[[int], bytes]
    answer: Callable[[str, int, int], bytes]
    """(run, phone, revision): always of the same length."""
    question: Callable[[Crowd], tuple[bytes, Callable[[], str]]]
    """The frame that goes to where something is asked (empty: it is asked already), and what then tells the run."""
    said: int = 0
    """How many messages the tablet has sent."""

    @property
    def lines(self) -> list[Line]:
        return [self.tablet, *self.phones]

    def say(self, frame: bytes) -> None:
        self.tablet.say(frame)
        self.said += 1

    @property
    def is_done(self) -> bool:
        """Whether all that the tablet has sent was acknowledged."""
        return self.tablet.dones >= self.said


class Target(Protocol):
    """One server that is measured; started once."""

    name: str
    process: Process
    started_in: float
    """Seconds from its start to its first answer."""
    kept: Path | None
    """The database in which its answers are, if it keeps any."""

    def start(self, folder: Path, phones: int, groups: int) -> list[Group]:
        """Start it, with what it stores in `folder`. Its groups have what they need to connect."""

    def stop(self) -> None: ...
