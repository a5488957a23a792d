"""What holds for every kind there is or will be. Knows none of them: their examples speak for them."""

import json
import re
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError

from facilitator.activities.activity import WORDS_BELOW, ActivityKind
from facilitator.activities.kinds import all_kinds, find
from facilitator.errors import Refused
from tests.activities.living_examples import begins

EXAMPLES = Path(__file__).parent / "examples"
FOLDER = Path(__file__).parents[2] / "facilitator" / "activities"

EVERY_EXAMPLE = [
    (name, example)
    for name in all_kinds()
    for example in json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
]
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40)
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=12), inner), max_leaves=12
)


def asked(kind: ActivityKind, example: dict[str, Any]) -> dict[str, Any]:
    """The settings as everything but `initial` is given them."""
    first = begins(kind, example)
    return example["settings"] if first is None else kind.asked(example["settings"], first)


def stored(kind: ActivityKind, example: dict[str, Any]) -> list[dict[str, Any]]:
    return [kind.check(asked(kind, example), answer) for answer in example["answers"]]


def test_every_kind_stands_in_the_file_of_its_name_with_examples_beside(kind_name: str, kind: ActivityKind) -> None:
    assert type(kind).__module__ == f"facilitator.activities.{kind_name}"
    assert (EXAMPLES / f"{kind_name}.json").exists()


def test_every_file_of_examples_belongs_to_a_kind() -> None:
    assert {file.stem for file in EXAMPLES.iterdir()} == set(all_kinds())


def test_the_settings_of_an_example_are_as_a_module_would_have_loaded_them(
    kind: ActivityKind, example: dict[str, Any]
) -> None:
    assert kind.Settings().load(example["settings"]) == example["settings"]


def test_the_answers_of_an_example_are_taken_as_they_are(kind: ActivityKind, example: dict[str, Any]) -> None:
    assert stored(kind, example) == example["answers"]


def test_the_tally_of_an_example_is_what_it_says(kind: ActivityKind, example: dict[str, Any]) -> None:
    assert kind.tally(asked(kind, example), stored(kind, example)) == example["tally"]


def test_answers_that_do_not_fit_are_refused_with_a_sentence(kind: ActivityKind, example: dict[str, Any]) -> None:
    for raw in example["refuses"]:
        with pytest.raises(Refused) as refusal:
            kind.check(asked(kind, example), raw)

        assert refusal.value.why in ("answer_shape", "no_answers"), raw
        assert refusal.value.message.endswith((".", "?")), raw


def test_an_example_shows_an_answer_turned_away(kind_name: str) -> None:
    assert any(example["refuses"] for name, example in EVERY_EXAMPLE if name == kind_name)


@given(st.data())
def test_a_tally_does_not_hang_on_the_order_of_answers(data: st.DataObject) -> None:
    name, example = data.draw(st.sampled_from([pair for pair in EVERY_EXAMPLE if pair[1]["answers"]]))
    answers = data.draw(st.lists(st.sampled_from(example["answers"]), max_size=14))
    shuffled = data.draw(st.permutations(answers))

    assert json.dumps(find(name).tally(asked(find(name), example), answers)) == json.dumps(
        find(name).tally(asked(find(name), example), shuffled)
    )


@given(st.sampled_from(EVERY_EXAMPLE), ANYTHING)
def test_anything_at_all_is_either_an_answer_or_refused(pair: tuple[str, dict[str, Any]], raw: object) -> None:
    name, example = pair
    try:
        answer = find(name).check(asked(find(name), example), raw)
    except Refused:
        return

    assert find(name).check(asked(find(name), example), answer) == answer
    json.dumps(answer, ensure_ascii=False).encode()


@given(st.sampled_from(sorted(all_kinds())), ANYTHING)
def test_any_settings_at_all_are_loaded_or_refused(name: str, raw: Any) -> None:
    assert loads_or_refuses(name, raw)


