"""Runs the TypeScript tests of this folder; what they say is shown when one of them does not hold."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_typescript_tests_hold() -> None:
    command = [sys.executable, "scripts/front_end.py", "node", "tests/browser/run.mjs"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "✔ every kind can be drawn" in done.stdout, "the TypeScript tests were not found"


def test_the_front_ends_types_hold() -> None:
    command = [sys.executable, "scripts/front_end.py", "types"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
