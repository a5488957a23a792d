"""What a run found: as data, as a file for machines, and read back again."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.plan import Run
from bench.report.statistics import Compared, Round, compared
from bench.rows import Row

VERSION = 1


@dataclass(frozen=True)
class Result:
    """One row of the table. `ratio` is ours to theirs; None where there is nothing to compare with.

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


def results(run: Run, rows: Iterable[Row], write_ms: float) -> list[Result]:
    return [_result(row, _rounds(run, row), _busy(run, row), write_ms) for row in rows]


def _rounds(run: Run, row: Row) -> list[Round]:
    ours = run.taken[row.scene, "ours"]
    others = ours if row.is_within_ours else run.taken[row.scene, row.against]
    return [
        Round(
            mine.figures[row.figure],
            other.figures[row.their_figure],
            max(mine.waited[row.figure], other.waited[row.their_figure]),
        )
        for mine, other in zip(ours, others, strict=True)
    ]


def _busy(run: Run, row: Row) -> float:
    other = "ours" if row.is_within_ours else row.against
    return max(
        *(each.busy[row.figure] for each in run.taken[row.scene, "ours"]),
        *(each.busy[row.their_figure] for each in run.taken[row.scene, other]),
    )


def _result(row: Row, rounds: list[Round], busy: float, write_ms: float) -> Result:
    found = compared(rounds)
    after = compared(rounds, write_ms * 1.5).ratio if row.stores else None
    return Result(
        row=row.row,
        what=row.what,
        against=row.against,
        **_rounded(found),
        unit=row.unit,
        rounds=found.rounds,
        dropped=found.dropped,
        goal=row.goal,
        better=row.better,
        reached=_is_reached(row, found.ratio if after is None else after),
        after_writing=None if after is None else _three(after),
        busy=round(busy, 2),
    )


def _rounded(found: Compared) -> dict[str, float]:
    names = ("ratio", "low", "high", "ours", "theirs", "waited")
    return {name: _three(getattr(found, name)) for name in names}


def _three(value: float) -> float:
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
