"""The plan of a pinned module: its text goes with the live session, its ids and minutes into the log."""

from collections.abc import Mapping

from facilitator.curriculum.model import Module
from facilitator.curriculum.shelf import Shelf
from facilitator.errors import Refused
from facilitator.live_session.agenda import PlannedBlock, PlannedStep


def planned_break(block_id: str, minutes: float) -> PlannedBlock:
    return PlannedBlock(block_id, "break", "break", minutes, (PlannedStep("break", minutes),))


def planned_module(block_id: str, versions: Mapping[str, Module], minutes: float | None = None) -> PlannedBlock:
    """The plan of a module; other `minutes` than the author's stretch every step alike."""
    module = next(iter(versions.values()))
    stretch = (minutes or module.minutes) / module.minutes
    steps = tuple(
        PlannedStep(
            key=step.key,
            minutes=round(step.minutes * stretch, 2),
            kind=step.activity.kind if step.activity else None,
            promise=step.activity.promise if step.activity else None,
            for_phones=bool(step.phone),
        )
        for step in module.steps
    )
    return PlannedBlock(block_id, "module", module.ref, minutes or module.minutes, steps)


def versions_of(shelf: Shelf, ref: str) -> Mapping[str, Module]:
    """A module as a session holds it, in every language, its curriculum's own first. Raises `Refused("no_module")`."""
    curriculum = shelf.curricula.get(ref.partition("/")[0])
    versions = curriculum.modules.get(ref) if curriculum is not None else None
    if curriculum is None or not versions:
        raise Refused("no_module", "This module is not in the library any more. Choose another.")
    own_first = sorted(versions.items(), key=lambda version: version[0] != curriculum.language)
    return {language: shelf.as_opened(module) for language, module in own_first}
