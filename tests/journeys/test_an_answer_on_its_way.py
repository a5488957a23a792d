"""The network is cut before an answer goes, on its way, and before *done* is heard: the phone says what is true."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.evening.conftest import opened, signed_in
from tests.evening.server import LiveServer
from tests.evening.shelf import a_shelf
from tests.journeys.cast import Phone, Tablet
from tests.journeys.conftest import Journey, lived
from tests.journeys.cut_network import CutNetwork
from tests.journeys.watching import Watch

URGE = "How strong is any urge right now?"
WORDS = {"Ana": "eyelids", "Ben": "hands", "Chris": "stomach", "Dee": "chest"}
CUTS = ("before it goes", "on its way", "before done is heard", "after it is saved")


@pytest.fixture
def own_house(browser: Browser, test_output: Path, tmp_path: Path) -> Iterator[Journey]:
    """An evening on a server of its own, whose disk may fail."""
    server = LiveServer(tmp_path / "data", FACILITATOR_CURRICULA=a_shelf(tmp_path)).start()
    staff = signed_in(server)
    yield from lived(Journey(browser, server, test_output, Watch(server.address), staff, opened(staff)))
    server.stop()


@contextmanager
def ana_behind(journey: Journey, tablet: Tablet) -> Iterator[tuple[Phone, CutNetwork]]:
    """Ana's phone, which reaches the server only over a network that can be cut."""
    with CutNetwork(journey.server.port) as network:
        watch = Watch(network.address)
        watch.network_comes_and_goes = True
        ana = Phone(journey.browser, network.address, watch, journey.pictures, name="Ana")
        journey.devices.append(ana)
        ana.comes_in(tablet.join_address().replace(journey.server.address, network.address))
        yield ana, network
        network.mends()
        ana.close()
        journey.devices.remove(ana)
        assert watch.complaints == []


def is_not_sent_yet(ana: Phone) -> None:
    """It is on its way, or it waits to go by itself: how long the phone believes in its line is not asked here."""
    either = "|".join(re.escape(ana.word(f"status.{key}")) for key in ("sending", "will_send"))
    expect(ana.page.get_by_text(re.compile(either)).locator("visible=true").first).to_be_visible()
    ana.does_not_say("status.saved")


def sends_and_is_cut(ana: Phone, network: CutNetwork, tablet: Tablet, where: str) -> None:
    match where:
        case "before it goes":
            network.cuts()
            ana.says("offline")
            ana.sends()
        case "on its way":
            network.holds_what_is_sent()
            ana.sends()
            is_not_sent_yet(ana)
            tablet.shows("0 of 1 have answered.")
        case "before done is heard":
            network.holds_what_is_answered()
            ana.sends()
            tablet.shows("1 of 1 have answered.")
            is_not_sent_yet(ana)
        case "after it is saved":
            ana.sends()
            ana.says("status.saved")


@pytest.mark.parametrize("where", CUTS)
def test_wherever_the_network_is_cut_the_answer_is_saved_once_and_nothing_is_promised_before(
    journey: Journey, where: str
) -> None:
    tablet = journey.tablet()
    with ana_behind(journey, tablet) as (ana, network):
        tablet.begins()
        ana.chooses(URGE, 7)
        sends_and_is_cut(ana, network, tablet, where)
        network.cuts()
        ana.says("offline")
        if where == "after it is saved":
            ana.says("status.saved")
        else:
            ana.says("status.will_send")
            ana.does_not_say("status.saved")

        network.mends()

        ana.says("status.saved")
        tablet.shows("1 of 1 have answered.")
        tablet.looks_at("Ana")
        tablet.taps("See what Ana answered")
        tablet.sees_value(URGE, 7)


@pytest.mark.parametrize("where", CUTS[1:3])
@pytest.mark.parametrize("meanwhile", ["it is loaded anew", "it lies in a pocket"])
def test_a_phone_that_is_loaded_anew_or_sleeps_meanwhile_still_saves_it_by_itself(
    journey: Journey, where: str, meanwhile: str
) -> None:
    tablet = journey.tablet()
    with ana_behind(journey, tablet) as (ana, network):
        tablet.begins()
        ana.chooses(URGE, 7)
        sends_and_is_cut(ana, network, tablet, where)
        if meanwhile == "it is loaded anew":
            network.drops()
            ana.reloads()
        else:
            ana.goes_into_a_pocket()
            network.drops()
            ana.comes_out_of_the_pocket()

        network.mends()

        ana.is_at("Come in")
        ana.says("status.saved")
        tablet.shows("1 of 1 have answered.")


def test_an_anonymous_answer_whose_done_was_lost_is_there_once(journey: Journey) -> None:
    tablet = journey.tablet()
    others = journey.phones(tablet.join_address(), "Ben", "Chris", "Dee")
    with ana_behind(journey, tablet) as (ana, network):
        tablet.begins()
        tablet.goes_to("Where it starts", of="Riding out an urge")
        for phone in (ana, *others):
            phone.puts_in(WORDS[phone.name])
        network.holds_what_is_answered()
        for phone in (ana, *others):
            phone.sends()
        for phone in others:
            phone.says("status.saved")
        is_not_sent_yet(ana)
        network.cuts()
        ana.says("status.will_send")

        network.mends()

        ana.says("status.saved")
        tablet.closes()
        tablet.shows("4 waiting")
        assert sorted(tablet.shows_next_card() for _ in WORDS) == sorted(WORDS.values())


def test_an_anonymous_answer_that_was_cut_off_until_the_close_is_called_neither_sent_nor_lost(
    journey: Journey,
) -> None:
    tablet = journey.tablet()
    others = journey.phones(tablet.join_address(), "Ben", "Chris", "Dee")
    with ana_behind(journey, tablet) as (ana, network):
        tablet.begins()
        tablet.goes_to("Where it starts", of="Riding out an urge")
        for phone in (ana, *others):
            phone.puts_in(WORDS[phone.name])
        network.holds_what_is_answered()
        for phone in (ana, *others):
            phone.sends()
        is_not_sent_yet(ana)
        network.cuts()
        tablet.closes()
        tablet.shows("4 waiting")

        network.mends()

        ana.says("status.unsure")
        ana.picture("closed-on-its-way")


def test_while_the_disk_takes_nothing_the_phone_says_so_and_sends_by_itself(own_house: Journey) -> None:
    tablet = own_house.tablet()
    [ana] = own_house.phones(tablet.join_address(), "Ana")
    tablet.begins()
    ana.chooses(URGE, 7)
    with closing(sqlite3.connect(own_house.server.data / "facilitator.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ana.sends()
        ana.says("status.will_send")
        ana.picture("will-send")
        ana.does_not_say("offline")
        tablet.shows("0 of 1 have answered.")
        other.execute("ROLLBACK")

    ana.says("status.saved")
    tablet.shows("1 of 1 have answered.")
