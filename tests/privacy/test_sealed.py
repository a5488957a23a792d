"""The pure part: slots, frames of one length, and a seal that is a function of the multiset."""

import json
from collections import Counter

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from facilitator.errors import Refused
from facilitator.privacy.sealed import Said, close_frame, frame_length, open_frame, seal, slot
from tests.privacy.evening import seeded

KEY = bytes(range(32))
OTHER_KEY = bytes(32)
NONCE = bytes(12)
ANSWERS = st.dictionaries(st.text(max_size=8), st.integers() | st.text(max_size=20) | st.booleans(), max_size=3)


def test_a_seat_has_one_slot_under_one_key_and_another_under_the_next():
    assert slot(KEY, "ana") == slot(KEY, "ana")
    assert slot(KEY, "ana") != slot(KEY, "ben")
    assert slot(KEY, "ana") != slot(OTHER_KEY, "ana")


def test_a_slot_says_nothing_that_can_be_read_as_a_seat():
    assert b"ana" not in slot(KEY, "ana")
    assert len({len(slot(KEY, seat)) for seat in ("a", "ana", "a" * 200)}) == 1


@given(answer=ANSWERS, revision=st.integers(0, 2**53))
def test_a_frame_gives_back_what_was_said(answer, revision):
    said = Said("answer", revision, answer)
    assert open_frame(KEY, b"here", close_frame(KEY, b"here", said, 2048, NONCE)) == said


@pytest.mark.parametrize(
    "said",
    [
        Said("answer", 1, {"words": "No"}),
        Said("answer", 987654321, {"words": "a" * 180}),
        Said("answer", 2, {"words": "é😀" * 20}),
        Said("pass", 1),
        Said("withdraw", 3),
    ],
    ids=lambda said: said.do,
)
def test_whatever_was_said_the_frame_is_as_long(said):
    assert len(close_frame(KEY, b"here", said, 256, NONCE)) == frame_length(256)


def test_a_frame_opens_only_with_its_key_and_in_its_slot():
    frame = close_frame(KEY, b"here", Said("pass", 1), 256, NONCE)

    for key, where, bytes_of_it in (
        (OTHER_KEY, b"here", frame),
        (KEY, b"there", frame),
        (KEY, b"here", frame[:-1] + bytes([frame[-1] ^ 1])),
    ):
        with pytest.raises(InvalidTag):
            open_frame(key, where, bytes_of_it)


@pytest.mark.parametrize(("words", "why"), [("a" * 300, "too_long"), ("half a \ud83d", "answer_text")])
def test_an_answer_that_does_not_fit_is_refused_without_repeating_it(words, why):
    with pytest.raises(Refused) as refused:
        close_frame(KEY, b"here", Said("answer", 1, {"words": words}), 256, NONCE)

    assert refused.value.why == why
    assert words not in str(refused.value)
    assert refused.value.__cause__ is None


@given(answers=st.lists(ANSWERS, max_size=8), seed=st.integers(), data=st.data())
def test_the_seal_does_not_depend_on_the_order_of_answers(answers, seed, data):
    again = data.draw(st.permutations(answers))
    assert _sealed(answers, seed) == _sealed(again, seed)


@given(answers=st.lists(ANSWERS, max_size=8), seed=st.integers())
def test_the_seal_keeps_every_answer_as_often_as_it_was_given(answers, seed):
    def count(those):
        return Counter(json.dumps(one, sort_keys=True) for one in those)

    assert count(row.answer for row in _sealed(answers, seed)) == count(answers)


def test_the_order_of_keys_in_an_answer_is_not_kept():
    one, other = {"hope": "a", "feeling": "b"}, {"feeling": "b", "hope": "a"}
    assert [list(row.answer) for row in (*_sealed([one], 1), *_sealed([other], 1))] == [["feeling", "hope"]] * 2


def test_every_order_of_three_answers_comes_about_as_often():
    answers, chance = [{"words": words} for words in "abc"], seeded(7)
    seen = Counter("".join(row.answer["words"] for row in seal(answers, chance, lambda: "id")) for _ in range(6000))

    assert len(seen) == 6
    assert all(850 < times < 1150 for times in seen.values())


def _sealed(answers, seed):
    chance = seeded(seed)
    return seal(answers, chance, lambda: chance.randbytes(16).hex())
