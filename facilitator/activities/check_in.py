"""How someone is today: a few short questions on one page, each of which can be skipped.

A value asked again under the same key in the check-out is set beside the first (craving then and now).
"""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate, validates_schema

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

ITEMS_MOST = 12
TEXTS_MOST = 3
"""Texts in one check-in; with more of them an anonymous frame would outgrow eight kilobytes."""
TEXT_CHARACTERS = 500

# Our own list, used where a module brings none. The phone has the words in its language; paper has both.
FEELINGS = {
    "calm": "Calm / En calma",
    "hopeful": "Hopeful / Con esperanza",
    "thankful": "Thankful / Con gratitud",
    "proud": "Proud / Con orgullo",
    "okay": "Okay / Más o menos",
    "tired": "Tired / Con cansancio",
    "restless": "Restless / Con inquietud",
    "worried": "Worried / Con preocupación",
    "sad": "Sad / Con tristeza",
    "angry": "Angry / Con enojo",
    "lonely": "Lonely / Con soledad",
    "numb": "Numb / Sin sentir nada",
}
YES_NO = {True: "yes", False: "no"}

# What only one type of item knows.
_BELONGS = {"from": "scale", "to": "scale", "labels": "scale", "words": "feeling", "asks": "yes_no"}


class Item(Schema):
    """One question of a check-in."""

    class Meta:
        unknown = RAISE

    key = asking.key(required=True)
    type = asking.choice("scale", "feeling", "yes_no", "text", required=True)
    question = asking.Text(200, required=True)
    lowest = asking.whole(-100, 100, data_key="from", attribute="from")
    highest = asking.whole(-100, 100, data_key="to", attribute="to")
    labels = asking.Labels()
    words = asking.Choices(2, 24)
    asks = asking.choice("group_time", "staff_time")

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def hangs_together(self, data: Mapping[str, Any], original: Mapping[str, Any], **_: Any) -> None:
        if "type" not in data:
            return
        stray = [name for name, type_ in _BELONGS.items() if name in original and type_ != data["type"]]
        if stray:
            raise ValidationError({name: [f"is only for type {_BELONGS[name]}; leave it out here"] for name in stray})
        if data["type"] == "scale" and (problems := asking.scale_problems(data, original)):
            raise ValidationError(problems)

    @post_load
    def fill_in(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {"from": 0, "to": 10, "labels": {}, **data} if data["type"] == "scale" else data


class CheckInSettings(SettingsSchema):
    ask = fields.List(fields.Nested(Item), required=True, validate=validate.Length(1, ITEMS_MOST))
    promise = promise_field()

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def hangs_together(self, data: Mapping[str, Any], original: Any, **_: Any) -> None:
        written = original.get("ask") if isinstance(original, Mapping) else None
        items = [item if isinstance(item, Mapping) else {} for item in written] if isinstance(written, list) else []
        problems = {place: _beside(items[:place], item, data.get("promise")) for place, item in enumerate(items)}
        if any(problems.values()):
            raise ValidationError({"ask": {place: problem for place, problem in problems.items() if problem}})


def _beside(earlier: Sequence[Mapping[str, Any]], item: Mapping[str, Any], promise: str | None) -> dict[str, list[str]]:
    """What is wrong with an item beside those before it and the promise, whatever else is wrong with it."""
    name = item.get("key")
    if name is not None and name in [other.get("key") for other in earlier]:
        return {"key": [f"must differ from the other keys; write for instance {name}_2"]}
    if item.get("type") == "text" and [other.get("type") for other in earlier].count("text") >= TEXTS_MOST:
        return {"type": [f"must not be text more than {TEXTS_MOST} times; one or two are plenty"]}
    if "asks" in item and promise in ("anonymous", "private"):
        return {"asks": ["is only for promise named: otherwise staff cannot know who asked"]}
    return {}


class Value(fields.Field[int | str | bool]):
    """A number, a yes or no, or text. What it must be hangs on the item."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> int | str | bool:
        if isinstance(value, str):
            return asking.tidy(value)
        if isinstance(value, int):
            return value
        raise ValidationError("must be a number, a yes or no, or text")


class CheckInAnswer(Schema):
    values = fields.Dict(fields.String(), Value(), required=True, validate=validate.Length(max=ITEMS_MOST))

    @post_load
    def skip_what_is_empty(self, data: Mapping[str, Any], **_: Any) -> dict[str, Any]:
        return {"values": {key: value for key, value in data["values"].items() if value != ""}}


class CheckIn(ActivityKind):
    kind = "check_in"
    Settings = CheckInSettings
    Answer = CheckInAnswer
    promises = PROMISES
    frame_bytes = 8192
    may_be_shown = False

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        """Also puts the values in the order of the questions: the order of tapping tells people apart."""
        values = answer["values"]
        items = settings["ask"]
        if not set(values) <= {item["key"] for item in items}:
            raise Refused("answer_shape", "This does not fit the check-in. Please load the page again.")
        answer["values"] = {item["key"]: values[item["key"]] for item in items if item["key"] in values}
        for item in items:
            if item["key"] in values and not _suits(item, values[item["key"]]):
                raise Refused("answer_shape", "One of your answers does not fit. Please look at them again.")

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        """`{items: {key: the tally of a scale, of choices or of texts}}`."""
        given = {item["key"]: _given(item["key"], answers) for item in settings["ask"]}
        return {"items": {item["key"]: _item_tally(settings, item, given[item["key"]]) for item in settings["ask"]}}

    def composed(self, settings: Asked, answer: Given) -> list[Composed]:
        texts = [item["key"] for item in settings["ask"] if item["type"] == "text"]
        return [Composed(f"values.{key}", answer["values"][key]) for key in texts if key in answer["values"]]

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {item["key"]: answer["values"].get(item["key"]) for item in settings["ask"]}

    def compared(self, settings: Asked, answer: Given) -> dict[str, int]:
        scales = [item["key"] for item in settings["ask"] if item["type"] == "scale"]
        return {key: answer["values"][key] for key in scales if key in answer["values"]}

    def asks(self, settings: Asked, answer: Given) -> set[str]:
        asking_items = [item for item in settings["ask"] if "asks" in item]
        return {item["asks"] for item in asking_items if answer["values"].get(item["key"]) is True}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        """Most of the questions; now and then one is skipped, and few ask for time."""
        return {"values": {item["key"]: _pretend(item, chance) for item in settings["ask"] if chance.random() > 0.15}}

    def paper(self, settings: Asked) -> list[str]:
        return [line for item in settings["ask"] for line in (item["question"], *_paper_choices(item))]


def _given(key: str, answers: Sequence[Given]) -> list[Any]:
    return [answer["values"][key] for answer in answers if key in answer["values"]]


def _words(item: Mapping[str, Any]) -> Mapping[str, str]:
    return item.get("words", FEELINGS)  # type: ignore[no-any-return]


def _suits(item: Mapping[str, Any], value: object) -> bool:
    match item["type"]:
        case "scale":
            # True is a 1 to Python, so the type is compared and not its family.
            return type(value) is int and item["from"] <= value <= item["to"]
        case "yes_no":
            return type(value) is bool
        case "feeling":
            return isinstance(value, str) and value in _words(item)
        case _:
            return isinstance(value, str) and len(value) <= TEXT_CHARACTERS


def _pretend(item: Mapping[str, Any], chance: Random) -> int | str | bool:
    match item["type"]:
        case "scale":
            return chance.randint(item["from"], item["to"])
        case "yes_no":
            return chance.random() > 0.8
        case "feeling":
            return chance.choice(list(_words(item)))
        case _:
            return chance.choice(LINES)


def _item_tally(settings: Asked, item: Mapping[str, Any], given: list[Any]) -> Tally:
    match item["type"]:
        case "scale":
            return counting.of_scale(settings, item["from"], item["to"], given)
        case "yes_no":
            return counting.of_choices(settings, YES_NO.values(), [[YES_NO[value]] for value in given])
        case "feeling":
            return counting.of_choices(settings, _words(item), [[key] for key in given])
        case _:
            return counting.of_texts(settings, len(given))


def _paper_choices(item: Mapping[str, Any]) -> list[str]:
    match item["type"]:
        case "scale":
            return asking.paper_scale(item["from"], item["to"], item["labels"])
        case "yes_no":
            return ["☐ Yes / Sí   ☐ No"]
        case "feeling":
            return [f"☐ {text}" for text in _words(item).values()]
        case _:
            return ["_" * 60] * 2
