"""Pictures that their makers let into the record, as shapes for the page that shows and prints it. Pure.

Only numbers and words of our own tables come out of it: nothing that a phone sent is written into a page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from facilitator.activities.picture import INKS, PENS, SIDE, STAMPS, Picture


@dataclass(frozen=True)
class Drawn:
    """One mark. A stroke has a `width` and is a line; a stamp has none and is filled."""

    path: str
    ink: str
    width: int = 0
    move: str = ""


@dataclass(frozen=True)
class RecordedPicture:
    """`run` and `part` say where it stands among its maker's answers, and `which` of several there it is.

    `elsewhere`: staff may ask to show it in other places.

    `turns`: how its marks stand around the middle.
    """

    run: str
    part: str
    which: str
    words: str
    marks: tuple[Drawn, ...]
    turns: tuple[str, ...]
    round: bool
    elsewhere: bool
    numbers: Picture
    """As it was sent, for a program."""


def recorded(picture: Picture, words: str, which: str = "", *, run: str, part: str, elsewhere: bool) -> RecordedPicture:
    return RecordedPicture(
        run=run,
        part=part,
        which=which,
        words=words,
        marks=tuple(_drawn(mark) for mark in picture["marks"]),
        turns=tuple(_turns(picture.get("turns", 1), mirrored=picture.get("mirrored", False))),
        round=picture.get("sheet") == "round",
        elsewhere=elsewhere,
        numbers=picture,
    )


def _drawn(mark: dict[str, Any]) -> Drawn:
    if "stamp" in mark:
        move = f"translate({mark['x']} {mark['y']}) scale({mark['size'] / 100})"
        return Drawn(STAMPS[mark["stamp"]], INKS[mark["ink"]], move=move)
    line: Sequence[int] = mark["line"]
    press = sum(line[2::3]) / len(line[2::3])
    return Drawn(_path(line), INKS[mark["ink"]], width=round(PENS[mark["pen"]] * (0.4 + 0.12 * press)))


def _path(line: Sequence[int]) -> str:
    """Through its points, a single one as a dot."""
    points = [f"{x} {y}" for x, y in zip(line[::3], line[1::3], strict=True)]
    return f"M{'L'.join(points if len(points) > 1 else points * 2)}"


def _turns(turns: int, *, mirrored: bool) -> list[str]:
    middle = SIDE // 2
    around = [f"rotate({360 * turn / turns:g} {middle} {middle})" for turn in range(turns)]
    return around + [f"{turn} translate({SIDE} 0) scale(-1 1)" for turn in around if mirrored]
