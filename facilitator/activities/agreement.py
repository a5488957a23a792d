"""The group's own agreement: people offer lines, staff show and arrange them, and everyone says how they stand to it.

The first time it is asked for lines. Asked again, it asks who can stand by what has been arranged. Whoever would
like to talk about it may say about what. How many, is told in words below ten, with names or without: in a group
this size a count of one points at someone.
"""

from collections.abc import Container, Mapping, Sequence
from random import Random
from typing import Any

from marshmallow import Schema, fields, validate

from facilitator.activities import asking, counting
from facilitator.activities.activity import Approved, Around, Asked, Given, State, Tally
from facilitator.activities.one_line import CHARACTERS_MOST, LineSettings, OneLine
from facilitator.activities.own_words import in_both, in_language
from facilitator.errors import Refused

LINES_MOST = 8
LINE_MOST = 140
STANDS = ("stand_by_it", "talk_about_it")
ROUNDS = ("lines", "stands")


class AgreementSettings(LineSettings):
    heading = asking.Text(60)
    """What stands above the arranged lines."""
    begin_with = fields.List(asking.Text(LINE_MOST), validate=validate.Length(1, LINES_MOST))
    """Lines that are there from the start; the group may let go of them."""


class AgreementAnswer(Schema):
    text = asking.Text(CHARACTERS_MOST)
    stands = asking.choice(*STANDS)


class Agreement(OneLine):
    kind = "agreement"
    Settings = AgreementSettings
    Answer = AgreementAnswer
    frame_bytes = 1408
    lives = True
    own_words = {  # noqa: RUF012 - a constant of the class; the contract's type says so
        "en": {"question": "What do we need from each other, to feel safe here?", "heading": "Our agreement"},
        "es": {
            "question": "¿Qué necesitamos de las demás personas para sentirnos bien aquí?",
            "heading": "Nuestro acuerdo",
        },
    }
    ready_lines = (
        "What is said here stays here.",
        "One person talks at a time.",
        "Anyone may pass, and no one asks why.",
        "We do not fix each other. We listen.",
        "Phones stay down unless we need them.",
        "If you have to step out, come back.",
    )

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        super().fits(settings, answer)
        stands = answer.get("stands")
        if "lines" not in settings:
            if stands or "text" not in answer:
                raise Refused("answer_shape", "Please write one line, or pass.")
        elif stands is None or ("text" in answer and stands != "talk_about_it"):
            raise Refused("answer_shape", "Please say how you stand to it, or pass.")

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        if "lines" not in settings:
            return super().tally(settings, answers)
        unsigned = {**settings, "promise": "anonymous"}
        return counting.of_choices(unsigned, STANDS, [[answer["stands"]] for answer in answers if "stands" in answer])

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {"stands": _SAID.get(answer.get("stands", "")), "text": answer.get("text")}

    def asks(self, settings: Asked, answer: Given) -> set[str]:
        return {"group_time"} if answer.get("stands") == "talk_about_it" else set()

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        if "lines" not in settings:
            return super().pretend(settings, chance)
        return {"stands": STANDS[chance.random() < 0.2]}

    def paper(self, settings: Asked) -> list[str]:
        lines = [*settings.get("lines", {}).values()] or [*settings.get("begin_with", [])]
        if "lines" in settings:
            return [settings["question"], *(f"• {line}" for line in lines), *_TO_TICK]
        return [in_both(settings, self.own_words, "question"), *(f"• {line}" for line in lines), *["_" * 60] * 3]

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        """`asked`: the lines that this run asks about, as they were when it began; empty where it asks for lines."""
        before = next((state for state in reversed(around.earlier) if state["step"] == around.step), None)
        if before is None:
            ready = [{"id": f"l{n}", "text": text} for n, text in enumerate(settings.get("begin_with", ()), 1)]
            return {
                "step": around.step,
                "lines": ready,
                "made": len(ready),
                "begun": len(ready),
                "asked": {},
                "then": "stands",
                "done": False,
            }
        asked = _texts(settings, before, around.cards) if before["then"] == "stands" else {}
        return {**before, "asked": asked, "then": "stands", "done": False}

    def asked(self, settings: Asked, state: State) -> dict[str, Any]:
        if not state["asked"]:
            return dict(settings)
        heading = settings.get("heading", in_language(self.own_words, "en")["heading"])
        return {**settings, "question": heading, "lines": {**state["asked"], **_ready(settings, state, state["asked"])}}

    def lead(self, settings: Asked, state: State, move: object, around: Around) -> dict[str, Any]:
        """`add` a shown card, `write` a line, `up`, `down` and `out` with a line, what comes `then`, `done`, `open`."""
        standing = _texts(settings, state, around.cards)
        state = {**state, "lines": [line for line in state["lines"] if line["id"] in standing]}
        match move:
            case {"do": "add", "card": str(card)}:
                shown = {each.id for each in around.cards if each.step == around.step}
                taken = {line.get("card") for line in state["lines"]}
                if card not in shown - taken:
                    raise Refused("gone", "This line is not on the wall now, or it is in the agreement.")
                return _with_line(state, {"card": card})
            case {"do": "write", "text": str(text)} if 0 < len(asking.one_line(text)) <= LINE_MOST:
                return _with_line(state, {"text": asking.one_line(text)})
            case {"do": "up" | "down" | "out" as way, "line": str(line)} if line in standing:
                return {**state, "lines": _arranged(state["lines"], line, way), "done": False}
            case {"do": "then", "round": "lines" | "stands" as then}:
                return {**state, "then": then}
            case {"do": "done"} if standing:
                return {**state, "done": True}
            case {"do": "open"}:
                return {**state, "done": False}
        raise Refused("move_shape", "This cannot be done here.")

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        lines = [{"id": name, "text": text} for name, text in _texts(settings, state, cards).items()]
        return {"lines": lines, "done": state["done"]}

    def agreed(self, settings: Asked, state: State, cards: Sequence[Approved]) -> list[str]:
        return [*_texts(settings, state, cards).values()] if state["done"] else []

    def led(self, settings: Asked, state: State) -> dict[str, Any]:
        return {"cards": [line["card"] for line in state["lines"] if "card" in line], "then": state["then"]}


