"""Writes the files that repeat what the code says; with `--check` it only compares. A test runs the check."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from facilitator.generating.activities_md import activities_md
from facilitator.generating.configuration_md import configuration_md
from facilitator.generating.grounds_ts import grounds_ts
from facilitator.generating.palette_ts import palette_ts
from facilitator.generating.protocol_md import protocol_md
from facilitator.generating.protocol_ts import protocol_ts

GENERATED: dict[str, Callable[[], str]] = {
    "static/protocol.ts": protocol_ts,
    "static/lib/drawing/palette.ts": palette_ts,
    "static/lib/drawing/grounds.ts": grounds_ts,
    "docs/protocol.md": protocol_md,
    "docs/configuration.md": configuration_md,
    "docs/activities.md": activities_md,
}


def outdated(root: Path) -> list[str]:
    """The generated files that no longer say what the code says."""
    return [name for name, write in GENERATED.items() if _read(root / name) != write()]


def write_all(root: Path) -> None:
    for name, write in GENERATED.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write(), encoding="utf-8")


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def main(arguments: list[str] | None = None) -> int:
    """0 when all is in step. With `--check`, 1 when a file has fallen behind."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="compare only; write nothing")
    options.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    asked = options.parse_args(arguments)
    if not asked.check:
        write_all(asked.root)
        return 0
    behind = outdated(asked.root)
    for name in behind:
        sys.stderr.write(f"{name} has fallen behind the code. Run: python -m facilitator.generate\n")
    return 1 if behind else 0


if __name__ == "__main__":
    sys.exit(main())
