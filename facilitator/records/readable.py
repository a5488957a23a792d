"""Answers and tallies as a person reads them: questions instead of keys, words instead of codes. Pure.

Knows no kind of activity: it goes by what settings, exports and tallies of all kinds have in common.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_WORDS = {
    "most_low": "most at the low end",
    "most_middle": "most in the middle",
    "most_high": "most at the high end",
    "spread": "spread out",
    "most": "most",
    "fewer": "fewer",
}
_YES_NO = {True: "Yes", False: "No"}


@dataclass(frozen=True)
class Line:
    """A question and what was said to it; `said` is None where it was skipped."""

    asked: str
    said: str | None


def lines(settings: Mapping[str, Any], exported: Mapping[str, Any]) -> list[Line]:
    """One answer (as its kind exports it) as questions with what was said."""
    items = {item["key"]: item for item in settings.get("ask", [])}
    if items:
        return [
            Line(items[key]["question"] if key in items else key, _said(items.get(key, {}), value))
            for key, value in exported.items()
        ]
    told = [_said(settings, value) for value in exported.values()]
    return [Line(title(settings), ", ".join(part for part in told if part is not None) or None)]


def title(settings: Mapping[str, Any]) -> str:
    """What an activity is about: its question, else its title."""
    return str(settings.get("question") or settings.get("title") or "")


def question_of(settings: Mapping[str, Any], key: str) -> str:
    """The question behind a key that is compared; the key itself where there is none."""
    for item in settings.get("ask", []):
        if item["key"] == key:
            return str(item["question"])
    return title(settings) or key


def tally_lines(settings: Mapping[str, Any], tally: Mapping[str, Any] | None) -> list[str]:
    """A summary in short phrases; nothing where the kind only counts texts."""
    if tally is None or tally.get("too_few"):
        return ["Too few answers to say."]
    if isinstance(tally.get("words"), str):
        return [_WORDS.get(tally["words"], tally["words"])]
    counts = tally.get("counts") or tally.get("words") or {}
    told = [f"{_option(settings, key)}: {_WORDS.get(str(n), n)}" for key, n in counts.items() if n]
    if tally.get("median") is not None:
        told.append(f"middle value: {tally['median']}")
    return told


def _said(asked: Mapping[str, Any], value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return _YES_NO[value]
    if isinstance(value, int | float):
        return str(value)
    options = asked.get("options")
    if options:
        return ", ".join(str(options.get(key, key)) for key in str(value).split())
    if asked.get("type") == "feeling":
        return str(asked.get("words", {}).get(value, str(value).capitalize()))
    return str(value)


def _option(settings: Mapping[str, Any], key: str) -> str:
    named = settings.get("options") or settings.get("labels") or {}
    text = named.get(key)
    if text is None:
        return key
    return f"{key} ({text})" if "labels" in settings else str(text)
