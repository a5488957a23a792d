"""P1, P2, P3: a tap on the tablet until the last phone of its group shows it, and what that costs the server."""

import time

from bench.client.crowd import PATIENCE, Crowd, Lost
from bench.report.statistics import percentile
from bench.scenes.measured import Measured, Sizes, Stretch
from bench.targets.target import Group, Target

_TO_WARM_UP = 10


def measure(target: Target, crowd: Crowd, group: Group, sizes: Sizes) -> Measured:
    """One tap at a time, with a pause after it: nobody taps again before they have seen what the last tap did."""
    for _ in range(_TO_WARM_UP):
        _tap(crowd, group, sizes.gap)
    stretch = Stretch(target, crowd)
    waits, busy = zip(*(_tap(crowd, group, sizes.gap) for _ in range(sizes.taps)), strict=True)
    use = stretch.stop()
    check_that_all_show_the_same(crowd, group)
    return Measured().note(
        use.waited,
        sum(busy) / sum(waits),
        tap_p50=percentile(waits, 50) * 1e3,
        tap_p99=percentile(waits, 99) * 1e3,
        cpu_message=use.server / (len(waits) * len(group.phones)) * 1e6,
    )


def _tap(crowd: Crowd, group: Group, gap: float) -> tuple[float, float]:
    busy = crowd.busy
    wait = tap_until_shown(crowd, group, group.tap(group.said))
    busy = crowd.busy - busy
    until_done(crowd, group)
    crowd.settle(gap)
    return wait, busy


def tap_until_shown(crowd: Crowd, group: Group, frame: bytes) -> float:
    """Seconds until the last phone has it. The client never sleeps meanwhile: to be woken would cost the server."""
    wanted = crowd.views + len(group.phones)
    began = time.perf_counter()
    group.say(frame)
    while crowd.views < wanted:
        crowd.pump()
        if time.perf_counter() - began > PATIENCE:
            raise Lost(f"{wanted - crowd.views} phones were not shown a tap.")
    return time.perf_counter() - began


def until_done(crowd: Crowd, group: Group) -> None:
    """Until the tablet has heard that all it sent is stored."""
    until = time.perf_counter() + PATIENCE
    while not group.is_done:
        crowd.pump(1)
        if time.perf_counter() > until:
            raise Lost("A tap was never acknowledged.")


def check_that_all_show_the_same(crowd: Crowd, group: Group) -> None:
    """Raises `Lost` unless every phone shows the same version: a view that is counted must be the right one."""
    crowd.settle(0.1)
    versions = {crowd.newest(phone)["version"] for phone in group.phones}
    if len(versions) > 1:
        raise Lost(f"Phones show different versions: {sorted(versions)}")