@given(st.sampled_from(EVERY_EXAMPLE), st.data())
def test_a_setting_replaced_is_loaded_or_refused(pair: tuple[str, dict[str, Any]], data: st.DataObject) -> None:
    name, example = pair
    changed = data.draw(st.sampled_from(sorted(example["settings"])))

    assert loads_or_refuses(name, {**example["settings"], changed: data.draw(ANYTHING)})


def loads_or_refuses(name: str, raw: Any) -> bool:
    """Whether the schema has something to say against the settings, or loads them for good: even from JSON."""
    schema = find(name).Settings()
    try:
        loaded = schema.load(raw)
    except ValidationError as problem:
        return bool(problem.messages)
    return bool(schema.load(json.loads(json.dumps(loaded))) == loaded)


def test_an_anonymous_tally_below_ten_holds_no_number(kind: ActivityKind, example: dict[str, Any]) -> None:
    settings = {**asked(kind, example), "promise": "anonymous"}
    answers = stored(kind, example)
    for n in range(WORDS_BELOW):
        few = (answers * WORDS_BELOW)[:n]
        assert not re.search(r"\d", json.dumps(list(_values(kind.tally(settings, few)))))


def _values(tally: Any) -> list[Any]:
    if isinstance(tally, dict):
        return list(chain.from_iterable(_values(inner) for inner in tally.values()))
    return [tally]


def test_a_tally_never_holds_what_a_person_wrote(kind: ActivityKind, example: dict[str, Any]) -> None:
    answers = stored(kind, example)
    tally = json.dumps(kind.tally(asked(kind, example), answers), ensure_ascii=False)
    for answer in answers:
        for words in kind.composed(asked(kind, example), answer):
            assert not words.text or words.text not in tally


def test_composed_words_say_where_in_the_answer_they_stand(kind: ActivityKind, example: dict[str, Any]) -> None:
    for answer in stored(kind, example):
        for words in kind.composed(asked(kind, example), answer):
            place: Any = answer
            for part in words.part.split("."):
                place = place[int(part)] if isinstance(place, list) else place[part]
            assert place == words.text


def test_every_row_of_a_question_has_the_same_flat_columns(kind: ActivityKind, example: dict[str, Any]) -> None:
    rows = [kind.export(asked(kind, example), answer) for answer in stored(kind, example)]

    assert len({tuple(row) for row in rows}) <= 1
    assert all(isinstance(value, str | int | float | None) for row in rows for value in row.values())


def test_paper_shows_the_question_and_its_choices(kind: ActivityKind, example: dict[str, Any]) -> None:
    lines = kind.paper(example["settings"])

    assert lines
    assert all(line.strip() and "\n" not in line for line in lines)


def test_every_answer_fits_its_frame(kind: ActivityKind, example: dict[str, Any], envelope_bytes: int) -> None:
    for answer in stored(kind, example):
        assert len(json.dumps(answer, ensure_ascii=False).encode()) + envelope_bytes <= kind.frame_bytes


def test_a_kind_that_takes_answers_says_which_promises_it_can_keep(kind: ActivityKind) -> None:
    assert bool(kind.promises) == (kind.Answer is not None)
    assert ("promise" in kind.Settings().fields) == bool(kind.promises)


def test_pictures_are_never_anonymous_and_never_go_to_other_phones(kind: ActivityKind) -> None:
    if kind.makes_pieces:
        assert (kind.promises, kind.may_be_shown) == (("named",), False)


def test_an_unknown_kind_names_the_nearest() -> None:
    with pytest.raises(Refused, match='Did you mean "word_cloud"'):
        find("wordcloud")


def test_no_kind_is_named_in_the_code_that_finds_them() -> None:
    for support in ("activity.py", "kinds.py", "asking.py"):
        code = re.sub(r'""".*?"""', "", (FOLDER / support).read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not [name for name in all_kinds() if re.search(rf'["\']{name}["\']', code)]
