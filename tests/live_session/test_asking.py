"""Activities: what opens them, what closes them, and that nothing sealed ever opens again."""

import pytest

from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from tests.live_session.cast import ARRIVE, DIARY, FEEL, LEARN, RING, VOTE, WORDS
from tests.live_session.evening import Evening


def test_going_to_a_step_opens_its_activity_under_the_promise_of_its_module(group: Evening) -> None:
    group.at(WORDS)

    assert (group.run.phase, group.run.kind, group.run.promise) == ("open", "free_text", "anonymous")
    assert group.phones["activity"] is not None
    assert group.phones["activity"]["promise"] == "anonymous"


def test_a_step_without_an_activity_opens_none(group: Evening) -> None:
    assert group.at(LEARN).phones["activity"] is None


def test_whoever_is_still_writing_has_twenty_seconds_and_then_ten_to_take_the_close_back(group: Evening) -> None:
    group.at(FEEL).next()
    phases = []
    for _ in range(32):
        phases.append(group.state.runs["r1"].phase)
        group.wait(1)

    assert phases == ["last_call"] * 20 + ["closing"] * 10 + ["closed"] * 2


def test_the_question_of_the_step_before_stays_on_phones_as_long_as_it_is_not_closed(group: Evening) -> None:
    group.at(FEEL).ask(c.GoToStep(FEEL, VOTE))

    here, lingering = group.phones["activity"], group.phones["lingering"]
    assert here is not None
    assert lingering is not None
    assert (here["run"], lingering["run"], lingering["phase"]) == ("r2", "r1", "last_call")
    assert group.wait(31).phones["lingering"] is None


def test_a_question_reopened_from_another_step_is_on_phones_again(group: Evening) -> None:
    group.at(FEEL).next()
    group.ask(c.ReopenActivity("r1"))

    assert group.phones["lingering"] is not None
    assert group.phones["lingering"]["phase"] == "open"


def test_who_writes_for_themselves_alone_has_twenty_seconds_too(group: Evening) -> None:
    group.at(DIARY).next()

    assert group.state.runs["r1"].phase == "last_call"


def test_a_breathing_ring_takes_no_last_answers(group: Evening) -> None:
    group.at(RING).next()

    assert group.state.runs["r1"].phase == "closing"


def test_coming_back_to_a_step_opens_nothing_again(group: Evening) -> None:
    group.at(FEEL).next()
    group.wait(40).ask(c.BackStep(LEARN))
    assert [run.phase for run in group.state.runs.values()] == ["closed"]

    group.ask(c.GoToStep(FEEL, ARRIVE))
    group.next()
    assert [run.phase for run in group.state.runs.values()] == ["closed"]


def test_going_back_into_a_step_that_was_skipped_opens_nothing(group: Evening) -> None:
    group.at(LEARN).ask(c.BackStep(LEARN))

    assert group.state.step == FEEL
    assert not group.state.runs
    group.ask(c.AskAgain(FEEL))
    assert group.run.phase == "open"


# --- closing, reopening, asking again ----------------------------------------------------------------------


def test_a_close_can_be_taken_back_while_it_is_closing(group: Evening) -> None:
    group.at(WORDS).ask(c.CloseActivity("r1"))
    assert group.tablet["runs"][0]["can_reopen"]
    group.wait(9).ask(c.ReopenActivity("r1"))

    assert group.run.phase == "open"
    assert group.run.closes_at is None
    assert group.wait(60).run.phase == "open"


@pytest.mark.parametrize("step", [FEEL, WORDS, DIARY, RING])
def test_what_has_closed_never_opens_again(group: Evening, step: str) -> None:
    group.at(step).ask(c.CloseActivity("r1"))
    group.wait(10)

    assert group.refuses(c.ReopenActivity("r1")) == "sealed"
    assert group.ask(c.CloseActivity("r1")) == []
    assert group.refuses(c.MoreTime("r1")) == "not_open"
    assert group.refuses(c.AskAloud("r1")) == "not_open"


def test_asking_again_is_a_new_run(group: Evening) -> None:
    group.at(WORDS).ask(c.CloseActivity("r1"))
    assert group.refuses(c.AskAgain(WORDS)) == "still_open"
    group.wait(10).ask(c.AskAgain(WORDS))

    assert {run.id: run.phase for run in group.state.runs.values()} == {"r1": "closed", "r2": "open"}
    assert group.tablet["runs"][0]["activity"]["run"] == "r2"