_SAID = {"stand_by_it": "can stand by it", "talk_about_it": "would like to talk about it"}
_TO_TICK = (
    "☐ I can stand by this / Puedo comprometerme con esto",
    "☐ I’d like to talk about it / Me gustaría hablar de esto",
)


def _texts(settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, str]:
    """The arranged lines that stand: what its writer took back is gone from them."""
    shown = {card.id: card.text for card in cards}
    told: Mapping[str, str | None] = {
        line["id"]: line.get("text", shown.get(line.get("card"))) for line in state["lines"]
    }
    standing = {name: text for name, text in told.items() if text is not None}
    return {**standing, **_ready(settings, state, standing)}


def _ready(settings: Asked, state: State, names: Container[str]) -> dict[str, str]:
    """Of these lines those that were there from the start, as these settings say them: each screen has its language."""
    texts = settings.get("begin_with", ())[: state.get("begun", 0)]
    return {f"l{n}": text for n, text in enumerate(texts, 1) if f"l{n}" in names}


def _with_line(state: State, line: Mapping[str, str]) -> dict[str, Any]:
    if len(state["lines"]) >= LINES_MOST:
        raise Refused("full", f"An agreement of more than {LINES_MOST} lines is hard to keep. Take one out first.")
    made = state["made"] + 1
    return {**state, "made": made, "lines": [*state["lines"], {"id": f"l{made}", **line}], "done": False}


def _arranged(lines: Sequence[Mapping[str, str]], name: str, way: str) -> list[Mapping[str, str]]:
    at = next(place for place, line in enumerate(lines) if line["id"] == name)
    rest = [line for line in lines if line["id"] != name]
    if way == "out":
        return rest
    to = max(0, at - 1) if way == "up" else at + 1
    return [*rest[:to], lines[at], *rest[to:]]
