"""The group writes a song: lines from phones, which the facilitator builds into verses and a chorus while all look on.

A line waits for staff like any other words, and leaves the song when its writer takes it back. The sheet that people
may keep carries a line only where its writer ticked that it may. Whoever sends a tick anew sends the line anew: it
waits again, so that nothing is shown or kept that was agreed to before and not now.
"""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from marshmallow import Schema, fields

from facilitator.activities import asking
from facilitator.activities.activity import Approved, Around, Asked, Given, State
from facilitator.activities.one_line import LineSettings, OneLine
from facilitator.errors import Refused

LINE_MOST = 140
PARTS_MOST = 12
LINES_MOST = 12
Part = Mapping[str, Any]
"""`{id, what, lines: [{id, card} or {id, text}]}`, or `{id, same}` for a chorus that comes again."""


class SongwritingSettings(LineSettings):
    most = asking.whole(40, LINE_MOST, load_default=100)
    sheet = fields.Boolean(load_default=True)
    """Whether people may keep the song, with the lines whose writers agree."""


class SongwritingAnswer(Schema):
    text = asking.Text(LINE_MOST, required=True)
    keep = fields.Boolean(required=True, truthy={True}, falsy={False})
    """Always there, so that a line without the tick has the same shape."""


class Songwriting(OneLine):
    kind = "songwriting"
    Settings = SongwritingSettings
    Answer = SongwritingAnswer
    frame_bytes = 768
    lives = True
    own_words = {  # noqa: RUF012 - a constant of the class; the contract's type says so
        "en": {"question": "One line for our song"},
        "es": {"question": "Un verso para nuestra canción"},
    }
    ready_lines = (
        "I put the kettle on and let the morning in",
        "There is a light on in the hall",
        "One day, and then the next one",
        "I called you back before the rain",
        "We learn the road by walking slow",
    )

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        super().fits(settings, answer)
        if answer["keep"] and not settings["sheet"]:
            raise Refused("answer_shape", "There is no sheet to keep here. Please send your line without the tick.")

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {**super().export(settings, answer), "keep": "yes" if answer["keep"] else "no"}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        return {**super().pretend(settings, chance), "keep": settings["sheet"] and chance.random() < 0.7}

    def paper(self, settings: Asked) -> list[str]:
        tick = ["☐ My line may stand on the sheet people keep / Mi verso puede ir en la hoja que se llevan"]
        return [*super().paper(settings), *(tick if settings["sheet"] else [])]

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        """Asked again, the song goes on where it was."""
        before = next((state for state in reversed(around.earlier) if state["step"] == around.step), None)
        return dict(before) if before else {"step": around.step, "made": 1, "parts": [_new("p1", "verse")]}

    def lead(self, settings: Asked, state: State, move: object, around: Around) -> dict[str, Any]:
        """A `part` (verse or chorus), a chorus `again`; into a part `add` a shown card or `write` a line; `move` or
        take `out` either of them, by its id.
        """
        parts = _standing(state["parts"], around.cards)
        state = {**state, "parts": parts}
        match move:
            case {"do": "part", "what": "verse" | "chorus" as what}:
                return _with_part(state, _new(_name(state), what))
            case {"do": "again", "part": str(name)} if any(_is_chorus(part, name) for part in parts):
                return _with_part(state, {"id": _name(state), "same": name})
            case {"do": "add", "part": str(name), "card": str(card)}:
                return _with_line(state, name, {"card": _free(state, card, around)})
            case {"do": "write", "part": str(name), "text": str(text)} if 0 < len(asking.one_line(text)) <= LINE_MOST:
                return _with_line(state, name, {"text": asking.one_line(text)})
            case {"do": "move", "id": str(name), "by": (1 | -1) as by} if not isinstance(by, bool | float):
                return {**state, "parts": _line_moved(_part_moved(parts, name, by), name, by)}
            case {"do": "out", "id": str(name)}:
                return {**state, "parts": _without(parts, name)}
        raise Refused("move_shape", "This cannot be done here.")

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        """`kept` says whether a line may stand on the sheet. Of whose line it is nothing is told."""
        shown = {card.id: card for card in cards}
        told: dict[str, dict[str, Any]] = {
            part["id"]: {
                "what": part["what"],
                "lines": [line for each in part["lines"] if (line := _told(each, shown))],
            }
            for part in state["parts"]
            if "lines" in part
        }
        return {
            "parts": [
                {"id": part["id"], "again": "same" in part, **told[part.get("same", part["id"])]}
                for part in state["parts"]
            ]
        }

    def led(self, settings: Asked, state: State) -> dict[str, Any]:
        """Which cards have found their place."""
        return {"cards": [line["card"] for line in _lines(state["parts"]) if "card" in line]}


