"""*End* has one minute to be taken back; then everything is closed, and stays so."""

import pytest

from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from tests.live_session.cast import CLOSE, FEEL, WORDS
from tests.live_session.evening import Evening


def test_the_end_is_final_after_a_minute(group: Evening) -> None:
    group.ask(c.EndSession())
    assert group.tablet["ends_for_good_at"] == group.now + 60_000
    assert group.wait(59).state.phase == "ending"
    assert group.wait(1).state.phase == "ended"
    assert group.state.ended_at == group.now - 60_000


def test_in_its_minute_the_end_can_be_taken_back(group: Evening) -> None:
    group.ask(c.EndSession())
    group.wait(59).ask(c.ResumeSession())

    assert group.wait(300).state.phase == "running"
    assert group.ask(c.ResumeSession()) == []


def test_a_session_that_never_began_can_end_and_not_end(evening: Evening) -> None:
    evening.ask(c.EndSession())
    evening.ask(c.ResumeSession())
    assert evening.state.phase == "gathering"
    evening.ask(c.EndSession())

    assert evening.wait(60).state.phase == "ended"


def test_taking_the_end_back_gives_the_question_back(group: Evening) -> None:
    group.at(CLOSE).ask(c.EndSession())
    assert group.run.phase == "last_call"
    group.wait(25).ask(c.ResumeSession())

    assert group.run.phase == "open"


def test_the_end_closes_everything_in_one_breath(group: Evening) -> None:
    group.at(FEEL).ask(c.AskTwoMinutes())
    group.at(WORDS).ask(c.EndSession())
    group.happens(e.ActivityReopened("r2"), e.ActivityOpened("r3", WORDS, "free_text", "anonymous"))
    group.wait(59).ask(c.CloseActivity("r3"))
    group.wait(1)

    ending = [type(told.event).__name__ for told in group.log if told.at == group.now]
    assert ending == ["ActivityClosed", "ActivityClosed", "TwoMinutesStopped", "SessionEnded"]
    assert {run.phase for run in group.state.runs.values()} == {"closed"}
    assert group.phones["two_minutes"] is None


def test_the_end_ends_a_hold(group: Evening) -> None:
    group.ask(c.Hold())
    assert group.ask(c.EndSession()) == [e.Resumed(), e.EndAsked()]


def test_a_hold_in_the_last_minute_does_not_keep_the_session_alive(group: Evening) -> None:
    group.ask(c.EndSession())
    group.ask(c.Hold())

    assert group.wait(60).state.phase == "ended"
    assert not group.state.held


def test_the_end_is_asked_once(group: Evening) -> None:
    group.ask(c.EndSession())

    assert group.ask(c.EndSession()) == []
    assert group.wait(60).ask(c.EndSession()) == []


def test_nobody_new_comes_once_it_ends(group: Evening) -> None:
    group.ask(c.EndSession())

    assert group.refuses(c.TakeSeat("dee", "qr"), "seat:dee") == "ended"


def test_the_last_visit_ends_when_the_end_was_asked(group: Evening) -> None:
    group.wait(60).ask(c.EndSession())
    asked = group.now
    group.wait(60)

    assert group.state.visits[-1].until == asked


AFTER = (
    *(c.Begin(), c.NextStep("b1/arrive"), c.ExtendTimer("b1/arrive", 5), c.AddModule("break"), c.DropBlock("b3")),
    *(c.SetPhones("down"), c.Hold(), c.Resume(), c.SetCover(True), c.Undo("tap1"), c.ResumeSession()),
    *(c.ReopenActivity("r1"), c.AskAgain("b1/arrive"), c.ShowResult("r1", "wall"), c.ShowResponse("x"), c.Reveal()),
    *(c.AskTwoMinutes(), c.ReadmitSeat("ana"), c.SetLock(True), c.AddSeat("", "eli"), c.RenewSeat("ana")),
    *(c.PairWall("", "w1"), c.ShowJoinCode(True), c.TakeSeat("dee", "qr"), c.CallStaff("call1", "ana")),
)


@pytest.mark.parametrize("command", AFTER, ids=lambda command: type(command).__name__)
def test_nothing_begins_after_the_end(group: Evening, command: c.Command) -> None:
    group.at(FEEL).ask(c.EndSession())
    group.wait(60)

    assert group.refuses(command) in ("ended", "already_begun")


def test_after_the_end_the_clock_has_nothing_to_do(group: Evening) -> None:
    group.ask(c.EndSession())
    group.wait(60)

    assert group.ask(c.TimeIsUp(), "clock") == []
