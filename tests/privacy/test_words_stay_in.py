"""Property 3, *canary*, as far as this room goes: no exception, log line or printed object repeats what was said.

And property 8, *counter*: what the tablet may be told is a word that depends on two numbers.
"""

import logging
import traceback

import pytest

from facilitator.errors import Refused
from facilitator.privacy.sealed import Said
from facilitator.privacy.sealing import SealedRun
from facilitator.privacy.shelf import Shelf
from facilitator.privacy.staging import Staging
from tests.privacy.evening import SEATS, SIZE, K, answer, in_process, passes, seeded

CANARY = "canary-7f3a"
SEAT = "seat-of-ana"


class FullDisk(Shelf):
    def write_frame(self, slot: bytes, frame: bytes) -> None:
        raise OSError(28, "No space left on device")


def test_what_was_said_is_not_printed_with_the_object():
    said = answer(1, CANARY)
    run = _run_with(said)
    close = run.close(K, seeded(1))
    assert close is not None
    assert any(CANARY in str(row.answer) for row in close.answers)

    assert CANARY not in repr((said, close, close.answers[0], run))


@pytest.mark.parametrize("words", [CANARY + "a" * SIZE, CANARY + "\ud83d"])
def test_a_refusal_does_not_repeat_it(words):
    run = SealedRun(in_process(1), SIZE)
    with pytest.raises(Refused) as refused:
        run.say(SEAT, answer(1, words))

    assert _says_nothing(refused.value)


def test_a_full_disk_does_not_repeat_it(root, caplog):
    caplog.set_level(logging.DEBUG)
    run = SealedRun(Staging(FullDisk(root / "evening.r1"), seeded(1).randbytes), SIZE)
    with pytest.raises(Refused, match="not_saved") as refused:
        run.say(SEAT, answer(1, CANARY))

    assert _says_nothing(refused.value)
    assert caplog.text == ""


def test_the_room_writes_no_log(caplog):
    caplog.set_level(logging.DEBUG)
    run = _run_with(answer(1, CANARY))
    run.how_many(8)
    run.close(K, seeded(1))
    run.committed()
    run.destroy()

    assert caplog.text == ""


def test_the_check_would_notice():
    assert not _says_nothing(ValueError(CANARY))


@pytest.mark.parametrize("second", [answer(2, "changed"), passes(2), answer(1, "ana")])
def test_an_edit_a_pass_or_a_repeat_does_not_move_the_counter(second):
    run = _run_with(answer(1, "ana"))
    before = [run.how_many(present) for present in range(13)]
    run.say(SEAT, second)

    assert [run.how_many(present) for present in range(13)] == before


def test_a_pass_moves_the_counter_as_an_answer_does():
    counters = []
    for said in (answer(1, "ana"), passes(1)):
        run = SealedRun(in_process(1), SIZE)
        counters.append([(run.say(seat, said), run.how_many(8)) for seat in SEATS[:8]])

    assert counters[0] == counters[1]


def test_a_wave_does_not_move_the_counter():
    run = _run_with(answer(1, "ana"))
    before = run.how_many(12)
    assert run.wave(12, K, seeded(1)) is not None
    assert run.how_many(12) == before
    run.committed()
    assert run.how_many(12) == before


def _run_with(said: Said) -> SealedRun:
    run = SealedRun(in_process(1), SIZE)
    for seat in (SEAT, *SEATS[1:4]):
        run.say(seat, said)
    return run


def _says_nothing(problem: BaseException) -> bool:
    told = "".join(traceback.format_exception(problem))
    return not any(secret in told for secret in (CANARY, SEAT))
