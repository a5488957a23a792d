"""Nobody can work a small number out from the words of an anonymous tally: every group up to nine is tried."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from facilitator.activities import counting
from facilitator.activities.activity import WORDS_BELOW
from facilitator.activities.counting import TOO_FEW, WORDS_FROM

ANONYMOUS = {"promise": "anonymous"}
SIZES = range(WORDS_FROM, WORDS_BELOW)


def ways(n: int, cells: int) -> Iterator[tuple[int, ...]]:
    """All ways in which `n` answers fall on so many choices."""
    if cells == 1:
        yield (n,)
        return
    for first in range(n + 1):
        for rest in ways(n - first, cells - 1):
            yield (first, *rest)


def poll_of(counts: tuple[int, ...]) -> dict[str, Any]:
    keys = [f"k{cell}" for cell in range(len(counts))]
    return counting.of_choices(
        ANONYMOUS, keys, [[key] for key, count in zip(keys, counts, strict=True) for _ in range(count)]
    )


def scale_of(counts: tuple[int, ...]) -> dict[str, Any]:
    values = [point for point, count in zip((0, 5, 10), counts, strict=True) for _ in range(count)]
    return counting.of_scale(ANONYMOUS, 0, 10, values)


def told_apart(n: int, cells: int, tally: Any) -> Mapping[str, list[tuple[int, ...]]]:
    """What is told, and all that could lie behind it."""
    behind: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    for counts in ways(n, cells):
        behind[str(tally(counts))].append(counts)
    return behind


@pytest.mark.parametrize(("cells", "tally"), [(3, scale_of), *((cells, poll_of) for cells in range(2, 6))])
@pytest.mark.parametrize("n", SIZES)
def test_no_count_of_one_or_two_or_none_or_all_can_be_derived(n: int, cells: int, tally: Any) -> None:
    for told, behind in told_apart(n, cells, tally).items():
        for cell in range(cells):
            possible = {counts[cell] for counts in behind}
            assert not possible <= {1, 2}, (told, possible)
            assert possible not in ({0}, {n}), (told, possible)


@pytest.mark.parametrize(("cells", "tally"), [(3, scale_of), *((cells, poll_of) for cells in range(2, 6))])
@pytest.mark.parametrize("n", SIZES)
def test_who_knows_their_own_answer_cannot_tell_that_no_other_or_one_or_all_share_it(
    n: int, cells: int, tally: Any
) -> None:
    for told, behind in told_apart(n, cells, tally).items():
        for own in range(cells):
            for cell in range(cells):
                others = {counts[cell] - (cell == own) for counts in behind if counts[own]}
                assert others not in ({0}, {1}, {n - 1}), (told, own, others)


def test_five_answers_would_give_themselves_away() -> None:
    """Why words start at six: five without a majority on three choices can only be 2, 2 and 1."""
    even = [counts for counts in ways(5, 3) if max(counts) * 2 <= 5]

    assert {tuple(sorted(counts)) for counts in even} == {(1, 2, 2)}
    assert poll_of((2, 2, 1)) == TOO_FEW


@pytest.mark.parametrize("n", range(WORDS_FROM))
def test_too_few_answers_tell_nothing(n: int) -> None:
    assert counting.of_scale(ANONYMOUS, 0, 10, [9] * n) == TOO_FEW
    assert counting.of_choices(ANONYMOUS, ["yes", "no"], [["yes"]] * n) == TOO_FEW


def test_an_empty_handed_tally_is_not_shared_between_askers() -> None:
    counting.of_scale(ANONYMOUS, 0, 10, [])["n"] = 0

    assert counting.of_scale(ANONYMOUS, 0, 10, []) == {"too_few": True}


def test_from_ten_on_anonymous_answers_are_counted() -> None:
    assert counting.of_choices(ANONYMOUS, ["yes", "no"], [["yes"]] * 10) == {"n": 10, "counts": {"yes": 10, "no": 0}}


@pytest.mark.parametrize(
    ("lowest", "highest", "told"),
    [(0, 10, "llllmmmhhhh"), (1, 5, "llmhh"), (0, 1, "lh"), (1, 3, "lmh"), (-3, 3, "lllmhhh"), (1, 10, "llllmmhhhh")],
)
def test_every_point_of_a_scale_lies_in_one_third(lowest: int, highest: int, told: str) -> None:
    words = [
        counting.of_scale(ANONYMOUS, lowest, highest, [point] * 7)["words"] for point in range(lowest, highest + 1)
    ]

    assert "".join(word.removeprefix("most_")[0] for word in words) == told
