"""What is sent again because *done* got lost on its way: the answer is the truth, also once the question is closed."""

import pytest

from facilitator.conducting.answering import Say
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from tests.conducting.process import Process

WORDS = {"text": "I am tired."}


@pytest.fixture
def seats(process: Process) -> dict[str, str]:
    seats = process.come("Ana", "Ben", "Chris")
    process.at("b1/feel")
    return seats


@pytest.mark.parametrize("do", ["answer", "pass", "withdraw"])
def test_a_named_answer_that_is_stored_is_called_saved_after_the_close_and_after_a_kill(
    process: Process, seats: dict[str, str], do: str
) -> None:
    say = Say("r1", do, 1, {"values": {"craving": 7}} if do == "answer" else None)  # type: ignore[arg-type]
    process.say(seats["Ana"], say)
    process.does(c.CloseActivity("r1"))
    closing = process.say(seats["Ana"], say)
    process.wait(11)
    closed, after_a_kill = process.say(seats["Ana"], say), process.killed().say(seats["Ana"], say)

    assert [told.all for told in (closing, closed, after_a_kill)] == [["done"]] * 3


def test_another_answer_than_the_stored_one_is_refused_after_the_close(process: Process, seats: dict[str, str]) -> None:
    process.says(seats["Ana"], {"values": {"craving": 7}})
    process.does(c.CloseActivity("r1"))

    assert refused(process, seats["Ana"], Say("r1", "answer", 1, {"values": {"craving": 3}})) == "not_open"
    assert refused(process, seats["Ana"], Say("r1", "answer", 2, {"values": {"craving": 7}})) == "not_open"
    assert refused(process, seats["Ben"], Say("r1", "answer", 1, {"values": {"craving": 7}})) == "not_open"


def test_an_anonymous_answer_that_waits_for_its_seal_is_called_saved_until_the_key_is_gone(
    process: Process, seats: dict[str, str]
) -> None:
    process.at("b1/words")
    process.say(seats["Ana"], Say("r2", "answer", 1, WORDS))
    process.does(c.CloseActivity("r2"))

    assert process.say(seats["Ana"], Say("r2", "answer", 1, WORDS)).all == ["done"]
    assert refused(process, seats["Ana"], Say("r2", "answer", 2, WORDS)) == "not_open"
    assert refused(process, seats["Ben"], Say("r2", "answer", 1, WORDS)) == "not_open"
    process.wait(11)
    assert refused(process, seats["Ana"], Say("r2", "answer", 1, WORDS)) == "not_open"


def refused(process: Process, seat: str, say: Say) -> str:
    with pytest.raises(Refused) as no:
        process.say(seat, say)
    return no.value.why
