"""A few short questions on one page, each of which can be skipped: what check-in and check-out are made of.

A value asked again under the same key in the check-out is set beside the first (craving then and now).
"""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate, validates_schema

from facilitator.activities import asking
from facilitator.activities.activity import ActivityKind, Asked, Composed, Given, SettingsSchema, Tally
from facilitator.activities.question_types import TYPES, Item, QuestionType, Unfit
from facilitator.activities.question_words import COLOURS, FACES, ready
from facilitator.errors import Refused

ITEMS_MOST = 12
TEXTS_MOST = 3
"""Texts on one page: one or two are plenty."""
FRAME_BYTES = 8192
_ROOM = FRAME_BYTES - 128 - 16
_LOOKS = ("words", "pictures", "colours")
_KNOWN_LOOKS = {"pictures": FACES, "colours": COLOURS}

# What only some types of question know.
_BELONGS = {
    **dict.fromkeys(("from", "to", "labels"), ("scale",)),
    **dict.fromkeys(("words", "as"), ("feeling",)),
    **dict.fromkeys(("several", "other", "own"), ("choices",)),
    **dict.fromkeys(("most", "rested_question", "rested"), ("sleep",)),
    **dict.fromkeys(("high", "low"), ("high_low",)),
    "options": ("choices", "medication", "use"),
    "leads": ("use",),
    "asks": ("yes_no",),
}
_NEEDS = {"choices": "options"}
_ORDER = (
    *("key", "type", "question", "as", "words", "from", "to", "labels", "asks", "options", "several", "other", "own"),
    *("most", "rested_question", "rested", "high", "low", "leads", "leads_to"),
)


