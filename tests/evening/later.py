"""A server whose clock can be set forward while it runs. It ticks more often, too; nothing else in it is changed."""

from pathlib import Path

from tests.evening.server import LiveServer
from tests.faults.control import VARIABLE, Control

MINUTE = 60_000


class ServerWithAClock(LiveServer):
    program = "tests.faults.planting"

    def __init__(self, folder: Path) -> None:
        self.control = Control(folder / "orders")
        self.control.say()
        super().__init__(folder / "data", **{VARIABLE: str(self.control.path)})
        self.passed = 0

    def waits(self, minutes: int) -> None:
        self.passed += minutes * MINUTE
        self.control.say(clock=self.passed)
