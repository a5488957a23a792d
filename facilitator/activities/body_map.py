"""Where in the body something is felt; or, as an equal choice, the weather inside. No intimate places."""

from collections.abc import Sequence
from random import Random
from typing import Any

from marshmallow import Schema, fields, validate

from facilitator.activities import asking, counting
from facilitator.activities.activity import PROMISES, ActivityKind, Asked, Given, SettingsSchema, Tally, promise_field
from facilitator.activities.weather_map import WEATHER, in_order, weather_field
from facilitator.errors import Refused

PLACES = {
    "head": "Head / Cabeza",
    "face": "Face / Cara",
    "throat": "Throat / Garganta",
    "shoulders": "Shoulders / Hombros",
    "chest": "Chest / Pecho",
    "arms": "Arms / Brazos",
    "hands": "Hands / Manos",
    "belly": "Belly / Vientre",
    "back": "Back / Espalda",
    "legs": "Legs / Piernas",
    "feet": "Feet / Pies",
}
STRENGTHS = ("felt", "light", "medium", "strong")
"""How strong it is there; `felt` is for whoever leaves that out."""


class BodyMapSettings(SettingsSchema):
    question = asking.Text(200, required=True)
    strength = fields.Boolean(load_default=True, truthy={True}, falsy={False})
    promise = promise_field()


class BodyMapAnswer(Schema):
    places = fields.Dict(
        keys=fields.String(validate=validate.OneOf(PLACES)),
        values=fields.String(validate=validate.OneOf(STRENGTHS)),
        validate=validate.Length(1),
    )
    weather = weather_field()


class BodyMap(ActivityKind):
    kind = "body_map"
    Settings = BodyMapSettings
    Answer = BodyMapAnswer
    promises = PROMISES
    frame_bytes = 512

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        if len(answer) != 1:
            raise Refused("answer_shape", "Please choose places or weather, one of the two.")
        if "weather" in answer:
            answer["weather"] = in_order(answer["weather"])
            return
        places = answer["places"]
        if not settings["strength"] and set(places.values()) != {"felt"}:
            raise Refused("answer_shape", "Only the place is asked for here.")
        answer["places"] = {place: places[place] for place in PLACES if place in places}

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        """Places and weather are counted together: who took which of the two ways is not told apart."""
        chosen = [[*answer.get("places", ()), *answer.get("weather", ())] for answer in answers]
        return counting.of_choices(settings, [*PLACES, *WEATHER], chosen)

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        places = answer.get("places", {})
        return {**{place: places.get(place) for place in PLACES}, "weather": " ".join(answer.get("weather", ()))}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        if chance.random() < 0.25:
            return {"weather": [chance.choice(list(WEATHER))]}
        strengths = STRENGTHS if settings["strength"] else STRENGTHS[:1]
        return {"places": {place: chance.choice(strengths) for place in chance.sample(list(PLACES), 2)}}

    def paper(self, settings: Asked) -> list[str]:
        or_weather = "— " + "   ".join(f"☐ {word}" for word in WEATHER.values())
        return [settings["question"], *(f"☐ {word}" for word in PLACES.values()), or_weather]
