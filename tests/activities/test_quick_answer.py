"""Reading an answer quickly and marshmallow are of one mind."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import RAISE, Schema, ValidationError, fields, validates_schema

from facilitator.activities import quick_answer
from facilitator.activities.activity import ActivityKind
from facilitator.activities.kinds import all_kinds, find

EXAMPLES = Path(__file__).parent / "examples"
ODD = st.sampled_from(
    [None, True, 0, -1, 2**70, 1.0, "", "walk", "x" * 99, [], {}, [1], ["walk", 1], [None], [["walk"]]]
)


def answering() -> list[ActivityKind]:
    return [kind for name in sorted(all_kinds()) if (kind := find(name)).Answer is not None]


def of_marshmallow(schema: Schema, answer: Any) -> object:
    try:
        return schema.load(answer)
    except ValidationError:
        return "refused"


def given_answers(kind: str) -> list[Any]:
    examples = json.loads((EXAMPLES / f"{kind}.json").read_text())
    return [each for example in examples for each in [*example.get("answers", []), *example.get("refuses", [])]]


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.kind) for kind in answering()])
@given(data=st.data())
def test_what_is_read_quickly_is_what_marshmallow_gives(kind: ActivityKind, data: st.DataObject) -> None:
    """An answer of the examples with one thing changed, left out or added."""
    assert kind.Answer is not None
    schema = kind.Answer(unknown=RAISE)
    read = quick_answer.reader(schema)
    if read is None:
        return
    answer = copy.deepcopy(data.draw(st.sampled_from(given_answers(kind.kind))))
    if isinstance(answer, dict):
        name = data.draw(st.sampled_from([*schema.load_fields, "seat"]))
        data.draw(st.sampled_from([answer.pop, lambda name, _: answer.update({name: data.draw(ODD)})]))(name, None)
    quickly = read(answer)

    if quickly is not None:
        assert (quickly, list(quickly)) == (loaded := of_marshmallow(schema, answer), list(loaded))  # type: ignore[call-overload]


def test_the_plainest_kinds_are_read_quickly() -> None:
    quick = {kind.kind for kind in answering() if quick_answer.reader(kind.Answer(unknown=RAISE)) is not None}  # type: ignore[misc]

    assert {"poll", "ranking", "scale"} <= quick


class Bounded(Schema):
    least = fields.Integer(strict=True, required=True)
    most = fields.Integer(strict=True, required=True)

    @validates_schema
    def _judge(self, loaded: dict[str, Any], **_: Any) -> None:
        if loaded["least"] > loaded["most"]:
            raise ValidationError("The other way round.")


class Doubled(fields.Integer):
    def _deserialize(self, *args: Any, **kwargs: Any) -> int:
        return 2 * int(super()._deserialize(*args, **kwargs) or 0)


@pytest.mark.parametrize(
    "schema",
    [
        Bounded(),
        Schema.from_dict({"n": Doubled(strict=True)})(),
        Schema.from_dict({"n": fields.List(Doubled(strict=True))})(),
        Schema.from_dict({"n": fields.Integer()})(),
        Schema.from_dict({"n": fields.String(data_key="m")})(),
    ],
)
def test_a_rule_that_only_marshmallow_knows_is_left_to_it(schema: Schema) -> None:
    assert quick_answer.reader(schema) is None


def test_the_order_in_which_a_page_sends_an_answer_is_not_kept() -> None:
    read = quick_answer.reader(Schema.from_dict({"a": fields.String(), "b": fields.String()})())

    assert read is not None
    assert list(read({"b": "2", "a": "1"}) or []) == ["a", "b"]
