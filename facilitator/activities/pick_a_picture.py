"""One picture out of a few that says it better than words."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from facilitator.activities import asking, counting
from facilitator.activities.activity import (
    PROMISES,
    ActivityKind,
    Asked,
    Composed,
    Given,
    SettingsSchema,
    Tally,
    promise_field,
)
from facilitator.activities.pretending import LINES
from facilitator.errors import Refused

PICTURES = {
    "path": "Path / Camino",
    "bridge": "Bridge / Puente",
    "door": "Door / Puerta",
    "storm": "Storm / Tormenta",
    "lighthouse": "Lighthouse / Faro",
    "seed": "Seed / Semilla",
    "tree": "Tree / Árbol",
    "mountain": "Mountain / Montaña",
    "boat": "Boat / Barca",
    "anchor": "Anchor / Ancla",
    "nest": "Nest / Nido",
    "fire": "Fire / Fuego",
    "candle": "Candle / Vela",
    "window": "Window / Ventana",
    "stairs": "Stairs / Escalera",
    "river": "River / Río",
    "stone": "Stones / Piedras",
    "kite": "Kite / Cometa",
    "moon": "Moon / Luna",
    "sun": "Sun behind a cloud / Sol tras una nube",
    "knot": "Knot / Nudo",
    "key": "Key / Llave",
    "cup": "Cup / Taza",
    "chair": "Empty chair / Silla vacía",
    "umbrella": "Umbrella / Paraguas",
    "bird": "Bird / Pájaro",
    "wall": "Wall / Muro",
    "signpost": "Signpost / Letrero del camino",
}
"""The bundled pictures by name, with the word of each as it stands on paper. The drawings are in the front end."""
WORDS_MOST = 140


class Pictures(fields.List[str]):
    """Names of bundled pictures, each once."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            fields.String(validate=validate.OneOf(PICTURES)), validate=[validate.Length(2), self._once], **kwargs
        )

    @staticmethod
    def _once(names: Sequence[str]) -> None:
        if len(set(names)) < len(names):
            raise ValidationError("has a picture twice; name each one once")


class PickAPictureSettings(SettingsSchema):
    question = asking.Text(200, required=True)
    pictures = Pictures(load_default=lambda: list(PICTURES))
    words = fields.Boolean(load_default=False, truthy={True}, falsy={False})
    promise = promise_field()


class PickAPictureAnswer(Schema):
    picture = fields.String(required=True)
    words = asking.Text(WORDS_MOST)


class PickAPicture(ActivityKind):
    kind = "pick_a_picture"
    Settings = PickAPictureSettings
    Answer = PickAPictureAnswer
    promises = PROMISES
    frame_bytes = 1024

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        if answer["picture"] not in settings["pictures"]:
            raise Refused("answer_shape", "Please choose one of the pictures.")
        if "words" in answer and not settings["words"]:
            raise Refused("answer_shape", "Only the picture is asked for here.")

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return counting.of_choices(settings, settings["pictures"], [[answer["picture"]] for answer in answers])

    def composed(self, settings: Asked, answer: Given) -> list[Composed]:
        return [Composed("words", answer["words"])] if "words" in answer else []

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        own: Mapping[str, Any] = {"words": answer.get("words")} if settings["words"] else {}
        return {"picture": answer["picture"], **own}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        picture = {"picture": chance.choice(settings["pictures"])}
        return {**picture, "words": chance.choice(LINES)} if settings["words"] else picture

    def paper(self, settings: Asked) -> list[str]:
        line = ["_" * 60] if settings["words"] else []
        return [settings["question"], *(f"☐ {PICTURES[name]}" for name in settings["pictures"]), *line]
