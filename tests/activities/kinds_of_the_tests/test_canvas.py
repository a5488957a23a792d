"""One picture made of tiles, a tile for each person. Each draws on their own; whose tile is whose, only they know."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from marshmallow import ValidationError, fields, validate

from facilitator.activities import asking
from facilitator.activities.activity import ActivityKind, Asked, Given, SettingsSchema, Tally
from facilitator.errors import Refused

STAFF = ""
"""A move that comes from no seat is a move of the staff: only they freeze the picture."""
STROKES_MOST = 50

_COORDINATE = fields.Integer(strict=True, validate=validate.Range(0, 1000))
_STROKE = fields.List(fields.Tuple((_COORDINATE, _COORDINATE)), validate=validate.Length(2, 200))


class CanvasSettings(SettingsSchema):
    prompt = asking.Text(200, required=True)


class Canvas(ActivityKind):
    kind = "test_canvas"
    Settings = CanvasSettings
    lives = True

    def initial(self, settings: Asked, seats: Sequence[str], random: Random) -> dict[str, Any]:
        order = random.sample(sorted(seats), len(seats))
        return {
            "places": {seat: place for place, seat in enumerate(order)},
            "tiles": [[] for _ in order],
            "frozen": False,
        }

    def act(self, settings: Asked, state: Mapping[str, Any], seat: str, move: object) -> dict[str, Any]:
        """`{stroke: [[x, y], …]}` with whole numbers from 0 to 1000, `{do: undo}`, and `{do: freeze}` from staff."""
        match move:
            case {"do": "freeze"} if seat == STAFF:
                return {**state, "frozen": True}
            case _ if state["frozen"]:
                raise Refused("frozen", "The picture is finished.")
            case {"do": "undo"}:
                return _redrawn(state, seat, _tile(state, seat)[:-1])
            case {"stroke": raw}:
                return _redrawn(state, seat, [*_tile(state, seat), _stroke(raw)])
        raise Refused("move_shape", "This cannot be done here.")

    def shared(self, settings: Asked, state: Mapping[str, Any]) -> dict[str, Any]:
        return {"tiles": state["tiles"], "frozen": state["frozen"]}

    def own(self, settings: Asked, state: Mapping[str, Any], seat: str) -> dict[str, Any]:
        return {"tile": state["places"].get(seat)}

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return {}

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {}

    def paper(self, settings: Asked) -> list[str]:
        return [settings["prompt"]]


def _tile(state: Mapping[str, Any], seat: str) -> list[Any]:
    if seat not in state["places"]:
        raise Refused("not_yours", "There is no tile for you in this picture.")
    return list(state["tiles"][state["places"][seat]])


def _redrawn(state: Mapping[str, Any], seat: str, strokes: list[Any]) -> dict[str, Any]:
    if len(strokes) > STROKES_MOST:
        raise Refused("full", "Your tile is full. Take back a line first.")
    place = state["places"][seat]
    return {**state, "tiles": [strokes if at == place else tile for at, tile in enumerate(state["tiles"])]}


def _stroke(raw: object) -> list[list[int]]:
    try:
        return [list(point) for point in _STROKE.deserialize(raw) or []]
    except ValidationError as problem:
        raise Refused("move_shape", "This line cannot be drawn. Please try again.") from problem
