"""Every comparison that is made, with the goal it has. The goals are about ratios: seconds differ from machine
to machine, and on one machine from minute to minute."""

from dataclasses import dataclass
from typing import Literal

Against = Literal["stock", "node", "floor", "naive", "gevent", "asgi", "self"]
Unit = Literal["ms", "µs CPU", "answers/s", "steps/s", "kB", "s", "bytes", "×"]


@dataclass(frozen=True)
class Row:
    """`ours` and `theirs` name figures of a scene (see `scenes/`); `ours` alone is compared with `of_ours`'s.

    `goal`: the ratio to reach, at most this, or at least where more is `better`. None: shown for orientation.
    """

    row: str
    what: str
    scene: str
    figure: str
    against: Against
    unit: Unit
    goal: float | None = None
    better: Literal["less", "more"] = "less"
    theirs: str = ""
    """Their figure, where it is another one; with `against="self"` and no other server, one of our own."""
    stores: bool = False
    """Ours waits for a durable write that theirs does not make: one and a half of this run's are allowed."""

    @property
    def their_figure(self) -> str:
        return self.theirs or self.figure

    @property
    def is_within_ours(self) -> bool:
        return self.against == "self" and bool(self.theirs)


def _taps() -> list[Row]:
    crowd, table = "1,000 phones", "12 phones"
    p50, p99 = f"tap until the last of {crowd} shows it, p50", f"tap until the last of {crowd} shows it, p99"
    cpu = "server CPU for each message,"
    few = f"tap until the last of {table} shows it, p50"
    return [
        Row("P1", p50, "crowd", "tap_p50", "stock", "ms", 0.15, stores=True),
        Row("P1", p50, "crowd", "tap_p50", "node", "ms", 0.75, stores=True),
        Row("P1", p50, "crowd", "tap_p50", "floor", "ms", 1.4, stores=True),
        Row("P1", p99, "crowd", "tap_p99", "stock", "ms", 0.06, stores=True),
        Row("P1", p99, "crowd", "tap_p99", "node", "ms", 0.8, stores=True),
        Row("P2", f"{cpu} {crowd}", "crowd", "cpu_message", "stock", "µs CPU", 0.14),
        Row("P2", f"{cpu} {crowd}", "crowd", "cpu_message", "node", "µs CPU", 0.68),
        Row("P2", f"{cpu} {crowd}", "crowd", "cpu_message", "floor", "µs CPU", 1.4),
        Row("P2", f"{cpu} {table}", "table", "cpu_message", "stock", "µs CPU", 0.22),
        Row("P2", f"{cpu} {table}", "table", "cpu_message", "node", "µs CPU", 0.33),
        Row("P2", f"{cpu} {table}", "table", "cpu_message", "floor", "µs CPU", 1.7),
        Row("P3", few, "table", "tap_p50", "stock", "ms", 0.30, stores=True),
        Row("P3", few, "table", "tap_p50", "node", "ms", 0.9, stores=True),
        Row("P3", few, "table", "tap_p50", "floor", "ms", 1.7, stores=True),
    ]


def _answers() -> list[Row]:
    kept, p99 = "answers stored and acknowledged", "tap among 1,500 answers/s, 1,000 phones, p99"
    return [
        Row("P5", kept, "crowd", "answers", "naive", "answers/s", 20, "more"),
        Row("P5", kept, "crowd", "answers", "stock", "answers/s", 9, "more"),
        Row("P5", kept, "crowd", "answers", "node", "answers/s", 0.65, "more"),
        Row("P5", kept, "crowd", "answers", "self", "answers/s", 0.9, "more"),
        Row("P6", p99, "crowd", "tap_among_answers_p99", "stock", "ms", 0.1),
        Row("P6", p99, "crowd", "tap_among_answers_p99", "self", "ms", 2.5, theirs="tap_in_peace_p99"),
    ]


def _joins() -> list[Row]:
    time, cpu = "500 phones come in at once, until the last is in", "server CPU for each that comes in"
    return [
        Row("P7", time, "storm", "storm", "stock", "ms", 0.07),
        Row("P7", time, "storm", "storm", "node", "ms", 0.75),
        Row("P7", cpu, "storm", "cpu_join", "stock", "µs CPU", 0.5),
        Row("P7", cpu, "storm", "cpu_join", "node", "µs CPU", 0.6),
    ]


ROWS: tuple[Row, ...] = (*_taps(), *_answers(), *_joins())
DEFAULT = ("P1", "P2", "P3", "P5", "P6", "P7")
FULL = (*DEFAULT, "P4", "P8", "P9", "P10", "P11")


def of(names: tuple[str, ...]) -> list[Row]:
    return [row for row in ROWS if row.row in names]
