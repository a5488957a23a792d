"""Every comparison that is made, with the goal it has. The goals are about ratios: seconds differ from machine
to machine, and on one machine from minute to minute."""

from dataclasses import dataclass
from typing import Literal

Against = Literal["stock", "node", "floor", "naive", "gevent", "asgi", "self"]
Unit = Literal["ms", "µs CPU", "answers/s", "steps/s", "kB", "s"]


@dataclass(frozen=True)
class Row:
    """`figure` is one that `scene` gives of our server and of `against`.

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
    """Their figure, where it is another one; with `against="self"`, one of the same server of ours."""
    stores: bool = False
    """Ours waits for a durable write that theirs does not make: one and a half of this run's are allowed."""

    is_alone: bool = False
    """Compared with nothing: the goal is about our figure itself."""

    @property
    def their_figure(self) -> str:
        return self.theirs or self.figure

    @property
    def is_within_ours(self) -> bool:
        return self.is_alone or (self.against == "self" and bool(self.theirs))


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


def _many() -> list[Row]:
    steps, stall = "steps of 1,000 groups of 12 together", "longest stall meanwhile"
    memory = "memory for each waiting phone, 100 groups of 100"
    return [
        Row("P4", steps, "many", "steps", "stock", "steps/s", 6, "more"),
        Row("P4", steps, "many", "steps", "node", "steps/s", 1.6, "more"),
        Row("P4", stall, "many", "stall", "self", "ms", 25, is_alone=True),
        Row("P8", memory, "idle", "memory", "stock", "kB", 0.25),
        Row("P8", memory, "idle", "memory", "node", "kB", 1.0),
    ]


def _pages() -> list[Row]:
    form, check_in = "everything until the join form can be sent", "everything until the check-in can be answered"
    return [
        Row("P9", form, "weight", "join_form", "self", "kB", 25, is_alone=True),
        Row("P9", check_in, "weight", "check_in", "self", "kB", 36, is_alone=True),
        Row("P9", "the heaviest other kind", "weight", "heaviest_kind", "self", "kB", 6, is_alone=True),
        Row("P10", "start of the server until its first page", "start", "start", "self", "s", 1.5, is_alone=True),
        Row("P10", "make run in a fresh clone", "fresh", "fresh", "self", "s", 60, is_alone=True),
    ]


def _others() -> list[Row]:
    """For orientation: other ways to run Socket.IO in Python."""
    tap, table = "tap until the last of 1,000 phones shows it, p50", "tap until the last of 12 phones shows it, p50"
    return [
        row
        for against in ("gevent", "asgi")
        for row in (
            Row("P1", tap, "crowd", "tap_p50", against, "ms", stores=True),
            Row("P2", "server CPU for each message, 1,000 phones", "crowd", "cpu_message", against, "µs CPU"),
            Row("P3", table, "table", "tap_p50", against, "ms", stores=True),
            Row("P5", "answers stored and acknowledged", "crowd", "answers", against, "answers/s", better="more"),
            Row("P7", "500 phones come in at once, until the last is in", "storm", "storm", against, "ms"),
        )
    ]


ROWS: tuple[Row, ...] = (*_taps(), *_answers(), *_joins(), *_many(), *_pages())
OTHERS = tuple(_others())
ONCE = frozenset({"weight", "fresh"})
"""Scenes that are the same each time."""
DEFAULT = ("P1", "P2", "P3", "P5", "P6", "P7")
FULL = (*DEFAULT, "P4", "P8", "P9", "P10", "P11")


def of(names: tuple[str, ...], *, full: bool) -> list[Row]:
    """The rows of these names; a full run has two more servers beside them."""
    return sorted((row for row in (*ROWS, *(OTHERS if full else ())) if row.row in names), key=_by_name)


def _by_name(row: Row) -> int:
    return int(row.row[1:])
