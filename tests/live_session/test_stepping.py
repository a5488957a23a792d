"""Moving the group: one tap is one step, whoever taps, and the screens go with it."""

import pytest

from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from tests.live_session.cast import ARRIVE, BREAK, CLOSE, FEEL, LEARN, LINDQVIST, MINUTE, RING, STEPS, VOTE, WORDS
from tests.live_session.evening import Evening


def test_the_session_begins_at_its_first_step(evening: Evening) -> None:
    evening.ask(c.Begin())

    assert (evening.state.phase, evening.state.step) == ("running", ARRIVE)
    assert not evening.state.join_on_wall


def test_it_begins_once(group: Evening) -> None:
    assert group.refuses(c.Begin()) == "already_begun"


def test_an_empty_agenda_cannot_begin(evening: Evening) -> None:
    evening.happens(*(e.BlockDropped(block.id) for block in evening.state.blocks))

    assert evening.refuses(c.Begin()) == "empty_agenda"


def test_nobody_steps_before_it_has_begun(evening: Evening) -> None:
    assert evening.refuses(c.NextStep(ARRIVE)) == "not_begun"
    assert evening.refuses(c.ExtendTimer(ARRIVE, 5)) == "not_begun"


def test_next_goes_through_the_whole_day_and_back_returns(group: Evening) -> None:
    there = [group.state.step]
    while group.refuses(c.NextStep(group.state.step or "")) == "":
        there.append(group.state.step)
    back = [group.state.step]
    while group.refuses(c.BackStep(group.state.step or "")) == "":
        back.append(group.state.step)

    assert there == STEPS
    assert back == STEPS[::-1]


def test_the_last_step_says_so_and_the_first_too(group: Evening) -> None:
    assert group.refuses(c.BackStep(ARRIVE)) == "first_step"
    assert group.at(CLOSE).refuses(c.NextStep(CLOSE)) == "last_step"


def test_going_somewhere_skips_and_returning_comes_back(group: Evening) -> None:
    group.ask(c.GoToStep(ARRIVE, VOTE))
    group.ask(c.GoToStep(VOTE, ARRIVE))

    assert [visit.step for visit in group.state.visits] == [ARRIVE, VOTE, ARRIVE]
    assert [visit.until is None for visit in group.state.visits] == [False, False, True]


def test_going_where_one_is_does_nothing(group: Evening) -> None:
    assert group.ask(c.GoToStep(ARRIVE, ARRIVE)) == []


def test_a_step_that_is_not_in_the_agenda_cannot_be_gone_to(group: Evening) -> None:
    assert group.refuses(c.GoToStep(ARRIVE, "b9/none")) == "no_such_step"


def test_going_to_check_out_goes_to_the_last_module(group: Evening) -> None:
    group.ask(c.GoToCheckOut(ARRIVE))

    assert group.state.step == CLOSE
    assert group.ask(c.GoToCheckOut(CLOSE)) == []


def test_there_is_no_check_out_where_only_breaks_are_left(group: Evening) -> None:
    group.at(BREAK).happens(*(e.BlockDropped(block) for block in ("b1", "b2", "b4")))

    assert group.refuses(c.GoToCheckOut(BREAK)) == "no_check_out"


@pytest.mark.parametrize("tap", [c.NextStep, c.BackStep, c.GoToCheckOut, lambda step: c.GoToStep(step, VOTE)])
def test_two_tablets_that_tap_at_once_move_the_group_once(group: Evening, tap: type[c.NextStep]) -> None:
    group.at(LEARN)
    both = tap(LEARN)

    group.ask(both)
    where = group.state.step

    assert group.refuses(both, LINDQVIST) == "moved_on"
    assert group.state.step == where


@pytest.mark.parametrize("tap", [c.NextStep, c.BackStep, c.GoToCheckOut, lambda step: c.GoToStep(step, VOTE)])
def test_a_group_on_hold_stays_where_it_is(group: Evening, tap: type[c.NextStep]) -> None:
    group.at(LEARN).ask(c.Hold())

    assert group.refuses(tap(LEARN)) == "held"
    group.ask(c.Resume())
    assert group.refuses(tap(LEARN)) == ""


