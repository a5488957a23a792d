"""A room that listens: what may be asked of it, and the sounds there are."""

import json
import re
from typing import Any

import pytest
from marshmallow import ValidationError

from facilitator.activities.kinds import find
from facilitator.activities.listening import SOUNDS, WORD_MOST
from facilitator.errors import Refused
from tests.conftest import ROOT

LISTENING = find("listening")
FILE = {"file": "media/slow-song.mp3", "called": "A slow song"}
ASKED = {"sound": "sea", "question": "One word?", "promise": "anonymous"}


def problems(**settings: Any) -> dict[str, Any]:
    with pytest.raises(ValidationError) as refusal:
        LISTENING.Settings().load(settings)
    return dict(refusal.value.messages_dict)


def test_every_sound_that_an_author_may_choose_is_one_that_the_browser_makes() -> None:
    recipes = (ROOT / "static/lib/sounds/recipes.ts").read_text()
    [names] = re.findall(r"type SoundName = ([^;]+);", recipes)

    assert tuple(re.findall(r'"(\w+)"', names)) == SOUNDS


def test_there_is_one_sound_or_one_file_and_a_file_says_what_it_is_called() -> None:
    assert set(problems()) == {"sound"}
    assert set(problems(sound="sea", **FILE)) == {"sound"}
    assert set(problems(file=FILE["file"])) == {"file"}
    assert LISTENING.Settings().load(FILE)


def test_a_question_and_its_promise_come_together() -> None:
    assert set(problems(sound="sea", question="One word?")) == {"question"}
    assert set(problems(sound="sea", promise="named")) == {"promise"}
    assert set(problems(sound="sea", options={"a": "A", "b": "B"})) == {"options"}
    assert LISTENING.Settings().load(ASKED)


def test_where_nothing_is_asked_no_answer_is_taken() -> None:
    with pytest.raises(Refused):
        LISTENING.check(LISTENING.Settings().load({"sound": "sea"}), {"word": "wide"})


def test_the_longest_word_fits_its_frame(envelope_bytes: int) -> None:
    settings = LISTENING.Settings().load(ASKED)
    answer = LISTENING.check(settings, {"word": "🌊" * WORD_MOST})

    assert len(json.dumps(answer, ensure_ascii=False).encode()) + envelope_bytes <= LISTENING.frame_bytes


def test_its_paper_says_what_is_heard_and_what_to_notice() -> None:
    settings = LISTENING.Settings().load({**ASKED, "notice": ["The slowest wave"]})

    assert LISTENING.paper(settings) == ["♪ The sea / El mar", "The slowest wave", "One word?", "_" * 30]
