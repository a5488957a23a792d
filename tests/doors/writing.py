"""Writes hostile modules, and hostile answers of any kind: whatever a kind's own example holds as text is replaced.

Nothing here knows a kind. What the house would not take is not sent, so that what is counted came in.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from marshmallow import ValidationError

from facilitator.activities.activity import ActivityKind
from facilitator.curriculum.reader import read_module
from facilitator.errors import Refused
from facilitator.generating.activities_md import EXAMPLES
from tests.doors.strings import SHORTEST, Hostile

SIZES = (480, 280, 160, 80, 40, SHORTEST)
"""What a text field may take, as far as is tried."""
_PIECES = (
    "{0}",
    "### {0}",
    "- {0}\n- *{1}*\n- **{2}**",
    "1. {0}",
    "| {0} | {1} |\n|---|---|\n| {2} | {3} |",
    "`{0}`",
    "```\n{0}\n```",
    "> {0}",
    "> [!PHONE]\n> {0}",
    "> [!DISPLAY]\n> {0}",
    "> [!FACILITATOR]\n> {0}\n>\n> - {1}\n>\n> > {2}",
    "[{0}](https://example.org)",
)
A_PLACE = "curricula/hostile/01-a.md"
AUDIENCES = (("FACILITATOR", 40), ("PHONE", 15), ("DISPLAY", 10))
"""Who reads how many lines word for word, in each module."""


def examples_of(kind: ActivityKind) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((EXAMPLES / f"{kind.kind}.json").read_text("utf-8"))
    return found


def write_curriculum(folder: Path, kinds: list[ActivityKind], hostile: Hostile, number: int) -> list[str]:
    """One module for each kind, with its example of this number. The slugs, in the order of the kinds."""
    folder.mkdir()
    title = json.dumps(hostile.of(110))
    (folder / "curriculum.md").write_text(f"---\ntitle: {title}\nlanguage: en\n---\n\n{_pieces(hostile, 1)}")
    slugs = []
    for place, kind in enumerate(kinds, start=1):
        slug = f"{place:02}-{kind.kind.strip('_').replace('_', '-')}"
        text = hostile_module(kind, _settings_of(kind, number), hostile)
        (folder / f"{slug}.md").write_text(text, encoding="utf-8")
        slugs.append(slug)
    return slugs


def _settings_of(kind: ActivityKind, number: int) -> dict[str, Any]:
    """Those of one of its examples, of those that need no file of music beside the module."""
    every = [example["settings"] for example in examples_of(kind)]
    alone = [settings for settings in every if _stands(f"```{kind.kind}\n{_as_yaml(settings)}```")]
    return dict(alone[number % len(alone)])


def hostile_module(kind: ActivityKind, settings: dict[str, Any], hostile: Hostile) -> str:
    """Raises AssertionError if the house takes none of a few: what is not closed here reaches into what follows."""
    for _ in range(5):
        module = _module(kind, settings, hostile)
        if _reads(module):
            return module
    raise AssertionError(read_module(module.encode(), A_PLACE).problems)


def _module(kind: ActivityKind, settings: dict[str, Any], hostile: Hostile) -> str:
    front = (
        f"---\ntitle: {json.dumps(hostile.of(110))}\ndiscipline: process\nminutes: 20\n"
        f"topics: [{json.dumps(hostile.of(100))}]\n"
        f"objectives: [{json.dumps(hostile.filling(290))}, {json.dumps(hostile.filling(290))}]\n"
        f"summary: {json.dumps(hostile.filling(590))}\n---\n\n"
    )
    block = f"```{kind.kind}\n{_as_yaml(hostile_settings(kind, settings, hostile))}```\n"
    title = _first_that(lambda text: _reads(f"{front}## {text} {{minutes=20}}\n\nA.\n"), hostile, 60, "A step")
    text = _pieces(hostile, len(_PIECES)) + "".join(_word_for_word(hostile, who, many) for who, many in AUDIENCES)
    return f"{front}{_pieces(hostile, 2)}\n## {title} {{minutes=20}}\n\n{text}\n{block}"


def _pieces(hostile: Hostile, most: int) -> str:
    """Markdown of the first so many shapes, each as the house reads it."""
    return "".join(_first_that(_stands, hostile, 120, "A.", shape) + "\n\n" for shape in _PIECES[:most])


def _word_for_word(hostile: Hostile, audience: str, many: int) -> str:
    """Where Markdown gives nothing a meaning, so that every string is shown as it is: many on one screen."""
    lines = "".join(f"> {_printable(hostile.of(120))}\n" for _ in range(many))
    return f"> [!{audience}]\n> ```\n{lines}> ```\n\n"


def _printable(text: str) -> str:
    """On one line, without the marks that no module may hold."""
    return "".join(each for each in " ".join(text.split()) if each.isprintable())


def _first_that(fits: Callable[[str], bool], hostile: Hostile, most: int, otherwise: str, shape: str = "{0}") -> str:
    """Of a few tries: Markdown gives some of them a meaning that the house does not take, which is told there."""
    for _ in range(8):
        text = shape.format(*(" ".join(hostile.of(most).split()) for _ in range(4)))
        if fits(text):
            return text
    return otherwise


def _stands(text: str) -> bool:
    return _reads(f"---\ntitle: A\ndiscipline: process\nminutes: 20\n---\n\n## A {{minutes=20}}\n\n{text}\n\nB.\n")


def _reads(module: str) -> bool:
    return read_module(module.encode(), A_PLACE).module is not None


def _as_yaml(settings: dict[str, Any]) -> str:
    return "".join(f"{name}: {json.dumps(value)}\n" for name, value in settings.items())


def hostile_settings(kind: ActivityKind, settings: dict[str, Any], hostile: Hostile) -> dict[str, Any]:
    def takes(tried: Any) -> bool:
        try:
            kind.Settings().load(tried)
        except (ValidationError, Refused):
            return False
        return _stands(f"```{kind.kind}\n{_as_yaml(tried)}```")

    return dict(replaced(settings, takes, hostile))


def hostile_answer(kind: ActivityKind, settings: dict[str, Any], answer: Any, hostile: Hostile) -> Any:
    """This answer with every text of it replaced that may be anything. Raises `Refused` if it is none even so."""

    def takes(tried: Any) -> bool:
        try:
            kind.check(settings, tried)
        except Refused:
            return False
        return True

    kind.check(settings, answer)
    return replaced(answer, takes, hostile)


def replaced(whole: Any, takes: Callable[[Any], bool], hostile: Hostile) -> Any:
    """`whole` with each of its texts as long and as hostile as `takes` lets it be."""
    for place in list(texts_of(whole)):
        for size in SIZES:
            if takes(with_text(whole, place, "<" + "a" * (size - 2) + ">")):
                whole = with_text(whole, place, hostile.filling(size))
                break
    return whole


def twisted(whole: Any, hostile: Hostile, most: int = 6) -> Iterator[Any]:
    """`whole` with something hostile in one of its texts, or as the name of one of its fields."""
    for place in _some(list(texts_of(whole)), most, hostile):
        yield with_text(whole, place, hostile.of(40))
    for place in _some(list(_fields(whole)), most, hostile):
        yield _renamed(whole, place, hostile.of(40))


def _some(places: list[tuple[Any, ...]], most: int, hostile: Hostile) -> list[tuple[Any, ...]]:
    return hostile.chance.sample(places, min(most, len(places)))


def texts_of(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The place of each text in there."""
    match value:
        case str():
            yield place
        case dict() | list():
            for key, each in value.items() if isinstance(value, dict) else enumerate(value):
                yield from texts_of(each, (*place, key))


def with_text(whole: Any, place: tuple[Any, ...], text: str) -> Any:
    """A copy with this text at this place."""
    if not place:
        return text
    copy = dict(whole) if isinstance(whole, dict) else list(whole)
    copy[place[0]] = with_text(copy[place[0]], place[1:], text)
    return copy


def _fields(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    match value:
        case dict() | list():
            for key, each in value.items() if isinstance(value, dict) else enumerate(value):
                if isinstance(value, dict):
                    yield (*place, key)
                yield from _fields(each, (*place, key))


def _renamed(whole: Any, place: tuple[Any, ...], name: str) -> Any:
    if len(place) == 1:
        return {name if key == place[0] else key: each for key, each in whole.items()}
    copy = dict(whole) if isinstance(whole, dict) else list(whole)
    copy[place[0]] = _renamed(copy[place[0]], place[1:], name)
    return copy
