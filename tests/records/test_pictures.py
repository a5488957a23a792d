"""A picture in the record is drawn from its numbers. Which ones are there: `tests/conducting/test_pieces.py`."""

from typing import Any

from facilitator.activities.picture import INKS, STAMPS
from facilitator.records.pictures import recorded

LAKE: dict[str, Any] = {
    "marks": [
        {"ink": "teal", "pen": "middle", "line": [100, 500, 5, 900, 520, 5]},
        {"ink": "brown", "stamp": "house", "x": 500, "y": 400, "size": 200},
    ],
    "words": "The lake",
}


def test_a_picture_is_drawn_from_its_numbers_and_our_own_tables() -> None:
    stroke, stamp = recorded({"marks": LAKE["marks"]}, "", elsewhere=False).marks

    assert (stroke.path, stroke.ink, stroke.width) == ("M100 500L900 520", INKS["teal"], 18)
    assert (stamp.path, stamp.move) == (STAMPS["house"], "translate(500 400) scale(2.0)")


def test_a_single_tap_is_a_dot_and_a_mandala_stands_around_its_middle() -> None:
    dot = {"ink": "red", "pen": "fine", "line": [10, 20, 5]}
    drawn = recorded({"marks": [dot], "turns": 4, "mirrored": True, "sheet": "round"}, "", elsewhere=False)

    assert drawn.marks[0].path == "M10 20L10 20"
    assert (len(drawn.turns), drawn.turns[1], drawn.round) == (8, "rotate(90 500 500)", True)
