"""Property 10, *no link across prompts*: who said this here and that there, nobody can tell, not even by ids."""

from collections.abc import Callable
from random import Random

from tests.privacy.attackers import z
from tests.privacy.path import attackers, guesses
from tests.privacy.path.guesses import Seen
from tests.privacy.path.outcome import Outcome
from tests.privacy.path.room import room

PEOPLE = tuple(f"Seat{n}" for n in range(5))
PAIRS_A_ROOM = 4
Link = Callable[[Seen, Seen], list[tuple[str, str]]]


def _same_place(attack: guesses.Attack) -> Link:
    return lambda one, other: list(zip(attack(one), attack(other), strict=True))


def _same_id(one: Seen, other: Seen) -> list[tuple[str, str]]:
    """Ids that begin alike are the same person's; the rest by the alphabet."""
    known = {name[:16]: words for name, words, _ in one.rows}
    found = [(known[name[:16]], words) for name, words, _ in other.rows if name[:16] in known]
    left = [w for w in one.words if w not in {f[0] for f in found}]
    right = [w for w in other.words if w not in {f[1] for f in found}]
    return found + list(zip(left, right, strict=True))


LINKS: dict[str, Link] = {
    "same row": _same_place(guesses.by_rows),
    "same rank of id": _same_place(guesses.by_ids),
    "same place on the tablet": _same_place(guesses.by_waiting),
    "same card rank": _same_place(guesses.by_card_ids),
    "same place in the file": _same_place(guesses.by_place_in_file),
    "same length at rest": lambda one, other: list(zip(_by_length(one), _by_length(other), strict=True)),
    "same id": _same_id,
}


def _by_length(seen: Seen) -> list[str]:
    return [words for _, words, _ in sorted(seen.rows, key=lambda row: row[2])]


def run(pairs: int, seed: int) -> Outcome:
    outcome = Outcome("10 no link across prompts", seed)
    scores = scored(pairs, seed)
    outcome.wrong = [f"{name}: z = {value:.2f}" for name, value in scores.items() if abs(value) >= attackers.FAR]
    outcome.figures = {"pairs of prompts": pairs, "links": len(LINKS)} | {n: f"{v:+.2f}" for n, v in scores.items()}
    return outcome


def caught(seed: int) -> list[str]:
    return [name for name, value in scored(24, seed).items() if abs(value) >= attackers.FAR]


def scored(pairs: int, seed: int) -> dict[str, float]:
    seen: list[tuple[Seen, Seen]] = []
    while len(seen) < pairs:
        seed += 1
        with room(seed) as here:
            chance = Random(seed)  # noqa: S311
            here.group(PEOPLE)
            here.at("b1/words")
            waves: list[Seen] = []
            for number in range(2 * PAIRS_A_ROOM):
                if number:
                    here.asks_again()
                if number % 2 == 0:
                    order = chance.sample(PEOPLE, len(PEOPLE))
                waves.append(attackers._a_wave(here, order, chance, last=True))
            seen += list(zip(waves[::2], waves[1::2], strict=True))
    return {
        name: z(
            [
                sum(pair in set(zip(one.truth, other.truth, strict=True)) for pair in link(one, other))
                for one, other in seen
            ]
        )
        for name, link in LINKS.items()
    }
