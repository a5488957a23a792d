"""A machine's clock is set back: nothing that was to end soon is kept open until it is that late again."""

import pytest

from facilitator.live_session import commands as c
from tests.live_session.cast import WORDS
from tests.live_session.evening import Evening

HOURS_MS = 2 * 60 * 60_000


def _set_back(evening: Evening) -> None:
    evening.now -= HOURS_MS


def test_a_closing_activity_closes(group: Evening) -> None:
    group.at(WORDS).ask(c.CloseActivity(group.run.id))
    _set_back(group)

    assert group.wait(1).run.phase == "closed"


def test_a_last_call_is_over(group: Evening) -> None:
    run = group.at(WORDS).run.id
    group.ask(c.NextStep(WORDS))
    assert group.state.runs[run].phase == "last_call"
    _set_back(group)

    assert group.wait(1).state.runs[run].phase == "closing"
    assert group.wait(10).state.runs[run].phase == "closed"


def test_an_end_becomes_final(group: Evening) -> None:
    group.ask(c.EndSession())
    _set_back(group)

    assert group.wait(1).state.phase == "ended"


@pytest.mark.parametrize("back", [1, 5])
def test_a_small_correction_takes_no_time_from_anybody(group: Evening, back: int) -> None:
    group.at(WORDS).ask(c.CloseActivity(group.run.id))
    group.now -= back * 1000

    assert group.wait(9).run.phase == "closing"
