"""Who is measured when: rounds, in each of which every server of a scene has its turn, in another order each time."""

import gc
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bench import cores
from bench.client.crowd import Lost
from bench.client.forms import NotTaken
from bench.rehearsal import durable_write
from bench.rows import ONCE, Row
from bench.scenes.alone import ALONE
from bench.scenes.measured import Measured, Sizes
from bench.scenes.scene import SCENES, measure
from bench.targets import bare
from bench.targets.clinic import Clinics
from bench.targets.folders import folder
from bench.targets.ours import Ours
from bench.targets.process import DidNotStart
from bench.targets.target import Target

Key = tuple[str, str]
"""(scene, server)."""


@dataclass
class Run:
    """`taken[scene, server]` holds what each round gave, by its number; `failed` what went wrong instead."""

    sizes: Sizes
    view: Path
    clinics: Clinics
    taken: dict[Key, dict[int, Measured]] = field(default_factory=lambda: defaultdict(dict))
    failed: list[str] = field(default_factory=list)
    writes: list[float] = field(default_factory=list)
    """Milliseconds of a durable write, p50, as it was in each round."""


def servers(rows: Iterable[Row]) -> dict[str, dict[str, set[str]]]:
    """Scene → server → the figures that are wanted of it."""
    wanted: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        wanted[row.scene]["ours"].add(row.figure)
        if not row.is_within_ours:
            wanted[row.scene][row.against].add(row.their_figure)
    return wanted


def make(name: str, view: Path, clinics: Clinics) -> Target:
    """A server that has not started. The stock one stores answers by group commit; for taps it makes no difference."""
    made: dict[str, Callable[[], Target]] = {
        "ours": lambda: Ours(clinics),
        "self": lambda: Ours(clinics, "self", "bench.targets.without_storage"),
        "stock": lambda: bare.stock(view, "group"),
        "naive": lambda: bare.stock(view, "each"),
        "node": lambda: bare.node(view),
        "floor": lambda: bare.floor(view),
        "gevent": lambda: bare.gevent(view),
        "asgi": lambda: bare.asgi(view),
    }
    return made[name]()


def in_turn(names: list[str], number: int) -> list[str]:
    """The same servers, beginning with another one in each round."""
    start = number % len(names)
    return names[start:] + names[:start]


def play(run: Run, rows: Iterable[Row], number: int, say: Callable[[str], None]) -> None:
    """One round. The load client stays on its core, and its garbage is collected between the measurements only."""
    with cores.on(cores.split()[1]):
        run.writes.append(durable_write())
        for scene, of in servers(rows).items():
            if number and scene in ONCE:
                continue
            for name in in_turn(sorted(of), number):
                began = time.monotonic()
                how = f"round {number + 1} · {scene} · {name}"
                try:
                    run.taken[scene, name][number] = _one(run, scene, name, frozenset(of[name]))
                except (Lost, NotTaken, DidNotStart, OSError, subprocess.CalledProcessError) as problem:
                    # The others are still worth measuring; the file of results says what is missing.
                    run.failed.append(f"{how}: {problem}"[:400])
                    say(f"{how} · failed: {problem}"[:400])
                say(f"{how} · {time.monotonic() - began:.0f} s")


def _one(run: Run, scene: str, name: str, wanted: frozenset[str]) -> Measured:
    if scene in ALONE:
        return ALONE[scene]()
    with folder() as place:
        gc.collect()
        gc.disable()
        try:
            return measure(SCENES[scene], make(name, run.view, run.clinics), place / "kept", run.sizes, wanted)
        finally:
            gc.enable()
