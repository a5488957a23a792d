"""P11: what a message and an answer cost the server's CPU as a group grows, and as there are more groups."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from bench import cores
from bench.client.crowd import Crowd, Lost
from bench.client.forms import NotTaken
from bench.report.results import Result, three
from bench.scenes import answering, moving_many, tapping
from bench.scenes.measured import Measured, Sizes
from bench.targets.clinic import Clinics
from bench.targets.folders import folder
from bench.targets.ours import Ours
from bench.targets.process import DidNotStart
from bench.targets.target import Group

PHONES, GROUPS = (10, 100, 1000, 10_000), (1, 10, 100, 1000)
FLAT = 1.3
Of = Literal["phones", "groups"]
_A_TABLE, _A_CROWD = 12, 1000
"""Phones of a group: of an evening's, and the most that one is measured with. Ten thousand are ten of those."""


@dataclass(frozen=True)
class Point:
    """`of`: what grew, to `n`. Costs are µs of CPU; `tap_ms` is the p50, for one group."""

    of: Of
    n: int
    cpu_message: float
    cpu_answer: float
    tap_ms: float | None = None


def measure(clinics: Clinics, sizes: Sizes, most: int, say: Callable[[str], None]) -> list[Point]:
    """Every size up to `most`. A size that cannot be measured is said, and left out."""
    found = []
    with cores.on(cores.split()[1]):
        for of, all_sizes in (("phones", PHONES), ("groups", GROUPS)):
            for n in (n for n in all_sizes if n <= most):
                try:
                    found.append(_point(clinics, "phones" if of == "phones" else "groups", n, sizes))
                    say(f"growth · {n:,} {of}")
                except (Lost, NotTaken, DidNotStart, OSError) as problem:
                    say(f"growth · {n:,} {of} could not be measured: {problem}"[:400])
    return found


def _point(clinics: Clinics, of: Of, n: int, sizes: Sizes) -> Point:
    with folder() as place:
        ours = Ours(clinics)
        groups = ours.start(place / "kept", *_size(of, n))
        try:
            taken = (_one_group if len(groups) == 1 and of == "phones" else _many_groups)(ours, groups, sizes)
        finally:
            ours.stop()
    figures = {name: three(value) for name, value in taken.figures.items()}
    return Point(of, n, figures["cpu_message"], figures["cpu_answer"], figures.get("tap_p50"))


def _size(of: Of, n: int) -> tuple[int, int]:
    """(phones of a group, groups)."""
    if of == "groups":
        return _A_TABLE, n
    return min(n, _A_CROWD), max(1, n // _A_CROWD)


def _one_group(ours: Ours, groups: list[Group], sizes: Sizes) -> Measured:
    (group,) = groups
    with Crowd(ours.process.door) as crowd:
        crowd.connect(group.lines)
        crowd.settle(1)
        # A pause long enough for a large tablet's view: what is measured is a tap, not a pile of them.
        taken = tapping.measure(ours, crowd, group, sizes._replace(taps=max(10, sizes.taps // 2), gap=0.05))
        taken.add(answering.measure(ours, crowd, answering.Answers(crowd, [group]), sizes))
    return taken


def _many_groups(ours: Ours, groups: list[Group], sizes: Sizes) -> Measured:
    with Crowd(ours.process.door) as crowd:
        crowd.connect([line for group in groups for line in group.lines])
        crowd.settle(1)
        taken = moving_many.measure(ours, crowd, groups, sizes.seconds)
        taken.add(answering.measure(ours, crowd, answering.Answers(crowd, groups), sizes))
    return taken


def rows(points: Iterable[Point]) -> list[Result]:
    """The largest beside the cheapest of the smaller ones."""
    found = []
    for of, more in (("phones", "phones, at most 1,000 of one group"), ("groups", "groups of 12")):
        line = [point for point in points if point.of == of]
        for figure, what in (("cpu_message", "message"), ("cpu_answer", "answer")):
            if len(line) > 1:
                found.append(_row(f"cost for each {what}, {line[-1].n:,} {more}, beside fewer", line, figure))
    return found


def _row(what: str, line: list[Point], figure: str) -> Result:
    ours, theirs = getattr(line[-1], figure), min(getattr(point, figure) for point in line[:-1])
    ratio = three(ours / theirs)
    return Result(
        row="P11", what=what, against="self", ratio=ratio, low=ratio, high=ratio, ours=ours, theirs=theirs,
        unit="µs CPU", rounds=1, dropped=0, goal=FLAT, better="less", reached=ratio <= FLAT,
    )  # fmt: skip


def as_data(points: Iterable[Point]) -> list[dict[str, Any]]:
    return [asdict(point) for point in points]
