"""Sums answers up: in counts where they are safe, in words where counts would point at people.

Named answers are counted. So are anonymous ones from `WORDS_BELOW` on. Below that a tally says one of a few words,
and below `WORDS_FROM` it says nothing but `too_few`. The words are chosen so that nobody can work a small number out:

* *Most* means more than half, up to all. So unanimity is never told: six of six and four of six read the same,
  and whoever differs cannot tell that nobody else does.
* There is no word for *none*, *one*, *some* or *half*: each would be a count of 0, 1 or 2 in a group this small.
  What is not *most* is *fewer*, which runs from none to half.
* The number of answers is not told, for it would tell how many passed.
* Five answers are too few: five spread over three choices without a majority can only be 2, 2 and 1.
* There is no word for *split between the ends*: with six answers a person in the middle would know of one or two more.

With these words the only exact number that can be worked out is a tie between two choices (3 and 3, 4 and 4).
Sources: CMS cell suppression (no derivable cell below 11), here loosened to ten in a room that shares a table;
see docs/privacy.md.
"""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Any

from facilitator.activities.activity import WORDS_BELOW, Asked, Tally

WORDS_FROM = 6
TOO_FEW: Tally = {"too_few": True}


def of_scale(settings: Asked, lowest: int, highest: int, values: Sequence[int]) -> Tally:
    """`{n, counts: {point: n}, median}`, or `{words}`: most_low, most_middle, most_high, spread; or `{too_few}`."""
    n = len(values)
    if not _in_words(settings, n):
        counts = _counts((str(point) for point in range(lowest, highest + 1)), map(str, values))
        return {"n": n, "counts": counts, "median": _middle(values)}
    if n < WORDS_FROM:
        return dict(TOO_FEW)
    thirds = _counts(("low", "middle", "high"), (_third(lowest, highest, value) for value in values))
    return {"words": next((f"most_{third}" for third, count in thirds.items() if 2 * count > n), "spread")}


def of_choices(settings: Asked, keys: Iterable[str], chosen: Sequence[Sequence[str]]) -> Tally:
    """`{n, counts: {key: n}}`, or `{words: {key: most | fewer}}`, or `{too_few}`. `chosen`: the keys of each answer."""
    n = len(chosen)
    counts = _counts(keys, (key for answer in chosen for key in answer))
    if not _in_words(settings, n):
        return {"n": n, "counts": counts}
    if n < WORDS_FROM:
        return dict(TOO_FEW)
    return {"words": {key: "most" if 2 * count > n else "fewer" for key, count in counts.items()}}


def of_orders(settings: Asked, keys: Iterable[str], orders: Sequence[Sequence[str]]) -> Tally:
    """`{n, order, places: {key: average}}`, or `{order}`, or `{too_few}`. `orders`: keys of each answer, first to last.

    `order` is the group's: by the average place, and where that is the same, as the question has it. Below ten it
    stands alone: six people who agree and six who are split can bring about the same order, so that no one's place
    and no unanimity can be read from it; a tie, which would tell an exact sum, is not told.
    """
    n = len(orders)
    if _in_words(settings, n) and n < WORDS_FROM:
        return dict(TOO_FEW)
    sums = {key: sum(order.index(key) + 1 for order in orders) for key in keys}
    together = {"order": sorted(sums, key=sums.__getitem__)}
    if _in_words(settings, n):
        return together
    return {"n": n, **together, "places": {key: round(total / n, 1) if n else None for key, total in sums.items()}}


def of_texts(settings: Asked, n: int) -> Tally:
    """`{n}`; nothing for an anonymous activity, whose texts are told wave by wave and not counted."""
    return {} if settings["promise"] == "anonymous" else {"n": n}


def _in_words(settings: Asked, n: int) -> bool:
    return bool(settings["promise"] == "anonymous" and n < WORDS_BELOW)


def _counts(keys: Iterable[str], given: Iterable[str]) -> dict[str, int]:
    counts = dict.fromkeys(keys, 0)
    for key in given:
        counts[key] += 1
    return counts


def _third(lowest: int, highest: int, value: int) -> str:
    """In which third of the scale a point lies; 0–3, 4–6 and 7–10 of a scale from 0 to 10."""
    points = highest - lowest + 1
    if 3 * (value - lowest) < points:
        return "low"
    return "high" if 3 * (highest - value) < points else "middle"


def _middle(values: Sequence[int]) -> Any:
    """The median: a whole number where it is one, else a half; None without values."""
    if not values:
        return None
    middle = median(values)
    return int(middle) if middle == int(middle) else middle
