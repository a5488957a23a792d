"""`make doors`: what somebody outside, or somebody in the group who means ill, could send; and what came of it.

ONLY=strings,… for some, SEED=7 to replay, FULL=1 for the long sweep.
"""

import os
import secrets
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.doors import code_guesses, hostile_strings, malformed_packets, odd_requests
from tests.privacy.path.outcome import Outcome


@dataclass(frozen=True)
class Attack:
    """`usual` and `full`: how much of it."""

    run: Callable[[int, int], Outcome]
    usual: int
    full: int


ATTACKS = {
    "strings": Attack(hostile_strings.run, 1, 4),
    "guesses": Attack(code_guesses.run, 200_000, 10_000_000),
    "packets": Attack(malformed_packets.run, 2000, 10_000),
    "requests": Attack(odd_requests.run, 2000, 20_000),
}


def main() -> int:
    """The exit code: 1 if anything came through."""
    seed = int(os.environ.get("SEED") or secrets.randbelow(1_000_000))
    full = os.environ.get("FULL", "") not in ("", "0")
    only = [part for part in os.environ.get("ONLY", "").split(",") if part]
    print(f"seed {seed}\n")
    held = [_shown(each, each.full if full else each.usual, seed) for name, each in ATTACKS.items() if _of(name, only)]
    print(f"\n{sum(held)} of {len(held)} hold.")
    return 0 if all(held) else 1


def _of(name: str, only: list[str]) -> bool:
    return not only or name in only


def _shown(attack: Attack, amount: int, seed: int) -> bool:
    began = time.monotonic()
    outcome = attack.run(amount, seed)
    print(f"{'holds ' if outcome.holds else 'BROKEN'}  {outcome.name}  ({time.monotonic() - began:.0f} s)")
    for name, figure in outcome.figures.items():
        rows = figure.items() if isinstance(figure, dict) else ()
        print(f"          {name}{':' if rows else f': {figure}'}")
        for row, each in rows:
            print(f"            {row}: {each}")
    for wrong in outcome.wrong[:20]:
        print(f"        ! {wrong[:600]}")
    sys.stdout.flush()
    return outcome.holds


if __name__ == "__main__":
    sys.exit(main())
