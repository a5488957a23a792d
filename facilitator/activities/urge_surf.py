"""An urge ridden like a wave: for a few minutes the phone asks now and then how strong it is.

*My wave* is drawn on the phone and stays there. At the end its writer may add it to the group's, without a name.
The group's curve is an average from ten ratings on; below, each moment speaks in the words of `counting`.
"""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from marshmallow import Schema, ValidationError, fields, validates_schema

from facilitator.activities import asking, counting
from facilitator.activities.activity import (
    WORDS_BELOW,
    ActivityKind,
    Asked,
    Given,
    SettingsSchema,
    Tally,
    promise_field,
)
from facilitator.errors import Refused

LOWEST, HIGHEST = 0, 10
RATED = 2
"""One rating is no wave."""


class UrgeSurfSettings(SettingsSchema):
    question = asking.Text(200)
    """What is asked each time; left out, each phone asks it in its own language."""
    minutes = asking.whole(3, 5, load_default=3)
    every = asking.whole(20, 60, load_default=30)
    """Seconds from one rating to the next."""
    note = asking.Text(200)
    promise = promise_field("anonymous", "private")


class UrgeSurfAnswer(Schema):
    wave = fields.List(fields.Integer(strict=True, allow_none=True), required=True)
    """One rating for each moment, None where it was left out."""

    @validates_schema
    def is_a_wave(self, data: Mapping[str, Any], **_: Any) -> None:
        if sum(rating is not None for rating in data["wave"]) < RATED:
            raise ValidationError("needs two ratings")


class UrgeSurf(ActivityKind):
    kind = "urge_surf"
    Settings = UrgeSurfSettings
    Answer = UrgeSurfAnswer
    promises = ("anonymous", "private")
    frame_bytes = 256

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        if len(answer["wave"]) != len(_moments(settings)):
            raise Refused("answer_shape", "This wave is longer or shorter than the question. Please start again.")
        if not all(rating is None or LOWEST <= rating <= HIGHEST for rating in answer["wave"]):
            raise Refused("answer_shape", f"Please choose numbers from {LOWEST} to {HIGHEST}.")

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        """`{curve, fell}`, from `WORDS_BELOW` answers on `{n, curve, fell}`; or `{too_few}`.

        `curve` has for each moment a word of `counting.of_scale`, or from `WORDS_BELOW` answers on the average to one
        decimal, or None where too few rated it. `fell` says whether *most* or *fewer* ended below their own peak.
        """
        waves = [answer["wave"] for answer in answers]
        told = counting.of_choices(settings, ["fell"], [["fell"] if _fell(wave) else [] for wave in waves])
        if "too_few" in told:
            return told
        fell = "most" if 2 * sum(map(_fell, waves)) > len(waves) else "fewer"
        moments = [[wave[at] for wave in waves if wave[at] is not None] for at in range(len(_moments(settings)))]
        if "n" not in told:
            return {"curve": [_in_words(settings, ratings) for ratings in moments], "fell": fell}
        return {"n": told["n"], "curve": [_average(ratings) for ratings in moments], "fell": fell}

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return dict(zip((f"at {_clock(moment)}" for moment in _moments(settings)), answer["wave"], strict=True))

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        """Up to a peak somewhere in the first half, and down again."""
        moments = len(_moments(settings))
        start, peak, top = chance.randint(2, 6), chance.randint(1, moments // 2), chance.randint(6, 10)
        end = chance.randint(1, 5)
        rising = [round(start + (top - start) * at / peak) for at in range(peak)]
        falling = [round(top - (top - end) * at / (moments - peak - 1)) for at in range(moments - peak)]
        return {"wave": rising + falling}

    def paper(self, settings: Asked) -> list[str]:
        question = settings.get("question", "How strong is the urge right now? / ¿Qué tan fuertes son las ganas?")
        note = [settings["note"]] if "note" in settings else []
        (points,) = asking.paper_scale(LOWEST, HIGHEST, {})
        return [question, *note, *(f"{_clock(moment)}   {points}" for moment in _moments(settings))]


def _moments(settings: Asked) -> range:
    """When a rating is asked for, in seconds from the start."""
    return range(0, 60 * settings["minutes"] + 1, settings["every"])


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def _fell(wave: Sequence[int | None]) -> bool:
    rated = [rating for rating in wave if rating is not None]
    return rated[-1] < max(rated)


def _in_words(settings: Asked, ratings: Sequence[int]) -> str | None:
    words: str | None = counting.of_scale(settings, LOWEST, HIGHEST, ratings).get("words")
    return words


def _average(ratings: Sequence[int]) -> float | None:
    return round(sum(ratings) / len(ratings), 1) if len(ratings) >= WORDS_BELOW else None
