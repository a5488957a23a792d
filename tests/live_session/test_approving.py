"""Nothing that a person composed reaches the room unless its writer and staff both said so."""

from dataclasses import replace

import pytest

from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.live_session.engine import decide
from facilitator.live_session.facts import NamedAnswer
from tests.live_session.cast import FEEL, WORDS
from tests.live_session.evening import Evening

NAMED = {"values": {"craving": 3, "hope": "To sleep"}}


@pytest.fixture
def words(group: Evening) -> Evening:
    """Three anonymous texts have come out in a wave."""
    group.at(WORDS).comes_out("I am tired.", "I miss him.", "Mike lied.")
    return group


def on_wall(evening: Evening) -> list[str]:
    return [card["text"] for card in evening.wall["cards"]]


def where(evening: Evening) -> dict[str, str]:
    return {card["text"]: card["where"] for card in evening.tablet["waiting"]}


def test_what_was_written_waits_on_the_tablet_and_nowhere_else(words: Evening) -> None:
    assert where(words) == {"I am tired.": "waiting", "I miss him.": "waiting", "Mike lied.": "waiting"}
    for seen in (words.wall, words.phones, words.own("ana")):
        assert "tired" not in str(seen)


def test_showing_puts_it_in_the_tray_and_revealing_sends_the_tray(words: Evening) -> None:
    words.ask(c.ShowResponse("w1.text"))
    assert (where(words)["I miss him."], on_wall(words)) == ("tray", [])
    words.ask(c.ShowResponse("w0.text"))
    words.ask(c.Reveal())

    assert sorted(on_wall(words)) == ["I am tired.", "I miss him."]
    assert words.ask(c.ShowResponse("w2.text")) == [e.ResponsePlaced("w2.text", "tray")]
    assert words.ask(c.ShowResponse("w2.text")) == []


@pytest.mark.parametrize("came", [("ana", "ben", "chris"), ("chris", "ben", "ana"), ("ben", "ana", "chris")])
def test_the_wall_does_not_tell_in_which_order_words_came_in(group: Evening, came: tuple[str, ...]) -> None:
    group.at(FEEL)
    responses = [group.says(seat, {"values": {"hope": f"of {seat}"}}, ok_to_show=True) for seat in came]
    for response in responses:
        group.ask(c.ShowResponse(response))
    group.ask(c.Reveal())

    assert on_wall(group) == ["of chris", "of ben", "of ana"]


def test_another_tap_mixes_the_tray_in_another_way(group: Evening) -> None:
    group.at(FEEL)
    responses = [group.says(seat, {"values": {"hope": seat}}, ok_to_show=True) for seat in ("ana", "ben", "chris")]
    for response in responses:
        group.ask(c.ShowResponse(response))
    orders = set()
    for tap in range(30):
        told = decide(c.Reveal(), group.state, replace(group.given("staff:okoye"), new_id=str(tap)))
        orders.add(tuple(event.response for event in told if isinstance(event, e.ResponsePlaced)))

    assert len(orders) == 6


def test_what_is_revealed_later_stands_behind_what_the_room_has_seen(words: Evening) -> None:
    for response in ("w2.text", "w0.text"):
        words.ask(c.ShowResponse(response))
    words.ask(c.ParkResponse("w2.text"))
    words.ask(c.Reveal())
    words.ask(c.ShowResponse("w2.text"))
    words.ask(c.Reveal())

    assert on_wall(words) == ["I am tired.", "Mike lied."]


def test_an_empty_tray_reveals_nothing(words: Evening) -> None:
    assert words.refuses(c.Reveal()) == "empty_tray"
    words.ask(c.ShowResponse("w0.text"))
    words.ask(c.Reveal())
    assert words.refuses(c.Reveal()) == "empty_tray"


def test_named_words_need_the_writers_consent(group: Evening) -> None:
    mine = group.at(FEEL).says("ana", NAMED)
    assert group.refuses(c.ShowResponse(mine)) == "no_consent"
    assert not group.tablet["waiting"][0]["may_show"]

    mine = group.says("ana", NAMED, ok_to_show=True)
    group.ask(c.ShowResponse(mine))
    group.ask(c.Reveal())
    assert on_wall(group) == ["To sleep"]


def test_the_tablet_sees_who_wrote_named_words_and_the_wall_does_not(group: Evening) -> None:
    mine = group.at(FEEL).says("ana", NAMED, ok_to_show=True)
    group.ask(c.ShowResponse(mine))
    group.ask(c.Reveal())

    assert group.tablet["waiting"][0]["name"] == "Ana"
    assert "ana" not in str(group.wall["cards"]).lower()


def test_nobody_is_named_beside_anonymous_words(words: Evening) -> None:
    assert [card["name"] for card in words.tablet["waiting"]] == [None] * 3


def test_a_change_by_the_writer_makes_the_approval_void(group: Evening) -> None:
    mine = group.at(FEEL).says("ana", NAMED, ok_to_show=True)
    group.ask(c.ShowResponse(mine))
    group.ask(c.Reveal())
    group.says("ana", {"values": {"hope": "Something else"}}, ok_to_show=True)

    assert on_wall(group) == []
    assert where(group) == {"Something else": "waiting"}
    assert group.refuses(c.ShowResponse(mine)) == "gone"


@pytest.mark.parametrize("how", ["pass", "withdraw", "no longer ok"])
def test_what_the_writer_takes_back_leaves_the_wall(group: Evening, how: str) -> None:
    mine = group.at(FEEL).says("ana", NAMED, ok_to_show=True)
    group.ask(c.ShowResponse(mine))
    group.ask(c.Reveal())
    if how == "withdraw":
        group.facts.of("r1").named.pop("ana")
    else:
        group.says("ana", None if how == "pass" else NAMED)

    assert on_wall(group) == []


