"""The weather inside: one or two of eight, for what has no words yet."""

from collections.abc import Sequence
from random import Random
from typing import Any

from marshmallow import Schema, fields, validate

from facilitator.activities import asking, counting
from facilitator.activities.activity import PROMISES, ActivityKind, Asked, Given, SettingsSchema, Tally, promise_field
from facilitator.errors import Refused

WEATHER = {
    "sun": "Sun / Sol",
    "clearing": "Clearing up / Se despeja",
    "cloud": "Clouds / Nubes",
    "fog": "Fog / Niebla",
    "rain": "Rain / Lluvia",
    "storm": "Storm / Tormenta",
    "wind": "Wind / Viento",
    "snow": "Snow / Nieve",
}
"""Each with its word as it stands on paper."""
WEATHERS_MOST = 2


def weather_field(**kwargs: Any) -> fields.List[str]:
    return fields.List(
        fields.String(validate=validate.OneOf(WEATHER)), validate=validate.Length(1, WEATHERS_MOST), **kwargs
    )


def in_order(chosen: Sequence[str]) -> list[str]:
    """In the order of the sky, not of tapping. Refuses the same weather twice."""
    if len(set(chosen)) < len(chosen):
        raise Refused("answer_shape", "Please choose each weather once.")
    return [key for key in WEATHER if key in chosen]


class WeatherMapSettings(SettingsSchema):
    question = asking.Text(200, required=True)
    promise = promise_field()


class WeatherMapAnswer(Schema):
    weather = weather_field(required=True)


class WeatherMap(ActivityKind):
    kind = "weather_map"
    Settings = WeatherMapSettings
    Answer = WeatherMapAnswer
    promises = PROMISES
    frame_bytes = 256

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        answer["weather"] = in_order(answer["weather"])

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return counting.of_choices(settings, WEATHER, [answer["weather"] for answer in answers])

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {"weather": " ".join(answer["weather"])}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        return {"weather": chance.sample(list(WEATHER), chance.randint(1, WEATHERS_MOST))}

    def paper(self, settings: Asked) -> list[str]:
        return [settings["question"], *(f"☐ {word}" for word in WEATHER.values())]