def test_a_hold_before_the_beginning_is_ended_before_the_beginning(evening: Evening) -> None:
    evening.ask(c.Hold())

    assert evening.refuses(c.Begin()) == "held"


def test_hold_and_resume_are_each_done_once(group: Evening) -> None:
    assert group.ask(c.Resume()) == []
    assert group.ask(c.Hold()) == [e.Held()]
    assert group.ask(c.Hold(), LINDQVIST) == []
    assert group.ask(c.Resume()) == [e.Resumed()]


def test_on_hold_phones_are_down_and_the_wall_is_still(group: Evening) -> None:
    group.at(VOTE).ask(c.Hold())

    assert group.phones["phones"] == "down"
    assert (group.wall["step"], group.wall["activity"], group.wall["cards"]) == (None, None, [])
    group.ask(c.Resume())
    assert group.phones["phones"] == "up"
    assert group.wall["step"] is not None


def test_cover_hides_the_wall_and_nothing_else(group: Evening) -> None:
    group.at(VOTE).ask(c.SetCover(True))

    assert group.wall["covered"]
    assert group.wall["step"] is None
    assert group.phones["step"] is not None
    assert group.ask(c.SetCover(True)) == []


def test_phones_come_up_for_an_activity_and_go_down_after_it(group: Evening) -> None:
    seen = {}
    for step in STEPS:
        seen[step] = group.at(step).phones["phones"]

    assert {step for step, phones in seen.items() if phones == "down"} == {ARRIVE, LEARN, BREAK}


def test_staff_put_phones_down_and_up_themselves(group: Evening) -> None:
    group.at(FEEL).ask(c.SetPhones("down"))

    assert group.phones["phones"] == "down"
    assert group.ask(c.SetPhones("down")) == []


# --- the timer ---------------------------------------------------------------------------------------


def ends_in(evening: Evening) -> float:
    timer = evening.tablet["timer"]
    assert timer is not None
    return (timer["ends_at"] - evening.now) / MINUTE


def test_a_step_has_its_planned_minutes(group: Evening) -> None:
    assert ends_in(group) == 5
    assert ends_in(group.wait(60)) == 4


def test_more_minutes_move_the_end(group: Evening) -> None:
    group.ask(c.ExtendTimer(ARRIVE, 3))

    assert ends_in(group) == 8


@pytest.mark.parametrize("minutes", [0, -1, 61])
def test_only_some_minutes_can_be_added(group: Evening, minutes: int) -> None:
    assert group.refuses(c.ExtendTimer(ARRIVE, minutes)) == "minutes"


def test_minutes_are_added_to_the_step_that_the_tablet_saw(group: Evening) -> None:
    assert group.refuses(c.ExtendTimer(FEEL, 5)) == "moved_on"


def test_a_hold_moves_the_end_of_the_timer(group: Evening) -> None:
    group.wait(60).ask(c.Hold())
    group.wait(600).ask(c.Resume())

    assert ends_in(group) == 4


def test_a_step_that_is_come_back_to_has_its_own_time_again(group: Evening) -> None:
    group.ask(c.ExtendTimer(ARRIVE, 30))
    group.next()
    group.ask(c.BackStep(FEEL))

    assert ends_in(group) == 5


def test_while_the_group_is_held_nothing_closes(group: Evening) -> None:
    group.at(FEEL).next()
    group.ask(c.Hold())
    group.wait(300)

    assert [run.phase for run in group.state.runs.values()] == ["last_call"]
    group.ask(c.Resume())
    group.wait(19)
    assert group.state.runs["r1"].phase == "last_call"
    group.wait(1)
    assert group.state.runs["r1"].phase == "closing"


def test_what_is_closed_during_a_hold_has_its_ten_seconds_after_it(group: Evening) -> None:
    group.at(FEEL).ask(c.Hold())
    group.wait(300)
    group.ask(c.CloseActivity("r1"))
    group.wait(300).ask(c.Resume())

    assert group.run.phase == "closing"
    assert group.run.closes_at == group.now + 10_000


