"""What each audience may see. A phone never holds another person's answer, the wall never a name beside one."""

import json
from typing import Any

import pytest

from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.live_session.facts import NamedAnswer
from facilitator.live_session.tablet_view import seat_values
from facilitator.live_session.texts import plan_view
from tests.live_session.cast import CLOSE, FEEL, NAMES, VOTE, WORDS
from tests.live_session.evening import Evening


@pytest.fixture
def full(group: Evening) -> Evening:
    """Everyone has answered, and something of it is shown."""
    group.at(FEEL)
    for at, seat in enumerate(("ana", "ben", "chris")):
        group.says(seat, {"values": {"craving": at, "time": at == 0, "hope": f"hope-of-{seat}"}}, ok_to_show=True)
    group.ask(c.ShowResponse("r1.ana.1.values.hope"))
    group.at(WORDS).comes_out("unsaid-1", "unsaid-2", "unsaid-3")
    group.ask(c.ShowResponse("w0.text"))
    group.ask(c.Reveal())
    return group


def names_in(view: object) -> set[str]:
    seen = json.dumps(view)
    return {name for seat, name in NAMES.items() for word in (seat, name) if f'"{word}"' in seen}


def test_phones_and_wall_hold_no_name_and_no_seat(full: Evening) -> None:
    assert names_in(full.phones) == set()
    assert names_in(full.wall) == set()


def test_phones_and_wall_hold_only_the_words_that_were_revealed(full: Evening) -> None:
    wall, phones = json.dumps(full.wall), json.dumps(full.phones)

    assert [word for word in ("hope-of-ana", "unsaid-1", "hope-of-ben", "unsaid-2") if word in wall] == [
        "hope-of-ana",
        "unsaid-1",
    ]
    assert "hope-of" not in phones
    assert "unsaid" not in phones


def test_a_phone_sees_its_own_named_answer_and_nobody_elses(full: Evening) -> None:
    full.ask(c.BackStep(WORDS))
    full.ask(c.GoToStep("b2/learn", FEEL))
    own = full.own("ben")

    assert [mine["answer"]["values"]["hope"] for mine in own["answers"] if mine["answer"]] == ["hope-of-ben"]
    assert names_in(own) == {"Ben"}


def test_a_phone_is_not_told_of_its_own_anonymous_answer(full: Evening) -> None:
    assert [mine["run"] for mine in full.own("ana")["answers"]] == ["r1"]
    full.facts.of("r2").named["ana"] = NamedAnswer(1, {"text": "unsaid"})
    assert [mine["run"] for mine in full.own("ana")["answers"]] == ["r1"]
    full.wait(40)
    assert full.own("ana")["answers"] == []


def test_a_card_on_the_wall_does_not_carry_the_id_of_its_seat(full: Evening) -> None:
    ids = [card["id"] for card in full.wall["cards"]]

    assert all(len(card) == 12 and "ana" not in card for card in ids)


def test_the_roster_says_who_answered_a_named_question_and_never_an_anonymous_one(group: Evening) -> None:
    group.at(FEEL).says("ana", {"values": {"craving": 1}})
    assert [row["answered"] for row in group.tablet["roster"]] == [{"r1": True}, {"r1": False}, {"r1": False}]

    group.at(WORDS).comes_out("One", "Two", "Three")
    assert [row["answered"] for row in group.tablet["roster"]] == [None] * 3


def test_how_many_have_answered_a_named_question_is_told_as_it_is(group: Evening) -> None:
    group.at(VOTE)
    seen = [group.tablet["runs"][0]["how_many"]]
    for seat in ("ana", "ben", "chris"):
        group.says(seat, {"chosen": ["walk"]})
        seen.append(group.tablet["runs"][0]["how_many"])

    assert seen == ["none", "some", "most", "everyone"]


def test_somebody_who_is_away_is_not_waited_for(group: Evening) -> None:
    group.happens(e.MinutesConfirmed("chris", "in", 1), e.MinutesConfirmed("chris", "away", 2)).at(VOTE)
    group.says("ana", None)
    group.says("ben", None)

    assert group.tablet["runs"][0]["how_many"] == "everyone"


def test_the_counter_of_an_anonymous_question_is_the_one_that_ticks(group: Evening) -> None:
    group.at(WORDS).comes_out("One", "Two", "Three")
    assert group.tablet["runs"][0]["how_many"] == "none"
    group.facts.of("r1").how_many = "most"
    assert group.tablet["runs"][0]["how_many"] == "most"


def test_a_seats_values_come_when_they_are_asked_for_with_then_and_now(group: Evening) -> None:
    group.at(FEEL).says("ana", {"values": {"craving": 7, "hope": "Sleep"}})
    group.at(CLOSE).says("ana", {"values": {"craving": 3}})
    assert "Sleep" not in json.dumps(group.tablet["roster"])
    values = seat_values(group.state, group.facts, "ana", "en")

    assert [value["answer"] for value in values["values"]] == [
        {"values": {"craving": 7, "hope": "Sleep"}},
        {"values": {"craving": 3}},
    ]
    assert values["compared"] == [{"key": "craving", "first": 7, "last": 3}]


def test_a_seats_values_never_hold_what_came_anonymously(full: Evening) -> None:
    assert "unsaid" not in json.dumps(seat_values(full.state, full.facts, "ana", "en"))


def test_each_phone_has_its_language_and_an_unknown_one_the_first(group: Evening) -> None:
    from facilitator.live_session.views import participant_view

    group.at(FEEL)
    seen: dict[str, Any] = {lang: participant_view(group.state, group.facts, lang) for lang in ("en", "es", "xx")}

    assert seen["es"]["step"]["module"] == "Check-In (es)"
    assert seen["xx"]["language"] == "en"
    assert seen["es"]["day"] == "Jueves por la noche"


def test_the_plan_shows_the_tablet_everything_and_a_break_as_one(group: Evening) -> None:
    plan = plan_view(group.facts, group.state, "en")

    assert [block["title"] for block in plan["blocks"]] == ["Check-In", "Urge", "Break", "Check-Out"]
    assert plan["concern"]["title"] == "When a response worries you"
    assert plan["blocks"][0]["steps"][1]["activity"]["kind"] == "check_in"  # type: ignore[index]


def test_every_view_can_travel(full: Evening) -> None:
    for view in (full.phones, full.wall, full.tablet, full.own("ana")):
        assert json.loads(json.dumps(view)) == view


def test_screens_are_told_which_kind_comes_next_and_nothing_else_of_it(evening: Evening) -> None:
    assert (evening.phones["soon"], evening.wall["soon"]) == ("", ""), "the day begins with a step that asks nothing"
    evening.at("b1/arrive")
    assert (evening.phones["soon"], evening.wall["soon"]) == ("check_in", "check_in")
    evening.at(CLOSE)
    assert evening.phones["soon"] == ""
