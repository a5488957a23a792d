"""A welcome for whoever is new: what helped the others when they were new, read first by staff.

Staff say who is new. That person's phone shows the lines that were shown to the room. Their name is on the wall only
if they said yes to it themselves, and staff then showed it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.activities import asking
from facilitator.activities.activity import Approved, Around, Asked, State
from facilitator.activities.one_line import OneLine
from facilitator.errors import Refused

NAME_MOST = 40


class Welcome(OneLine):
    kind = "welcome"
    lives = True
    own_words = {  # noqa: RUF012 - a constant of the class; the contract's type says so
        "en": {
            "question": "What helped you when you were new here?",
            "starters": ["It helped me to", "You do not have to", "I wish you"],
        },
        "es": {
            "question": "¿Qué le ayudó al principio, cuando llegó a este grupo?",
            "starters": ["A mí me ayudó", "Usted no tiene que", "Le deseo"],
        },
    }
    ready_lines = (
        "I said nothing for two weeks, and that was fine.",
        "Someone kept a chair for me.",
        "I came back the second day. That was all.",
        "Nobody asked me to tell my whole story.",
        "I sat near the door until I did not need to.",
        "The coffee is bad. The people are good.",
    )

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        """Who is new stays so for the day; each names themselves anew."""
        new = sorted({seat for state in around.earlier for seat in state["new"]} & set(around.seats))
        return {"step": around.step, "new": new, "names": {}, "on_wall": []}

    def act(self, settings: Asked, state: State, seat: str, move: object, around: Around) -> dict[str, Any]:
        """`name` says yes to a name on the wall, `no_name` takes it back at once; only for whoever is new."""
        if seat not in state["new"]:
            raise Refused("not_yours", "This is for someone new. You can write a line to them.")
        match move:
            case {"do": "name", "name": str(name)} if 0 < len(asking.one_line(name)) <= NAME_MOST:
                return {**_nameless(state, seat), "names": {**state["names"], seat: asking.one_line(name)}}
            case {"do": "no_name"}:
                return _nameless(state, seat)
        raise Refused("move_shape", "This cannot be done here.")

    def lead(self, settings: Asked, state: State, move: object, around: Around) -> dict[str, Any]:
        """`new` and `not_new` with a seat; `show_name` and `hide_name` with one that said yes."""
        match move:
            case {"do": "new", "seat": str(seat)} if seat in around.seats:
                return {**state, "new": sorted({*state["new"], seat})}
            case {"do": "not_new", "seat": str(seat)}:
                return {**_nameless(state, seat), "new": [each for each in state["new"] if each != seat]}
            case {"do": "show_name", "seat": str(seat)} if seat in state["names"]:
                return {**state, "on_wall": sorted({*state["on_wall"], seat})}
            case {"do": "hide_name", "seat": str(seat)}:
                return {**state, "on_wall": [each for each in state["on_wall"] if each != seat]}
        raise Refused("move_shape", "This cannot be done here.")

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        lines = list(dict.fromkeys(card.text for card in cards if card.step == state["step"]))
        return {"lines": lines, "names": sorted(state["names"][seat] for seat in state["on_wall"])}

    def own(self, settings: Asked, state: State, seat: str, names: Mapping[str, str]) -> dict[str, Any]:
        if seat not in state["new"]:
            return {}
        shown = seat in state["on_wall"]
        return {"new": True, "called": names.get(seat, ""), "yes": seat in state["names"], "shown": shown}

    def led(self, settings: Asked, state: State) -> dict[str, Any]:
        return {"new": state["new"], "names": state["names"], "on_wall": state["on_wall"]}


def _nameless(state: State, seat: str) -> dict[str, Any]:
    """Without this person's name: a name that changes is shown anew, and one taken back is gone from the wall."""
    names = {other: name for other, name in state["names"].items() if other != seat}
    return {**state, "names": names, "on_wall": [other for other in state["on_wall"] if other != seat]}
