"""One picture made of tiles, a tile for each person. Each draws on their own; whose tile is whose, only they know."""

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import ValidationError, fields, validate

from facilitator.activities import asking
from facilitator.activities.activity import ActivityKind, Approved, Around, Asked, Given, SettingsSchema, State, Tally
from facilitator.errors import Refused

STROKES_MOST = 50

_COORDINATE = fields.Integer(strict=True, validate=validate.Range(0, 1000))
_STROKE = fields.List(fields.Tuple((_COORDINATE, _COORDINATE)), validate=validate.Length(2, 200))


class CanvasSettings(SettingsSchema):
    prompt = asking.Text(200, required=True)


class Canvas(ActivityKind):
    kind = "test_canvas"
    Settings = CanvasSettings
    lives = True

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        order = around.random.sample(around.seats, len(around.seats))
        return {
            "places": {seat: place for place, seat in enumerate(order)},
            "tiles": [[] for _ in order],
            "frozen": False,
        }

    def act(self, settings: Asked, state: State, seat: str, move: object, around: Around) -> dict[str, Any]:
        """`{stroke: [[x, y], …]}` with whole numbers from 0 to 1000, and `{do: undo}`."""
        match move:
            case _ if state["frozen"]:
                raise Refused("frozen", "The picture is finished.")
            case {"do": "undo"}:
                return _redrawn(state, seat, _tile(state, seat)[:-1])
            case {"stroke": raw}:
                return _redrawn(state, seat, [*_tile(state, seat), _stroke(raw)])
        raise Refused("move_shape", "This cannot be done here.")

    def lead(self, settings: Asked, state: State, move: object, around: Around) -> dict[str, Any]:
        """`{frozen: true}` and `{frozen: false}`."""
        match move:
            case {"frozen": bool(frozen)}:
                return {**state, "frozen": frozen}
        raise Refused("move_shape", "This cannot be done here.")

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        return {"tiles": state["tiles"], "frozen": state["frozen"]}

    def own(self, settings: Asked, state: State, seat: str, names: Mapping[str, str]) -> dict[str, Any]:
        return {"tile": state["places"].get(seat)}

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return {}

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {}

    def paper(self, settings: Asked) -> list[str]:
        return [settings["prompt"]]


def _tile(state: State, seat: str) -> list[Any]:
    if seat not in state["places"]:
        raise Refused("not_yours", "There is no tile for you in this picture.")
    return list(state["tiles"][state["places"][seat]])


def _redrawn(state: State, seat: str, strokes: list[Any]) -> dict[str, Any]:
    if len(strokes) > STROKES_MOST:
        raise Refused("full", "Your tile is full. Take back a line first.")
    place = state["places"][seat]
    return {**state, "tiles": [strokes if at == place else tile for at, tile in enumerate(state["tiles"])]}


def _stroke(raw: object) -> list[list[int]]:
    try:
        return [list(point) for point in _STROKE.deserialize(raw) or []]
    except ValidationError as problem:
        raise Refused("move_shape", "This line cannot be drawn. Please try again.") from problem
