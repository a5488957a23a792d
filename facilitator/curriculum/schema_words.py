"""Turns what a marshmallow schema refuses into problems at the very key or value, in plain words. Pure."""

import re
from collections.abc import Iterator
from typing import Any

from marshmallow import Schema, ValidationError, fields

from facilitator.curriculum.problems import Page, did_you_mean, shown
from facilitator.curriculum.yaml_positions import Settings, Spot, Way

# A schema's message (a pattern) → what is wrong. `{0}`, `{1}` are the pattern's groups.
_SAID: list[tuple[str, str]] = [
    (r"Not a valid (?:string|UUID)\.", "must be text"),
    (r"Not a valid integer\.", "must be a whole number"),
    (r"Not a valid number\.", "must be a number"),
    (r"Not a valid boolean\.", "must be true or false"),
    (r"Not a valid list\.", 'must be a list: one item on each line, each after "- "'),
    (
        r"Not a valid mapping type\.|Invalid input type\.|Invalid type\.",
        'must be settings of its own: one "name: value" on each line, further right',
    ),
    (r"Field may not be null\.", "has no value"),
    (r"Must be one of: (.+)\.", "must be one of {0}"),
    (r"Must be greater than or equal to (\S+) and less than or equal to (\S+)\.", "must be between {0} and {1}"),
    (r"Must be greater than or equal to (\S+)\.", "must be {0} or more"),
    (r"Must be less than or equal to (\S+)\.", "must be {0} or less"),
    (r"Must be greater than (\S+)\.", "must be more than {0}"),
    (r"Must be less than (\S+)\.", "must be less than {0}"),
    (r"Longer than maximum length (\S+)\.", "is too long; at most {0}"),
    (r"Shorter than minimum length 1\.", "is empty"),
    (r"Shorter than minimum length (\S+)\.", "is too short; at least {0}"),
    (r"Length must be between (\S+) and (\S+)\.", "must have {0} to {1} of them (text: characters)"),
    (r"Length must be (\S+)\.", "must have exactly {0} of them"),
    (
        r"String does not match expected pattern\.",
        "must be a short name: small letters, digits and _, beginning with a letter",
    ),
]
_MISSING = "Missing data for required field."
_UNKNOWN = "Unknown field."


def load(schema: Schema, settings: Settings, page: Page, what: str) -> dict[str, Any] | None:
    """The settings as the schema loads them, or None with every problem on the page. `what` names them: "a module"."""
    data = {} if settings.data is None else settings.data
    if not isinstance(data, dict):
        spot = settings.values.get((), settings.start)
        page.error(spot.line, spot.column, f'The settings of {what} must be "name: value" lines.', _known(schema, ()))
        return None
    try:
        return dict(schema.load(data))
    except ValidationError as wrong:
        _Telling(schema, settings, page, what).tell(wrong.messages)
        return None


