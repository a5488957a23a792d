"""The types of short questions: what each takes as an answer, and how it is summed up, kept, printed, pretended.

A type knows one question (`item`) and one value at a time. Values are what JSON holds: a number, yes or no, text,
or a few named parts of one.
"""

from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import Any

from facilitator.activities import asking, counting
from facilitator.activities.activity import Asked, Tally
from facilitator.activities.pretending import LINES
from facilitator.activities.question_words import ready

Item = Mapping[str, Any]
Value = Any
"""A value that suits its question."""

TEXT_CHARACTERS = 500
SHORT_CHARACTERS = 140
"""Of a high, a low, and what somebody writes beside ready choices."""
HOURS_MOST = 12
YES_NO = {True: "yes", False: "no"}


class Unfit(Exception):
    """A value that is none of this question's."""


class QuestionType:
    """One type of short question."""

    def fitted(self, item: Item, value: Value) -> Value:
        """The value as it is stored, or None if nothing is left of it. Raises `Unfit`."""
        raise NotImplementedError

    def tally(self, settings: Asked, item: Item, given: Sequence[Value]) -> Tally:
        raise NotImplementedError

    def texts(self, item: Item, value: Value) -> dict[str, str]:
        """Words that a person wrote, by where in the value they stand; the empty place is the value itself."""
        return {}

    def columns(self, item: Item, value: Value | None) -> dict[str, Any]:
        """For the record: the same columns for every value, and for none."""
        return {item["key"]: value}

    def pretend(self, item: Item, chance: Random) -> Value:
        raise NotImplementedError

    def paper(self, item: Item) -> list[str]:
        raise NotImplementedError

    def letters(self, item: Item) -> int:
        """The most characters that an answer takes in JSON besides composed words, and four for each of those."""
        raise NotImplementedError


class ScaleQuestion(QuestionType):
    def fitted(self, item: Item, value: Value) -> int:
        # True is a 1 to Python, so the type is compared and not its family.
        if type(value) is not int or not item["from"] <= value <= item["to"]:
            raise Unfit
        return value

    def tally(self, settings: Asked, item: Item, given: Sequence[Value]) -> Tally:
        return counting.of_scale(settings, item["from"], item["to"], given)

    def pretend(self, item: Item, chance: Random) -> int:
        return chance.randint(item["from"], item["to"])

    def paper(self, item: Item) -> list[str]:
        return asking.paper_scale(item["from"], item["to"], item["labels"])

    def letters(self, item: Item) -> int:
        return 4


class YesNoQuestion(QuestionType):
    def fitted(self, item: Item, value: Value) -> bool:
        if type(value) is not bool:
            raise Unfit
        return value

    def tally(self, settings: Asked, item: Item, given: Sequence[Value]) -> Tally:
        return counting.of_choices(settings, YES_NO.values(), [[YES_NO[value]] for value in given])

    def pretend(self, item: Item, chance: Random) -> bool:
        return chance.random() > 0.8

    def paper(self, item: Item) -> list[str]:
        return ["☐ Yes / Sí   ☐ No"]

    def letters(self, item: Item) -> int:
        return 5


class WordQuestion(QuestionType):
    """One key out of ready words: a feeling, a picture, a color; medicine; use."""

    def __init__(self, name: str) -> None:
        self.name = name
        """Under which setting the words stand."""

    def words(self, item: Item) -> Mapping[str, str]:
        return item.get(self.name) or ready(item, "en")[self.name]  # type: ignore[no-any-return]

    def fitted(self, item: Item, value: Value) -> str:
        if not isinstance(value, str) or value not in self.words(item):
            raise Unfit
        return value

    def tally(self, settings: Asked, item: Item, given: Sequence[Value]) -> Tally:
        return counting.of_choices(settings, self.words(item), [[key] for key in given])

    def pretend(self, item: Item, chance: Random) -> str:
        return chance.choice(list(self.words(item)))

    def paper(self, item: Item) -> list[str]:
        return [*([item["leads_to"]] if "leads_to" in item else []), *_boxes(self.words(item).values())]

    def letters(self, item: Item) -> int:
        return 2 + max(map(len, self.words(item)))


class TextQuestion(QuestionType):
    def fitted(self, item: Item, value: Value) -> str | None:
        if not isinstance(value, str) or len(value) > TEXT_CHARACTERS:
            raise Unfit
        return value or None

    def tally(self, settings: Asked, item: Item, given: Sequence[Value]) -> Tally:
        return counting.of_texts(settings, len(given))

    def texts(self, item: Item, value: Value) -> dict[str, str]:
        return {"": value}

    def pretend(self, item: Item, chance: Random) -> str:
        return chance.choice(LINES)

    def paper(self, item: Item) -> list[str]:
        return ["_" * 60] * 2

    def letters(self, item: Item) -> int:
        return 2 + 4 * TEXT_CHARACTERS


