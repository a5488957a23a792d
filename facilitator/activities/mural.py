"""One picture of the whole group: everybody has a place on it, and what they draw is there once staff have shown it.

Places are dealt by chance, so that none tells whose it is. Staff can hold the mural still and let it go on.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.activities.activity import Approved, Around, Asked, State
from facilitator.activities.pieces import PieceKind, PieceSettings
from facilitator.errors import Refused


class Mural(PieceKind):
    kind = "mural"
    Settings = PieceSettings
    lives = True

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        """`still`: the tiles that are on the mural while it is held still; None while it grows."""
        dealt = around.random.sample(around.seats, len(around.seats))
        return {"step": around.step, "places": {seat: place for place, seat in enumerate(dealt, 1)}, "still": None}

    def lead(self, settings: Asked, state: State, move: object, around: Around) -> dict[str, Any]:
        """`hold` and `go_on`."""
        match move:
            case {"do": "hold"}:
                return {**state, "still": [card.id for card in _tiles(state, around.cards)]}
            case {"do": "go_on"}:
                return {**state, "still": None}
        raise Refused("move_shape", "This cannot be done here.")

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        tiles = [card for card in _tiles(state, cards) if state["still"] is None or card.id in state["still"]]
        on = _placed(state, tiles)
        return {
            "tiles": [{"place": place, "picture": picture} for place, picture in sorted(on.items())],
            "pictures": sorted(on.values()),
            "places": max([len(state["places"]), *on]),
            "still": state["still"] is not None,
        }

    def own(self, settings: Asked, state: State, seat: str, names: Mapping[str, str]) -> dict[str, Any]:
        return {"place": state["places"][seat]} if seat in state["places"] else {}


def _tiles(state: State, cards: Sequence[Approved]) -> list[Approved]:
    """What was shown of this step, asked again or not."""
    return [card for card in cards if card.picture and card.step == state["step"]]


def _placed(state: State, tiles: Sequence[Approved]) -> dict[int, str]:
    """Place → picture, the newest of each person. Whoever came late stands behind the others."""
    newest = {card.seat: card.picture for card in tiles}
    late = [seat for seat in newest if seat not in state["places"]]
    behind = {seat: len(state["places"]) + number for number, seat in enumerate(late, 1)}
    return {state["places"].get(seat) or behind[seat]: picture for seat, picture in newest.items()}
