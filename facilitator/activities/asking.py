"""The fields that settings and answers are made of. Knows no kind.

Marshmallow's own messages are put into plain words by the curriculum's reader. Those made here
read on after the name of their field and say what to write: `"from" must be smaller than to`.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, ClassVar

from marshmallow import ValidationError, fields, validate

SCALE_POINTS = 11
_KEY = r"[a-z][a-z0-9_]{0,31}\Z"
_OPTION_KEY = re.compile(r"[a-z0-9][a-z0-9_]{0,31}")
_MEDIA = re.compile(r"[^/\\:%?#\x00-\x1f][^\\:%?#\x00-\x1f]{0,199}")
_POINT = re.compile(r"-?[0-9]{1,3}")
# Marks that turn the direction of the text around them could make approved words read as others.
_TURNING = set("\u202a\u202b\u202c\u202d\u202e")


def tidy(text: str) -> str:
    """The text without what cannot be stored or shown: control marks, halves of an emoji that a phone cut in two."""
    told = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))
    return "".join(character for character in told if _may_stay(character)).strip()


def _may_stay(character: str) -> bool:
    return character == "\n" or (unicodedata.category(character) not in ("Cc", "Cs") and character not in _TURNING)


def one_line(text: str) -> str:
    """Tidy text with single spaces and no line breaks."""
    return " ".join(tidy(text).split())


class Text(fields.String):
    """Words of an author or a participant, tidied, of `least` to `most` characters."""

    def __init__(self, most: int, *, lines: bool = False, least: int = 1, **kwargs: Any) -> None:
        super().__init__(validate=[validate.Length(min=least), validate.Length(max=most)], **kwargs)
        self.lines = lines

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> str:
        text = str(super()._deserialize(value, attr, data, **kwargs))
        return tidy(text) if self.lines else one_line(text)


def whole(least: int, most: int, **kwargs: Any) -> fields.Integer:
    """A whole number from `least` to `most`."""
    return fields.Integer(strict=True, validate=validate.Range(least, most), **kwargs)


def choice(*allowed: str, **kwargs: Any) -> fields.String:
    """One of a few words."""
    return fields.String(validate=validate.OneOf(allowed), **kwargs)


class Media(fields.String):
    """A file of the curriculum, written as `media/<file>`. The reader looks whether it is there and how large it is;
    afterwards it is `<curriculum>/<file>`, as the page fetches it.
    """

    def __init__(self, endings: tuple[str, ...], most_bytes: int, **kwargs: Any) -> None:
        takes = f"a file in `media/` that ends in {', '.join(endings)}, up to {most_bytes / 1e6:g} MB"
        super().__init__(validate=self._judge, metadata={"takes": takes}, **kwargs)
        self.endings, self.most_bytes = endings, most_bytes

    def _judge(self, path: str) -> None:
        if not path.lower().endswith(self.endings):
            raise ValidationError(f"must be a file that ends in one of {', '.join(self.endings)}")
        if not _MEDIA.fullmatch(path) or ".." in path:
            raise ValidationError("must be a file in the folder media/, such as media/slow-song.mp3")


def key(**kwargs: Any) -> fields.String:
    """A short name that answers are stored under."""
    return fields.String(validate=validate.Regexp(_KEY), **kwargs)


class _KeyedTexts(fields.Field[dict[str, str]]):
    """A mapping of keys to texts. Problems are kept by the key as its author wrote it, so that its line is found."""

    shape: ClassVar[str]
    text_most: ClassVar[int] = 80

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> dict[str, str]:
        if not isinstance(value, Mapping):
            raise ValidationError(self.shape)
        texts: dict[str, str] = {}
        problems: dict[Any, Any] = {}
        for written, text in value.items():
            try:
                name = self.key_of(written)
                if name in texts:
                    raise ValidationError("is there twice; give each one its own key")
                texts[name] = Text(self.text_most).deserialize(text) or ""
            except ValidationError as problem:
                problems[written] = problem.messages
        if problems:
            raise ValidationError(problems)
        return texts

    def key_of(self, written: object) -> str:
        raise NotImplementedError


class Choices(_KeyedTexts):
    """The options of a question: key -> text, in the order they are shown."""

    shape = "must be keys with texts, such as {often: Often, never: Never}"

    def __init__(self, least: int, most: int, **kwargs: Any) -> None:
        super().__init__(validate=self._judge, **kwargs)
        self.least, self.most = least, most

    def key_of(self, written: object) -> str:
        if isinstance(written, bool):
            raise ValidationError("must be in quotes when it is a key, or the computer takes it for true or false")
        if not _OPTION_KEY.fullmatch(str(written)):
            raise ValidationError("must be a short key such as often: small letters, digits and _ only")
        return str(written)

    def _judge(self, choices: dict[str, str]) -> None:
        if not self.least <= len(choices) <= self.most:
            raise ValidationError(f"must have {self.least} to {self.most} choices")
        # JavaScript moves keys that are numbers to the front, in rising order: the phone would show another order.
        numbers = sorted((name for name in choices if name.isdecimal()), key=int)
        if list(choices) != numbers + [name for name in choices if not name.isdecimal()]:
            raise ValidationError("has numbers as keys out of order; write words as keys, such as {often: Often}")


class Labels(_KeyedTexts):
    """Texts for points of a scale: point -> text. Points are kept as text, as JSON keeps keys."""

    shape = "must be points with texts, such as {0: No urge, 10: Strongest yet}"
    text_most = 40

    def key_of(self, written: object) -> str:
        if not _POINT.fullmatch(str(written)):
            raise ValidationError("must be a point of the scale, as a whole number")
        return str(int(str(written)))


def scale_problems(loaded: Mapping[str, Any], written: Any) -> dict[str, Any]:
    """What is wrong between `from`, `to` and `labels` of a scale; nothing about a field that has its own problem."""
    if not isinstance(written, Mapping) or any(end in written and end not in loaded for end in ("from", "to")):
        return {}
    lowest, highest = loaded.get("from", 0), loaded.get("to", 10)
    if lowest >= highest:
        return {"from": [f"must be smaller than to, which is {highest}"]}
    if highest - lowest >= SCALE_POINTS:
        return {"to": [f"must be at most {lowest + SCALE_POINTS - 1}: a scale has at most {SCALE_POINTS} points"]}
    points = written["labels"] if loaded.get("labels") else {}
    outside = [point for point in points if not lowest <= int(point) <= highest]
    return {"labels": {point: [f"must be from {lowest} to {highest}"] for point in outside}} if outside else {}


def paper_scale(lowest: int, highest: int, labels: Mapping[str, str]) -> list[str]:
    """A scale to circle with a pen, and what its points mean."""
    points = [str(point) for point in range(lowest, highest + 1)]
    return ["   ".join(points), *(f"{point} = {labels[point]}" for point in points if point in labels)]
