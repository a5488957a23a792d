"""P9 and the second half of P10: what is measured without a crowd, once, and beside nothing else."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench import cores
from bench.client import packets
from bench.scenes.measured import Measured
from bench.targets.process import ROOT, Process, free_port

_FRESH_PATIENCE = 600.0


def weight() -> Measured:
    """The bytes of a phone's pages, in a real browser; see `scripts/page_weight.py`."""
    command = [sys.executable, str(ROOT / "scripts" / "page_weight.py")]
    # The browser needs more than the one core that the load client stays on.
    with cores.on(*cores.ALL):
        said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    weighed = json.loads(said)
    figures = {
        "join_form": weighed["join_form"]["bytes"],
        "check_in": weighed["check_in"]["bytes"],
        "heaviest_kind": max(weighed["kinds"].values()),
    }
    return Measured().note(0.0, 0.0, **{name: value / 1000 for name, value in figures.items()})


def fresh() -> Measured:
    """`make run` in a fresh clone: packages are fetched (by pip and npm, whose own caches may help), all is built."""
    with tempfile.TemporaryDirectory(prefix="bench-fresh-", dir=ROOT / ".build") as made:
        clone = Path(made) / "clone"
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)  # noqa: S607 - the reader's own git
        port, began = free_port(), time.perf_counter()
        environ = {"PORT": str(port), "PYTHONPATH": "", "VIRTUAL_ENV": "", "MAKEFLAGS": "", "ARGS": ""}
        server = Process(["make", "-C", str(clone), "run"], environ, port, on=cores.ALL, patience=_FRESH_PATIENCE)
        try:
            server.wait_until_it_answers(packets.form(server.door, "GET", "/"))
            return Measured().note(0.0, 0.0, fresh=time.perf_counter() - began)
        finally:
            server.stop()


ALONE: dict[str, Callable[[], Measured]] = {"weight": weight, "fresh": fresh}
