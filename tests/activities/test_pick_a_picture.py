"""The bundled pictures: each has its drawing and its word in both languages, and an answer stays small."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from marshmallow import ValidationError

from facilitator.activities.kinds import find
from facilitator.activities.pick_a_picture import PICTURES

ROOT = Path(__file__).parents[2]
KIND = find("pick_a_picture")
ASKED = {"question": "Which one?", "promise": "anonymous"}


def test_there_are_enough_pictures_to_find_oneself_in() -> None:
    assert len(PICTURES) >= 24


def test_each_picture_is_drawn_and_has_its_word_in_both_languages() -> None:
    drawn = (ROOT / "static/activities/pick_a_picture/pictures.ts").read_text(encoding="utf-8")
    strings = json.loads((ROOT / "static/activities/pick_a_picture.strings.json").read_text(encoding="utf-8"))

    assert re.findall(r"^  (\w+): \[", drawn, flags=re.MULTILINE) == list(PICTURES)
    said = {name: f"{strings['en'][f'picture.{name}']} / {strings['es'][f'picture.{name}']}" for name in PICTURES}
    assert said == PICTURES


def test_all_pictures_are_there_unless_an_author_names_some() -> None:
    assert KIND.Settings().load(ASKED)["pictures"] == list(PICTURES)


@pytest.mark.parametrize(
    ("pictures", "says"),
    [(["path"], "minimum length 2"), (["path", "path"], "twice"), (["path", "dragon"], "Must be one of")],
)
def test_a_slip_in_the_list_of_pictures_is_found(pictures: list[str], says: str) -> None:
    with pytest.raises(ValidationError) as found:
        KIND.Settings().load({**ASKED, "pictures": pictures})
    assert says in str(found.value)


def test_the_largest_answer_fits_its_frame(envelope_bytes: int) -> None:
    settings = KIND.Settings().load({**ASKED, "words": True})
    answer: dict[str, Any] = KIND.check(settings, {"picture": max(PICTURES, key=len), "words": "😀" * 140})

    assert len(json.dumps(answer, ensure_ascii=False).encode()) + envelope_bytes <= KIND.frame_bytes


def test_the_record_has_a_column_for_words_only_where_they_were_asked_for() -> None:
    assert KIND.export({"words": True}, {"picture": "kite"}) == {"picture": "kite", "words": None}
    assert KIND.export({"words": False}, {"picture": "kite"}) == {"picture": "kite"}
