"""Where servers keep what they store while they are measured."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.targets.process import ROOT


@contextmanager
def folder() -> Iterator[Path]:
    """One on the disk that the checkout is on: in memory, a durable write would cost nothing."""
    (ROOT / ".build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / ".build", ignore_cleanup_errors=True) as made:
        yield Path(made)
