"""A bridge: three markers on a paper of one's own or of ours, with a word for each."""

import pytest

from facilitator.activities.grounds import BRIDGES, GROUNDS
from facilitator.activities.kinds import find
from facilitator.activities.picture import Marks
from facilitator.errors import Refused

BRIDGE = find("bridge")
SETTINGS = BRIDGE.worded(BRIDGE.Settings().load({"question": "Where are you?", "promise": "named"}), "en")
LINE = {"ink": "orange", "pen": "fine", "line": [470, 300, 4, 500, 280, 5]}
NOW = {"x": 480, "y": 450, "word": "trying"}
ON_TOP = [
    {"ink": "paper", "stamp": "dot", "x": 480, "y": 450, "size": 120},
    {"ink": "red", "stamp": "star", "x": 480, "y": 450, "size": 80},
]
"""`tests/browser/activities/bridge.test.tsx` expects the same."""


@pytest.mark.parametrize("drawn", BRIDGES)
def test_a_picture_is_ours_below_theirs_and_the_markers_on_top(drawn: str) -> None:
    answer = BRIDGE.check(SETTINGS, {"marks": [LINE], "words": "", "now": NOW})
    (piece,) = BRIDGE.composed({**SETTINGS, "drawn": drawn}, answer)

    assert piece.picture == {
        "marks": [*GROUNDS[drawn], LINE, *ON_TOP],
        "tags": [{"x": 480, "y": 450, "text": "trying"}],
    }


@pytest.mark.parametrize("drawn", GROUNDS)
def test_what_we_draw_is_what_anybody_could_draw(drawn: str) -> None:
    assert all(5 <= len(GROUNDS[name]) <= 40 for name in ("bridge", "path"))
    Marks().deserialize([mark for mark in GROUNDS[drawn] if mark.get("size") != 80])


def test_one_marker_is_an_answer_and_none_without_words_is_none() -> None:
    assert BRIDGE.check(SETTINGS, {"now": {"x": 1, "y": 2}})["now"] == {"x": 1, "y": 2, "word": ""}
    with pytest.raises(Refused, match="Set down a marker"):
        BRIDGE.check(SETTINGS, {"marks": [], "words": ""})


def test_the_markers_have_names_in_the_modules_language_unless_its_author_gave_them() -> None:
    own = BRIDGE.Settings().load({"question": "?", "promise": "named", "now": "Hoy"})

    assert BRIDGE.worded(own, "es") == {**own, "was": "Aquí estuve", "hoped": "Aquí espero llegar"}


def test_a_record_tells_each_marker_and_its_place() -> None:
    row = BRIDGE.export(SETTINGS, {"marks": [], "words": "", "now": NOW})

    assert [row[name] for name in ("now_word", "now_x", "now_y", "was_word", "words")] == [
        "trying",
        480,
        450,
        None,
        None,
    ]
