"""P8: what a phone that only waits takes of the server's memory."""

from bench.client.crowd import Crowd
from bench.scenes.measured import Measured, Stretch
from bench.targets.target import Group, Target

_TO_SETTLE = 5.0


def measure(target: Target, crowd: Crowd, groups: list[Group]) -> Measured:
    """What connecting adds, for each phone; the seats themselves are there before."""
    crowd.connect([group.tablet for group in groups])
    crowd.settle(_TO_SETTLE)
    stretch, before = Stretch(target, crowd), target.process.memory()
    phones = [phone for group in groups for phone in group.phones]
    crowd.connect(phones)
    crowd.settle(_TO_SETTLE)
    grown = target.process.memory() - before
    return Measured().note(stretch.stop().waited, stretch.busy_share, memory=grown / len(phones) / 1024)
