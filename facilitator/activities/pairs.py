"""Random twos or threes with something to talk about. Staff see them first, keep people apart, and nobody sits alone.

A person can be swapped without a reason. Each phone learns its own partners and no one else's.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from random import Random
from typing import Any

from facilitator.activities import asking
from facilitator.activities.activity import ActivityKind, Approved, Around, Asked, Given, SettingsSchema, State, Tally
from facilitator.errors import Refused

Groups = list[list[str]]
Two = tuple[str, str]
TRIES = 300
APART_MOST = 40


class PairsSettings(SettingsSchema):
    prompt = asking.Text(200, required=True)
    minutes = asking.whole(1, 30, load_default=5)
    size = asking.whole(2, 3, load_default=2)


class Pairs(ActivityKind):
    kind = "pairs"
    Settings = PairsSettings
    lives = True

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        apart = sorted({tuple(two) for state in around.earlier for two in state["apart"]})
        met = sorted({two for state in around.earlier for two in _met(state)})
        return _fresh(settings, around, [list(two) for two in apart], [list(two) for two in met])

    def act(self, settings: Asked, state: State, seat: str, move: object, around: Around) -> dict[str, Any]:
        """`{do: swap}`, without a reason, and `{do: join}` for someone who came late."""
        if not state["shown"]:
            raise Refused("not_yet", "Please wait a moment. The pairs are not ready yet.")
        match move:
            case {"do": "swap"}:
                return {**state, "groups": _swapped(state, seat, around.random)}
            case {"do": "join"}:
                return {**state, "groups": _joined(state["groups"], seat, state["apart"])}
        raise Refused("move_shape", "This cannot be done here.")

    def lead(self, settings: Asked, state: State, move: object, around: Around) -> dict[str, Any]:
        """`show`, `hide`, `again`, `mend` (who is here in, who is not out), `apart` and `near` with two seats."""
        match move:
            case {"do": "show"}:
                return {**state, "shown": True, "since": around.now}
            case {"do": "hide"}:
                return {**state, "shown": False, "since": None}
            case {"do": "again"}:
                return _fresh(settings, around, state["apart"], [list(two) for two in sorted(_met(state))])
            case {"do": "mend"}:
                return {**state, "groups": _mended(state, around.seats)}
            case {"do": "apart", "seats": [str(one), str(other)]} if one != other and {one, other} <= set(around.seats):
                return _kept_apart(settings, state, _two(one, other), around)
            case {"do": "near", "seats": [str(one), str(other)]}:
                return {**state, "apart": [two for two in state["apart"] if two != list(_two(one, other))]}
        raise Refused("move_shape", "This cannot be done here.")

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        return {"shown": state["shown"], "since": state["since"], "groups": len(state["groups"])}

    def own(self, settings: Asked, state: State, seat: str, names: Mapping[str, str]) -> dict[str, Any]:
        if not state["shown"]:
            return {}
        group: list[str] = next((group for group in state["groups"] if seat in group), [])
        return {"with": sorted(names.get(other, "") for other in group if other != seat)}

    def led(self, settings: Asked, state: State) -> dict[str, Any]:
        return {"groups": state["groups"], "apart": state["apart"]}

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return {}

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {}

    def paper(self, settings: Asked) -> list[str]:
        return [settings["prompt"], f"{settings['size']} · {settings['minutes']} min"]


def _fresh(settings: Asked, around: Around, apart: Groups, met: Groups) -> dict[str, Any]:
    groups = _drawn(settings["size"], around, apart, met)
    return {"groups": groups, "apart": apart, "met": met, "shown": False, "since": None}


def _drawn(size: int, around: Around, apart: Groups, met: Groups) -> Groups:
    """The best of many draws: nobody beside somebody to be kept apart from, then as few repeats as can be."""
    if len(around.seats) < 2:
        raise Refused("too_few", "Pairs need at least two people.")
    draws = (_dealt(size, around.seats, around.random) for _ in range(TRIES))
    best = min(draws, key=lambda groups: (_among(groups, apart), _among(groups, met)))
    if _among(best, apart):
        raise Refused("apart", "So many people cannot all be kept apart. Let two of them be near again.")
    return best


def _dealt(size: int, seats: Sequence[str], random: Random) -> Groups:
    """One after another into as many groups as there are to be: a three among twos, never somebody alone."""
    order = random.sample(seats, len(seats))
    count = max(1, len(order) // 2 if size == 2 else -(-len(order) // 3))
    return [order[at::count] for at in range(count)]


def _two(one: str, other: str) -> Two:
    return (one, other) if one < other else (other, one)


def _twos(groups: Iterable[Sequence[str]]) -> set[Two]:
    return {_two(*pair) for group in groups for pair in combinations(group, 2)}


def _among(groups: Groups, twos: Groups) -> int:
    return len(_twos(groups) & {(one, other) for one, other in twos})


def _met(state: State) -> set[Two]:
    """Who has sat together so far; a preview that no phone saw does not count."""
    return {(one, other) for one, other in state["met"]} | (_twos(state["groups"]) if state["shown"] else set())


def _kept_apart(settings: Asked, state: State, two: Two, around: Around) -> dict[str, Any]:
    apart = sorted({*map(tuple, state["apart"]), two})
    if len(apart) > APART_MOST:
        raise Refused("apart", "So many people cannot all be kept apart. Let two of them be near again.")
    kept = [list(each) for each in apart]
    if two not in _twos(state["groups"]):
        return {**state, "apart": kept}
    groups = _drawn(settings["size"], around, kept, [list(each) for each in sorted(_met(state))])
    return {**state, "apart": kept, "groups": groups}


def _swapped(state: State, seat: str, random: Random) -> Groups:
    """The seat changes places with somebody of another group, so that nobody is left over."""
    groups: Groups = state["groups"]
    mine = next((group for group in groups if seat in group), None)
    if mine is None:
        raise Refused("not_yours", "You are not in a group yet. Tap Join.")
    others = [other for group in groups if group is not mine for other in group]
    ways = [_exchanged(groups, seat, other) for other in random.sample(others, len(others))]
    ways = [way for way in ways if not _among(way, state["apart"])]
    if not ways:
        raise Refused("no_swap", "There is no one to swap with now. You may sit this one out, or talk to staff.")
    return ways[0]


def _exchanged(groups: Groups, one: str, other: str) -> Groups:
    places = {one: other, other: one}
    return [[places.get(seat, seat) for seat in group] for group in groups]


def _joined(groups: Groups, seat: str, apart: Groups) -> Groups:
    """One more person in the smallest group that may have them; the same if they are there already."""
    if any(seat in group for group in groups):
        return groups
    ways = [[[*each, seat] if each is group else each for each in groups] for group in sorted(groups, key=len)]
    may = [way for way in ways if not _among(way, apart)]
    if not may:
        raise Refused("no_place", "There is no group for you to join now. Please talk to staff.")
    return may[0]


def _mended(state: State, here: Sequence[str]) -> Groups:
    """Without those who have left; whoever came late or sits alone joins others."""
    left = [[seat for seat in group if seat in here] for group in state["groups"]]
    groups = [group for group in left if len(group) > 1]
    if not groups:
        raise Refused("too_few", "Too few people are left in their groups. Make new groups.")
    for seat in here:
        groups = _joined(groups, seat, state["apart"])
    return groups
