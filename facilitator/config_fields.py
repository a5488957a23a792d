"""How single settings are written and read. Every field says in a sentence what it would take."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from marshmallow import ValidationError, fields, validate

UNITED_STATES = json.dumps(
    {
        "en": [
            {"label": "Call 988", "href": "tel:988"},
            {"label": "Text 988", "href": "sms:988"},
            {"label": "Chat with 988", "href": "https://988lifeline.org/chat"},
        ],
        "es": [
            {"label": "Llame al 988 (oprima 2)", "href": "tel:988"},
            {"label": "Mande AYUDA al 988", "href": "sms:988?body=AYUDA"},
            {"label": "Chat con el 988", "href": "https://988lineadevida.org"},
        ],
    },
    ensure_ascii=False,
)

_KINDS = {fields.String: "text", fields.Integer: "whole number", fields.Boolean: "yes or no"}


def kind_of(field: fields.Field[Any]) -> str:
    """The kind of a setting, in words."""
    for kind, words in _KINDS.items():
        if type(field) is kind:
            return words
    return str(field.metadata.get("kind") or type(field).__doc__).rstrip(".").lower()


def whole(least: int, most: int) -> fields.Integer:
    said = f"Must be a whole number from {least} to {most}."
    return fields.Integer(validate=validate.Range(least, most, error=said), error_messages={"invalid": said})


class FilePath(fields.Field[Path | None]):
    """Path."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Path | None:
        if not str(value).strip():
            if self.allow_none:
                return None
            raise ValidationError("Must name a folder.")
        return Path(value).expanduser()


class WebAddress(fields.Field[str]):
    """Web address."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        address = str(value).strip().rstrip("/")
        parts = urlsplit(address)
        if address and (parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query):
            raise ValidationError("Must be like https://group.example.org, without a path.")
        return address


class Languages(fields.Field[tuple[str, ...]]):
    """List, with commas."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> tuple[str, ...]:
        languages = tuple(dict.fromkeys(filter(None, (part.strip().lower() for part in str(value).split(",")))))
        unknown = [language for language in languages if language not in ("en", "es")]
        if unknown or not languages:
            raise ValidationError("Must be en, es, or both with a comma between them.")
        return languages


class TimeZone(fields.Field[str]):
    """Time zone."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        name = str(value).strip()
        try:
            if name:
                ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValidationError("Must be a time zone that this machine knows, like America/Chicago.") from None
        return name


class ByLanguage(fields.Field[Mapping[str, str]]):
    """Text, or JSON by language."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Mapping[str, str]:
        text = str(value).strip()
        if not text.startswith("{"):
            return MappingProxyType({"en": text, "es": text})
        written = _json(text, 'Must be a sentence, or JSON such as {"en": "…", "es": "…"}.')
        if not all(isinstance(sentence, str) for sentence in written.values()):
            raise ValidationError("Every language must have a sentence.")
        return MappingProxyType(written)


KEPT_UNLESS_SAID = {
    "responses": 14,
    "named": 90,
    "jottings": 30,
    "names": 365,
    "rehearsals": 7,
    "sessions": 2190,
    "audit": 2190,
    "sign_ins": 1,
}
"""Days. What each word means is in `records/retention.py`."""


class KeepDays(fields.Field[Mapping[str, int]]):
    """List of what=days, with commas."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Mapping[str, int]:
        keep = dict(KEPT_UNLESS_SAID)
        for part in filter(None, (part.strip() for part in str(value).split(","))):
            what, _, days = (each.strip() for each in part.partition("="))
            if what not in keep or not (days.isascii() and days.isdecimal() and int(days) <= MOST_DAYS):
                known = ", ".join(keep)
                raise ValidationError(f"Must be like named=90,names=365, up to {MOST_DAYS} days each, of: {known}.")
            keep[what] = int(days)
        return MappingProxyType(keep)


MOST_DAYS = 36500


class Notice(fields.Field[str]):
    """Text, or @ and a file."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = str(value).strip()
        if not text.startswith("@"):
            return text
        try:
            written = Path(text[1:]).expanduser().read_text("utf-8").strip()
        except (OSError, ValueError):
            written = ""
        if not written:
            raise ValidationError("Must be the notice itself, or @ and the path of a text file that holds it.")
        return written


class CrisisLines(fields.Field[Mapping[str, tuple[Mapping[str, str], ...]]]):
    """JSON."""

    def _deserialize(
        self, value: Any, attr: str | None, data: Any, **kwargs: Any
    ) -> Mapping[str, tuple[Mapping[str, str], ...]]:
        said = 'Must be JSON such as {"en": [{"label": "Call 988", "href": "tel:988"}]}.'
        written = _json(str(value), said)
        for lines in written.values():
            if not isinstance(lines, list) or not lines or not all(map(_is_line, lines)):
                raise ValidationError(said)
        return MappingProxyType({language: tuple(lines) for language, lines in written.items()})


def _is_line(line: Any) -> bool:
    if not isinstance(line, dict) or set(line) != {"label", "href"}:
        return False
    label, href = line["label"], line["href"]
    return isinstance(label, str) and bool(label) and isinstance(href, str) and href.startswith(_SAFE)


_SAFE = ("tel:", "sms:", "https:")


def _json(text: str, said: str) -> dict[str, Any]:
    try:
        written = json.loads(text)
    except ValueError:
        raise ValidationError(said) from None
    if not isinstance(written, dict):
        raise ValidationError(said)
    return written
