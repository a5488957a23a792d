"""Lines that speak to someone, and a path of songs: bounds, sizes, and what may be told of them."""

import json
from typing import Any

import pytest
from marshmallow import ValidationError

from facilitator.activities.activity import Composed
from facilitator.activities.kinds import find
from facilitator.errors import Refused

LYRIC, LADDER = find("lyric_lines"), find("mood_ladder")
SONG = {"question": "Which line?", "lines": ["One", "Two", "Three"], "promise": "anonymous"}


@pytest.mark.parametrize(
    ("kind", "settings", "field"),
    [
        ("lyric_lines", {**SONG, "lines": ["One"]}, "lines"),
        ("lyric_lines", {**SONG, "lines": ["x"] * 41}, "lines"),
        ("lyric_lines", {**SONG, "most": 4}, "most"),
        ("mood_ladder", {"promise": "private", "steps": 2}, "steps"),
        ("mood_ladder", {"promise": "private", "steps": 7}, "steps"),
        ("mood_ladder", {"promise": "anonymous"}, "promise"),
    ],
)
def test_a_slip_is_found_at_its_place(kind: str, settings: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as found:
        find(kind).Settings().load(settings)
    assert list(found.value.messages) == [field]


def test_lines_are_kept_in_the_order_of_the_song() -> None:
    settings = LYRIC.Settings().load({**SONG, "most": 3})

    assert LYRIC.check(settings, {"lines": [2, 0]}) == {"lines": [0, 2]}


def test_the_record_holds_the_lines_as_they_were_sung() -> None:
    assert LYRIC.export(SONG, {"lines": [0, 2]}) == {"lines": "One / Three"}


def test_the_largest_marks_fit_their_frame(envelope_bytes: int) -> None:
    assert len(json.dumps({"lines": [37, 38, 39]}).encode()) + envelope_bytes <= LYRIC.frame_bytes


def test_the_largest_path_fits_its_frame(envelope_bytes: int) -> None:
    settings = LADDER.Settings().load({"promise": "named", "steps": 6})
    answer = LADDER.check(settings, {"now": "😀" * 40, "titles": ["😀" * 80] * 6, "hoped": "😀" * 40})

    assert len(json.dumps(answer, ensure_ascii=False).encode()) + envelope_bytes <= LADDER.frame_bytes


def test_a_path_needs_one_song() -> None:
    with pytest.raises(Refused, match="at least one song"):
        LADDER.check({"steps": 3}, {"now": "heavy", "titles": ["", " ", ""]})


def test_titles_wait_for_approval_and_moods_are_for_staff_alone() -> None:
    answer = {"now": "heavy", "titles": ["Slow", "", "Quick"], "hoped": "calm"}

    assert LADDER.composed({"steps": 3}, answer) == [Composed("titles.0", "Slow"), Composed("titles.2", "Quick")]
