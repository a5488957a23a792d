"""The record of an evening, made by replaying it: who, when, what was said with a name, and nothing that links."""

import json

import pytest

from facilitator.curriculum.model import ActivitySpec, Module, Step
from facilitator.live_session import commands as c
from facilitator.live_session.agenda import PlannedBlock, PlannedStep
from facilitator.records.as_json import as_json
from facilitator.records.summary import Agreed, Summary, summarise
from tests.live_session.cast import BREAK, CLOSE, FEEL, LEARN, MINUTE, NOW, VOTE, WORDS
from tests.live_session.evening import Evening

LINDQVIST = "staff:lindqvist"


@pytest.fixture
def group() -> Evening:
    """Ana, Ben and Chris are here; the session has just begun."""
    return Evening().come("ana", "ben", "chris").at("b1/arrive")


def summary_of(evening: Evening) -> Summary:
    return summarise(evening.log, evening.state, evening.facts, rehearsal=False, language="en")


def everyone_in(evening: Evening, *seats: str) -> None:
    for seat in seats:
        evening.ask(c.ConfirmMinutes(seat, "in"))


def ends(evening: Evening) -> Summary:
    evening.ask(c.EndSession())
    evening.wait(61)
    assert evening.state.phase == "ended"
    return summary_of(evening)


def test_it_says_who_was_there_and_for_how_long(group: Evening) -> None:
    everyone_in(group, "ana", "ben")
    group.wait(40 * 60)
    group.ask(c.ConfirmMinutes("ben", "out", minutes_ago=10))

    told = {person.name: person.attendance for person in ends(group).people}

    assert list(told) == ["Ana", "Ben", "Chris"]
    assert (told["Ana"].minutes, told["Ana"].left_confirmed) == (40, False)
    assert (told["Ben"].minutes, told["Ben"].left_confirmed) == (30, True)
    assert (told["Chris"].minutes, told["Chris"].confirmed) == (0, False)


def test_somebody_who_only_knocked_was_not_there(group: Evening) -> None:
    group.ask(c.TakeSeat("dee", "code"), "seat:dee")

    assert "Dee" not in [person.name for person in ends(group).people]


def test_somebody_who_was_removed_later_was_there(group: Evening) -> None:
    group.ask(c.RemoveSeat("ben"))

    assert "Ben" in [person.name for person in ends(group).people]


def test_it_says_what_ran_and_when(group: Evening) -> None:
    group.wait(3 * 60)
    group.ask(c.NextStep("b1/arrive"))
    group.wait(6 * 60)
    group.ask(c.BackStep(FEEL))
    group.wait(60)

    block, *others = ends(group).blocks
    arrive, feel = block.steps

    assert (block.title, block.dropped) == ("Check-In", False)
    assert arrive.stays == ((NOW, NOW + 3 * MINUTE), (NOW + 9 * MINUTE, NOW + 10 * MINUTE))
    assert (arrive.minutes, feel.minutes, arrive.planned_minutes) == (4, 6, 5)
    assert [other.began for other in others] == [None, None, None]


def test_a_block_that_was_taken_out_after_it_ran_is_still_told(group: Evening) -> None:
    group.at(BREAK).wait(60)
    group.ask(c.GoToStep(BREAK, CLOSE))
    group.ask(c.DropBlock("b3"))
    group.ask(c.DropBlock("b2"))

    blocks = ends(group).blocks

    assert [(block.title, block.dropped) for block in blocks] == [
        ("Check-In", False),
        ("Break", True),
        ("Check-Out", False),
    ]


def test_what_was_said_in_a_block_that_was_taken_out_stays(group: Evening) -> None:
    group.at(VOTE)
    group.says("ana", {"chosen": ["walk"]})
    group.ask(c.GoToStep(VOTE, CLOSE))
    group.wait(30)
    group.ask(c.DropBlock("b2"))

    said = ends(group).said[0].said[0]

    assert (said.step, said.lines[0].said) == ("Vote", "A walk")


def test_a_module_that_joined_the_day_is_told_where_it_ran(group: Evening) -> None:
    added = PlannedBlock("b9", "module", "iop/02-urge", 8, (PlannedStep("learn", 8),))
    group.ask(c.AddModule("iop/02-urge", after="b1", block=added))
    group.at("b9/learn").wait(60)

    assert [block.began is not None for block in ends(group).blocks][:3] == [True, True, False]


def check_in(craving: int, **more: object) -> dict[str, object]:
    return {"values": {"craving": craving, **more}}


def test_craving_then_and_now_stand_side_by_side(group: Evening) -> None:
    group.at(FEEL)
    group.says("ana", check_in(7, time=True, hope="Sleep."))
    group.says("ben", None)
    group.at(CLOSE)
    group.says("ana", check_in(3))

    ana, ben = ends(group).said

    assert [(line.asked, line.said) for line in ana.said[0].lines] == [
        ("How strong is any urge right now?", "7"),
        ("I would like some group time.", "Yes"),
        ("One hope for today", "Sleep."),
    ]
    assert [(change.first, change.last, change.by) for change in ana.changes] == [(7, 3, -4)]
    assert (ben.said[0].passed, ben.said[0].lines, ben.changes) == (True, (), ())


