"""One process writes to a data folder at a time. The lock goes with its process, however that ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.errors import Refused


@contextmanager
def hold(data: Path) -> Iterator[None]:
    """Hold the data folder while the body runs. Raises `Refused("running")` if another process holds it."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(data / "facilitator.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise Refused(
            "running",
            f"Facilitator is already running with the data in {data}. Stop it first, or name another data folder.",
        ) from None
    try:
        yield
    finally:
        os.close(handle)
