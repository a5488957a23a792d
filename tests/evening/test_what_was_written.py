"""Answers over real sockets: changed, taken back, sealed in waves, and told at the end."""

import json

import pytest

from tests.evening.cast import Phone, Refusal, Tablet
from tests.evening.conftest import Evening

WORDS = {"Ana": "jaw", "Ben": "hands", "Chris": "stomach", "Dee": "chest", "Eli": "back"}


def in_the_word_cloud(evening: Evening) -> list[Phone]:
    phones = evening.phones(*WORDS)
    evening.tablet.begin()
    evening.tablet.goes_to("/where-it-starts")
    for phone in phones:
        phone.sees(lambda view: view["activity"] and view["activity"]["kind"] == "word_cloud")
    return phones


def close(tablet: Tablet) -> None:
    run = tablet.run_here()["activity"]["run"]
    tablet.ask("close_activity", run=run)
    tablet.sees(lambda view: view["runs"][0]["activity"]["phase"] == "closed")


def test_an_anonymous_answer_can_be_changed_and_taken_back_until_it_is_sealed(evening: Evening) -> None:
    ana, ben, chris, dee, eli = in_the_word_cloud(evening)
    for phone in (ben, chris, dee, eli):
        phone.answers({"words": [WORDS[phone.name]]})
    ana.answers({"words": ["first"]})
    ana.answers({"words": ["second"]})
    eli.says("withdraw")

    close(evening.tablet)

    waiting = evening.tablet.sees(lambda view: len(view["waiting"]) == 4)["waiting"]
    assert {card["text"] for card in waiting} == {"second", "hands", "stomach", "chest"}
    assert {card["name"] for card in waiting} == {None}


def test_fewer_than_k_anonymous_answers_are_erased_unseen_and_the_tablet_says_so(evening: Evening) -> None:
    phones = in_the_word_cloud(evening)
    for phone in phones[:3]:
        phone.answers({"words": [WORDS[phone.name]]})

    close(evening.tablet)

    run = evening.tablet.sees(lambda view: view["runs"][0]["too_few"])["runs"][0]
    assert run["tally"] is None
    assert evening.tablet.view["waiting"] == []


def test_a_close_can_be_taken_back_for_ten_seconds_and_a_sealed_run_is_asked_again_anew(evening: Evening) -> None:
    ana, *_ = in_the_word_cloud(evening)
    run = evening.tablet.run_here()["activity"]["run"]
    evening.tablet.ask("close_activity", run=run)
    evening.tablet.ask("reopen_activity", run=run)
    ana.answers({"words": ["jaw"]})
    close(evening.tablet)
    with pytest.raises(Refusal, match="sealed"):
        evening.tablet.ask("reopen_activity", run=run)

    evening.tablet.ask("ask_again", step=evening.tablet.view["step"])

    again = evening.tablet.sees(lambda view: view["runs"][0]["activity"]["phase"] == "open")
    assert again["runs"][0]["activity"]["run"] != run


def test_nothing_on_the_tablet_moves_because_one_anonymous_answer_came(evening: Evening) -> None:
    ana, ben, *_ = in_the_word_cloud(evening)
    ana.answers({"words": ["jaw"]})
    evening.tablet.sees(lambda view: view["runs"][0]["how_many"] == "some")
    before = len(evening.tablet.log)

    ben.answers({"words": ["hands"]})
    ben.answers({"words": ["hand"]})

    evening.tablet.ask("set_lock", locked=True)
    evening.tablet.sees(lambda view: view["locked"])
    told = [payload for name, payload in evening.tablet.log[before:] if name == "view"]
    assert {(view["runs"][0]["how_many"], json.dumps(view["roster"][1])) for view in told} == {
        ("some", json.dumps(told[0]["roster"][1]))
    }


def test_a_named_answer_that_arrives_late_does_not_undo_a_newer_one(evening: Evening) -> None:
    ana = evening.phone("Ana")
    evening.tablet.begin()
    ana.says("answer", {"values": {"craving": 8}}, revision=5)
    with pytest.raises(Refusal, match="older"):
        ana.says("answer", {"values": {"craving": 1}}, revision=4)

    own = ana.wait("own", lambda own: own["answers"])

    assert own["answers"][0]["answer"] == {"values": {"craving": 8}}


def test_the_writers_change_makes_an_approval_void(evening: Evening) -> None:
    ana = evening.phone("Ana")
    wall = evening.wall()
    evening.tablet.begin()
    ana.answers({"values": {"hope": "Approved words"}}, ok_to_show=True)
    card = evening.tablet.sees(lambda view: view["waiting"])["waiting"][0]
    evening.tablet.ask("show_response", response=card["id"])
    evening.tablet.ask("reveal")
    wall.shows("Approved words")

    ana.answers({"values": {"hope": "Other words"}}, ok_to_show=True)

    wall.wait("view", lambda view: "Approved words" not in str(view))
    assert "Other words" not in str(wall.log)


def test_staff_enter_a_named_answer_for_a_seat_without_a_phone_but_never_an_anonymous_one(evening: Evening) -> None:
    evening.tablet.ask("add_seat", name="Eli")
    seat = evening.tablet.seat_of("Eli")
    assert seat["phone"] == "none"
    evening.phones("Ana", "Ben", "Chris", "Dee")
    evening.tablet.begin()
    run = evening.tablet.run_here()["activity"]["run"]
    say = {"do": "answer", "revision": 1, "answer": {"values": {"craving": 4}}}
    evening.tablet.ask("enter_answer", seat=seat["seat"], run=run, say=say)
    evening.tablet.ask("see_values", seat=seat["seat"])
    values = evening.tablet.wait("seat_values", lambda values: values["name"] == "Eli")
    assert values["values"][0]["answer"] == {"values": {"craving": 4}}

    evening.tablet.goes_to("/where-it-starts")
    run = evening.tablet.sees(lambda view: view["runs"][0]["activity"]["kind"] == "word_cloud")["runs"][0]
    with pytest.raises(Refusal, match="not_for_others"):
        evening.tablet.ask(
            "enter_answer",
            seat=seat["seat"],
            run=run["activity"]["run"],
            say={"do": "answer", "revision": 1, "answer": {"words": ["jaw"]}},
        )


def test_a_dead_phone_is_replaced_and_its_old_ticket_opens_nothing(evening: Evening) -> None:
    ana = evening.phone("Ana")
    evening.tablet.begin()
    seat = evening.tablet.seat_of("Ana")["seat"]
    evening.tablet.ask("seat_link", seat=seat)
    link = evening.tablet.wait("seat_link", lambda link: link["seat"] == seat)["url"].partition("#l=")[2]
    old = ana.browser.cookie
    ana.browser.post("/join", link=link)
    ana.come_back()

    assert ana.wait("own", lambda own: True)["seat"] == seat
    assert ana.browser.cookie != old