# --- ahead and behind ----------------------------------------------------------------------------------


def pace(evening: Evening) -> tuple[int, int]:
    pace = evening.tablet["pace"]
    assert pace is not None
    return pace["behind"], pace["left_today"]


def test_a_group_that_keeps_the_plan_is_neither_ahead_nor_behind(group: Evening) -> None:
    assert pace(group) == (0, 75)
    group.wait(3 * 60)
    assert pace(group) == (0, 72)
    group.wait(2 * 60).next()
    assert pace(group) == (0, 70)


def test_a_step_that_takes_longer_puts_the_group_behind(group: Evening) -> None:
    group.wait(9 * 60)
    assert pace(group) == (4, 70)
    group.next()
    assert pace(group) == (4, 70)


def test_a_step_that_is_left_early_puts_the_group_ahead(group: Evening) -> None:
    group.wait(60).next()
    assert pace(group) == (-4, 70)


def test_a_hold_takes_its_time_from_the_plan(group: Evening) -> None:
    group.ask(c.Hold())
    group.wait(7 * 60)
    assert pace(group) == (7, 75)
    group.ask(c.Resume())
    assert pace(group) == (7, 75)
    group.wait(60)
    assert pace(group) == (7, 74)


def test_there_is_no_pace_before_the_beginning_and_after_the_end(evening: Evening) -> None:
    assert evening.tablet["pace"] is None
    evening.at(ARRIVE).ask(c.EndSession())
    assert evening.tablet["pace"] is None


# --- the agenda --------------------------------------------------------------------------------------


def test_a_dropped_block_leaves_the_agenda_and_its_steps(group: Evening) -> None:
    before = group.tablet["plan"]
    group.ask(c.DropBlock("b3"))

    assert [block.id for block in group.state.blocks] == ["b1", "b2", "b4"]
    assert group.tablet["plan"] == before + 1
    assert group.ask(c.DropBlock("b3")) == []


def test_the_block_that_the_group_is_in_stays(group: Evening) -> None:
    assert group.refuses(c.DropBlock("b1")) == "in_use"


def test_a_block_is_put_after_the_one_that_was_named_or_at_the_end(group: Evening) -> None:
    block = group.state.blocks[2]
    group.happens(e.BlockDropped("b3"))
    group.ask(c.AddModule("break", after="b1", block=block))
    assert [each.id for each in group.state.blocks] == ["b1", "b3", "b2", "b4"]

    group.happens(e.BlockDropped("b3"))
    group.ask(c.AddModule("break", block=block))
    assert [each.id for each in group.state.blocks] == ["b1", "b2", "b4", "b3"]
    assert group.ask(c.AddModule("break", block=block)) == []


def test_a_block_cannot_follow_one_that_is_gone(group: Evening) -> None:
    block = group.state.blocks[2]

    assert group.refuses(c.AddModule("break", after="b9", block=block)) == "no_such_block"


def test_what_was_asked_in_a_dropped_block_is_still_part_of_the_day(group: Evening) -> None:
    group.at(FEEL).says("ana", {"values": {"craving": 7, "time": True}})
    group.at(LEARN).ask(c.DropBlock("b1"))

    assert group.tablet["roster"][0]["asks"] == ["group_time"]


def test_whoever_waits_for_the_next_step_comes_in_with_it(group: Evening) -> None:
    group.ask(c.TakeSeat("dee", "code"), "seat:dee")
    group.ask(c.Admit("dee", "next_step"))
    assert group.own("dee")["admission"] == "next_step"

    group.next()

    assert group.own("dee")["admission"] == "admitted"


@pytest.mark.parametrize("step", [WORDS, RING])
def test_steps_are_numbered_within_their_module(group: Evening, step: str) -> None:
    shape = group.at(step).phones["step"]

    assert shape is not None
    assert (shape["number"], shape["of"]) == ({WORDS: 2, RING: 4}[step], 5)
