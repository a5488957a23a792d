"""The house's own words for a kind, by language and by setting: what it says where an author says nothing."""

from collections.abc import Mapping
from typing import Any

from facilitator.activities.activity import Asked

OwnWords = Mapping[str, Mapping[str, Any]]


def in_language(words: OwnWords, language: str) -> Mapping[str, Any]:
    """The words in this language, in English where there are none."""
    return words.get(language.split("-", maxsplit=1)[0], words["en"])


def with_own_words(settings: Asked, words: OwnWords, language: str) -> dict[str, Any]:
    own = in_language(words, language)
    return {**settings, **{name: text for name, text in own.items() if name not in settings}}


def in_both(settings: Asked, words: OwnWords, name: str) -> str:
    """An author's own text as it is; the house's in English and Spanish, for paper has no language of its own."""
    english, spanish = words["en"][name], words["es"][name]
    return f"{english} / {spanish}" if settings.get(name, english) == english else str(settings[name])


def all_in_both(settings: Asked, words: OwnWords, name: str) -> list[str]:
    """As `in_both`, for a list of texts; empty where neither author nor house has any."""
    english, spanish = (words[language].get(name, []) for language in ("en", "es"))
    texts: list[str] = settings.get(name, english)
    return [" / ".join(two) for two in zip(english, spanish, strict=True)] if texts == english else texts
