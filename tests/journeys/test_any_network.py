"""A phone on the networks there are: one that comes and goes, a server that restarts, no WebSocket getting through."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.evening.conftest import opened, signed_in
from tests.evening.server import LiveServer
from tests.evening.shelf import a_shelf
from tests.journeys.cast import Phone
from tests.journeys.conftest import Journey, lived
from tests.journeys.narrow_network import NarrowNetwork
from tests.journeys.watching import Watch

URGE = "How strong is any urge right now?"


@pytest.fixture
def own_house(browser: Browser, test_output: Path, tmp_path: Path) -> Iterator[Journey]:
    """An evening on a server of its own, which may be stopped."""
    server = LiveServer(tmp_path / "data", FACILITATOR_CURRICULA=a_shelf(tmp_path)).start()
    staff = signed_in(server)
    yield from lived(Journey(browser, server, test_output, Watch(server.address), staff, opened(staff)))
    server.stop()


def library_came(phone: Phone) -> bool:
    return any("/static/" in said and "long_polling" in said for said in phone.traffic.said)


def test_an_answer_given_out_of_reach_is_saved_when_the_network_returns(journey: Journey) -> None:
    tablet = journey.tablet()
    [ana] = journey.phones(tablet.join_address(), "Ana")
    tablet.begins()
    ana.chooses(URGE, 7)
    ana.loses_the_network()
    ana.says("offline")
    ana.sends()
    ana.does_not_say("status.saved")

    ana.finds_the_network()

    ana.says("status.saved")
    assert not library_came(ana)


def test_a_restart_of_the_server_is_no_reason_to_fetch_the_other_way(own_house: Journey) -> None:
    tablet = own_house.tablet()
    [ana] = own_house.phones(tablet.join_address(), "Ana")
    tablet.begins()
    ana.chooses(URGE, 7)
    ana.watch.network_comes_and_goes = True
    own_house.server.stop()
    ana.says("offline")
    ana.sends()

    own_house.server.start()

    ana.says("status.saved")
    tablet.next_step()
    assert not library_came(ana)


def test_where_no_websocket_gets_through_an_evening_goes_on_by_long_polling(journey: Journey) -> None:
    tablet = journey.tablet()
    with NarrowNetwork(journey.server.port) as narrow:
        watch = Watch(narrow.address)
        watch.network_comes_and_goes = True
        ana = Phone(journey.browser, narrow.address, watch, journey.pictures, name="Ana")
        journey.devices.append(ana)
        ana.comes_in(tablet.join_address().replace(journey.server.address, narrow.address))
        tablet.begins()
        ana.chooses(URGE, 7)
        ana.sends()
        ana.says("status.saved")
        assert library_came(ana)
        assert narrow.refused
        assert narrow.polled

        ana.loses_the_network()
        ana.says("offline")
        tablet.next_step()
        ana.finds_the_network()

        ana.is_at(tablet.step())
        ana.does_not_say("offline")
        ana.close()
        journey.devices.remove(ana)
        assert watch.complaints == []