class Question(Schema):
    """One question."""

    class Meta:
        unknown = RAISE

    key = asking.key(required=True)
    type = asking.choice(*TYPES, required=True)
    question = asking.Text(200)
    look = asking.choice(*_LOOKS, data_key="as", attribute="as")
    words = asking.Choices(2, 24)
    lowest = asking.whole(-100, 100, data_key="from", attribute="from")
    highest = asking.whole(-100, 100, data_key="to", attribute="to")
    labels = asking.Labels()
    asks = asking.choice("group_time", "staff_time")
    options = asking.Choices(2, 10)
    several = fields.Boolean(truthy={True}, falsy={False})
    other = fields.Boolean(truthy={True}, falsy={False})
    own = asking.Text(80)
    most = asking.Text(40)
    rested_question = asking.Text(200)
    rested = asking.Choices(2, 10)
    high = asking.Text(80)
    low = asking.Text(80)
    leads = asking.Text(80)

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def hangs_together(self, data: Mapping[str, Any], original: Mapping[str, Any], **_: Any) -> None:
        if "type" not in data:
            return
        stray = [name for name, types in _BELONGS.items() if name in original and data["type"] not in types]
        if stray:
            said = {name: f"is only for type {' or '.join(_BELONGS[name])}; leave it out here" for name in stray}
            raise ValidationError({name: [message] for name, message in said.items()})
        if missing := [name for name in _wanted(data) if name not in original]:
            raise ValidationError({name: ["Missing data for required field."] for name in missing})
        if problems := {**_without_a_look(data), **_with_other_keys(data)}:
            raise ValidationError(problems)
        if data["type"] == "scale" and (problems := asking.scale_problems(data, original)):
            raise ValidationError(problems)

    @post_load
    def fill_in(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        match data["type"]:
            case "scale":
                to = 4 if data["key"] == "how_group_was" and "labels" not in data else 10
                return {"from": 0, "to": to, "labels": {}, **data}
            case "choices":
                return {"several": False, "other": False, **data}
            case _:
                return data


def _wanted(data: Mapping[str, Any]) -> list[str]:
    """What its author must write because the house has no words for it."""
    words = ready(data, "en")
    return [name for name in ("question", _NEEDS.get(data["type"], "question")) if name not in words]


def _without_a_look(data: Mapping[str, Any]) -> dict[str, list[str]]:
    known = _KNOWN_LOOKS.get(data.get("as", ""), ())
    strange = [key for key in data.get("words", ()) if known and key not in known]
    if not strange:
        return {}
    return {"words": [f"has nothing to show for {strange[0]}; the keys may be {', '.join(known)}"]}


def _with_other_keys(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """Words of the author's own for answers whose keys are the house's."""
    names = ("rested",) if data["type"] == "sleep" else ("options",) if data["type"] in ("medication", "use") else ()
    fixed = {name: tuple(ready(data, "en")[name]) for name in names}
    other = [name for name in names if name in data and tuple(data[name]) != fixed[name]]
    return {name: [f"must have the keys {', '.join(fixed[name])}, in this order"] for name in other}


def questions_field(**kwargs: Any) -> fields.List[Any]:
    return fields.List(fields.Nested(Question), validate=validate.Length(1, ITEMS_MOST), **kwargs)


class QuestionsSettings(SettingsSchema):
    """What kinds of short questions share; each adds its `ask` and its `promise`."""

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def hangs_together(self, data: Mapping[str, Any], original: Any, **_: Any) -> None:
        written = original.get("ask") if isinstance(original, Mapping) else None
        items = [item if isinstance(item, Mapping) else {} for item in written] if isinstance(written, list) else []
        problems = {place: _beside(items[:place], item, data.get("promise")) for place, item in enumerate(items)}
        if any(problems.values()):
            raise ValidationError({"ask": {place: problem for place, problem in problems.items() if problem}})
        if full := _overflows(data.get("ask", ())):
            raise ValidationError({"ask": {full: {"type": ["brings more than fits into one answer; leave it out"]}}})


def _beside(earlier: Sequence[Mapping[str, Any]], item: Mapping[str, Any], promise: str | None) -> dict[str, list[str]]:
    """What is wrong with an item beside those before it and the promise, whatever else is wrong with it."""
    name, type_ = item.get("key"), item.get("type")
    if name is not None and name in [other.get("key") for other in earlier]:
        return {"key": [f"must differ from the other keys; write for instance {name}_2"]}
    if type_ == "text" and [other.get("type") for other in earlier].count("text") >= TEXTS_MOST:
        return {"type": [f"must not be text more than {TEXTS_MOST} times; one or two are plenty"]}
    if promise not in ("anonymous", "private"):
        return {}
    if "asks" in item:
        return {"asks": ["is only for promise named: otherwise staff cannot know who asked"]}
    if type_ in ("group_time", "staff_time", "use"):
        return {"type": [f"must not be {type_} unless the promise is named: otherwise staff cannot know who it was"]}
    return {}


def _overflows(items: Sequence[Item]) -> int | None:
    """The place of the first question whose answer might no longer fit into the frame of an anonymous one."""
    size = 0
    for place, item in enumerate(items):
        if not isinstance(item.get("type"), str) or "key" not in item:
            return None
        size += len(item["key"]) + 6 + TYPES[item["type"]].letters(item)
        if size > _ROOM:
            return place
    return None


class Value(fields.Field[Any]):
    """A number, a yes or no, text, or a few named parts. What it must be hangs on the question."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> Any:
        if isinstance(value, Mapping) and len(value) <= 3:
            return {str(name): _plain(part) for name, part in value.items()}
        return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return asking.tidy(value)
    if isinstance(value, int):
        return value
    if isinstance(value, list) and len(value) <= 10 and all(isinstance(key, str) for key in value):
        return value
    raise ValidationError("must be a number, a yes or no, text, or parts of these")


class QuestionsAnswer(Schema):
    values = fields.Dict(fields.String(), Value(), required=True, validate=validate.Length(max=ITEMS_MOST))


class ShortQuestions(ActivityKind):
    """A kind made of short questions. It is for staff: its summary reaches no wall."""

    Answer = QuestionsAnswer
    frame_bytes = FRAME_BYTES
    may_be_shown = False

    def worded(self, settings: Asked, language: str) -> dict[str, Any]:
        return {**settings, "ask": [_worded(item, language) for item in settings["ask"]]}

    def needs(self, settings: Asked) -> set[str]:
        return {"use"} if any(item["type"] == "use" for item in settings["ask"]) else set()

    def as_opened(self, settings: Asked, programme: Mapping[str, str]) -> dict[str, Any]:
        """The question about use stands only where the programme has written what a *yes* leads to."""
        if not self.needs(settings):
            return dict(settings)
        if "use" in programme:
            told = [_told(item, programme["use"]) for item in settings["ask"]]
            return {**settings, "ask": told}
        kept = [item for item in settings["ask"] if item["type"] != "use"]
        return {**settings, "ask": kept, "left_out": ["use"]}

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        """Also puts the values in the order of the questions: the order of tapping tells people apart."""
        values = answer["values"]
        items = {item["key"]: item for item in settings["ask"]}
        if not set(values) <= set(items):
            raise Refused("answer_shape", "This does not fit the questions. Please load the page again.")
        try:
            fitted = {key: _type(item).fitted(item, values[key]) for key, item in items.items() if key in values}
        except Unfit:
            raise Refused("answer_shape", "One of your answers does not fit. Please look at them again.") from None
        answer["values"] = {key: value for key, value in fitted.items() if value is not None}

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        """`{items: {key: the tally of a scale, of choices, of texts, or of parts of these}}`."""
        return {
            "items": {
                item["key"]: _type(item).tally(settings, item, [value for _, value in _given(item, answers)])
                for item in settings["ask"]
            }
        }

    def composed(self, settings: Asked, answer: Given) -> list[Composed]:
        return [
            Composed(".".join(["values", item["key"], *([part] if part else [])]), text)
            for item in settings["ask"]
            for _, value in _given(item, [answer])
            for part, text in _type(item).texts(item, value).items()
        ]

    def which(self, settings: Asked, part: str) -> str:
        asked = {item["key"]: str(item["question"]) for item in settings.get("ask", [])}
        return asked.get(part.split(".")[1], "") if len(asked) > 1 else ""

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        columns = (_type(item).columns(item, answer["values"].get(item["key"])) for item in settings["ask"])
        return {name: value for row in columns for name, value in row.items()}

    def compared(self, settings: Asked, answer: Given) -> dict[str, int]:
        scales = [item for item in settings["ask"] if item["type"] == "scale"]
        return {item["key"]: value for item in scales for _, value in _given(item, [answer])}

    def asks(self, settings: Asked, answer: Given) -> set[str]:
        values = answer["values"]
        asked = {_asks(item) for item in settings["ask"] if values.get(item["key"]) is True}
        spoken = [item for item in settings["ask"] if item["type"] == "use" and values.get(item["key"]) == "in_person"]
        return {what for what in asked if what} | ({"staff_time"} if spoken else set())

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        """Most of the questions; now and then one is skipped, and few ask for time."""
        answered = [item for item in settings["ask"] if chance.random() > 0.15]
        values = {item["key"]: _type(item).pretend(item, chance) for item in answered}
        return {"values": {key: value for key, value in values.items() if value != {}}}

    def paper(self, settings: Asked) -> list[str]:
        lines = ([{**ready(item, "en"), **item}["question"], *_type(item).paper(item)] for item in settings["ask"])
        return [line for about_one in lines for line in about_one]


def _type(item: Item) -> QuestionType:
    return TYPES[item["type"]]


def _given(item: Item, answers: Sequence[Given]) -> list[tuple[str, Any]]:
    key = item["key"]
    return [(key, answer["values"][key]) for answer in answers if key in answer["values"]]


def _asks(item: Item) -> str | None:
    return item["type"] if item["type"] in ("group_time", "staff_time") else item.get("asks")


def _worded(item: Item, language: str) -> dict[str, Any]:
    """The item with the house's words where it has none, always in the same order."""
    own = {name: value for name, value in item.items() if value != {}}
    words = dict(ready(item, language))
    if item["type"] == "scale" and (item["from"], item["to"]) != (0, 4 if item["key"] == "how_group_was" else 10):
        words.pop("labels", None)
    merged = {**item, **words, **own}
    if item["type"] != "use":
        merged.pop("leads", None)
    return {name: merged[name] for name in _ORDER if name in merged}


def _told(item: Item, leads_to: str) -> dict[str, Any]:
    return {**item, "leads_to": leads_to} if item["type"] == "use" else dict(item)