def test_asking_again_brings_phones_up(group: Evening) -> None:
    group.at(FEEL).ask(c.CloseActivity("r1"))
    group.ask(c.SetPhones("down"))
    group.wait(10).ask(c.AskAgain(FEEL))

    assert group.phones["phones"] == "up"


def test_asking_again_asks_at_the_step_that_the_tablet_saw(group: Evening) -> None:
    assert group.at(LEARN).refuses(c.AskAgain(FEEL)) == "moved_on"
    assert group.refuses(c.AskAgain(LEARN)) == "no_activity"
    group.ask(c.Hold())
    assert group.refuses(c.AskAgain(LEARN)) == "held"


def test_a_run_that_is_not_of_this_session_is_refused(group: Evening) -> None:
    for command in (c.CloseActivity("r9"), c.ReopenActivity("r9"), c.MoreTime("r9"), c.ShowResult("r9", "wall")):
        assert group.refuses(command) == "no_such_activity"


def test_asked_aloud_closes_at_once_and_says_so(group: Evening) -> None:
    group.at(FEEL).ask(c.AskAloud("r1"))

    assert (group.run.phase, group.run.asked_aloud) == ("closing", True)


def test_more_time_gives_the_last_call_another_minute(group: Evening) -> None:
    group.at(FEEL).next()
    group.wait(5).ask(c.MoreTime("r1"))

    assert group.state.runs["r1"].closes_at == group.now + 75_000


def test_when_nobody_answers_the_tablet_offers_ways_on(group: Evening) -> None:
    group.at(FEEL).wait(44)
    assert not group.tablet["runs"][0]["nobody_yet"]
    group.wait(1)
    assert group.tablet["runs"][0]["nobody_yet"]
    group.ask(c.MoreTime("r1"))
    assert not group.tablet["runs"][0]["nobody_yet"]

    group.wait(45).says("ana", None)
    assert not group.tablet["runs"][0]["nobody_yet"]


# --- anonymous -----------------------------------------------------------------------------------------


def test_an_anonymous_question_does_not_open_where_nobody_could_hide() -> None:
    group = Evening(k=3).come("ana", "ben").at(WORDS)

    assert not group.state.runs
    assert group.tablet["cannot_open"] == "too_few_seats"
    assert group.refuses(c.AskAgain(WORDS)) == "too_few_seats"
    group.come("chris").ask(c.AskAgain(WORDS))
    assert group.tablet["cannot_open"] is None
    assert group.run.phase == "open"


@pytest.mark.parametrize(
    "why_not", ["knocking", "removed", "out", "away", "without a phone", "disconnected"], ids=lambda why: str(why)
)
def test_only_people_who_are_here_with_a_phone_count(why_not: str) -> None:
    group = Evening(k=3).come("ana", "ben")
    match why_not:
        case "knocking":
            group.ask(c.TakeSeat("chris", "code"), "seat:chris")
            group.facts.connected.add("chris")
        case "removed":
            group.come("chris").ask(c.RemoveSeat("chris"))
        case "out" | "away":
            group.come("chris").happens(e.MinutesConfirmed("chris", "in", 1), e.MinutesConfirmed("chris", why_not, 2))  # type: ignore[arg-type]
        case "without a phone":
            group.ask(c.AddSeat("", "chris"))
        case "disconnected":
            group.come("chris").facts.connected.discard("chris")

    assert group.at(WORDS).tablet["cannot_open"] == "too_few_seats"


def test_an_anonymous_run_stays_open_when_people_leave(group: Evening) -> None:
    group.at(WORDS).facts.connected.clear()
    group.wait(60)

    assert group.run.phase == "open"


def test_the_promise_of_a_run_is_the_one_it_opened_with(group: Evening) -> None:
    group.at(WORDS).happens(e.BlockDropped("b2"), e.BlockAdded(group.state.blocks[0], None))

    assert group.state.runs["r1"].promise == "anonymous"


def test_a_lost_run_is_closed_even_on_hold(group: Evening) -> None:
    group.at(WORDS).ask(c.Hold())
    given = group.given("clock")
    lost = type(given)(**{**vars(given), "lost": frozenset({"r1"})})
    from facilitator.live_session.engine import decide

    assert decide(c.TimeIsUp(), group.state, lost) == [e.ActivityClosed("r1")]


