"""What machine a result comes from: what matters for speed, and nothing that names it."""

import os
import platform
import re
import sqlite3
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from bench import cores
from bench.targets.environments import node
from bench.targets.process import ROOT

_PACKAGES = ("eventlet", "flask-socketio", "python-socketio", "python-engineio", "orjson", "SQLAlchemy")


def describe() -> dict[str, str | int | float]:
    """Processor, memory, disk, and the versions of what runs."""
    processor = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return {
        "processor": processor[1] if processor else platform.machine(),
        "cores": len(cores.ALL),
        "memory_gib": round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30),
        "disk": _file_system(ROOT),
        "kernel": ".".join(platform.release().split(".")[:2]),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "node": subprocess.run([node(), "--version"], capture_output=True, text=True, check=True).stdout.strip(),
        **{name: version(name) for name in _PACKAGES},
    }


def load() -> float:
    """How many processes wanted a core in the last minute."""
    return round(os.getloadavg()[0], 2)


def _file_system(path: Path) -> str:
    """Of the longest mount point that the path is under."""
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    under = [(place, kind) for place, kind in mounts if path.is_relative_to(place)]
    return max(under, key=lambda each: len(each[0]))[1] if under else sys.platform
