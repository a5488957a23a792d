"""How long the store takes to write, for an operator's figures."""

from bisect import bisect_left
from itertools import accumulate


class Commits:
    """How long commits took, for an operator's figures. Written by the writer's thread alone, so it needs no lock."""

    EDGES = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0)

    def __init__(self) -> None:
        self.seconds = 0.0
        self._counts = [0] * (len(self.EDGES) + 1)

    def took(self, seconds: float) -> None:
        self.seconds += seconds
        self._counts[bisect_left(self.EDGES, seconds)] += 1

    def up_to(self) -> list[tuple[str, int]]:
        """(seconds, how many commits took at most so long), up to `+Inf`."""
        return list(zip([*map(str, self.EDGES), "+Inf"], accumulate(self._counts), strict=True))
