"""What is looked at before anything is compared: how large the product's view is, and what a durable write costs."""

import json
import time
from pathlib import Path

from bench import cores
from bench.client.crowd import Crowd
from bench.report.statistics import median
from bench.targets.clinic import Clinics
from bench.targets.folders import folder
from bench.targets.ours import Ours
from facilitator.storage.database import open_store
from facilitator.storage.writer import Writer

_WRITES = 200


def keep_a_view(clinics: Clinics, to: Path) -> int:
    """Keep a view as a phone is shown it; every other server passes on this very one. Its length in bytes."""
    with folder() as place, cores.on(cores.split()[1]):
        ours = Ours(clinics)
        (group,) = ours.start(place / "kept", 2, 1)
        try:
            with Crowd(ours.process.door) as crowd:
                crowd.connect(group.lines)
                view = crowd.newest(group.phones[0])
        finally:
            ours.stop()
    return to.write_text(json.dumps(view))


def durable_write() -> float:
    """Milliseconds that a single durable write takes through the product's writer, p50."""
    with folder() as place:
        store = open_store(place / "data")
        # Nothing waits to share a commit: one write follows another here as no taps do.
        writer = Writer(store, apart=0)
        writer.start()
        writer.wait(lambda conn: conn.exec_driver_sql("CREATE TABLE measured (body TEXT)"))
        took = [_write(writer) for _ in range(_WRITES)]
        writer.stop()
        store.close()
    return median(took) * 1e3


def _write(writer: Writer) -> float:
    began = time.perf_counter()
    writer.wait(lambda conn: conn.exec_driver_sql("INSERT INTO measured VALUES (?)", ("x" * 200,)), urgent=False)
    return time.perf_counter() - began
