"""What can be on the paper before anybody draws: a bridge over water, a path, a mask, a heart. Drawn by us, as strokes.

`static/lib/drawing/grounds.ts` is generated from the table here.
"""

import math
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

Mark = dict[str, Any]


def _line(ink: str, pen: str, *places: tuple[float, float], press: int = 5) -> Mark:
    return {"ink": ink, "pen": pen, "line": [number for x, y in places for number in (round(x), round(y), press)]}


def _along(y: Callable[[float], float], start: int, end: int, steps: int = 12) -> list[tuple[float, float]]:
    xs = [start + (end - start) * step / steps for step in range(steps + 1)]
    return [(x, y(x)) for x in xs]


def _deck(x: float) -> float:
    """The bridge rises a little toward its middle."""
    return 560 - 90 * math.sin(math.pi * (x - 180) / 640)


def _bridge() -> list[Mark]:
    def bank(x: float, low: int) -> float:
        return 590 + low + 0.1 * abs(x - 500)

    def wave(x: float, low: int) -> float:
        return low + 14 * math.sin(x / 32)

    banks = [
        _line("green", "broad", *_along(partial(bank, low=low), *ends, 3), press=9)
        for ends in ((0, 190), (810, 1000))
        for low in (0, 50, 100)
    ]
    waves = [_line("teal", "middle", *_along(partial(wave, low=low), 240, 760, 24)) for low in (800, 860, 920)]
    arch = _line("brown", "middle", *_along(lambda x: 760 - 190 * math.sin(math.pi * (x - 200) / 600), 200, 800))
    posts = [_line("brown", "fine", (x, _deck(x)), (x, _deck(x) - 90)) for x in range(220, 800, 80)]
    rail = _line("brown", "fine", *_along(lambda x: _deck(x) - 90, 190, 810))
    deck = _line("brown", "broad", *_along(_deck, 150, 850))
    return [*waves, *banks, arch, *posts, rail, deck]


def _path() -> list[Mark]:
    def bends(y: float) -> float:
        return 500 + 230 * math.sin(y / 150) * (y / 1000)

    def hill(x: float, start: int, end: int, high: int) -> float:
        return 330 - high * math.sin(math.pi * (x - start) / (end - start))

    hills = [
        _line("green", "middle", *_along(partial(hill, start=start, end=end, high=high), start, end))
        for start, end, high in ((0, 520, 130), (420, 1000, 190))
    ]
    sides = [
        _line("brown", "fine", *[(bends(y) + side * (20 + y / 10), y) for y in range(340, 1001, 60)])
        for side in (-1, 1)
    ]
    sun = {"ink": "yellow", "stamp": "sun", "x": 760, "y": 110, "size": 120}
    trees = [{"ink": "green", "stamp": "tree", "x": x, "y": y, "size": 120} for x, y in ((130, 560), (880, 640))]
    return [sun, *hills, *sides, *trees]


def _mask() -> list[Mark]:
    def around(x: float, y: float, wide: float, high: float) -> list[tuple[float, float]]:
        turns = [2 * math.pi * step / 24 for step in range(25)]
        return [(x + wide * math.sin(turn), y - high * math.cos(turn)) for turn in turns]

    eyes = [_line("gray", "fine", *around(x, 430, 80, 42)) for x in (360, 640)]
    mouth = _line("gray", "fine", *_along(lambda x: 690 + 40 * math.sin(math.pi * (x - 380) / 240), 380, 620))
    return [_line("gray", "middle", *around(500, 510, 340, 420)), *eyes, mouth]


def _heart() -> list[Mark]:
    turns = [2 * math.pi * step / 36 for step in range(37)]
    places = [
        (
            500 + 25 * 16 * math.sin(turn) ** 3,
            470 - 25 * (13 * math.cos(turn) - 5 * math.cos(2 * turn) - 2 * math.cos(3 * turn) - math.cos(4 * turn)),
        )
        for turn in turns
    ]
    return [_line("gray", "middle", *places)]


BRIDGES = ("bridge", "path", "none")
SHAPES = ("mask", "heart", "none")
GROUNDS: Mapping[str, list[Mark]] = {
    "bridge": _bridge(),
    "path": _path(),
    "mask": _mask(),
    "heart": _heart(),
    "none": [],
}