def test_only_what_staff_showed_of_an_anonymous_activity_is_kept_and_in_no_order(group: Evening) -> None:
    group.at(WORDS)
    first, second, third = group.comes_out("zebra words", "apple words", "never shown")
    for response in (first, second):
        group.ask(c.ShowResponse(response))
    group.ask(c.Reveal())
    group.ask(c.ParkResponse(third))

    told = ends(group)

    assert [shown.words for shown in told.shown] == [("apple words", "zebra words")]
    assert "never shown" not in json.dumps(as_json(told, "The notice."))


def test_words_that_were_taken_down_again_had_been_shown(group: Evening) -> None:
    group.at(WORDS)
    (response,) = group.comes_out("apple words")
    group.ask(c.ShowResponse(response))
    group.ask(c.Reveal())
    group.ask(c.TakeDownResponse(response))

    assert [shown.words for shown in ends(group).shown] == [("apple words",)]


def test_an_edited_copy_is_what_the_room_saw(group: Evening) -> None:
    group.at(WORDS)
    (response,) = group.comes_out("Ben hurt me")
    group.facts.copies["copy1"] = "someone hurt me"
    group.ask(c.ShowResponse(response, copy="copy1"))
    group.ask(c.Reveal())

    assert [shown.words for shown in ends(group).shown] == [("someone hurt me",)]


def test_nothing_of_an_anonymous_answer_stands_near_a_seat(group: Evening) -> None:
    group.at(WORDS)
    group.comes_out("apple words", "zebra words", "river words")

    told = as_json(ends(group), "The notice.")

    assert told["said"] == []
    assert told["shown"] == []


def test_support_is_counted_and_nobody_is_named_for_calling(group: Evening) -> None:
    group.ask(c.CallStaff("call1", "ben"), "seat:ben")
    group.ask(c.SeeCall("call1"))
    group.ask(c.CallStaff("call2", "ben"), "seat:ben")
    group.ask(c.CancelCall("call2", "ben"), "seat:ben")
    group.ask(c.RaiseConcern())

    support = ends(group).support

    assert (support.calls, support.seen, support.concerns) == (1, 1, 1)
    assert "Ben" not in json.dumps(as_json(summary_of(group), "The notice.")["support"])


def test_who_said_yes_to_two_minutes_is_listed(group: Evening) -> None:
    group.ask(c.AskTwoMinutes())
    asked = group.state.two_minutes
    assert asked is not None
    group.ask(c.AnswerTwoMinutes(asked.ask, True, "ben"), "seat:ben")
    group.ask(c.AnswerTwoMinutes(asked.ask, False, "ana"), "seat:ana")

    assert ends(group).support.two_minutes == ("Ben",)


def test_everyone_who_led_is_named_in_the_order_of_their_first_tap(group: Evening) -> None:
    group.ask(c.NextStep("b1/arrive"), LINDQVIST)

    assert ends(group).led_by == ("Dr. Okoye", "Dr. Lindqvist")


def test_a_name_that_was_forgotten_leaves_the_rest_of_the_record(group: Evening) -> None:
    everyone_in(group, "ana")
    group.wait(600)
    del group.facts.names["ana"]

    told = ends(group)

    assert [person.attendance.minutes for person in told.people if not person.name] == [10]


def test_a_session_that_never_began_has_a_record_too() -> None:
    evening = Evening().come("ana")

    told = ends(evening)

    assert (told.began_at, [person.attendance.minutes for person in told.people]) == (None, [0])


def test_the_json_can_be_written_and_holds_the_minutes(group: Evening) -> None:
    everyone_in(group, "ana")
    group.at(LEARN).wait(300)

    told = json.loads(json.dumps(as_json(ends(group), "The notice.")))

    assert told["form"] == "facilitator.summary/1"
    assert told["people"][0]["minutes"] == 5
    assert told["began_at"].endswith("+00:00")


def test_what_the_group_agreed_on_stands_in_the_summary_as_it_stood_last(group: Evening) -> None:
    agree = PlannedBlock("b9", "module", "iop/03-agree", 8, (PlannedStep("agree", 8, "agreement", "named"),))
    asked = ActivitySpec("agreement", {"promise": "named", "most": 140, "heading": "Our agreement"})
    steps = [Step("agree", "Agree", 8, activity=asked)]
    module = Module("iop", "03-agree", "en", "Agree", "process", 8, [], [], "", [], steps, "0" * 64)
    group.facts.modules["iop/03-agree"] = {"en": module}
    group.ask(c.AddModule("iop/03-agree", after="b1", block=agree))
    group.at("b9/agree")
    made = {"step": "b9/agree", "made": 2, "asked": {}, "then": "stands", "done": False}
    kept = group.says("ana", {"text": "We come back."}, ok_to_show=True)
    group.ask(c.ShowResponse(kept))
    group.ask(c.Reveal())
    lines = [{"id": "l1", "text": "We listen."}, {"id": "l2", "card": kept}]
    group.facts.of(group.run.id).living = {**made, "lines": lines}
    assert summary_of(group).agreed == ()

    group.facts.of(group.run.id).living = {**made, "lines": lines, "done": True}
    told = ends(group)

    assert told.agreed == (Agreed("Agree", "Our agreement", ("We listen.", "We come back.")),)
    assert as_json(told, "")["agreed"][0]["lines"] == ["We listen.", "We come back."]
