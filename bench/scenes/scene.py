"""The scenes: which servers are put into them, and what is measured there, one part after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.client.crowd import Crowd
from bench.scenes import answering, idling, moving_many, storming, tapping, tapping_among_answers
from bench.scenes.measured import Measured, Sizes
from bench.targets.target import Group, Target

Wanted = frozenset[str]
"""The figures that are wanted; what gives none of them is left out."""


@dataclass(frozen=True)
class Scene:
    """`size` gives (phones of a group, groups); `play` measures a target that has started with them."""

    size: Callable[[Sizes], tuple[int, int]]
    play: Callable[[Target, list[Group], Sizes, Wanted], Measured]


def measure(scene: Scene, target: Target, folder: Path, sizes: Sizes, wanted: Wanted) -> Measured:
    """From its start to its end."""
    groups = target.start(folder, *scene.size(sizes))
    try:
        return scene.play(target, groups, sizes, wanted)
    finally:
        target.stop()


def _crowd(target: Target, groups: list[Group], sizes: Sizes, wanted: Wanted) -> Measured:
    measured, (group,) = Measured(), groups
    with Crowd(target.process.door) as crowd:
        crowd.connect(group.lines)
        crowd.settle(0.5)
        if wanted & {"tap_p50", "tap_p99", "cpu_message"}:
            measured.add(tapping.measure(target, crowd, group, sizes))
        if wanted & {"answers", "tap_among_answers_p99"}:
            answers = answering.Answers(crowd, [group])
            if "answers" in wanted:
                measured.add(answering.measure(target, crowd, answers, sizes))
            if "tap_among_answers_p99" in wanted:
                measured.add(tapping_among_answers.measure(target, crowd, group, answers, sizes))
    return measured


def _table(target: Target, groups: list[Group], sizes: Sizes, wanted: Wanted) -> Measured:
    (group,) = groups
    with Crowd(target.process.door) as crowd:
        crowd.connect(group.lines)
        crowd.settle(0.5)
        return tapping.measure(target, crowd, group, sizes)


def _storm(target: Target, groups: list[Group], sizes: Sizes, wanted: Wanted) -> Measured:
    (group,) = groups
    with Crowd(target.process.door) as crowd:
        crowd.connect([group.tablet])
        return storming.measure(target, crowd, group)


def _many(target: Target, groups: list[Group], sizes: Sizes, wanted: Wanted) -> Measured:
    with Crowd(target.process.door) as crowd:
        crowd.connect([line for group in groups for line in group.lines])
        crowd.settle(1)
        return moving_many.measure(target, crowd, groups, sizes.stall if "stall" in wanted else sizes.stall / 6)


def _idle(target: Target, groups: list[Group], sizes: Sizes, wanted: Wanted) -> Measured:
    with Crowd(target.process.door) as crowd:
        return idling.measure(target, crowd, groups)


def _start(target: Target, groups: list[Group], sizes: Sizes, wanted: Wanted) -> Measured:
    return Measured().note(0.0, 0.0, start=target.started_in)


SCENES = {
    "crowd": Scene(lambda sizes: (sizes.crowd, 1), _crowd),
    "table": Scene(lambda sizes: (sizes.table, 1), _table),
    "storm": Scene(lambda sizes: (sizes.storm, 1), _storm),
    "many": Scene(lambda sizes: (sizes.table, sizes.sessions), _many),
    "idle": Scene(lambda sizes: (sizes.idle, sizes.idle), _idle),
    "start": Scene(lambda sizes: (2, 1), _start),
}
