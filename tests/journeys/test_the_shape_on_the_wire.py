"""Property 7, *shape*: an answer, a change, a pass and taking it back look the same to whoever counts bytes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.evening import cast as sockets
from tests.evening.conftest import opened
from tests.evening.server import LiveServer
from tests.journeys.cast import Phone, Tablet
from tests.journeys.conftest import Journey, lived
from tests.journeys.watching import Watch

MODULE = "Riding out an urge"
ANSWER = '["answer",'
WORDS = ("no", "a much longer one", "corazón")


@pytest.fixture
def journey(browser: Browser, house: LiveServer, okoye: sockets.Browser, test_output: Path) -> Iterator[Journey]:
    live_session = opened(okoye, ("02-riding-out-an-urge",))
    yield from lived(Journey(browser, house, test_output, Watch(house.address), okoye, live_session))


@pytest.fixture
def others(journey: Journey) -> Iterator[list[sockets.Phone]]:
    phones: list[sockets.Phone] = []
    yield phones
    for phone in phones:
        phone.disconnect()


def lengths(frames: list[str]) -> set[int]:
    return {len(frame.encode()) for frame in frames}


def answers_of(phone: Phone) -> list[str]:
    return [frame for frame in phone.traffic.said if ANSWER in frame[:60]]


def told_of(phone: Phone, since: int) -> list[str]:
    """What the server said to it about what it sent."""
    return [frame for frame in phone.traffic.heard[since:] if '["done",' in frame[:60]]


def everything(
    journey: Journey, ana: Phone, tablet: Tablet, others: list[sockets.Phone]
) -> tuple[list[str], list[str]]:
    """What a phone sent, and what it was told of it, as it did all that there is to do with an anonymous question."""
    secret = tablet.join_address().partition("#s=")[2]
    others += [sockets.Phone(journey.server.address, name, secret=secret) for name in ("Ben", "Chris", "Dee")]
    tablet.begins()
    tablet.goes_to("Where it starts", of=MODULE)
    since = len(ana.traffic.heard)
    for word in WORDS:
        ana.puts_in(word)
        ana.taps(re.compile(f"^({re.escape(ana.word('send'))}|{re.escape(ana.word('send_change'))})$"))
        ana.says("status.saved")
    ana.taps(ana.word("take_back"), exact=True)
    expect(ana.button(ana.word("pass"), exact=True)).to_be_visible()
    ana.passes()
    sent = answers_of(ana)
    assert len(sent) == len(WORDS) + 2
    return sent, told_of(ana, since)


def test_everything_a_person_can_do_with_an_anonymous_question_has_one_length(
    journey: Journey, others: list[sockets.Phone]
) -> None:
    tablet = journey.tablet()
    [ana] = journey.phones(tablet.join_address(), "Ana")
    sent, told = everything(journey, ana, tablet, others)

    assert len(lengths(sent)) == 1, sorted(lengths(sent))
    # It is the padding that makes them so: what was said is of every length.
    assert len(lengths([re.sub(r'"pad":" *"', "", frame) for frame in sent])) > 2
    assert len(lengths(told)) == 1


def test_a_page_that_forgot_to_pad_would_be_seen(journey: Journey, others: list[sockets.Phone]) -> None:
    """The planted leak of this property."""
    tablet, ana = journey.tablet(), journey.phone("Ana")
    ana.context.add_init_script("String.prototype.repeat = () => ''")
    ana.comes_in(tablet.join_address())
    sent, _ = everything(journey, ana, tablet, others)

    assert len(lengths(sent)) > 2
