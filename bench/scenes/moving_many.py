"""P4: many small groups, each with its own tablet. How many steps a second they can take together, and the longest
time in which no phone of any group was shown anything although many waited."""

import time
from collections import deque

from bench.client.crowd import PATIENCE, Crowd, Lost
from bench.scenes.measured import Measured, Stretch
from bench.targets.target import Group, Target

_AT_ONCE = 64
"""Groups whose tap is under way."""
_TO_WARM_UP = 1.0


class Many:
    """Keeps so many groups moving; whichever has moved makes room for the one that has rested longest."""

    def __init__(self, crowd: Crowd, groups: list[Group]) -> None:
        self._crowd, self._groups = crowd, groups
        numbers = {id(line): number for number, line in crowd.lines.items()}
        self._of = {numbers[id(phone)]: place for place, group in enumerate(groups) for phone in group.phones}
        self._missing = [0] * len(groups)
        self._resting = deque(range(len(groups)))
        self.steps = self._moving = 0
        self.stall = 0.0

    def _shown(self, number: int) -> None:
        place = self._of.get(number)
        if place is None or not self._missing[place]:
            return
        self._missing[place] -= 1
        if not self._missing[place]:
            self.steps += 1
            self._moving -= 1
            self._resting.append(place)

    def move(self, seconds: float) -> None:
        """For so long; then until those that are under way have arrived."""
        self._crowd.shown = self._shown
        began = came = time.perf_counter()
        while (now := time.perf_counter()) < began + seconds or self._moving:
            if now < began + seconds:
                self._begin_some()
            if self._crowd.pump():
                now = time.perf_counter()
                self.stall, came = max(self.stall, now - came), now
            if now - came > PATIENCE:
                raise Lost("Groups were never shown their step.")
        self._crowd.shown = None

    def _begin_some(self) -> None:
        for _ in range(min(_AT_ONCE - self._moving, len(self._resting))):
            place = self._resting.popleft()
            group = self._groups[place]
            if not group.is_done:
                self._resting.append(place)
                continue
            self._missing[place] = len(group.phones)
            self._moving += 1
            group.say(group.tap(group.said))


def measure(target: Target, crowd: Crowd, groups: list[Group], seconds: float) -> Measured:
    many = Many(crowd, groups)
    many.move(_TO_WARM_UP)
    many.steps, many.stall = 0, 0.0
    stretch = Stretch(target, crowd)
    many.move(seconds)
    use = stretch.stop()
    crowd.settle(0.5)
    return Measured().note(
        use.waited,
        stretch.busy_share,
        steps=many.steps / use.seconds,
        stall=many.stall * 1e3,
        cpu_message=use.server / max(1, many.steps * len(groups[0].phones)) * 1e6,
    )
