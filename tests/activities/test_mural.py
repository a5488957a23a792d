"""A mural held still takes nothing new, lets go of what its maker takes back, and deals places by chance."""

from random import Random
from typing import Any

from facilitator.activities.activity import Approved, Around
from facilitator.activities.kinds import find

MURAL = find("mural")
SETTINGS = {"question": "?", "promise": "named"}
SEATS = ("seat-ana", "seat-ben", "seat-chris")


def tile(seat: str, picture: str, revision: int = 1) -> Approved:
    return Approved(f"r1.{seat}.{revision}.words", "r1", "b1/draw", "words", "", {}, picture, seat)


def room(*cards: Approved, seed: int = 1) -> Around:
    return Around(now=0, random=Random(seed), seats=SEATS, cards=cards, step="b1/draw")  # noqa: S311


def seen(state: dict[str, Any], *cards: Approved) -> list[str]:
    pictures: list[str] = MURAL.shared(SETTINGS, state, cards)["pictures"]
    return pictures


def test_held_still_it_takes_nothing_new_until_it_goes_on() -> None:
    ana, ben = tile("seat-ana", "p-ana"), tile("seat-ben", "p-ben")
    held = MURAL.lead(SETTINGS, MURAL.initial(SETTINGS, room()), {"do": "hold"}, room(ana))
    changed = tile("seat-ana", "p-ana-2", revision=2)

    assert seen(held, ana, ben) == ["p-ana"]
    assert seen(held, ben, changed) == []
    assert seen(MURAL.lead(SETTINGS, held, {"do": "go_on"}, room(ana, ben)), ana, ben) == ["p-ana", "p-ben"]


def test_what_its_maker_takes_back_goes_from_a_mural_that_is_held_still_too() -> None:
    ana, ben = tile("seat-ana", "p-ana"), tile("seat-ben", "p-ben")
    held = MURAL.lead(SETTINGS, MURAL.initial(SETTINGS, room()), {"do": "hold"}, room(ana, ben))

    assert seen(held, ben) == ["p-ben"]


def test_places_are_dealt_by_chance_and_each_person_has_one() -> None:
    dealt = [MURAL.initial(SETTINGS, room(seed=seed))["places"] for seed in range(20)]

    assert all(sorted(places.values()) == [1, 2, 3] for places in dealt)
    assert len({tuple(places.items()) for places in dealt}) > 1
