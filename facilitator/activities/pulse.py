"""A silent beat that every screen shares and that slowly changes its tempo. People tap along, or only watch.

How near the group is to the beat is said in a word, never of one person: each phone tells one of three words for every
eight beats, and what is told of them is told as `counting` tells: by what most do, and not at all below six or *k*.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.activities import asking
from facilitator.activities.activity import ActivityKind, Approved, Around, Asked, Given, SettingsSchema, State, Tally
from facilitator.activities.counting import WORDS_FROM
from facilitator.errors import Refused

SLOWEST, FASTEST = 40, 150
"""Beats in a minute. The fastest is two and a half in a second: what changes on a screen stays below three."""
ROUND = 8
"""So many beats make a round, and a phone tells one word for each."""
LEAD_IN_MS = 4_000
HOWS = ("close", "near", "apart")


class PulseSettings(SettingsSchema):
    fro = asking.whole(SLOWEST, FASTEST, data_key="from", attribute="from", load_default=90)
    to = asking.whole(SLOWEST, FASTEST, load_default=60)
    minutes = asking.whole(1, 5, load_default=2)
    note = asking.Text(200)


class Pulse(ActivityKind):
    kind = "pulse"
    Settings = PulseSettings
    lives = True

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        return {"at": None, "round": -1, "said": {}, "course": []}

    def act(self, settings: Asked, state: State, seat: str, move: object, around: Around) -> dict[str, Any]:
        """`{do: tapped, round, how}`: how near this phone's taps were to the beat in a round that has just ended."""
        match move:
            case {"do": "tapped", "round": int(number), "how": str(how)} if how in HOWS:
                _must_be_now(settings, state, number, around.now)
                after = state if number == state["round"] else {**_told(state, around), "round": number}
                if seat in after["said"]:
                    raise Refused("slow_down", "Once in eight beats is enough.")
                return {**after, "said": {**after["said"], seat: how}}
        raise Refused("move_shape", "This cannot be done here.")

    def lead(self, settings: Asked, state: State, move: object, around: Around) -> dict[str, Any]:
        match move:
            case {"do": "start"}:
                return {**self.initial(settings, around), "at": around.now + LEAD_IN_MS}
            case {"do": "stop"}:
                return {**_told(state, around), "at": None}
        raise Refused("move_shape", "This cannot be done here.")

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        """`course`: a word for each round that is over. A round under way is told to nobody, so no tap shows."""
        return {"at": state["at"], "course": state["course"]}

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return {}

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {}

    def paper(self, settings: Asked) -> list[str]:
        first, last, minutes = settings["from"], settings["to"], settings["minutes"]
        note = [settings["note"]] if "note" in settings else []
        return [
            *note,
            f"Clap or tap a foot together: from {first} beats a minute to {last}, in {minutes} min. Or just listen.",
            f"Den palmadas o marquen con el pie: de {first} golpes por minuto a {last}, en {minutes} min. O escuchen.",
        ]


def _must_be_now(settings: Asked, state: State, number: int, now: int) -> None:
    """A round is told in the one after it, or at its very end; and never one before it was told."""
    if state["at"] is None:
        raise Refused("not_yet", "The beat is not running.")
    current = int(beats(settings, (now - state["at"]) / 60_000) // ROUND)
    if isinstance(number, bool) or not max(0, current - 1, state["round"]) <= number <= current:
        raise Refused("too_late", "Those beats are over.")


def beats(settings: Asked, minutes: float) -> float:
    """How many beats there have been: the tempo goes evenly from the first to the last, and stays there."""
    whole, first, last = settings["minutes"], settings["from"], settings["to"]
    inside = max(0.0, min(minutes, whole))
    return float(first * inside + (last - first) * inside**2 / (2 * whole) + last * max(0.0, minutes - whole))


def _told(state: State, around: Around) -> dict[str, Any]:
    """The state with a word for the round that ends; what each phone told is forgotten."""
    course = (
        [*state["course"], _word(state["said"], max(WORDS_FROM, around.k))] if state["round"] >= 0 else state["course"]
    )
    return {**state, "round": -1, "said": {}, "course": course}


def _word(said: Mapping[str, str], least: int) -> str:
    n, told = len(said), list(said.values())
    if n < least:
        return "few"
    if 2 * told.count("close") > n:
        return "together"
    return "closer" if 2 * (n - told.count("apart")) > n else "apart"
