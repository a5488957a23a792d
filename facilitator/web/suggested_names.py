"""Names to be called by, for whoever would rather not think of one: quiet things out of doors, nobody's name."""

from collections.abc import Sequence
from random import Random

_NAMES = {
    "en": ("River", "Sky", "Maple", "Harbor", "Meadow", "Cedar", "Ocean", "Willow", "Stone", "Heron", "Breeze", "Fern"),
    "es": ("Río", "Cielo", "Roble", "Puerto", "Prado", "Cedro", "Mar", "Sauce", "Piedra", "Garza", "Brisa", "Helecho"),
}
SUGGESTED = 4


def some(language: str, chance: Random) -> Sequence[str]:
    """A few of them, others each time, so that not everybody takes the first."""
    return chance.sample(_NAMES.get(language, _NAMES["en"]), SUGGESTED)