class _Telling:
    def __init__(self, schema: Schema, settings: Settings, page: Page, what: str) -> None:
        self.schema, self.settings, self.page, self.what = schema, settings, page, what

    def tell(self, messages: Any) -> None:
        said = list(_flat(messages, ()))
        unknown = [way for way, message in said if message == _UNKNOWN]
        for way, message in said:
            if message == _UNKNOWN:
                self.unknown(way)
            elif message == _MISSING:
                # "promis" is unknown and "promise" is missing: one slip, told once.
                if not any(
                    other[:-1] == way[:-1] and did_you_mean(str(other[-1]), [str(way[-1])]) for other in unknown
                ):
                    self.missing(way)
            else:
                self.other(way, message)

    def unknown(self, way: Way) -> None:
        spot = self.settings.keys.get(way, self.settings.start)
        names = _names(self.schema, way[:-1])
        hint = did_you_mean(str(way[-1]), names) or _known(self.schema, way[:-1])
        self.page.error(
            spot.line, spot.column, f'"{shown(str(way[-1]))}" is not a setting of {self.inside(way[:-1])}.', hint
        )

    def missing(self, way: Way) -> None:
        spot = self.around(way[:-1])
        self.page.error(
            spot.line,
            spot.column,
            f'"{way[-1]}" is missing from {self.inside(way[:-1])}.',
            f'Add a line "{way[-1]}: …".',
        )

    def other(self, way: Way, message: str) -> None:
        way, of_key = self.settled(way)
        spot = self.settings.keys[way] if of_key and way in self.settings.keys else self.around(way)
        plain, choices = _plain(message)
        name = self.named(way)
        found = f"; found {_quoted(spot)}" if spot.written and way in self.settings.values else ""
        if plain is None:
            # The kinds' own messages read on after the name: "must be smaller than to".
            reads_on = way and message[:1].islower()
            said = f"{name} {message.rstrip('.')}." if reads_on else message
            self.page.error(spot.line, spot.column, said)
        else:
            self.page.error(
                spot.line,
                spot.column,
                f"{name} {plain}{found}.",
                did_you_mean(spot.written, choices) if choices else _quote(plain, spot),
            )

    def settled(self, way: Way) -> tuple[Way, bool]:
        """Without the words that a schema adds: `key` and `value` of a map's entry, and `_schema`."""
        kept = tuple(part for part in way if part != "_schema")
        if (
            kept
            and kept not in self.settings.values
            and kept[-1] in ("key", "value")
            and kept[:-1] in self.settings.values
        ):
            return kept[:-1], kept[-1] == "key"
        return kept, False

    def around(self, way: Way) -> Spot:
        """Where the value stands; of one that is not there, what is around it."""
        while way and way not in self.settings.values:
            way = way[:-1]
        if not way:
            return self.settings.start
        return (
            self.settings.values[way]
            if self.settings.values[way].written not in ("a list", "several settings")
            else self._head(way)
        )

    def _head(self, way: Way) -> Spot:
        spot = self.settings.keys.get(way, self.settings.values[way])
        return spot._replace(written=self.settings.values[way].written)

    def inside(self, way: Way) -> str:
        return self.named(way) if way else self.what

    def named(self, way: Way) -> str:
        names = [part for part in way if isinstance(part, str)]
        if way and isinstance(way[-1], int) and names:
            return (
                f'item {way[-1] + 1} of "{names[-1]}"'
                if way not in self.settings.keys
                else f'"{way[-1]}" in "{names[-1]}"'
            )
        return f'"{shown(str(way[-1]))}"' if way else f"The settings of {self.what}"


def _flat(messages: Any, way: Way) -> Iterator[tuple[Way, str]]:
    if isinstance(messages, dict):
        for part, inner in messages.items():
            yield from _flat(inner, (*way, part))
    elif isinstance(messages, list):
        for message in messages:
            yield from _flat(message, way)
    else:
        yield way, str(messages)


def _plain(message: str) -> tuple[str | None, list[str]]:
    for pattern, words in _SAID:
        if match := re.fullmatch(pattern, message):
            choices = match.group(1).split(", ") if "one of" in message else []
            return words.format(*match.groups()), choices
    return None, []


def _quoted(spot: Spot) -> str:
    return spot.written if spot.written in ("a list", "several settings") else f'"{shown(spot.written)}"'


def _quote(plain: str, spot: Spot) -> str:
    number_as_text = plain == "must be text" and spot.written and spot.written not in ("a list", "several settings")
    return f'Put it in quotes: "{shown(spot.written)}"' if number_as_text else ""


def _names(schema: Schema, way: Way) -> list[str]:
    """The settings that may stand at this place; none known where a map or a kind's own field decides."""
    inner: Any = schema
    for part in way:
        if isinstance(inner, Schema) and isinstance(part, str):
            inner = next((at for name, at in inner.fields.items() if (at.data_key or name) == part), None)
        if isinstance(inner, fields.List):
            inner = inner.inner
        if isinstance(inner, fields.Nested):
            inner = inner.schema
    return [at.data_key or name for name, at in inner.fields.items()] if isinstance(inner, Schema) else []


def _known(schema: Schema, way: Way) -> str:
    names = _names(schema, way)
    return f"The settings are: {', '.join(names)}." if names else ""
