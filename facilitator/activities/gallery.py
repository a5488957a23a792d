"""A walk through the pictures whose makers agreed: all of them on the wall, or one after another.

It shows no picture that staff have not shown before, and one whose maker steps it down is gone at once.
"""

from collections.abc import Sequence
from typing import Any

from facilitator.activities import asking
from facilitator.activities.activity import ActivityKind, Approved, Around, Asked, Given, SettingsSchema, State, Tally
from facilitator.errors import Refused


class GallerySettings(SettingsSchema):
    question = asking.Text(300, required=True)


class Gallery(ActivityKind):
    kind = "gallery"
    Settings = GallerySettings
    lives = True

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        """All of them first. `at`: the card of the one that is looked at."""
        return {"at": None}

    def lead(self, settings: Asked, state: State, move: object, around: Around) -> dict[str, Any]:
        """`all`, `look` with the id of a picture, `next` and `back`."""
        hung = _hung(around.cards)
        if not hung:
            raise Refused("no_pictures", "No picture has been shown yet. Show one first.")
        match move:
            case {"do": "all"}:
                return {"at": None}
            case {"do": "look", "picture": str(picture)}:
                found = [card.id for card in hung if card.picture == picture]
                if not found:
                    raise Refused("gone", "This picture is no longer here. Its maker may have taken it back.")
                return {"at": found[0]}
            case {"do": "next" | "back" as way}:
                return {"at": _beside(hung, state["at"], 1 if way == "next" else -1)}
        raise Refused("move_shape", "This cannot be done here.")

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        """`pictures`: those of the `hung` ones to be seen now. `at`: which one it is, from 1; 0 while all are seen."""
        hung = _hung(cards)
        at = next((number for number, card in enumerate(hung, 1) if card.id == state["at"]), 0)
        seen = hung[at - 1 : at] if at else hung
        return {"pictures": [card.picture for card in seen], "hung": [card.picture for card in hung], "at": at}

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return {}

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {}

    def paper(self, settings: Asked) -> list[str]:
        return [settings["question"]]


def _hung(cards: Sequence[Approved]) -> list[Approved]:
    return [card for card in cards if card.picture]


def _beside(hung: Sequence[Approved], at: str | None, way: int) -> str:
    """The next or the one before; from all of them, the first or the last. Round and round."""
    names = [card.id for card in hung]
    here = names.index(at) if at in names else (-1 if way > 0 else 0)
    return names[(here + way) % len(names)]
