"""The words of participants' plain pages: the same in every language, and none missing."""

import json
import re

import pytest

from facilitator.places import templates
from facilitator.web import catalogue, participant_page
from facilitator.web.catalogue import own_names, words

LANGUAGES = ("en", "es")


def texts(language: str) -> dict[str, str]:
    told: dict[str, str] = json.loads((catalogue._FOLDER / f"{language}.json").read_text("utf-8"))
    return told


def test_every_language_has_the_same_words_with_the_same_places() -> None:
    english, spanish = (
        {key: sorted(re.findall(r"\{(\w+)\}", text)) for key, text in texts(each).items()} for each in LANGUAGES
    )

    assert english == spanish


def test_every_word_that_a_page_says_is_there() -> None:
    pages = "".join(page.read_text() for page in templates().glob("*.html"))
    said = set(re.findall(r'say\("([a-z_.]+)"', pages)) | set(participant_page._SAID.values())

    assert said
    assert said <= set(texts("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_judges(language: str) -> None:
    for text in texts(language).values():
        assert not re.search(r"\b(invalid|failed|forbidden|user|addict|clean)\b", text, re.IGNORECASE), text


def test_a_language_that_nobody_wrote_is_said_in_english() -> None:
    assert words("fr")("join.send") == words("en")("join.send")
    assert words("../../../etc/passwd")("join.send") == words("en")("join.send")


def test_languages_call_themselves_by_their_own_names() -> None:
    assert own_names(["en", "es", "xx-none"]) == {"en": "English", "es": "Español", "xx-none": "xx-none"}
