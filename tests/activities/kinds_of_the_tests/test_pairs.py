"""The group in random twos, and a three where the number is odd, with something to talk about. Nobody sits alone.

Each phone learns its own partners and no one else's.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.activities import asking
from facilitator.activities.activity import ActivityKind, Approved, Around, Asked, Given, SettingsSchema, State, Tally
from facilitator.errors import Refused


class PairsSettings(SettingsSchema):
    prompt = asking.Text(200, required=True)


class Pairs(ActivityKind):
    kind = "test_pairs"
    Settings = PairsSettings
    lives = True

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        if len(around.seats) < 2:
            raise Refused("too_few", "Pairs need at least two people.")
        order = around.random.sample(around.seats, len(around.seats))
        pairs = [order[at : at + 2] for at in range(0, len(order) - 1, 2)]
        if len(order) % 2:
            pairs[-1].append(order[-1])
        return {"pairs": pairs, "done": []}

    def act(self, settings: Asked, state: State, seat: str, move: object, around: Around) -> dict[str, Any]:
        """`{do: join}` for someone who came late, `{do: done}` for a pair that has talked."""
        match move:
            case {"do": "join"}:
                return {**state, "pairs": _with(state["pairs"], seat)}
            case {"do": "done"}:
                return {**state, "done": sorted({*state["done"], *_pair_of(state, seat)})}
        raise Refused("move_shape", "This cannot be done here.")

    def lead(self, settings: Asked, state: State, move: object, around: Around) -> dict[str, Any]:
        """`{do: shuffle}`: everybody who is here now, in new pairs."""
        if move != {"do": "shuffle"}:
            raise Refused("move_shape", "This cannot be done here.")
        return self.initial(settings, around)

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        done = sum(set(pair) <= set(state["done"]) for pair in state["pairs"])
        return {"pairs": len(state["pairs"]), "done": done}

    def own(self, settings: Asked, state: State, seat: str, names: Mapping[str, str]) -> dict[str, Any]:
        pair = next((pair for pair in state["pairs"] if seat in pair), [])
        return {"with": [names.get(other, "") for other in pair if other != seat]}

    def led(self, settings: Asked, state: State) -> dict[str, Any]:
        return {"pairs": state["pairs"]}

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return {}

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {}

    def paper(self, settings: Asked) -> list[str]:
        return [settings["prompt"]]


def _pair_of(state: State, seat: str) -> list[str]:
    for pair in state["pairs"]:
        if seat in pair:
            return list(pair)
    raise Refused("not_yours", "You are not in a pair yet. Tap Join.")


def _with(pairs: list[list[str]], seat: str) -> list[list[str]]:
    """The pairs with one more person, in the smallest of them; the same if the person is there already."""
    if any(seat in pair for pair in pairs):
        return pairs
    smallest = min(pairs, key=len)
    return [[*pair, seat] if pair is smallest else pair for pair in pairs]
