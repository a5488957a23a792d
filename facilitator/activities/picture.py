"""What a picture is made of: marks in numbers and a few known words, never code and never anybody's address.

A mark is a stroke (`{ink, pen, line: [x, y, press, x, y, press, …]}`) or a stamp (`{ink, stamp, x, y, size}`),
on paper of `SIDE` by `SIDE`, the newest on top. Every screen draws it from these numbers alone, with its own code.
`static/lib/drawing/palette.ts` is generated from the tables here.
"""

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, TypedDict

from marshmallow import ValidationError, fields

SIDE = 1000
PRESS_MOST = 9
"""How hard a finger or a stylus pressed: 1 to this."""

INKS: Mapping[str, str] = {
    "black": "#29231f",
    "gray": "#8a8580",
    "brown": "#7a4b2a",
    "red": "#b5322c",
    "orange": "#d9772b",
    "yellow": "#e8bd3c",
    "green": "#4c8a43",
    "teal": "#22868a",
    "blue": "#2f62ab",
    "purple": "#71489c",
    "pink": "#d4799a",
    "paper": "#fdfaf3",
}
"""Colours by name. The last is the paper's own: what it is drawn over is gone."""

PENS: Mapping[str, int] = {"fine": 8, "middle": 18, "broad": 44}
"""How wide a pen draws at an ordinary press."""

STAMPS: Mapping[str, str] = {
    "dot": "M50 0A50 50 0 1 1-50 0A50 50 0 1 1 50 0Z",
    "square": "M-44-44H44V44H-44Z",
    "triangle": "M0-48L50 42H-50Z",
    "star": "M0-50L15-16L50-15L22 8L32 45L0 24L-32 45L-22 8L-50-15L-15-16Z",
    "heart": "M0 46C-64 4-52-42-25-42C-10-42-2-32 0-22C2-32 10-42 25-42C52-42 64 4 0 46Z",
    "sun": "M0-50L12-29L35-35L29-12L50 0L29 12L35 35L12 29L0 50L-12 29L-35 35L-29 12L-50 0L-29-12L-35-35L-12-29Z",
    "cloud": "M-30 30A20 20 0 0 1-34-10A26 26 0 0 1 12-24A22 22 0 0 1 40 4A16 16 0 0 1 34 30Z",
    "wave": "M-50 0C-34-34-16-34 0-6C14 20 32 16 50-14V14C32 46 10 48-6 20C-18 0-32 0-50 30Z",
    "tree": "M0-50L26-14H14L36 18H8V48H-8V18H-36L-14-14H-26Z",
    "house": "M0-48L48-6H36V44H12V14H-12V44H-36V-6H-48Z",
    "person": "M0-50A15 15 0 1 1 0-20A15 15 0 1 1 0-50M-22-14H22L28 20H16L12 50H-12L-16 20H-28Z",
}
"""Shapes that can be set down without drawing: outlines in a square from -50 to 50, around its middle."""

SIZES = (60, 120, 200, 320)
"""The side of a stamp."""

MARKS_MOST = 300
POINTS_MOST = 4000
"""Of all strokes together. With these two a picture stays below `BYTES_MOST`, and below what a message may hold."""
BYTES_MOST = 56_000

_STROKE = {"ink", "pen", "line"}
_STAMP = {"ink", "stamp", "x", "y", "size"}


class Tag(TypedDict):
    """A word that stands below something on the paper."""

    x: int
    y: int
    text: str


class Picture(TypedDict):
    """A picture as screens are given it; a kind makes it of an answer."""

    marks: list[dict[str, Any]]
    turns: NotRequired[int]
    """Every mark is there so many times, turned around the middle (a mandala)."""
    mirrored: NotRequired[bool]
    """Each of these times mirrored too."""
    sheet: NotRequired[Literal["square", "round"]]
    words: NotRequired[str]
    """What its maker wrote for it, as it is shown."""
    tags: NotRequired[list[Tag]]


class Marks(fields.Field[list[dict[str, Any]]]):
    """The marks of a picture, looked at number by number. A whole answer is refused for one that does not fit.

    By hand rather than with a schema for each point: twelve thousand numbers are looked at while others wait.
    """

    def __init__(self, *, marks: int = MARKS_MOST, points: int = POINTS_MOST, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._marks, self._points = marks, points

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> Any:
        if type(value) is not list or len(value) > self._marks or not all(map(_is_mark, value)):
            raise ValidationError("is not a picture")
        if sum(len(mark["line"]) for mark in value if "line" in mark) > 3 * self._points:
            raise ValidationError("is too full")
        return value


def _is_mark(mark: object) -> bool:
    if type(mark) is not dict or not _one_of(mark.get("ink"), INKS):
        return False
    if mark.keys() == _STAMP:
        places = _within(mark["x"], 0, SIDE) and _within(mark["y"], 0, SIDE)
        return places and _one_of(mark["stamp"], STAMPS) and type(mark["size"]) is int and mark["size"] in SIZES
    return mark.keys() == _STROKE and _one_of(mark["pen"], PENS) and _is_line(mark["line"])


def _is_line(line: object) -> bool:
    if type(line) is not list or not line or len(line) % 3:
        return False
    places = all(_within(number, 0, SIDE) for start in (0, 1) for number in line[start::3])
    return places and all(_within(press, 1, PRESS_MOST) for press in line[2::3])


def _within(number: object, least: int, most: int) -> bool:
    return type(number) is int and least <= number <= most


def _one_of(name: object, names: Mapping[str, object]) -> bool:
    return type(name) is str and name in names
