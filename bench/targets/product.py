"""How the product is started: as `facilitator run`, with the settings that it has by default."""

import sys
from collections.abc import Iterable
from pathlib import Path

from bench.client import packets
from bench.targets.process import Process, free_port

MEASURED = {
    "HOST": "127.0.0.1",
    "FACILITATOR_ASYNC_MODE": "eventlet",
    "FACILITATOR_TIME_ZONE": "UTC",
    "PYTHONUNBUFFERED": "1",
    # One tablet taps here as fast as a hundred would. The limit is looked at all the same, with each message.
    "FACILITATOR_SEAT_RATE": "1000000",
}


def start(folder: Path, module: str, on: Iterable[int] = ()) -> tuple[Process, float]:
    """The running server of this folder's `data` and `curricula`, and the seconds until its first page."""
    port = free_port()
    environ = {
        **MEASURED,
        "PORT": str(port),
        "FACILITATOR_DATA": str(folder / "data"),
        "FACILITATOR_CURRICULA": str(folder / "curricula"),
    }
    process = Process([sys.executable, "-m", module, "run"], environ, port, on=on)
    return process, process.wait_until_it_answers(packets.form(process.door, "GET", "/"))
