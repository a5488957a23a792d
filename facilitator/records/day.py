"""The day as it really ran: every block that was ever planned, and the stays on its steps. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from facilitator.activities.kinds import find
from facilitator.curriculum.model import Step
from facilitator.live_session.agenda import PlannedBlock, PlannedStep, step_id
from facilitator.live_session.events import BlockAdded, Recorded, SessionOpened
from facilitator.live_session.facts import Facts
from facilitator.live_session.state import LiveSession, Run, Visit
from facilitator.live_session.texts import break_title, written


@dataclass(frozen=True)
class StepRan:
    """A step with its stays: (since, until) in ms. None of them: the group did not come to it."""

    title: str
    planned_minutes: float
    stays: tuple[tuple[int, int], ...]

    @property
    def minutes(self) -> float:
        """As it ran, to a tenth."""
        return round(sum(until - since for since, until in self.stays) / 60_000, 1)


@dataclass(frozen=True)
class BlockRan:
    title: str
    ref: str
    discipline: str
    planned_minutes: float
    steps: tuple[StepRan, ...]
    dropped: bool
    """Taken out of the agenda on the day."""

    @property
    def minutes(self) -> float:
        return round(sum(step.minutes for step in self.steps), 1)

    @property
    def began(self) -> int | None:
        return min((stay[0] for step in self.steps for stay in step.stays), default=None)


@dataclass(frozen=True)
class Day:
    """All blocks of the day, in the order of the agenda; those that were dropped stand where they were."""

    blocks: tuple[PlannedBlock, ...]
    kept: frozenset[str]
    facts: Facts
    language: str

    @classmethod
    def of(cls, log: Iterable[Recorded], state: LiveSession, facts: Facts, language: str) -> "Day":
        return cls(tuple(_ever_planned(log)), frozenset(block.id for block in state.blocks), facts, language)

    def step(self, name: str) -> tuple[str, Step] | None:
        """A step's module title and its text; None for a break or a step that there never was."""
        for block, planned in self._steps():
            if step_id(block, planned) == name:
                found = written(self.facts, block, planned.key, self.language)
                return (found[0].title, found[1]) if found else None
        return None

    def asked(self, run: Run) -> Mapping[str, Any] | None:
        """What a run asked: the settings of its step's activity, with what a kind that lives had added."""
        found = self.step(run.step)
        if found is None or found[1].activity is None:
            return None
        settings, living = found[1].activity.settings, self.facts.of(run.id).living
        return settings if living is None else find(run.kind).asked(settings, living)

    def as_it_ran(self, visits: Sequence[Visit], now: int) -> list[BlockRan]:
        """Blocks with their stays. A dropped block that the group never came to is left out."""
        stays: dict[str, list[tuple[int, int]]] = {}
        for visit in visits:
            _add_stay(stays.setdefault(visit.step, []), visit.since, visit.until if visit.until is not None else now)
        ran = [self._ran(block, stays) for block in self.blocks]
        return [block for block in ran if not block.dropped or block.began is not None]

    def _ran(self, block: PlannedBlock, stays: Mapping[str, list[tuple[int, int]]]) -> BlockRan:
        module = self.facts.module(block.ref, self.language)
        return BlockRan(
            title=module.title if module else break_title(self.language),
            ref=block.ref,
            discipline=module.discipline if module else "break",
            planned_minutes=block.minutes,
            steps=tuple(
                StepRan(self._title(block, planned), planned.minutes, tuple(stays.get(step_id(block, planned), ())))
                for planned in block.steps
            ),
            dropped=block.id not in self.kept,
        )

    def _title(self, block: PlannedBlock, planned: PlannedStep) -> str:
        found = written(self.facts, block, planned.key, self.language)
        return found[1].title if found else break_title(self.language)

    def _steps(self) -> Iterator[tuple[PlannedBlock, PlannedStep]]:
        return ((block, planned) for block in self.blocks for planned in block.steps)


def _ever_planned(log: Iterable[Recorded]) -> list[PlannedBlock]:
    """Every block that was in the agenda at some time, where it stood when it came in."""
    blocks: list[PlannedBlock] = []
    for recorded in log:
        match recorded.event:
            case SessionOpened(blocks=opened):
                blocks = list(opened)
            case BlockAdded(block=block, after=after) if block.id not in [known.id for known in blocks]:
                names = [known.id for known in blocks]
                blocks.insert(names.index(after) + 1 if after in names else 0, block)
    return blocks


def _add_stay(stays: list[tuple[int, int]], since: int, until: int) -> None:
    """A stay that goes on where the one before ended is the same stay."""
    if stays and stays[-1][1] == since:
        stays[-1] = (stays[-1][0], until)
    else:
        stays.append((since, until))