class SleepQuestion(QuestionType):
    """`{hours, rested}`, of which either may be left out."""

    def fitted(self, item: Item, value: Value) -> dict[str, Any] | None:
        parts = _parts(value, ("hours", "rested"))
        hours, rested = parts.get("hours", 0), parts.get("rested", "ok")
        if type(hours) is not int or not 0 <= hours <= HOURS_MOST or rested not in _rested(item):
            raise Unfit
        return parts or None

    def tally(self, settings: Asked, item: Item, given: Sequence[Value]) -> Tally:
        hours = [value["hours"] for value in given if "hours" in value]
        rested = [[value["rested"]] for value in given if "rested" in value]
        return {
            "hours": counting.of_scale(settings, 0, HOURS_MOST, hours),
            "rested": counting.of_choices(settings, _rested(item), rested),
        }

    def columns(self, item: Item, value: Value | None) -> dict[str, Any]:
        return {f"{item['key']}.{part}": (value or {}).get(part) for part in ("hours", "rested")}

    def pretend(self, item: Item, chance: Random) -> dict[str, Any]:
        return {"hours": chance.randint(3, 9), "rested": chance.choice(list(_rested(item)))}

    def paper(self, item: Item) -> list[str]:
        return ["   ".join(map(str, range(HOURS_MOST))) + f"   {HOURS_MOST}+", *_boxes(_rested(item).values())]

    def letters(self, item: Item) -> int:
        return 40


class ChoicesQuestion(QuestionType):
    """`{chosen, other}`: keys in the order of the question, and own words where the author offers them."""

    def options(self, item: Item) -> Mapping[str, str]:
        return item.get("options") or ready(item, "en").get("options", {})  # type: ignore[no-any-return]

    def fitted(self, item: Item, value: Value) -> dict[str, Any] | None:
        parts = _parts(value, ("chosen", "other") if item["other"] else ("chosen",))
        chosen, other = parts.get("chosen", []), parts.get("other", "")
        if not isinstance(chosen, list) or not all(key in self.options(item) for key in chosen):
            raise Unfit
        alone = len(chosen) + bool(other) <= 1
        if len(set(chosen)) < len(chosen) or not (alone or item["several"]) or not _is_short(other):
            raise Unfit
        kept = [key for key in self.options(item) if key in chosen]
        return {**({"chosen": kept} if kept else {}), **({"other": other} if other else {})} or None

    def tally(self, settings: Asked, item: Item, given: Sequence[Value]) -> Tally:
        keys = [*self.options(item), *(["other"] if item["other"] else [])]
        chosen = [[*value.get("chosen", []), *(["other"] if "other" in value else [])] for value in given]
        return counting.of_choices(settings, keys, chosen)

    def texts(self, item: Item, value: Value) -> dict[str, str]:
        return {"other": value["other"]} if "other" in value else {}

    def columns(self, item: Item, value: Value | None) -> dict[str, Any]:
        said = value or {}
        own = {f"{item['key']}.other": said.get("other")} if item["other"] else {}
        return {item["key"]: " ".join(said["chosen"]) if "chosen" in said else None, **own}

    def pretend(self, item: Item, chance: Random) -> dict[str, Any]:
        most = min(2, len(self.options(item))) if item["several"] else 1
        chosen = chance.sample(list(self.options(item)), chance.randint(1, most))
        return {"chosen": [key for key in self.options(item) if key in chosen]}

    def paper(self, item: Item) -> list[str]:
        own = [f"{({**ready(item, 'en'), **item})['own']}: {'_' * 30}"] if item["other"] else []
        return _boxes([*self.options(item).values(), *own])

    def letters(self, item: Item) -> int:
        return 30 + sum(len(key) + 4 for key in self.options(item)) + (4 * SHORT_CHARACTERS if item.get("other") else 0)


class HighLowQuestion(QuestionType):
    """`{high, low}`: two short texts, of which either may be left out."""

    def fitted(self, item: Item, value: Value) -> dict[str, str] | None:
        parts = _parts(value, ("high", "low"))
        if not all(_is_short(text) for text in parts.values()):
            raise Unfit
        return {name: text for name, text in parts.items() if text} or None

    def tally(self, settings: Asked, item: Item, given: Sequence[Value]) -> Tally:
        return counting.of_texts(settings, len(given))

    def texts(self, item: Item, value: Value) -> dict[str, str]:
        return dict(value)

    def columns(self, item: Item, value: Value | None) -> dict[str, Any]:
        return {f"{item['key']}.{part}": (value or {}).get(part) for part in ("high", "low")}

    def pretend(self, item: Item, chance: Random) -> dict[str, str]:
        return {part: chance.choice(LINES) for part in ("high", "low") if chance.random() > 0.3}

    def paper(self, item: Item) -> list[str]:
        words = {**ready(item, "en"), **item}
        return [f"{words[part]}: {'_' * 50}" for part in ("high", "low")]

    def letters(self, item: Item) -> int:
        return 30 + 8 * SHORT_CHARACTERS


def _parts(value: Value, names: Iterable[str]) -> dict[str, Any]:
    """The parts of a value in their own order, or `Unfit`."""
    if not isinstance(value, Mapping) or not set(value) <= set(names):
        raise Unfit
    return {name: value[name] for name in names if name in value}


def _is_short(text: object) -> bool:
    return isinstance(text, str) and len(text) <= SHORT_CHARACTERS


def _rested(item: Item) -> Mapping[str, str]:
    return item.get("rested") or ready(item, "en")["rested"]  # type: ignore[no-any-return]


def _boxes(texts: Iterable[str]) -> list[str]:
    return [f"☐ {text}" for text in texts]


TYPES: dict[str, QuestionType] = {
    "scale": ScaleQuestion(),
    "feeling": WordQuestion("words"),
    "yes_no": YesNoQuestion(),
    "text": TextQuestion(),
    "sleep": SleepQuestion(),
    "medication": WordQuestion("options"),
    "use": WordQuestion("options"),
    "choices": ChoicesQuestion(),
    "high_low": HighLowQuestion(),
    "group_time": YesNoQuestion(),
    "staff_time": YesNoQuestion(),
}
