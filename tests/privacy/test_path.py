"""The properties on the whole path, in short; `make privacy` tries them at length and prints their figures.

Every leak of `path/leaks.py` is planted once, and the property that has to see it does. The shape on the wire needs a
browser, and is with the journeys.
"""

import pytest

from tests.privacy.path import properties
from tests.privacy.path.leaks import LEAKS, Leak
from tests.privacy.path.properties import PROPERTIES, Property

SEED = 1


HERE = [each for each in PROPERTIES if each.name != "shape"]
NAMES = {each.name for each in HERE}


@pytest.mark.parametrize("each", HERE, ids=lambda each: each.name)
def test_it_holds_from_the_door_to_the_disk(each: Property) -> None:
    assert each.run(each.short, SEED).wrong == []


@pytest.mark.parametrize(
    "leak", [leak for leak in LEAKS if leak.caught_by in NAMES], ids=lambda leak: f"{leak.name}, by {leak.caught_by}"
)
def test_a_planted_leak_is_caught(leak: Leak) -> None:
    (each,) = [one for one in PROPERTIES if one.name == leak.caught_by]

    assert properties.caught(each, leak, SEED)
