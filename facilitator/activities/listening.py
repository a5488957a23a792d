"""The room listens to a sound together: one of ours, or a file of the module. Phones show what to notice, in silence.

Staff start it, and every screen says so some seconds before anything is heard. A phone sounds only when its owner
turns it on there, the wall only when staff say so. What there is to say afterwards is one word, or one tap.
"""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from facilitator.activities import asking, counting
from facilitator.activities.activity import (
    PROMISES,
    ActivityKind,
    Approved,
    Around,
    Asked,
    Composed,
    Given,
    SettingsSchema,
    State,
    Tally,
)
from facilitator.activities.pretending import WORDS
from facilitator.errors import Refused

SOUNDS = ("rain", "sea", "wind", "bowl", "chimes", "drone", "soft_pulse", "breath")
"""Those that the browser makes itself: static/lib/sounds/recipes.ts."""
FILES = (".mp3", ".m4a", ".wav")
"""What every browser of the last years can play."""
FILE_BYTES = 8_000_000
ANNOUNCED_MS = 6_000
"""So long before a sound every screen says that it is coming."""
SECONDS_MOST = 1_800
WORD_MOST = 40


class ListeningSettings(SettingsSchema):
    sound = asking.choice(*SOUNDS)
    file = asking.Media(FILES, FILE_BYTES)
    called = asking.Text(80)
    """What the sound is called on every screen; ours have names of their own."""
    minutes = asking.whole(1, 20, load_default=3)
    """How long one of our sounds lasts. A file is played once, to its end."""
    notice = fields.List(asking.Text(120), load_default=list, validate=validate.Length(max=6))
    question = asking.Text(200)
    options = asking.Choices(2, 6)
    promise = fields.String(validate=validate.OneOf(PROMISES))

    @validates_schema
    def fit_together(self, data: Mapping[str, Any], **_: Any) -> None:
        """Who listens need not answer, so a question and its promise come together or not at all."""
        if ("sound" in data) == ("file" in data):
            raise ValidationError({"sound": ["must stand here, or file; one of the two and not both"]})
        if "file" in data and "called" not in data:
            raise ValidationError({"file": ["needs called beside it: what people are told that they hear"]})
        if "question" in data and "promise" not in data:
            raise ValidationError({"question": ["needs promise beside it: named, anonymous or private"]})
        for name in ("promise", "options"):
            if name in data and "question" not in data:
                raise ValidationError({name: ["needs question beside it: what is asked after listening"]})


class ListeningAnswer(Schema):
    word = asking.Text(WORD_MOST)
    choice = fields.String()


class Listening(ActivityKind):
    kind = "listening"
    Settings = ListeningSettings
    Answer = ListeningAnswer
    promises = PROMISES
    frame_bytes = 384
    lives = True

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        asked = {"choice"} if "options" in settings else {"word"}
        if "question" not in settings or set(answer) != asked:
            raise Refused("answer_shape", "This answer does not fit the question. Please choose again.")
        if "options" in settings and answer["choice"] not in settings["options"]:
            raise Refused("answer_shape", "Please choose from the list.")

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        if "question" not in settings:
            return {}
        if "options" in settings:
            return counting.of_choices(settings, settings["options"], [[answer["choice"]] for answer in answers])
        return counting.of_texts(settings, len(answers))

    def composed(self, settings: Asked, answer: Given) -> list[Composed]:
        return [Composed("word", answer["word"])] if "word" in answer else []

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {"said": answer.get("word") or settings.get("options", {}).get(answer.get("choice"))}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any] | None:
        if "options" in settings:
            return {"choice": chance.choice(list(settings["options"]))}
        return {"word": chance.choice(WORDS)}

    def paper(self, settings: Asked) -> list[str]:
        options = [f"☐ {text}" for text in settings.get("options", {}).values()] or ["_" * 30]
        asked = [settings["question"], *options] if "question" in settings else []
        return ["♪ " + settings.get("called", NAMES.get(settings.get("sound", ""), "")), *settings["notice"], *asked]

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        return {"at": None, "seconds": None, "level": 2, "wall": False, "heard": False}

    def lead(self, settings: Asked, state: State, move: object, around: Around) -> dict[str, Any]:
        """`start` (with the `seconds` of a file, which the tablet has looked at), `stop`, `level` 1 to 3, `wall`."""
        match move:
            case {"do": "start", **more}:
                return {
                    **state,
                    "at": around.now + ANNOUNCED_MS,
                    "seconds": _lasts(settings, more.get("seconds")),
                    "heard": True,
                }
            case {"do": "stop"}:
                return {**state, "at": None}
            case {"do": "level", "level": (1 | 2 | 3) as level} if not isinstance(level, bool):
                return {**state, "level": int(level)}
            case {"do": "wall", "on": bool(wanted)}:
                return {**state, "wall": wanted}
        raise Refused("move_shape", "This cannot be done here.")

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        return dict(state)


NAMES = {
    "rain": "Rain / Lluvia",
    "sea": "The sea / El mar",
    "wind": "Wind / Viento",
    "bowl": "A bowl / Un cuenco",
    "chimes": "Chimes / Campanillas",
    "drone": "A low tone / Un tono grave",
    "soft_pulse": "A soft pulse / Un pulso suave",
    "breath": "Slow breath / Respiración lenta",
}


def _lasts(settings: Asked, seconds: object) -> int:
    """How long it plays, in seconds."""
    if "sound" in settings:
        return int(60 * settings["minutes"])
    if type(seconds) is not int or not 1 <= seconds <= SECONDS_MOST:
        raise Refused("move_shape", "This file is not ready yet. Please wait a moment, then start.")
    return seconds
