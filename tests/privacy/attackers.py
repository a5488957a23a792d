"""People who try to find out who said what. Each sees more than anybody in the house can see at once:
the order in which seats sent, staging as it filled up, every row of the store and every byte of its file.

An attacker guesses, for each seat of a wave, which words are its. Whoever can do no better than guess
gets on average one right, with a variance of one, however large the wave is: so over many waves
z = (right − waves) / √waves says how far from chance an attacker is.
"""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from math import sqrt
from random import Random

from facilitator.privacy.sealing import SealedRun, Wave
from tests.privacy.evening import SEATS, SIZE, K, Store, answer, in_process, seeded

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Seen:
    """One wave, as an attacker sees it. Seats, slots and lengths are in the order in which they first sent."""

    truth: list[str]
    """What each seat said: for the count, not for the attacker."""
    slots: list[str]
    lengths: list[int]
    rows: list[tuple[str, str]]
    """(id, words) in the order of the rows of the store."""
    image: bytes


Guess = list[str]
Attack = Callable[[Seen], Guess]


def by_rows(seen: Seen) -> Guess:
    """Who came first stands first."""
    return [words for _, words in seen.rows]


def by_rows_backwards(seen: Seen) -> Guess:
    return by_rows(seen)[::-1]


def by_ids(seen: Seen) -> Guess:
    """Ids may have been counted up."""
    return [words for _, words in sorted(seen.rows)]


def by_slots(seen: Seen) -> Guess:
    """Ids may have been made from slots, as they or in their order."""
    by_id = dict(sorted(seen.rows))
    rank = sorted(seen.slots)
    in_order = list(by_id.values())
    return [by_id.get(slot, in_order[rank.index(slot)]) for slot in seen.slots]


def by_lengths(seen: Seen) -> Guess:
    """The longest frame holds the longest words."""
    longest = sorted(by_rows(seen), key=len)
    rank = sorted(range(len(seen.lengths)), key=lambda one: seen.lengths[one])
    return [longest[rank.index(one)] for one in range(len(rank))]


def by_place_in_file(seen: Seen) -> Guess:
    """SQLite fills a page from its end, so what was written first lies last."""
    return sorted(by_rows(seen), key=lambda words: -seen.image.find(f'"{words}"'.encode()))


def by_known_shuffle(seen: Seen) -> Guess:
    """The shuffle may be one that anybody can repeat."""
    places = list(range(len(seen.rows)))
    seeded(0).shuffle(places)
    rows = by_rows(seen)
    return [rows[places.index(one)] for one in range(len(rows))]


ATTACKS: tuple[Attack, ...] = (
    by_rows, by_rows_backwards, by_ids, by_slots, by_lengths, by_place_in_file, by_known_shuffle,
)  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """The same people in the same order asked twice. `first` and `second` are the two runs' last waves."""

    first: Seen
    second: Seen


def same_place(pair: Pair) -> list[tuple[str, str]]:
    """Rows at the same place in both runs are the same person's."""
    return list(zip(by_rows(pair.first), by_rows(pair.second), strict=True))


def same_rank_of_id(pair: Pair) -> list[tuple[str, str]]:
    return list(zip(by_ids(pair.first), by_ids(pair.second), strict=True))


LINKS: tuple[Callable[[Pair], list[tuple[str, str]]], ...] = (same_place, same_rank_of_id)


def z(right: Sequence[int]) -> float:
    """How far from chance: `right` holds the number of right guesses of each wave."""
    return (sum(right) - len(right)) / sqrt(len(right))


def right_guesses(attack: Attack, waves: Sequence[Seen]) -> list[int]:
    return [sum(map(str.__eq__, attack(seen), seen.truth)) for seen in waves]


def right_links(link: Callable[[Pair], list[tuple[str, str]]], pairs: Sequence[Pair]) -> list[int]:
    return [sum(linked in _truth(pair) for linked in link(pair)) for pair in pairs]


def _truth(pair: Pair) -> set[tuple[str, str]]:
    return set(zip(pair.first.truth, pair.second.truth, strict=True))


def evening(make: type[SealedRun], seed: int, key_seeds: tuple[int, int]) -> tuple[list[Seen], Pair]:
    """Two runs with the same people: what is seen of each wave, and of both closes together."""
    chance = seeded(seed)
    seats = chance.sample(SEATS, chance.randint(9, len(SEATS)))
    first, second = (_asked(make, seats, chance, key) for key in key_seeds)
    return [*first, *second], Pair(first[-1], second[-1])


def _asked(make: type[SealedRun], seats: list[str], chance: Random, key_seed: int) -> list[Seen]:
    staging, waves = in_process(key_seed), list[Seen]()
    run = make(staging, SIZE)
    with closing(Store()) as store:
        for group, last in ((seats[:K], False), (seats[K:], True)):
            said = {seat: "".join(chance.choices(ALPHABET, k=chance.randint(6, 60))) for seat in group}
            for seat in group:
                run.say(seat, answer(1, said[seat]))
            slots = {where.hex(): len(frame) for where, frame in staging.frames.items()}
            before = len(store.rows())
            wave = run.close(K, chance) if last else run.wave(len(seats), K, chance)
            _store(store, run, wave)
            rows = store.rows()[before:]
            waves.append(Seen(list(said.values()), list(slots), list(slots.values()), rows, store.image()))
    return waves


def _store(store: Store, run: SealedRun, wave: Wave | None) -> None:
    assert wave is not None
    store.write(wave)
    run.committed()