def _told(line: Mapping[str, str], shown: Mapping[str, Approved]) -> dict[str, Any] | None:
    """A line as all see it; None for one that its writer took back."""
    if "text" in line:
        return {"id": line["id"], "text": line["text"], "kept": True}
    card = shown.get(line["card"])
    return {"id": line["id"], "text": card.text, "kept": bool(card.answer.get("keep"))} if card else None


def _standing(parts: Sequence[Part], cards: Sequence[Approved]) -> list[Part]:
    """Without lines that their writers took back."""
    shown = {card.id for card in cards}
    return [
        {**part, "lines": [line for line in part["lines"] if line.get("card", "") in shown or "text" in line]}
        if "lines" in part
        else part
        for part in parts
    ]


def _lines(parts: Sequence[Part]) -> list[Mapping[str, str]]:
    return [line for part in parts for line in part.get("lines", ())]


def _new(name: str, what: str) -> dict[str, Any]:
    return {"id": name, "what": what, "lines": []}


def _name(state: State) -> str:
    return f"p{state['made'] + 1}"


def _is_chorus(part: Part, name: str) -> bool:
    return bool(part["id"] == name and part.get("what") == "chorus")


def _free(state: State, card: str, around: Around) -> str:
    shown = {each.id for each in around.cards if each.step == around.step}
    if card not in shown or card in {line.get("card") for line in _lines(state["parts"])}:
        raise Refused("gone", "This line is not on the wall now, or it is in the song.")
    return card


def _with_part(state: State, part: Part) -> dict[str, Any]:
    if len(state["parts"]) >= PARTS_MOST:
        raise Refused("full", f"A song here has at most {PARTS_MOST} parts. Take one out first.")
    return {**state, "made": state["made"] + 1, "parts": [*state["parts"], part]}


def _with_line(state: State, name: str, line: Mapping[str, str]) -> dict[str, Any]:
    into = next((part for part in state["parts"] if part["id"] == name and "lines" in part), None)
    if into is None:
        raise Refused("gone", "This part is no longer in the song.")
    if len(into["lines"]) >= LINES_MOST:
        raise Refused("full", f"A part has at most {LINES_MOST} lines. Begin another one.")
    made = state["made"] + 1
    grown = {**into, "lines": [*into["lines"], {"id": f"l{made}", **line}]}
    return {**state, "made": made, "parts": [grown if part is into else part for part in state["parts"]]}


def _swapped(things: Sequence[Any], at: int, by: int) -> list[Any]:
    to = at + by
    after = list(things)
    if 0 <= to < len(after):
        after[at], after[to] = after[to], after[at]
    return after


def _part_moved(parts: Sequence[Part], name: str, by: int) -> list[Part]:
    at = next((place for place, part in enumerate(parts) if part["id"] == name), None)
    return list(parts) if at is None else _swapped(parts, at, by)


def _line_moved(parts: Sequence[Part], name: str, by: int) -> list[Part]:
    """Within its part; past the first or the last line it goes over into the part beside."""
    homes = [place for place, part in enumerate(parts) if "lines" in part]
    here = next((place for place in homes if any(line["id"] == name for line in parts[place]["lines"])), None)
    if here is None:
        return list(parts)
    lines = parts[here]["lines"]
    at = next(place for place, line in enumerate(lines) if line["id"] == name)
    if 0 <= at + by < len(lines):
        return [{**part, "lines": _swapped(lines, at, by)} if part is parts[here] else part for part in parts]
    beside = homes[next_to] if 0 <= (next_to := homes.index(here) + by) < len(homes) else here
    if beside == here or len(parts[beside]["lines"]) >= LINES_MOST:
        return list(parts)
    taken, kept = lines[at], [line for line in lines if line["id"] != name]
    before = parts[beside]["lines"]
    after = {here: kept, beside: [taken, *before] if by > 0 else [*before, taken]}
    return [{**part, "lines": after[place]} if place in after else part for place, part in enumerate(parts)]


def _without(parts: Sequence[Part], name: str) -> list[Part]:
    """Without this line, or this part and each time it comes again."""
    left = [part for part in parts if name not in (part["id"], part.get("same"))]
    return [
        {**part, "lines": [line for line in part["lines"] if line["id"] != name]} if "lines" in part else part
        for part in left
    ]
