"""The scenes: which servers are put into them, and what is measured there, one part after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.client.crowd import Crowd
from bench.scenes import answering, idling, moving_many, storming, tapping, tapping_among_answers
from bench.scenes.measured import Measured, Sizes
from bench.targets.target import Target

Wanted = frozenset[str]
"""The figures that are wanted; what gives none of them is left out."""


@dataclass(frozen=True)
class Scene:
    """`play(target, sizes, wanted)` measures a target that has started."""

    name: str
    play: Callable[[Target, Sizes, Wanted], Measured]


def measure(scene: Scene, target: Target, folder: Path, sizes: Sizes, wanted: Wanted) -> Measured:
    """From its start to its end."""
    target.start(folder)
    try:
        return scene.play(target, sizes, wanted)
    finally:
        target.stop()


def _crowd(target: Target, sizes: Sizes, wanted: Wanted) -> Measured:
    measured = Measured()
    (group,) = target.gather(sizes.crowd)
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


def _table(target: Target, sizes: Sizes, wanted: Wanted) -> Measured:
    (group,) = target.gather(sizes.table)
    with Crowd(target.process.door) as crowd:
        crowd.connect(group.lines)
        crowd.settle(0.5)
        return tapping.measure(target, crowd, group, sizes)


def _storm(target: Target, sizes: Sizes, wanted: Wanted) -> Measured:
    (group,) = target.gather(sizes.storm)
    with Crowd(target.process.door) as crowd:
        crowd.connect([group.tablet])
        return storming.measure(target, crowd, group)


def _many(target: Target, sizes: Sizes, wanted: Wanted) -> Measured:
    groups = target.gather(sizes.table, sizes.sessions)
    with Crowd(target.process.door) as crowd:
        crowd.connect([line for group in groups for line in group.lines])
        crowd.settle(1)
        return moving_many.measure(target, crowd, groups, sizes.stall if "stall" in wanted else sizes.stall / 6)


def _idle(target: Target, sizes: Sizes, wanted: Wanted) -> Measured:
    groups = target.gather(sizes.idle, sizes.idle)
    with Crowd(target.process.door) as crowd:
        return idling.measure(target, crowd, groups)


def _start(target: Target, sizes: Sizes, wanted: Wanted) -> Measured:
    return Measured().note(0.0, 0.0, start=target.started_in)


_PLAYED = {"crowd": _crowd, "table": _table, "storm": _storm, "many": _many, "idle": _idle, "start": _start}
SCENES = {name: Scene(name, play) for name, play in _PLAYED.items()}
