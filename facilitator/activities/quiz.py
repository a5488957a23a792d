"""A quiz for tables that think together: no points, no clock, and nobody is told who was wrong.

Staff show the answer when the talking is done, with the reason why. Until then it is on the tablet alone.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate, validates_schema

from facilitator.activities import asking, tables
from facilitator.activities.activity import ActivityKind, Approved, Around, Asked, Given, SettingsSchema, State, Tally
from facilitator.activities.tables import MARKS
from facilitator.errors import Refused

QUESTIONS_MOST, OPTIONS_MOST = 8, 5
LETTERS = "ABCDE"


class QuizQuestion(Schema):
    class Meta:
        unknown = RAISE

    ask = asking.Text(200, required=True)
    options = asking.Choices(2, OPTIONS_MOST, required=True)
    right = fields.String(required=True)
    why = asking.Text(300, required=True)
    source = asking.Text(200)

    @validates_schema(skip_on_field_errors=False)
    def right_is_an_option(self, data: Mapping[str, Any], **_: Any) -> None:
        if "right" in data and "options" in data and data["right"] not in data["options"]:
            raise ValidationError(f"must be one of the options: {', '.join(data['options'])}", "right")


class QuizSettings(SettingsSchema):
    questions = fields.List(fields.Nested(QuizQuestion), required=True, validate=validate.Length(1, QUESTIONS_MOST))
    tables = asking.whole(tables.TABLES_LEAST, tables.TABLES_MOST, load_default=3)


class Quiz(ActivityKind):
    kind = "quiz"
    Settings = QuizSettings
    lives = True

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        """`said`: for each question what each table says to it now."""
        said: list[dict[str, str]] = [{} for _ in settings["questions"]]
        return {"sits": tables.as_they_sat(around, settings["tables"]), "at": 0, "shown": False, "said": said}

    def act(self, settings: Asked, state: State, seat: str, move: object, around: Around) -> dict[str, Any]:
        """Picking a table, and `{do: say, question, option}` for all of it; `option` is None to take it back."""
        sitting = tables.seated(state, seat, move, settings["tables"])
        if sitting is not None:
            return sitting
        match move:
            case {"do": "say", "question": int(at), "option": str() | None as option}:
                return _said(settings, state, at, tables.table_of(state, seat), option)
        raise Refused("move_shape", "This cannot be done here.")

    def lead(self, settings: Asked, state: State, move: object, around: Around) -> dict[str, Any]:
        """`show`, `hide`, `next`, `back`, and `say` with a table and an option for a table without a phone."""
        match move:
            case {"do": "show"}:
                return {**state, "shown": True}
            case {"do": "hide"}:
                return {**state, "shown": False}
            case {"do": "next"} if state["at"] + 1 < len(settings["questions"]):
                return {**state, "at": state["at"] + 1, "shown": False}
            case {"do": "back"} if state["at"]:
                return {**state, "at": state["at"] - 1, "shown": False}
            case {"do": "say", "table": str(table), "option": str() | None as option} if (
                table in MARKS[: settings["tables"]]
            ):
                return _said(settings, state, state["at"], table, option)
        raise Refused("move_shape", "This cannot be done here.")

    def told(self, settings: Asked, state: State | None) -> dict[str, Any]:
        """The present question alone, and its answer once it is shown."""
        question = settings["questions"][state["at"] if state else 0]
        if not (state and state["shown"]):
            question = {"ask": question["ask"], "options": question["options"]}
        return {**settings, "questions": [question]}

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        seen = {"at": state["at"], "of": len(settings["questions"]), "shown": state["shown"]}
        return {**seen, **_room(settings, state)} if state["shown"] else seen

    def own(self, settings: Asked, state: State, seat: str, names: Mapping[str, str]) -> dict[str, Any]:
        if seat not in state["sits"]:
            return {}
        table = state["sits"][seat]
        return {"table": table, "said": state["said"][state["at"]].get(table)}

    def led(self, settings: Asked, state: State) -> dict[str, Any]:
        return {"phones": tables.phones_at(state, settings["tables"]), "said": state["said"][state["at"]]}

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return {}

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {}

    def paper(self, settings: Asked) -> list[str]:
        return [line for question in settings["questions"] for line in _on_paper(question)]

    def solution(self, settings: Asked) -> list[str]:
        return [
            " ".join(part for part in (_right(question), question["why"], _source(question)) if part)
            for question in settings["questions"]
        ]


def _said(settings: Asked, state: State, at: int, table: str, option: str | None) -> dict[str, Any]:
    if state["shown"] or at != state["at"]:
        raise Refused("moved_on", "The room has moved on. Please look at the question again.")
    if option is not None and option not in settings["questions"][at]["options"]:
        raise Refused("move_shape", "Please choose from the list.")
    here = {each: said for each, said in state["said"][at].items() if each != table}
    if option is not None:
        here[table] = option
    return {**state, "said": [here if place == at else said for place, said in enumerate(state["said"])]}


def _room(settings: Asked, state: State) -> dict[str, Any]:
    """How the room as a whole answered, and what it thought of besides; never which table."""
    question, said = settings["questions"][state["at"]], list(state["said"][state["at"]].values())
    found = tables.found_by(said.count(question["right"]), len(said))
    thought = [option for option in question["options"] if option in said] if found else []
    return {"found": found, "thought": thought}


def _on_paper(question: Mapping[str, Any]) -> list[str]:
    options = zip(LETTERS, question["options"].values(), strict=False)
    return [question["ask"], *(f"☐ {letter}  {text}" for letter, text in options)]


def _right(question: Mapping[str, Any]) -> str:
    letter = LETTERS[list(question["options"]).index(question["right"])]
    return f"{letter}  {question['options'][question['right']]}."


def _source(question: Mapping[str, Any]) -> str:
    return f"({question['source']})" if "source" in question else ""
