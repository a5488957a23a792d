"""The question box: what comes again is what the room has seen, and *me too* points at nobody."""

import json
from typing import Any

from facilitator.activities.question_box import QUESTIONS_MOST, QuestionBox

box = QuestionBox()
KNOWN = {f"q{number}": "How long does it last?" for number in range(1, QUESTIONS_MOST + 1)}
ASKED: dict[str, Any] = {"question": "What else?", "most": 280, "promise": "anonymous", "questions": KNOWN}


def test_the_longest_question_with_every_me_too_fits_its_frame(envelope_bytes: int) -> None:
    largest = box.check(ASKED, {"text": "😀" * 280, "me_too": list(KNOWN)})

    assert len(json.dumps(largest, ensure_ascii=False).encode()) + envelope_bytes <= box.frame_bytes


def test_the_order_of_tapping_is_not_kept() -> None:
    assert box.check(ASKED, {"me_too": ["q3", "q1", "q3"]})["me_too"] == ["q1", "q3"]


def test_below_ten_me_too_is_said_in_words() -> None:
    tally = box.tally(ASKED, [{"me_too": ["q1"]}] * 7)

    assert tally["words"]["q1"] == "most"
    assert tally["words"]["q2"] == "fewer"
