"""A group's evening over real sockets against a real server, in both async modes."""

import pytest

from tests.evening.cast import Refusal
from tests.evening.conftest import Evening


def test_a_named_check_in_reaches_the_tablet_and_its_words_wait_for_consent_and_approval(evening: Evening) -> None:
    ana, ben = evening.phones("Ana", "Ben")
    wall = evening.wall()
    evening.tablet.begin()
    values = {"craving": 7, "group_time": True, "hope": "A quiet evening"}
    ana.answers({"values": values}, ok_to_show=True)
    ben.answers({"values": {"craving": 2, "hope": "Nothing for the wall"}})

    view = evening.tablet.sees(lambda view: len(view["waiting"]) == 2)
    by_name = {waiting["name"]: waiting for waiting in view["waiting"]}
    assert evening.tablet.seat_of("Ana")["asks"] == ["group_time"]
    with pytest.raises(Refusal, match="no_consent"):
        evening.tablet.ask("show_response", response=by_name["Ben"]["id"])
    evening.tablet.ask("show_response", response=by_name["Ana"]["id"])
    evening.tablet.ask("reveal")

    shown = wall.shows("A quiet evening")
    assert "Ana" not in str(shown)
    assert "Nothing for the wall" not in str(wall.log)


def test_two_tablets_tapping_next_at_once_move_the_group_by_one_step(evening: Evening) -> None:
    evening.tablet.begin()
    other = evening.another_tablet()
    here = evening.tablet.view["step"]
    other.sees(lambda view: view["step"] == here)

    taps = [(screen, screen.send("next_step", from_step=here)) for screen in (evening.tablet, other)]
    outcomes = sorted(screen.outcome(tap) for screen, tap in taps)

    plan = evening.tablet.wait("plan", lambda plan: True)
    steps = [step["id"] for block in plan["blocks"] for step in block["steps"]]
    assert outcomes == ["done", "moved_on"]
    assert other.sees(lambda view: view["step"] != here)["step"] == steps[steps.index(here) + 1]


def test_a_tap_that_is_sent_twice_moves_the_group_once(evening: Evening) -> None:
    evening.tablet.begin()
    here = evening.tablet.view["step"]
    evening.tablet.ask("next_step", id="the-same-tap", from_step=here)
    there = evening.tablet.sees(lambda view: view["step"] != here)["step"]

    evening.tablet.ask("next_step", id="the-same-tap", from_step=here)

    assert evening.tablet.view["step"] == there


def test_after_kill_9_everyone_is_on_the_right_step_and_nothing_acknowledged_is_lost(evening: Evening) -> None:
    ana, ben, chris, dee = evening.phones("Ana", "Ben", "Chris", "Dee")
    wall = evening.wall()
    evening.tablet.begin()
    ana.answers({"values": {"craving": 7}})
    evening.tablet.goes_to("/where-it-starts")
    for phone, word in ((ana, "jaw"), (ben, "hands"), (chris, "stomach"), (dee, "chest")):
        activity = phone.sees(lambda view: view["activity"] and view["activity"]["kind"] == "word_cloud")["activity"]
        phone.says("answer", {"words": [word]}, run=activity["run"])

    evening.restart()

    assert evening.tablet.view["step"].endswith("/where-it-starts")
    assert {phone.view["step"]["id"] for phone in (ana, ben, chris, dee)} == {evening.tablet.view["step"]}
    assert wall.wait("view", lambda view: True)["step"]["id"] == evening.tablet.view["step"]
    run = evening.tablet.run_here()["activity"]["run"]
    evening.tablet.ask("close_activity", run=run)
    view = evening.tablet.sees(lambda view: len(view["waiting"]) == 4)
    assert {waiting["text"] for waiting in view["waiting"]} == {"jaw", "hands", "stomach", "chest"}
    assert all(waiting["name"] is None for waiting in view["waiting"])
    evening.tablet.ask("see_values", seat=evening.tablet.seat_of("Ana")["seat"])
    values = evening.tablet.wait("seat_values", lambda values: values["name"] == "Ana")
    assert values["values"][0]["answer"] == {"values": {"craving": 7}}


def test_a_typed_code_knocks_and_waits_until_staff_let_it_in(evening: Evening) -> None:
    evening.tablet.begin()
    ben = evening.phone("Ben", code=evening.tablet.view["join"]["code"])
    ben.wait("own", lambda own: own["admission"] == "knocking")
    with pytest.raises(Refusal, match="not_admitted"):
        ben.passes()

    evening.tablet.ask("admit", seat=evening.tablet.seat_of("Ben")["seat"], when="next_step")
    ben.wait("own", lambda own: own["admission"] == "next_step")
    evening.tablet.next_step()

    ben.wait("own", lambda own: own["admission"] == "admitted")


def test_a_support_call_is_sent_delivered_and_seen(evening: Evening) -> None:
    ana = evening.phone("Ana")
    ana.ask("call_staff", call="call-1")
    ana.wait("own", lambda own: own["call"] and own["call"]["status"] == "sent")
    evening.tablet.sees(lambda view: [call["name"] for call in view["calls"]] == ["Ana"])

    evening.tablet.tell("calls_shown", calls=["call-1"])
    ana.wait("own", lambda own: own["call"]["status"] == "delivered")
    evening.tablet.ask("see_call", call="call-1")

    seen = ana.wait("own", lambda own: own["call"]["status"] == "seen")
    assert seen["call"]["seen_by"] == "Dr. Okoye"


def test_with_too_few_phones_an_anonymous_activity_does_not_open(evening: Evening) -> None:
    evening.phones("Ana", "Ben", "Chris")
    evening.tablet.begin()
    evening.tablet.goes_to("/where-it-starts")

    assert evening.tablet.sees(lambda view: view["cannot_open"])["cannot_open"] == "too_few_seats"
    with pytest.raises(Refusal, match="too_few_seats"):
        evening.tablet.ask("ask_again", step=evening.tablet.view["step"])


def test_the_last_tablet_cannot_leave_but_one_of_two_can(evening: Evening) -> None:
    evening.tablet.begin()
    with pytest.raises(Refusal, match="last_tablet"):
        evening.tablet.ask("leave_tablet")

    other = evening.another_tablet()
    other.sees(lambda view: len(view["tablets"]) == 2)

    other.ask("leave_tablet")


def test_mallory_without_a_sign_in_gets_no_tablet(evening: Evening) -> None:
    import socketio

    from tests.evening.cast import Browser, Tablet

    with pytest.raises(socketio.exceptions.ConnectionError):
        Tablet(Browser(evening.server.address), evening.live_session)


def test_hold_stills_everything_and_resume_gives_the_time_back(evening: Evening) -> None:
    ana = evening.phone("Ana")
    wall = evening.wall()
    evening.tablet.begin()
    before = evening.tablet.view["timer"]["ends_at"]
    evening.tablet.ask("hold")
    ana.sees(lambda view: view["held"] and view["phones"] == "down")
    wall.wait("view", lambda view: view["held"] and view["step"] is None)
    with pytest.raises(Refusal, match="held"):
        evening.tablet.ask("next_step", from_step=evening.tablet.view["step"])

    evening.tablet.ask("resume")

    assert evening.tablet.sees(lambda view: not view["held"])["timer"]["ends_at"] > before
