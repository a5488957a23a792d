"""P7: everybody comes in at once."""

import time

from bench.client.crowd import Crowd
from bench.scenes.measured import Measured, Stretch
from bench.targets.target import Group, Target


def measure(target: Target, crowd: Crowd, group: Group) -> Measured:
    """All phones connect at the same moment, until the last one is shown the group's view."""
    stretch, began = Stretch(target, crowd), time.perf_counter()
    crowd.connect(group.phones, at_once=len(group.phones))
    seconds, use = time.perf_counter() - began, stretch.stop()
    figures = {"storm": seconds * 1e3, "cpu_join": use.server / len(group.phones) * 1e6}
    return Measured().note(use.waited, stretch.busy_share, **figures)
