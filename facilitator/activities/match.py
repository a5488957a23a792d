"""Words and what they mean, to be put together by tables, or by each phone for itself: by tap or by keys, on no clock.

Which belongs to which is on the tablet alone until staff show it, one after another, each with the reason why.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate, validates_schema

from facilitator.activities import asking, tables
from facilitator.activities.activity import ActivityKind, Approved, Around, Asked, Given, SettingsSchema, State, Tally
from facilitator.activities.tables import MARKS
from facilitator.errors import Refused

PAIRS_LEAST, PAIRS_MOST = 3, 8
LETTERS = "ABCDEFGH"
Board = list[int | None]
"""For each word the place of the meaning put to it."""


class MatchPair(Schema):
    class Meta:
        unknown = RAISE

    term = asking.Text(60, required=True)
    meaning = asking.Text(140, required=True)
    why = asking.Text(300)
    source = asking.Text(200)


class MatchSettings(SettingsSchema):
    question = asking.Text(200)
    pairs = fields.List(fields.Nested(MatchPair), required=True, validate=validate.Length(PAIRS_LEAST, PAIRS_MOST))
    board = asking.choice("table", "phone", load_default="table")
    tables = asking.whole(tables.TABLES_LEAST, tables.TABLES_MOST, load_default=3)

    @validates_schema(skip_on_field_errors=False)
    def each_is_there_once(self, data: Mapping[str, Any], **_: Any) -> None:
        for name in ("term", "meaning"):
            said = [pair.get(name) for pair in data.get("pairs", [])]
            for place, text in enumerate(said):
                if text is not None and text in said[:place]:
                    raise ValidationError({"pairs": {place: {name: ["is there twice; each one needs its own words"]}}})


class Match(ActivityKind):
    kind = "match"
    Settings = MatchSettings
    lives = True

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        """`order`: at each place among the meanings, the pair that it belongs to."""
        order = list(range(len(settings["pairs"])))
        while order == sorted(order):
            around.random.shuffle(order)
        sits = tables.as_they_sat(around, settings["tables"])
        return {"sits": sits, "order": order, "boards": {}, "shown": 0}

    def act(self, settings: Asked, state: State, seat: str, move: object, around: Around) -> dict[str, Any]:
        """Picking a table, and `{do: put, term, meaning}` on its board; `meaning` is None to take it back."""
        if settings["board"] == "table":
            sitting = tables.seated(state, seat, move, settings["tables"])
            if sitting is not None:
                return sitting
            match move:
                case {"do": "put", "term": int(term), "meaning": int() | None as meaning}:
                    return _put(state, tables.table_of(state, seat), term, meaning)
        raise Refused("move_shape", "This cannot be done here.")

    def lead(self, settings: Asked, state: State, move: object, around: Around) -> dict[str, Any]:
        """`show` the next pair, `all` of them, `hide` them again; `put` for a table without a phone."""
        match move:
            case {"do": "show"} if state["shown"] < len(state["order"]):
                return {**state, "shown": state["shown"] + 1}
            case {"do": "all"}:
                return {**state, "shown": len(state["order"])}
            case {"do": "hide"}:
                return {**state, "shown": 0}
            case {"do": "put", "table": str(table), "term": int(term), "meaning": int() | None as meaning}:
                if table in MARKS[: settings["tables"]] and settings["board"] == "table":
                    return _put(state, table, term, meaning)
        raise Refused("move_shape", "This cannot be done here.")

    def told(self, settings: Asked, state: State | None) -> dict[str, Any]:
        """Words and meanings apart, and of the pairs only those that are shown: where their meaning stands, and why."""
        pairs = settings["pairs"]
        order = state["order"] if state else _by_letter(pairs)
        shown = [
            {"meaning": order.index(place), **{name: pair[name] for name in ("why", "source") if name in pair}}
            for place, pair in enumerate(pairs[: state["shown"] if state else 0])
        ]
        return {
            **{name: value for name, value in settings.items() if name != "pairs"},
            "terms": [pair["term"] for pair in pairs],
            "meanings": [pairs[place]["meaning"] for place in order],
            "shown": shown,
        }

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        boards = [board for board in state["boards"].values() if any(meaning is not None for meaning in board)]
        right = [state["order"].index(place) for place in range(state["shown"])]
        found = [
            tables.found_by(sum(board[term] == meaning for board in boards), len(boards))
            for term, meaning in enumerate(right)
        ]
        return {"of": len(state["order"]), "found": found}

    def own(self, settings: Asked, state: State, seat: str, names: Mapping[str, str]) -> dict[str, Any]:
        if settings["board"] == "phone" or seat not in state["sits"]:
            return {}
        table = state["sits"][seat]
        return {"table": table, "board": state["boards"].get(table, _empty(state))}

    def led(self, settings: Asked, state: State) -> dict[str, Any]:
        phones = tables.phones_at(state, settings["tables"])
        boards = {mark: state["boards"].get(mark, _empty(state)) for mark in phones}
        return {"phones": phones, "boards": boards, "order": state["order"]}

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return {}

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {}

    def paper(self, settings: Asked) -> list[str]:
        pairs = settings["pairs"]
        meanings = [pairs[place]["meaning"] for place in _by_letter(pairs)]
        question = [settings["question"]] if "question" in settings else []
        terms = [f"{pair['term']}  ____" for pair in pairs]
        return [*question, *terms, *(f"{letter}  {text}" for letter, text in zip(LETTERS, meanings, strict=False))]

    def solution(self, settings: Asked) -> list[str]:
        return [_solved(pair) for pair in settings["pairs"]]


def _empty(state: State) -> Board:
    return [None] * len(state["order"])


def _put(state: State, table: str, term: int, meaning: int | None) -> dict[str, Any]:
    """A meaning belongs to one word at a time: put to another, it leaves the one before."""
    if state["shown"]:
        raise Refused("moved_on", "The answers are on the way now. The boards stay as they are.")
    places = range(len(state["order"]))
    if term not in places or not (meaning is None or meaning in places):
        raise Refused("move_shape", "Please choose from the list.")
    before: Board = state["boards"].get(table, _empty(state))
    board = [None if meaning is not None and there == meaning else there for there in before]
    board[term] = None if meaning is None else int(meaning)
    return {**state, "boards": {**state["boards"], table: board}}


def _by_letter(pairs: Sequence[Mapping[str, Any]]) -> list[int]:
    """An order of the meanings that tells nothing, for paper and before a group has met it."""
    return sorted(range(len(pairs)), key=lambda place: str(pairs[place]["meaning"]).casefold())


def _solved(pair: Mapping[str, Any]) -> str:
    source = [f"({pair['source']})"] if "source" in pair else []
    return " ".join([f"{pair['term']}: {pair['meaning']}", *([pair["why"]] if "why" in pair else []), *source])
