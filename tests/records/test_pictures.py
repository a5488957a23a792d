"""A picture in the record is drawn from its numbers. Which ones are there: `tests/conducting/test_pieces.py`."""

from typing import Any

from facilitator.activities.picture import INKS, STAMPS, Picture
from facilitator.records.pictures import RecordedPicture, recorded

LAKE: dict[str, Any] = {
    "marks": [
        {"ink": "teal", "pen": "middle", "line": [100, 500, 5, 900, 520, 5]},
        {"ink": "brown", "stamp": "house", "x": 500, "y": 400, "size": 200},
    ],
    "words": "The lake",
}


def drawn(picture: Picture) -> RecordedPicture:
    return recorded(picture, "", run="r1", part="words", elsewhere=False)


def test_a_picture_is_drawn_from_its_numbers_and_our_own_tables() -> None:
    stroke, stamp = drawn({"marks": LAKE["marks"]}).marks

    assert (stroke.path, stroke.ink, stroke.width) == ("M100 500L900 520", INKS["teal"], 18)
    assert (stamp.path, stamp.move) == (STAMPS["house"], "translate(500 400) scale(2.0)")


def test_a_single_tap_is_a_dot_and_a_mandala_stands_around_its_middle() -> None:
    dot = {"ink": "red", "pen": "fine", "line": [10, 20, 5]}
    mandala = drawn({"marks": [dot], "turns": 4, "mirrored": True, "sheet": "round"})

    assert mandala.marks[0].path == "M10 20L10 20"
    assert (len(mandala.turns), mandala.turns[1], mandala.round) == (8, "rotate(90 500 500)", True)
