"""What groups do together: kind words to everyone."""

import json

import pytest

from facilitator.activities.appreciation import Appreciation
from facilitator.activities.kinds import find
from facilitator.activities.one_line import CHARACTERS_MOST
from facilitator.errors import Refused

appreciation = Appreciation()
KIND_WORDS = {"most": CHARACTERS_MOST, "promise": "anonymous"}


@pytest.mark.parametrize("name", ["appreciation"])
def test_the_longest_line_fits_its_frame(name: str, envelope_bytes: int) -> None:
    largest = find(name).check(KIND_WORDS, {"text": "😀" * CHARACTERS_MOST})

    assert len(json.dumps(largest, ensure_ascii=False).encode()) + envelope_bytes <= find(name).frame_bytes


def test_kind_words_have_a_beginning_in_the_language_of_their_module() -> None:
    spanish = appreciation.worded(KIND_WORDS, "es-MX")

    assert spanish["question"].startswith("¿Qué palabras amables")
    assert appreciation.Settings().load(spanish) == spanish
    assert appreciation.worded({**KIND_WORDS, "question": "Thanks?"}, "en")["question"] == "Thanks?"


def test_a_beginning_alone_is_no_kind_word_yet() -> None:
    settings = appreciation.worded(KIND_WORDS, "en")
    with pytest.raises(Refused, match="go on after these first words"):
        appreciation.check(settings, {"text": " Thank you all for "})

    assert appreciation.check(settings, {"text": "Thank you all for tea."})


def test_nobody_can_be_chosen_for_kind_words() -> None:
    assert list(appreciation.Answer().fields) == ["text"]
    assert set(appreciation.export(KIND_WORDS, {"text": "You waited."})) == {"text"}


def test_the_houses_words_stand_on_paper_in_both_languages_and_an_authors_as_they_are() -> None:
    ready = appreciation.paper(appreciation.worded(KIND_WORDS, "en"))
    own = appreciation.paper({**KIND_WORDS, "question": "Thanks?", "starters": ["Thanks for"]})

    assert "¿Qué palabras amables" in ready[0]
    assert "Thank you all for / Gracias a este grupo por" in ready[1]
    assert own == ["Thanks?", f"Thanks for {'_' * 40}"]
