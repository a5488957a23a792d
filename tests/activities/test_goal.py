"""One small step: what is asked, what is kept to its writer, and what is never added up."""

import json

import pytest

from facilitator.activities.activity import Composed
from facilitator.activities.goal import PARTS, Goal
from facilitator.errors import Refused

goal = Goal()
ASKED = {"promise": "named", "look_back": True}


def test_the_longest_step_fits_its_frame(envelope_bytes: int) -> None:
    largest = {"last_time": "had_none", **{part: "😀" * most for part, most in PARTS.items()}, "sure": 10}

    assert goal.check(ASKED, largest) == largest
    assert len(json.dumps(largest, ensure_ascii=False).encode()) + envelope_bytes <= goal.frame_bytes


def test_only_the_step_itself_may_be_shown_to_the_room() -> None:
    answer = {"step": "Call Mia.", "when": "At home, after the kids sleep.", "way": "If I am tired, I text."}

    assert goal.composed(ASKED, answer) == [Composed("step", "Call Mia.")]


def test_somebody_who_had_a_step_may_tell_only_how_it_went() -> None:
    assert goal.check(ASKED, {"last_time": "not_yet"})
    with pytest.raises(Refused, match="write the step first"):
        goal.check(ASKED, {"sure": 4})


def test_the_record_says_in_words_how_the_last_step_went() -> None:
    row = goal.export(ASKED, {"last_time": "not_yet", "sure": 0})

    assert row == {"last_time": "not yet the last step", "step": None, "when": None, "way": None, "sure": 0}


def test_the_paper_looks_back_only_where_the_module_does() -> None:
    assert any("Last time" in line for line in goal.paper(ASKED))
    assert not any("Last time" in line for line in goal.paper({**ASKED, "look_back": False}))
