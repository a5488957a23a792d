"""The one checker: judges what was written down of a run against what the store holds afterwards.

Each judgement takes the whole history and the whole store and says everything that it finds wrong.
It trusts nobody's word for anything: *done* is compared with the store, a view with the log.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.faults.history import History
from tests.faults.judging import answers, calls, screens, steps
from tests.faults.stored import Stored

Judgement = Callable[[History, Stored], Iterable[str]]

JUDGEMENTS: tuple[Judgement, ...] = (
    answers.acknowledged_is_stored,
    answers.stored_once,
    answers.nothing_is_forgotten,
    answers.all_is_well_in_the_end,
    steps.taps_move_the_group_once,
    steps.views_tell_what_the_log_holds,
    screens.views_never_go_backwards,
    screens.the_right_step_comes_soon,
    screens.nobody_sees_what_they_may_not,
    calls.calls_are_seen_or_not_delivered,
    calls.callers_soon_know,
)
TIMED = {"the right step comes soon", "callers soon know", "all are back soon", "others are not affected"}
"""What depends on how busy the machine is: `make faults` says it, and no test fails for it."""


@dataclass(frozen=True)
class Wrong:
    """Something that must not be."""

    judgement: str
    what: str

    def __str__(self) -> str:
        return f"{self.judgement}: {self.what}"


def judge(history: History, stored: Stored) -> list[Wrong]:
    """Everything that is wrong; empty if the house kept its word."""
    wrong = [Wrong(name_of(each), what) for each in JUDGEMENTS for what in each(history, stored)]
    if stored.sound != "ok":
        wrong.append(Wrong("the store is sound", stored.sound))
    return wrong


def name_of(judgement: Judgement) -> str:
    return judgement.__name__.replace("_", " ")
