"""`make bench`: measures the product beside bare servers, prints a table, writes `bench/results.json`."""

import argparse
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import growth, plan, rehearsal
from bench.plan import Run, folder
from bench.report import machine, plot, results
from bench.report.table import table
from bench.rows import DEFAULT, FULL, of
from bench.scenes.measured import SMALL, Sizes
from bench.targets.clinic import Clinics
from bench.targets.process import ROOT, most_sockets

RESULTS = ROOT / "bench" / "results.json"


def main() -> None:
    asked = _asked()
    most_sockets()
    began, load = time.monotonic(), machine.load()
    rows = of(asked.rows, full=asked.full)
    with folder() as place:
        view, clinics = place / "view.json", Clinics(place)
        view_bytes = rehearsal.keep_a_view(clinics, view)
        about: dict[str, Any] = {"view_bytes": view_bytes, "write_ms": rehearsal.durable_write()}
        _say(f"a view has {about['view_bytes']:,} bytes; a durable write takes {about['write_ms']:.2f} ms")
        run = Run(SMALL if asked.small else Sizes(), view, clinics)
        plan.play(run, rows, asked.rounds, _say)
        found = results.results(run, rows, about["write_ms"])
        if "P11" in asked.rows:
            points = growth.measure(clinics, run.sizes, asked.most, _say)
            found += growth.rows(points)
            about["growth"] = growth.as_data(points)
            if points:
                asked.to.with_name("growth.svg").write_text(plot.draw(points))
    about |= {
        "taken": datetime.now(UTC).isoformat(timespec="minutes"),
        "machine": machine.describe(),
        "load": [load, machine.load()],
        "small": asked.small,
        "failed": run.failed,
        "joined_in_ms": clinics.joined_in,
        "minutes": round((time.monotonic() - began) / 60, 1),
    }
    results.write(asked.to, found, about)
    print(table(found))
    print(f"\nWritten to {asked.to}. What the figures mean, and what they cost: docs/performance.md")


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
