"""The plan of one day inside a live session: blocks and their steps. Ids, numbers and closed choices only.

A step is known by `block/key` (for instance `b2/your-wave`), so that adding or dropping a block renames nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class PlannedStep:
    """One step as the log knows it. `minutes` is a plan, in minutes (it may be a fraction)."""

    key: str
    minutes: float
    kind: str | None = None
    promise: str | None = None
    for_phones: bool = False
    """True if the step holds text for phones alone, so that phones come up for it."""


@dataclass(frozen=True)
class PlannedBlock:
    """A module or a break."""

    id: str
    what: Literal["module", "break"]
    ref: str
    """The module's name (`iop-foundations/02-riding-out-an-urge`); for a break `break`."""
    minutes: float
    steps: tuple[PlannedStep, ...]


def step_id(block: PlannedBlock, step: PlannedStep) -> str:
    return f"{block.id}/{step.key}"


def in_order(blocks: tuple[PlannedBlock, ...]) -> Iterator[tuple[str, PlannedBlock, PlannedStep]]:
    """Every step of the day in its order, with its id and its block."""
    for block in blocks:
        for step in block.steps:
            yield step_id(block, step), block, step


def find_step(blocks: tuple[PlannedBlock, ...], wanted: str) -> tuple[PlannedBlock, PlannedStep] | None:
    for name, block, step in in_order(blocks):
        if name == wanted:
            return block, step
    return None


def neighbour(blocks: tuple[PlannedBlock, ...], step: str, by: int) -> str | None:
    """The step `by` places after (or, negative, before) this one; None at either end of the day."""
    names = [name for name, _, _ in in_order(blocks)]
    if step not in names:
        return None
    place = names.index(step) + by
    return names[place] if 0 <= place < len(names) else None


def last_module(blocks: tuple[PlannedBlock, ...]) -> PlannedBlock | None:
    """The block that closes the day: its check-out."""
    modules = [block for block in blocks if block.what == "module" and block.steps]
    return modules[-1] if modules else None
