"""What a run found: as data, as a file for machines, and read back again."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.plan import Run
from bench.report.statistics import Compared, Round, compared, median
from bench.rows import Row
from bench.scenes.measured import Measured

VERSION = 1


@dataclass(frozen=True)
class Result:
    """One row of the table. `ratio` is ours to theirs; None where there is nothing to compare with.

    `low` and `high` are the spread of the ratio over the rounds; of our figure where there is no ratio.
    `after_writing` is the ratio once one and a half durable writes are taken from ours, where theirs makes none.
    `waited`: the worst share of core time that a round that counts did not get. `busy`: the load client's own share.
    """

    row: str
    what: str
    against: str
    ratio: float | None
    low: float | None
    high: float | None
    ours: float
    theirs: float | None
    unit: str
    rounds: int
    dropped: int
    goal: float | None
    better: str
    reached: bool | None
    after_writing: float | None = None
    waited: float | None = None
    busy: float | None = None


def results(run: Run, rows: Iterable[Row]) -> list[Result]:
    """Of every row that was measured at least once."""
    there = [(row, pairs) for row in rows if (pairs := _pairs(run, row))]
    return [_alone(row, pairs) if row.is_alone else _compared(row, pairs, median(run.writes)) for row, pairs in there]


Pairs = list[tuple[Measured, Measured]]


def _pairs(run: Run, row: Row) -> Pairs:
    """Ours and theirs of each round in which there were both."""
    ours = run.taken[row.scene, "ours"]
    theirs = ours if row.is_within_ours else run.taken[row.scene, row.against]
    return [(ours[number], theirs[number]) for number in sorted(ours.keys() & theirs.keys())]


def _round(row: Row, mine: Measured, other: Measured) -> Round:
    theirs = 1.0 if row.is_alone else other.figures[row.their_figure]
    waited = mine.waited[row.figure], 0.0 if row.is_alone else other.waited[row.their_figure]
    return Round(mine.figures[row.figure], theirs, max(waited))


def _compared(row: Row, pairs: Pairs, write_ms: float) -> Result:
    rounds = [_round(row, mine, other) for mine, other in pairs]
    found = compared(rounds)
    after = compared(rounds, write_ms * 1.5).ratio if row.stores else None
    busy = max(max(mine.busy[row.figure], other.busy[row.their_figure]) for mine, other in pairs)
    return Result(
        ratio=three(found.ratio),
        theirs=three(found.theirs),
        reached=_is_reached(row, found.ratio if after is None else after),
        after_writing=None if after is None else three(after),
        busy=round(busy, 2),
        **_the_rest(row, found),
    )


def _alone(row: Row, pairs: Pairs) -> Result:
    """Compared with one, so that the ratio is the figure, and its spread is that of the figure."""
    found = compared([_round(row, mine, mine) for mine, _ in pairs])
    return Result(ratio=None, theirs=None, reached=_is_reached(row, found.ours), **_the_rest(row, found))


def _the_rest(row: Row, found: Compared) -> dict[str, Any]:
    return {
        **{name: getattr(row, name) for name in ("row", "what", "against", "unit", "goal", "better")},
        **{name: three(getattr(found, name)) for name in ("low", "high", "ours", "waited")},
        "rounds": found.rounds,
        "dropped": found.dropped,
    }


def three(value: float) -> float:
    """To three figures: more would pretend."""
    return float(f"{value:.3g}")


def _is_reached(row: Row, ratio: float) -> bool | None:
    if row.goal is None:
        return None
    return ratio <= row.goal if row.better == "less" else ratio >= row.goal


def write(path: Path, found: Iterable[Result], about: dict[str, Any]) -> None:
    """`about`: when, on what machine, with what load, and what was looked at beside the rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"version": VERSION, **about, "rows": [asdict(each) for each in found]}
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def read(path: Path) -> tuple[dict[str, Any], list[Result]]:
    """(about, rows)."""
    content = json.loads(path.read_text())
    rows = [Result(**each) for each in content.pop("rows")]
    return content, rows
