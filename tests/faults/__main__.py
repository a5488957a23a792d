"""`make faults`: the fault runs, each judged by the checker; or with PLANTED=1 the planted bugs, each to be caught.

ONLY=R1,R3 for some, SEED=7 to replay one, FULL=1 for the long numbers, WITH="kills=1000" for others still,
MODE=threading for the other async mode.
"""

import asyncio
import json
import os
import secrets
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from tests.faults import catching
from tests.faults.outcome import OUTPUT, Outcome
from tests.faults.runs import (
    r1_kills,
    r2_power_cuts,
    r3_networks,
    r4_muddles,
    r5_trouble,
    r6_hostile,
    r7_returns,
    r9_soak,
)

Run = Callable[..., Awaitable[Outcome]]


@dataclass(frozen=True)
class Row:
    """A run with its usual and its long numbers."""

    run: Run
    usual: Mapping[str, float]
    full: Mapping[str, float]


ROWS = {
    "R1": Row(r1_kills.run, {"kills": 200}, {"kills": 10_000}),
    "R2": Row(r2_power_cuts.run, {"cuts": 10_000}, {"cuts": 100_000}),
    "R3": Row(r3_networks.run, {"rounds": 6}, {"rounds": 2000}),
    "R4": Row(r4_muddles.run, {"races": 2000, "seconds": 20}, {"races": 100_000, "seconds": 1800}),
    "R5": Row(r5_trouble.run, {"rounds": 2}, {"rounds": 50}),
    "R6": Row(r6_hostile.run, {"taps": 1000}, {"taps": 20_000}),
    "R7": Row(r7_returns.run, {"phones": 700}, {"phones": 1000}),
    "R9": Row(r9_soak.run, {"minutes": 3, "groups": 3}, {"minutes": 24 * 60, "groups": 40}),
}


def main() -> int:
    """The exit code: 1 if anything is wrong, or a planted bug got through."""
    seed = int(os.environ.get("SEED") or secrets.randbelow(10_000))
    if _wants("PLANTED"):
        return catching.main(seed, _only())
    outcomes = [_one(name, row, seed) for name, row in ROWS.items() if not _only() or name in _only()]
    OUTPUT.parent.mkdir(exist_ok=True)
    told = {"seed": seed, "runs": [outcome.as_json() for outcome in outcomes]}
    (OUTPUT.parent / "faults.json").write_text(json.dumps(told, indent=2) + "\n")
    return 1 if any(outcome.wrong for outcome in outcomes) else 0


def _one(name: str, row: Row, seed: int) -> Outcome:
    numbers = {**(row.full if _wants("FULL") else row.usual), **_other_numbers(row)}
    began = time.monotonic()
    outcome = asyncio.run(row.run(seed, mode=os.environ.get("MODE") or "eventlet", **numbers))  # type: ignore[arg-type]
    outcome.took = time.monotonic() - began
    print(f"{name}  {outcome.fault}  (SEED={seed}, {outcome.took:.0f} s)")
    print(f"    goal      {outcome.goal}\n    measured  {outcome.measured}")
    for wrong in outcome.wrong[:20]:
        print(f"    WRONG     {wrong}")
    sys.stdout.flush()
    return outcome


def _other_numbers(row: Row) -> dict[str, float]:
    """Those of `WITH` that this run knows."""
    asked = dict(each.split("=", 1) for each in os.environ.get("WITH", "").split())
    return {name: type(row.usual[name])(number) for name, number in asked.items() if name in row.usual}


def _wants(name: str) -> bool:
    return os.environ.get(name, "") not in ("", "0")


def _only() -> set[str]:
    return set(filter(None, os.environ.get("ONLY", "").split(",")))


if __name__ == "__main__":
    sys.exit(main())