def test_a_wave_is_told_of_until_the_run_is_closed(group: Evening) -> None:
    group.at(WORDS)
    assert group.ask(c.ReleaseWave("r1"), "clock") == [e.WaveReleased("r1")]
    group.happens(e.ActivityClosed("r1", too_few=True))
    assert group.ask(c.ReleaseWave("r1"), "clock") == []
    assert group.tablet["runs"][0]["too_few"]


# --- results ------------------------------------------------------------------------------------------


def voted(group: Evening, *seats: str, closed: bool = True) -> None:
    group.at(VOTE)
    for seat in seats:
        group.says(seat, {"chosen": ["walk"]})
    if closed:
        group.ask(c.CloseActivity("r1"))
        group.wait(10)


def test_a_result_is_shown_where_staff_say_and_hidden_again(group: Evening) -> None:
    voted(group, "ana", "ben", "chris")
    group.ask(c.ShowResult("r1", "wall"))
    assert [result["run"] for result in group.wall["shown"]] == ["r1"]
    assert group.phones["shown"] == []

    group.ask(c.ShowResult("r1", "phones"))
    group.ask(c.HideResult("r1", "wall"))
    assert group.wall["shown"] == []
    assert [result["run"] for result in group.phones["shown"]] == ["r1"]
    assert group.ask(c.ShowResult("r1", "phones")) == []
    assert group.ask(c.HideResult("r1", "wall")) == []


def test_a_result_needs_enough_answers(group: Evening) -> None:
    voted(group, "ana", "ben")

    assert group.refuses(c.ShowResult("r1", "wall")) == "too_few"


def test_a_pass_is_no_answer_to_show(group: Evening) -> None:
    voted(group, "ana", "ben", closed=False)
    group.says("chris", None)
    group.ask(c.CloseActivity("r1"))
    group.wait(10)

    assert group.refuses(c.ShowResult("r1", "wall")) == "too_few"


def test_a_named_result_is_not_shown_while_each_change_would_name_somebody(group: Evening) -> None:
    voted(group, "ana", "ben", "chris", closed=False)
    assert group.refuses(c.ShowResult("r1", "wall")) == "still_open"
    group.ask(c.CloseActivity("r1"))
    assert group.refuses(c.ShowResult("r1", "wall")) == "still_open"
    group.wait(10)
    assert group.refuses(c.ShowResult("r1", "wall")) == ""


def test_an_anonymous_result_is_shown_in_its_waves(group: Evening) -> None:
    group.at(WORDS).comes_out("One", "Two")
    assert group.refuses(c.ShowResult("r1", "wall")) == "too_few"
    group.comes_out("Three")
    assert group.refuses(c.ShowResult("r1", "wall")) == ""


def test_a_check_in_is_for_staff_alone(group: Evening) -> None:
    group.at(FEEL)
    for seat in ("ana", "ben", "chris"):
        group.says(seat, {"values": {"craving": 3}})
    group.ask(c.CloseActivity("r1"))

    assert group.wait(10).refuses(c.ShowResult("r1", "wall")) == "for_staff"
    assert group.tablet["runs"][0]["for_staff"]


def test_the_next_step_puts_results_away(group: Evening) -> None:
    voted(group, "ana", "ben", "chris")
    group.ask(c.ShowResult("r1", "wall"))
    group.ask(c.ShowResult("r1", "phones"))
    group.next()

    assert (group.wall["shown"], group.phones["shown"]) == ([], [])


# --- activities that live -----------------------------------------------------------------------------------


def test_moves_are_counted_and_only_those_who_are_in_may_move(group: Evening) -> None:
    group.at(RING)
    group.ask(c.TakeSeat("dee", "code"), "seat:dee")

    assert group.ask(c.Move("r1", {}, "ana"), "seat:ana") == [e.LivingStateKept("r1", 1)]
    assert group.ask(c.Move("r1", {}, "ben"), "seat:ben") == [e.LivingStateKept("r1", 2)]
    assert group.refuses(c.Move("r1", {}, "dee"), "seat:dee") == "not_admitted"
    assert group.refuses(c.Move("r1", {}, "mallory"), "seat:mallory") == "not_admitted"
    group.ask(c.CloseActivity("r1"))
    assert group.refuses(c.Move("r1", {}, "ana"), "seat:ana") == "not_open"
