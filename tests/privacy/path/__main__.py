"""`make privacy`: the properties of the sealed prompt on the whole path, then every planted leak, each to be caught.

ONLY=1,3 for some properties, SEED=7 to replay, FULL=1 for the long sweep.
"""

import os
import secrets
import sys
import time

from tests.privacy.path import properties
from tests.privacy.path.leaks import LEAKS
from tests.privacy.path.properties import PROPERTIES, Property


def main() -> int:
    """The exit code: 1 if a property does not hold, or a planted leak got through."""
    seed = int(os.environ.get("SEED") or secrets.randbelow(1_000_000))
    full = os.environ.get("FULL", "") not in ("", "0")
    only = [part for part in os.environ.get("ONLY", "").split(",") if part]
    wanted = [each for each in PROPERTIES if not only or each.number in only]
    print(f"seed {seed}\n")
    held = [_shown(each, each.full if full else each.usual, seed) for each in wanted]
    caught = [_caught(each, seed) for each in wanted]
    told = [one for of_one in caught for one in of_one]
    asked = {each.number for each in wanted}
    broken = {each.number for each, holds in zip(wanted, held, strict=True) if not holds}
    holding = len(asked - broken)
    print(f"\n{holding} of {len(asked)} properties hold. {sum(told)} of {len(told)} planted leaks were caught.")
    return 0 if all(held) and all(told) else 1


def _shown(each: Property, amount: int, seed: int) -> bool:
    began = time.monotonic()
    outcome = each.run(amount, seed)
    print(f"{'holds ' if outcome.holds else 'BROKEN'}  {outcome.name}  ({time.monotonic() - began:.0f} s)")
    for name, figure in outcome.figures.items():
        print(f"          {name}: {figure}")
    for wrong in outcome.wrong[:10]:
        print(f"        ! {wrong}")
    sys.stdout.flush()
    return outcome.holds


def _caught(each: Property, seed: int) -> list[bool]:
    told = []
    for leak in [leak for leak in LEAKS if leak.caught_by == each.name]:
        by = properties.caught(each, leak, seed)
        print(f"{'caught ' if by else 'MISSED '} {each.number:>2} {each.name:<10} {leak.name}: {by}"[:160])
        told.append(bool(by))
    sys.stdout.flush()
    return told


if __name__ == "__main__":
    sys.exit(main())
