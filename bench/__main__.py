"""`make bench`: measures the product beside bare servers, prints a table, writes `bench/results.json`."""

import argparse
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import growth, plan, rehearsal
from bench.plan import Run
from bench.report import machine, plot, results
from bench.report.statistics import median
from bench.report.table import table
from bench.rows import DEFAULT, FULL, of
from bench.scenes.measured import SMALL, Sizes
from bench.targets.clinic import Clinics
from bench.targets.folders import folder
from bench.targets.process import ROOT, most_sockets

RESULTS = ROOT / "bench" / "results.json"


def main() -> None:
    asked = _asked()
    most_sockets()
    with folder() as place:
        clinics = Clinics(place)
        view_bytes = rehearsal.keep_a_view(clinics, place / "view.json")
        _say(f"a view has {view_bytes:,} bytes")
        run = Run(SMALL if asked.small else Sizes(), place / "view.json", clinics)
        writing = _Writing(asked, run, view_bytes)
        for number in range(asked.rounds):
            plan.play(run, writing.rows, number, _say)
            writing.write()
        if "P11" in asked.rows:
            writing.points = growth.measure(clinics, run.sizes, asked.most, _say)
    print(table(writing.write()))
    print(f"\nWritten to {asked.to}. What the figures mean, and what they cost: docs/performance.md")


class _Writing:
    """Writes what is known so far, after each round: whoever stops a long run keeps what it found."""

    def __init__(self, asked: argparse.Namespace, run: Run, view_bytes: int) -> None:
        self._asked, self._run, self._view_bytes = asked, run, view_bytes
        self.rows = of(asked.rows, full=asked.full)
        self.points: list[growth.Point] = []
        self._began, self._load = time.monotonic(), machine.load()

    def write(self) -> list[results.Result]:
        found = [*results.results(self._run, self.rows), *growth.rows(self.points)]
        results.write(self._asked.to, found, self._about())
        if self.points:
            self._asked.to.with_suffix(".svg").write_text(plot.draw(self.points))
        return found

    def _about(self) -> dict[str, Any]:
        return {
            "taken": datetime.now(UTC).isoformat(timespec="minutes"),
            "minutes": round((time.monotonic() - self._began) / 60, 1),
            "machine": machine.describe(),
            "load": [self._load, machine.load()],
            "small": self._asked.small,
            "view_bytes": self._view_bytes,
            "write_ms": round(median(self._run.writes), 3),
            "joined_in_ms": self._run.clinics.joined_in,
            "failed": self._run.failed,
            "growth": growth.as_data(self.points),
        }


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", default="", help="rows, with commas: P1,P5")
    parser.add_argument("--full", action="store_true", help="every row, and two more servers; takes long")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--small", action="store_true", help="to try the bench itself: its figures mean nothing")
    parser.add_argument("--most", type=int, default=10_000, help="how far P11 grows")
    parser.add_argument("--to", type=Path, default=RESULTS)
    asked = parser.parse_args()
    names = tuple(name.strip().upper() for name in asked.only.split(",") if name.strip())
    unknown = [name for name in names if name not in FULL]
    if unknown:
        parser.error(f"there is no row {', '.join(unknown)}; there are {', '.join(FULL)}")
    asked.rows = names or (FULL if asked.full else DEFAULT)
    return asked


def _say(line: str) -> None:
    print(f"· {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
