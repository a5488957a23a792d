"""The words of the pages that the server itself writes for participants, one file for each language."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

_FOLDER = Path(__file__).parent / "words"
_FIRST = "en"


class Words:
    """`words("join.title", name=…)` gives a text with its `{name}` filled in; in English where a language lacks it."""

    def __init__(self, texts: dict[str, str], otherwise: dict[str, str]) -> None:
        self._texts, self._otherwise = texts, otherwise

    def __call__(self, key: str, /, **values: object) -> str:
        """Raises `LookupError` for a key that no language has."""
        text = self._texts.get(key) or self._otherwise[key]
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text


@cache
def words(language: str) -> Words:
    """The words of this language, or of the first where there are none."""
    return Words(_read(language), _read(_FIRST))


def own_names(languages: Iterable[str]) -> dict[str, str]:
    """language → what it calls itself: `{"en": "English", "es": "Español"}`."""
    return {language: _own_name(language) for language in languages}


def _own_name(language: str) -> str:
    try:
        name = Locale.parse(language, sep="-").get_display_name() or language
    except (ValueError, UnknownLocaleError):
        return language
    return name[:1].upper() + name[1:]


def _read(language: str) -> dict[str, str]:
    file = _FOLDER / f"{language}.json"
    if not language.isalpha() or not file.is_file():
        file = _FOLDER / f"{_FIRST}.json"
    texts: dict[str, str] = json.loads(file.read_text("utf-8"))
    return texts
