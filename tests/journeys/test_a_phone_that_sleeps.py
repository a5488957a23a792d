"""A phone loses its network, lies in a pocket, is reloaded: what it says about an answer is always true."""

import re

from playwright.sync_api import expect

from tests.journeys.cast import Phone, Tablet
from tests.journeys.conftest import Journey

URGE = "How strong is any urge right now?"
HOPE = "One hope for today"


def at_the_check_in(journey: Journey, *names: str) -> tuple[Tablet, list[Phone]]:
    tablet = journey.tablet()
    phones = journey.phones(tablet.join_address(), *names)
    tablet.begins()
    for phone in phones:
        phone.is_at("Come in")
    return tablet, phones


def test_what_is_sent_without_a_network_is_not_sent_until_it_is_saved_once(journey: Journey) -> None:
    tablet, (ana, _) = at_the_check_in(journey, "Ana", "Ben")
    ana.loses_the_network()
    ana.chooses(URGE, 7)
    ana.sends()

    ana.says("status.will_send")
    ana.picture("no-connection")
    ana.does_not_say("status.saved")
    tablet.shows("0 of 2 have answered.")

    ana.finds_the_network()
    ana.says("status.saved")
    tablet.shows("1 of 2 have answered.")
    tablet.looks_at("Ana")
    tablet.taps("See what Ana answered")
    tablet.sees_value(URGE, 7)


def test_a_phone_out_of_a_pocket_is_on_the_right_step(journey: Journey) -> None:
    tablet, (ana,) = at_the_check_in(journey, "Ana")
    ana.goes_into_a_pocket()
    tablet.next_step()
    tablet.is_at("Land")
    ana.comes_out_of_the_pocket()

    ana.is_at("Land")


def test_words_that_were_not_sent_wait_through_a_reload_and_another_step(journey: Journey) -> None:
    tablet, (ana,) = at_the_check_in(journey, "Ana")
    ana.writes(HOPE, "A quiet evening")
    ana.says("status.not_sent")
    ana.reloads()
    ana.is_at("Come in")
    expect(ana.page.get_by_label(re.compile(HOPE))).to_have_value("A quiet evening")

    tablet.next_step()
    ana.says("lingering")
    ana.picture("moving-on")
    ana.is_at("Land")
    ana.says("status.closed_before")
    ana.picture("not-sent-in-time")

    tablet.taps("Back", exact=True)
    tablet.is_at("Come in")
    tablet.taps("Ask again")
    ana.is_at("Come in")
    expect(ana.page.get_by_label(re.compile(HOPE))).to_have_value("A quiet evening")
    ana.says("status.waited")
    ana.sends()
    ana.says("status.saved")


def test_an_answer_can_be_changed_and_taken_back(journey: Journey) -> None:
    tablet, (ana,) = at_the_check_in(journey, "Ana")
    ana.chooses(URGE, 7)
    ana.sends()
    ana.says("status.saved")

    ana.chooses(URGE, 3)
    ana.says("status.changed")
    ana.taps(ana.word("send_change"), exact=True)
    ana.says("status.saved")
    ana.reloads()
    ana.is_at("Come in")
    ana.says("status.saved")
    expect(ana.question(URGE).get_by_role("radio", name="3")).to_be_checked()

    ana.taps(ana.word("take_back"), exact=True)
    ana.does_not_say("status.saved")
    tablet.shows("0 of 1 have answered.")
