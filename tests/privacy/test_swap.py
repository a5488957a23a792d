"""Property 1, *swap*: exchange who said what inside a wave, in any order of arrival: not a byte differs."""

from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.privacy.sealed import Said
from facilitator.privacy.sealing import SealedRun
from tests.privacy import leaks
from tests.privacy.evening import SEATS, MakeRun, Played, Spoken, play, seeded

PRESENT = len(SEATS)
Lines = dict[str, list[Said]]
WORDS = st.text("abcé ", max_size=12)


@dataclass(frozen=True)
class Evening:
    """Three rounds; in each some seats speak, for the last time by its end (a wave or the close takes it)."""

    rounds: tuple[Lines, ...]
    orders: tuple[int, int]
    """Seeds of two orders of arrival."""


def test_the_same_words_from_other_seats_in_another_order_leave_the_same_bytes():
    @settings(max_examples=120)
    @given(evening=evenings(), seed=st.integers(0, 2**32), data=st.data())
    def swap(evening: Evening, seed: int, data: st.DataObject) -> None:
        others = tuple(_exchange(lines, data.draw(st.permutations(sorted(lines)))) for lines in evening.rounds)
        assert _played(evening.rounds, evening.orders[0], seed) == _played(others, evening.orders[1], seed)

    swap()


def test_a_long_sweep_of_seeds_leaves_the_same_bytes():
    for seed in range(1000):
        assert _differs(SealedRun, seed) is False


@pytest.mark.parametrize(
    "leak",
    [leaks.WrittenAsTheyCame, leaks.CountedIds, leaks.SlotsAsIds, leaks.ShuffledUnsorted, leaks.KnownChance,
     leaks.Numbered],
)  # fmt: skip
def test_the_swap_catches(leak):
    assert any(_differs(leak, seed) for seed in range(10))


@st.composite
def evenings(draw: st.DrawFn) -> Evening:
    seats = list(draw(st.permutations(SEATS)))
    groups = (seats[:4], seats[4:8], seats[8:])
    return Evening(
        tuple({seat: draw(_lines()) for seat in group} for group in groups),
        (draw(st.integers(0, 2**16)), draw(st.integers(0, 2**16))),
    )


def _lines() -> st.SearchStrategy[list[Said]]:
    """First thoughts, taken back or changed, then what stands."""
    first = st.lists(st.sampled_from(["answer", "pass", "withdraw"]), max_size=2)
    last = WORDS.map(lambda words: ("answer", words)) | st.just(("pass", None))
    return st.builds(_numbered, first, last)


def _numbered(first, last) -> list[Said]:
    whole = [(do, "first thought" if do == "answer" else None) for do in first] + [last]
    return [
        Said(do, number, None if words is None else {"words": words}) for number, (do, words) in enumerate(whole, 1)
    ]


def _exchange(lines: Lines, givers: list[str]) -> Lines:
    """Each seat says, in the end, what another of the same round said."""
    takers = sorted(lines)
    final = {taker: lines[giver][-1] for taker, giver in zip(takers, givers, strict=True)}
    return {
        seat: [*said[:-1], Said(final[seat].do, said[-1].revision, final[seat].answer)] for seat, said in lines.items()
    }


def _arrivals(lines: Lines, chance: Random) -> list[Spoken]:
    """One order in which these may come in: mixed between seats, kept for each."""
    waiting = {seat: list(said) for seat, said in sorted(lines.items())}
    turns = [seat for seat, said in waiting.items() for _ in said]
    chance.shuffle(turns)
    return [Spoken(seat, waiting[seat].pop(0)) for seat in turns]


def _played(rounds: tuple[Lines, ...], order: int, seed: int, make: MakeRun = SealedRun) -> tuple[object, ...]:
    chance = seeded(order)
    played: Played = play([_arrivals(lines, chance) for lines in rounds], PRESENT, seed, make)
    return played.image, played.rows, played.wave_sizes, played.counter


def _differs(make: MakeRun, seed: int) -> bool:
    chance = seeded(seed)
    seats = chance.sample(SEATS, len(SEATS))
    rounds = tuple(
        {seat: [Said("answer", 1, {"words": f"words of {seat}"})] for seat in seats[n : n + 4]} for n in (0, 4, 8)
    )
    others = tuple(_exchange(lines, chance.sample(sorted(lines), len(lines))) for lines in rounds)
    return _played(rounds, seed, seed, make) != _played(others, seed + 1, seed, make)
