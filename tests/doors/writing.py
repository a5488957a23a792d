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
from tests.conftest import ROOT
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
        examples = examples_of(kind)
        text = hostile_module(kind, examples[number % len(examples)]["settings"], hostile)
        (folder / f"{slug}.md").write_text(text, encoding="utf-8")
        slugs.append(slug)
    return slugs


def write_house(root: Path) -> None:
    """What every folder of curricula holds besides."""
    for name in ("agreement.md", "concern.md", "agreement.es.md", "concern.es.md"):
        (root / name).write_bytes((ROOT / "curricula" / name).read_bytes())


def hostile_module(kind: ActivityKind, settings: dict[str, Any], hostile: Hostile) -> str:
    front = (
        f"---\ntitle: {json.dumps(hostile.of(110))}\ndiscipline: process\nminutes: 20\n"
        f"topics: [{json.dumps(hostile.of(100))}]\n"
        f"objectives: [{json.dumps(hostile.filling(290))}, {json.dumps(hostile.filling(290))}]\n"
        f"summary: {json.dumps(hostile.filling(590))}\n---\n\n"
    )
    block = f"```{kind.kind}\n{_as_yaml(hostile_settings(kind, settings, hostile))}```\n"
    title = _first_that(lambda text: _reads(f"{front}## {text} {{minutes=20}}\n\nA.\n"), hostile, 60, "A step")
    body = f"{front}{_pieces(hostile, 2)}\n## {title} {{minutes=20}}\n\n{_pieces(hostile, len(_PIECES))}\n{block}"
    assert _reads(body), read_module(body.encode(), "curricula/hostile/01-a.md").problems
    return body


def _pieces(hostile: Hostile, most: int) -> str:
    """Markdown of the first so many shapes, each as the house reads it."""
    return "".join(_first_that(_stands, hostile, 120, "A.", shape) + "\n\n" for shape in _PIECES[:most])


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
    return read_module(module.encode(), "curricula/hostile/01-a.md").module is not None


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
    for place in list(_texts(whole)):
        for size in SIZES:
            if takes(_with(whole, place, "<" + "a" * (size - 2) + ">")):
                whole = _with(whole, place, hostile.filling(size))
                break
    return whole


def _texts(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    match value:
        case str():
            yield place
        case dict() | list():
            for key, each in value.items() if isinstance(value, dict) else enumerate(value):
                yield from _texts(each, (*place, key))


def _with(whole: Any, place: tuple[Any, ...], text: str) -> Any:
    if not place:
        return text
    copy = dict(whole) if isinstance(whole, dict) else list(whole)
    copy[place[0]] = _with(copy[place[0]], place[1:], text)
    return copy