def test_what_was_taken_back_in_the_tray_is_not_revealed(group: Evening) -> None:
    mine = group.at(FEEL).says("ana", NAMED, ok_to_show=True)
    group.ask(c.ShowResponse(mine))
    group.facts.of("r1").named["ana"] = NamedAnswer(1, NAMED, ok_to_show=False)

    assert group.refuses(c.Reveal()) == "empty_tray"
    group.happens(e.ResponsePlaced(mine, "wall"))
    assert on_wall(group) == []


def test_an_edited_copy_is_what_the_room_sees(words: Evening) -> None:
    words.facts.copies["copy1"] = "Someone lied."
    words.ask(c.ShowResponse("w2.text", copy="copy1"))
    words.ask(c.Reveal())

    assert on_wall(words) == ["Someone lied."]
    card = next(card for card in words.tablet["waiting"] if card["id"] == "w2.text")
    assert (card["text"], card["edited"]) == ("Someone lied.", True)


def test_parked_words_wait_aside_and_discarded_ones_are_gone_from_sight(words: Evening) -> None:
    words.ask(c.ParkResponse("w0.text"))
    words.ask(c.DiscardResponse("w1.text"))

    assert where(words) == {"I am tired.": "parked", "Mike lied.": "waiting"}
    assert words.ask(c.ParkResponse("w0.text")) == []
    assert words.ask(c.DiscardResponse("w1.text")) == []


@pytest.mark.parametrize("command", [c.ParkResponse, c.DiscardResponse, c.TakeDownResponse])
def test_staff_take_it_off_the_wall_in_each_way(words: Evening, command: type[c.ParkResponse]) -> None:
    words.ask(c.ShowResponse("w0.text"))
    words.ask(c.Reveal())
    words.ask(command("w0.text"))

    assert on_wall(words) == []


def test_taking_down_what_is_not_up_does_nothing(words: Evening) -> None:
    assert words.ask(c.TakeDownResponse("w0.text")) == []


def test_the_next_step_puts_the_cards_away_and_keeps_the_tray(words: Evening) -> None:
    words.ask(c.ShowResponse("w0.text"))
    words.ask(c.Reveal())
    words.ask(c.ShowResponse("w1.text"))
    words.next()

    assert on_wall(words) == []
    assert where(words) == {"I am tired.": "shown_before", "I miss him.": "tray", "Mike lied.": "waiting"}


@pytest.mark.parametrize("command", [c.ShowResponse, c.ParkResponse, c.DiscardResponse])
def test_words_that_are_not_there_are_refused(words: Evening, command: type[c.ParkResponse]) -> None:
    assert words.refuses(command("mallory")) == "gone"


def test_covered_or_held_the_wall_holds_nobodys_words(words: Evening) -> None:
    words.ask(c.ShowResponse("w0.text"))
    words.ask(c.Reveal())
    words.ask(c.SetCover(True))
    assert "tired" not in str(words.wall)
    words.ask(c.SetCover(False))
    words.ask(c.Hold())
    assert "tired" not in str(words.wall)


def test_a_result_carries_only_what_was_revealed_of_it(words: Evening) -> None:
    words.ask(c.ShowResult("r1", "phones"))
    assert words.phones["shown"][0]["cards"] == []
    words.ask(c.ShowResponse("w0.text"))
    words.ask(c.Reveal())

    assert [card["text"] for card in words.phones["shown"][0]["cards"]] == ["I am tired."]


# --- concern -----------------------------------------------------------------------------------------------


def test_that_staff_worried_is_written_down_and_about_what_is_not(words: Evening) -> None:
    assert words.ask(c.RaiseConcern("w2.text")) == [e.ConcernRaised()]


def test_every_phone_is_asked_and_each_answers_for_itself(words: Evening) -> None:
    words.ask(c.AskTwoMinutes())
    ask = words.phones["two_minutes"] or ""
    words.ask(c.AnswerTwoMinutes(ask, True, "ana"), "seat:ana")
    words.ask(c.AnswerTwoMinutes(ask, False, "ben"), "seat:ben")

    assert [words.own(seat)["two_minutes"] for seat in ("ana", "ben", "chris")] == [True, False, None]
    assert [row["asks"] for row in words.tablet["roster"]] == [["two_minutes"], [], []]
    assert words.ask(c.AskTwoMinutes()) == []


def test_a_person_may_change_their_mind(words: Evening) -> None:
    words.ask(c.AskTwoMinutes())
    ask = words.phones["two_minutes"] or ""
    words.ask(c.AnswerTwoMinutes(ask, True, "ana"), "seat:ana")
    assert words.ask(c.AnswerTwoMinutes(ask, True, "ana"), "seat:ana") == []
    words.ask(c.AnswerTwoMinutes(ask, False, "ana"), "seat:ana")

    assert words.own("ana")["two_minutes"] is False


def test_what_is_no_longer_asked_is_not_answered(words: Evening) -> None:
    assert words.refuses(c.AnswerTwoMinutes("id1", True, "ana"), "seat:ana") == "not_asked"
    words.ask(c.AskTwoMinutes())
    ask = words.phones["two_minutes"] or ""
    assert words.refuses(c.AnswerTwoMinutes("another", True, "ana"), "seat:ana") == "not_asked"
    assert words.refuses(c.AnswerTwoMinutes(ask, True, "mallory"), "seat:mallory") == "no_seat"
    words.ask(c.StopAskingTwoMinutes())

    assert words.refuses(c.AnswerTwoMinutes(ask, True, "ana"), "seat:ana") == "not_asked"
    assert words.ask(c.StopAskingTwoMinutes()) == []
    assert words.phones["two_minutes"] is None
