"""A mandala: one mark, many times around the middle."""

from typing import Any

import pytest

from facilitator.activities.kinds import find
from facilitator.activities.mandala import MARKS_MOST, POINTS_MOST
from facilitator.errors import Refused

MANDALA = find("mandala")
ROUND = MANDALA.Settings().load({"question": "Make a round picture.", "promise": "named"})
DOT = {"ink": "red", "stamp": "dot", "x": 500, "y": 200, "size": 60}


def picture_of(settings: Any, answer: Any) -> Any:
    (piece,) = MANDALA.composed(settings, MANDALA.check(settings, answer))
    return piece.picture


def test_its_maker_says_how_many_parts_there_are_whatever_it_began_with() -> None:
    answer = {"marks": [DOT], "words": "", "turns": 12}

    assert ROUND["turns"] == 8
    assert picture_of(ROUND, answer) == {"marks": [DOT], "turns": 12, "mirrored": True, "sheet": "round"}
    assert picture_of({**ROUND, "mirrored": False}, answer)["mirrored"] is False


@pytest.mark.parametrize(
    "marks", [[DOT] * MARKS_MOST, [{"ink": "red", "pen": "fine", "line": [1, 2, 3] * POINTS_MOST}]]
)
def test_it_takes_no_more_than_a_slow_phone_can_draw_many_times(marks: list[dict[str, Any]]) -> None:
    full = {"marks": marks, "words": "", "turns": 12}
    assert MANDALA.check(ROUND, full) == full
    more = [*marks, DOT] if len(marks) > 1 else [{**marks[0], "line": [*marks[0]["line"], 1, 2, 3]}]

    with pytest.raises(Refused):
        MANDALA.check(ROUND, {**full, "marks": more})
