"""Reads the settings in a module (YAML) as plain data, and remembers where each key and value stands.

Nothing is ever made but text, numbers, yes/no, lists and maps: aliases, anchors and tags are refused at sight.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from facilitator.curriculum.problems import Page, shown
from facilitator.curriculum.yaml_words import in_plain_words

Way = tuple[str | int, ...]
"""How to come to a value: keys and positions, from the outside in."""

MOST_CHARACTERS = 8_000
_MOST_VALUES = 500
_DEEPEST = 8
# The library's scanner takes time in the square of open brackets before its parser sees the first of them.
_MOST_OPEN = 40


class Spot(NamedTuple):
    """Where something stands in the file (from 1), and how it was written."""

    line: int
    column: int
    written: str


@dataclass
class Settings:
    """What a block of settings says, and where. `start` is where it begins."""

    start: Spot
    data: Any = None
    keys: dict[Way, Spot] = field(default_factory=dict)
    values: dict[Way, Spot] = field(default_factory=dict)


class _Yaml(YAML):
    """The library's parser, without its search through folders for plug-ins: this room opens no folder."""

    def official_plug_ins(self) -> list[str]:
        return []


class _Unreadable(Exception):
    """The problem is already on the page; nothing further can be made of this block."""


def read_settings(text: str, page: Page, first_line: int, indent: int = 0) -> Settings | None:
    """The settings in `text`, which begins on `first_line` of the page, or None with the problem on the page."""
    start = Spot(max(1, first_line - 1), 1, "")
    if len(text) > MOST_CHARACTERS:
        page.error(
            start.line,
            1,
            f"These settings are too long: {len(text)} characters; at most {MOST_CHARACTERS} can be read.",
        )
        return None
    if _opens_too_many(text):
        page.error(start.line, 1, "These settings are nested too deeply.", "Write fewer brackets inside brackets.")
        return None
    reading = _Reading(page, first_line, indent, Settings(start))
    try:
        reading.read(iter(_Yaml(typ="safe", pure=True).parse(text)))
    except _Unreadable:
        return None
    except YAMLError as wrong:
        reading.tell(wrong)
        return None
    return reading.settings


def _opens_too_many(text: str) -> bool:
    depth = 0
    for character in re.findall(r"[\[\]{}]", text):
        depth = depth + 1 if character in "[{" else max(0, depth - 1)
        if depth > _MOST_OPEN:
            return True
    return False


@dataclass
class _Reading:
    page: Page
    first_line: int
    indent: int
    settings: Settings
    events: Iterator[Event] = field(default_factory=lambda: iter(()))

    def read(self, events: Iterator[Event]) -> None:
        self.events = events
        started = False
        for event in events:
            if isinstance(event, DocumentStartEvent):
                if started:
                    self.refuse(event, 'There is a second "---" in these settings.', "Take it out.")
                started = True
                self.settings.data = self.value(next(events), ())

    def value(self, event: Event, way: Way) -> Any:
        self.plain(event)
        if len(self.settings.values) > _MOST_VALUES:
            self.refuse(event, f"There are more than {_MOST_VALUES} settings here.", "Make several activities of it.")
        if len(way) > _DEEPEST:
            self.refuse(event, "These settings are nested too deeply.", f"At most {_DEEPEST} levels can be read.")
        match event:
            case ScalarEvent():
                written = str(event.value)
                spot = self.spot(event, written)
                # An empty value has no place of its own: its key does.
                nothing = not (written or event.style)
                self.settings.values[way] = self.settings.keys.get(way, spot)._replace(written="") if nothing else spot
                return written if event.style else _meaning(written)
            case SequenceStartEvent():
                self.settings.values[way] = self.spot(event, "a list")
                return self.items(way)
            case MappingStartEvent():
                self.settings.values[way] = self.spot(event, "several settings")
                return self.entries(way)
            case _:
                return None

    def items(self, way: Way) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), SequenceEndEvent):
            items.append(self.value(event, (*way, len(items))))
        return items

    def entries(self, way: Way) -> dict[str | int, Any]:
        entries: dict[str | int, Any] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            key = self.key(event)
            again = key in entries
            if again:
                first = self.settings.keys[(*way, key)].line
                self.page.error(
                    *self.spot(event, "")[:2],
                    f'"{shown(str(key))}" is written twice; first on line {first}.',
                    "Keep one of them.",
                )
                self.value(next(self.events), (*way, key, "again"))
                continue
            self.settings.keys[(*way, key)] = self.spot(event, str(key))
            entries[key] = self.value(next(self.events), (*way, key))
        return entries

    def key(self, event: Event) -> str | int:
        self.plain(event)
        written = str(event.value) if isinstance(event, ScalarEvent) else ""
        if not written:
            self.refuse(event, "A setting needs a name here.", 'Write "name: value".')
        meaning = written if getattr(event, "style", None) else _meaning(written)
        return meaning if isinstance(meaning, int) and not isinstance(meaning, bool) else written

    def plain(self, event: Event) -> None:
        """Refuse what could stand for something else: copies, names for copies, and types."""
        if isinstance(event, AliasEvent):
            self.refuse(
                event, 'A "*" here would copy another setting, which is not possible.', 'Put the text in quotes: "*…"'
            )
        if getattr(event, "anchor", None):
            self.refuse(
                event,
                'An "&" here would name a setting for copying, which is not possible.',
                'Put the text in quotes: "&…"',
            )
        if getattr(event, "tag", None):
            self.refuse(
                event, 'An "!" here would give a setting a type, which is not possible.', 'Put the text in quotes: "!…"'
            )

    def spot(self, event: Event, written: str) -> Spot:
        mark = event.start_mark
        return self.place(mark.line, mark.column, written)

    def place(self, line: int, column: int, written: str = "") -> Spot:
        number = min(self.first_line + line, max(1, len(self.page.lines)))
        return Spot(number, column + 1 + self.indent, written)

    def refuse(self, event: Event, message: str, hint: str) -> None:
        spot = self.spot(event, "")
        self.page.error(spot.line, spot.column, message, hint)
        raise _Unreadable

    def tell(self, wrong: YAMLError) -> None:
        mark = _mark(wrong)
        spot = self.place(mark.line, mark.column) if mark else self.settings.start
        message, hint = in_plain_words(wrong)
        self.page.error(spot.line, spot.column, message, hint)


def _mark(wrong: YAMLError) -> Any:
    if not isinstance(wrong, MarkedYAMLError):
        return None
    # Of a bracket or a quotation mark that never closes, the place to mend is where it opens.
    opened = re.search(r"quoted scalar|flow (sequence|mapping)", wrong.context or "")
    return (opened and wrong.context_mark) or wrong.problem_mark or wrong.context_mark


_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False, "True": True, "False": False}


def _meaning(plain: str) -> Any:
    """What an unquoted word means (YAML 1.2's core, but no dates, octals or infinities: these stay text)."""
    if plain in _WORDS:
        return _WORDS[plain]
    if _WHOLE.fullmatch(plain):
        return int(plain)
    if _DECIMAL.fullmatch(plain):
        return float(plain)
    return plain
