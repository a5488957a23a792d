"""A few single words from each person. The cloud grows out of those that were approved, one by one."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from marshmallow import Schema, fields, post_load, validate

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
from facilitator.activities.pretending import WORDS
from facilitator.errors import Refused

WORDS_MOST = 5
WORD_CHARACTERS = 24


class WordCloudSettings(SettingsSchema):
    question = asking.Text(200, required=True)
    words = asking.whole(1, WORDS_MOST, load_default=3)
    promise = promise_field()


class WordCloudAnswer(Schema):
    words = fields.List(asking.Text(WORD_CHARACTERS), required=True, validate=validate.Length(1, WORDS_MOST))

    @post_load
    def join_alike(self, data: Mapping[str, Any], **_: Any) -> dict[str, Any]:
        """Small letters, each word once: so *Hope* and *hope* meet, and capitals point at nobody."""
        return {"words": list(dict.fromkeys(word.lower() for word in data["words"]))}


class WordCloud(ActivityKind):
    kind = "word_cloud"
    Settings = WordCloudSettings
    Answer = WordCloudAnswer
    promises = PROMISES
    frame_bytes = 1024

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        if len(answer["words"]) > settings["words"]:
            raise Refused("answer_shape", f"Please send at most {settings['words']}.")
        if any(len(word) > WORD_CHARACTERS for word in answer["words"]):
            raise Refused("answer_shape", "Please use a shorter word.")

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return counting.of_texts(settings, len(answers))

    def composed(self, settings: Asked, answer: Given) -> list[Composed]:
        return [Composed(f"words.{place}", word) for place, word in enumerate(answer["words"])]

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        given = [*answer["words"], *[None] * settings["words"]]
        return {f"word_{place + 1}": given[place] for place in range(settings["words"])}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        return {"words": chance.sample(WORDS, chance.randint(1, settings["words"]))}

    def paper(self, settings: Asked) -> list[str]:
        return [settings["question"], *["_" * WORD_CHARACTERS] * settings["words"]]
