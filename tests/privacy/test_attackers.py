"""Properties 2 and 10, *attackers* and *no link across prompts*: nobody does better, or worse, than chance.

FACILITATOR_EVENINGS=100000 makes the sweep as long as one likes.
"""

import os

import pytest

from facilitator.privacy.sealing import SealedRun
from tests.privacy import attackers, leaks
from tests.privacy.attackers import Pair, Seen

EVENINGS = int(os.environ.get("FACILITATOR_EVENINGS", "2000"))
FAR_FROM_CHANCE = 4.0

Sightings = tuple[list[Seen], list[Pair]]


@pytest.fixture(scope="module")
def honest() -> Sightings:
    return _watched(SealedRun, EVENINGS)


@pytest.mark.parametrize("attack", attackers.ATTACKS)
def test_no_attacker_links_answers_to_seats(honest, attack, record_property):
    z = attackers.z(attackers.right_guesses(attack, honest[0]))
    record_property("z", z)
    assert abs(z) < FAR_FROM_CHANCE


@pytest.mark.parametrize("link", attackers.LINKS)
def test_nobody_links_a_person_across_two_prompts(honest, link, record_property):
    z = attackers.z(attackers.right_links(link, honest[1]))
    record_property("z", z)
    assert abs(z) < FAR_FROM_CHANCE


@pytest.mark.parametrize(
    ("attack", "leak"),
    [
        (attackers.by_rows, leaks.WrittenAsTheyCame),
        (attackers.by_rows_backwards, leaks.WrittenAsTheyCame),
        (attackers.by_ids, leaks.CountedIds),
        (attackers.by_slots, leaks.SlotsAsIds),
        (attackers.by_lengths, leaks.Unpadded),
        (attackers.by_place_in_file, leaks.WrittenAsTheyCame),
        (attackers.by_known_shuffle, leaks.KnownChance),
    ],
)
def test_each_attacker_finds_the_leak_it_looks_for(attack, leak):
    waves, _ = _watched(leak, 100)
    assert abs(attackers.z(attackers.right_guesses(attack, waves))) > FAR_FROM_CHANCE


@pytest.mark.parametrize(
    ("link", "leak", "one_key"),
    [
        (attackers.same_place, leaks.WrittenAsTheyCame, False),
        (attackers.same_place, leaks.KnownChance, False),
        (attackers.same_rank_of_id, leaks.SlotsAsIds, True),
    ],
)
def test_each_link_finds_the_leak_it_looks_for(link, leak, one_key):
    _, pairs = _watched(leak, 100, one_key=one_key)
    assert attackers.z(attackers.right_links(link, pairs)) > FAR_FROM_CHANCE


def _watched(make: type[SealedRun], evenings: int, *, one_key: bool = False) -> Sightings:
    waves, pairs = list[Seen](), list[Pair]()
    for seed in range(evenings):
        seen, pair = attackers.evening(make, seed, (seed, seed) if one_key else (2 * seed, 2 * seed + 1))
        waves += seen
        pairs.append(pair)
    return waves, pairs
