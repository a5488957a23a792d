"""A server for hostile strings: what the programme writes into its settings is hostile too, and its clock is in our
hands, so that nobody waits for a seal or for the end of an evening."""

from pathlib import Path

from tests.doors.strings import Hostile
from tests.evening.server import LiveServer
from tests.faults.control import VARIABLE, Control

SEALED_AFTER = 11_000
"""ms from *Close* until an anonymous question is sealed, and a little more."""
ENDED_FOR_GOOD = 61_000
"""ms after *End the session*: until then it can be taken back, and there is no record."""


class HostileHouse(LiveServer):
    program = "tests.faults.planting"

    def __init__(self, folder: Path, shelves: Path, hostile: Hostile) -> None:
        self._orders, self._later = Control(folder / "orders"), 0
        self._orders.say()
        super().__init__(
            folder / "data",
            FACILITATOR_WALK_TO=_storable(hostile.of(60)),
            FACILITATOR_PART2_NOTICE=_storable(hostile.filling(300)),
            FACILITATOR_CURRICULA=str(shelves),
            # Twelve phones say in a minute what a group says in an evening.
            FACILITATOR_SEAT_RATE="1000",
            **{VARIABLE: str(self._orders.path)},
        )

    def goes_on(self, ms: int) -> None:
        """It is so much later now."""
        self._later += ms
        self._orders.say(clock=self._later)


def _storable(text: str) -> str:
    """An environment holds no byte 0."""
    return text.replace("\x00", "")
