"""One word in a heading, and the same rating comes before an exercise and after it: no name, in every language."""

import pytest

from facilitator.curriculum.drift import drifted
from tests.curriculum.pages import module, read, the_one, told, words

BODY = "## Listen {minutes=12 before_after=craving #listen}\n\nClose your eyes, or not.\n\n## Talk\n"


def test_the_same_question_stands_before_the_step_and_after_it() -> None:
    before, exercise, after, talk = module(BODY).steps

    assert [step.title for step in (before, exercise, after, talk)] == [
        "Before: Listen",
        "Listen",
        "After: Listen",
        "Talk",
    ]
    assert before.activity
    assert after.activity
    assert before.activity.settings == {
        "question": "How strong is any urge right now?",
        "labels": {"0": "No urge", "10": "Strongest yet"},
        "from": 0,
        "to": 10,
        "promise": "anonymous",
    }
    assert after.activity.settings == {**before.activity.settings, "before": before.key}
    assert "Nobody's own change is known" in words(after.notes)


def test_the_ratings_are_taken_from_the_minutes_of_their_step() -> None:
    assert [step.minutes for step in module(BODY).steps] == [1, 10, 1, 33]
    assert told(BODY) == []


def test_two_ratings_stand_on_each_side() -> None:
    steps = module(BODY.replace("=craving", "=craving+mood")).steps

    assert [step.key for step in steps[:5]] == [
        "listen.craving.before",
        "listen.mood.before",
        "listen",
        "listen.craving.after",
        "listen.mood.after",
    ]
    assert steps[2].minutes == 8


def test_a_step_without_a_name_keeps_its_place() -> None:
    keys = [step.key for step in module("## A\n\n## B {before_after=mood minutes=9}\n\n## C\n").steps]

    assert keys == ["s1", "s2.mood.before", "s2", "s2.mood.after", "s3"]


def test_a_spanish_module_asks_in_spanish() -> None:
    before = module(BODY, path="curricula/evenings/03-riding-out-an-urge.es.md").steps[0]

    assert before.title == "Antes: Listen"
    assert before.activity
    assert before.activity.settings["question"].startswith("¿Qué tan fuertes son las ganas")
    assert words(before.notes).startswith("Teléfonos arriba")


def test_a_translation_that_leaves_it_out_has_drifted() -> None:
    original = module(BODY)
    translation = read(BODY.replace(" before_after=craving", ""), path="curricula/evenings/03-riding-out-an-urge.es.md")

    said = [problem.message for problem in drifted(original, translation, "x.es.md")]
    assert any('the step "#listen.craving.after" is missing' in message for message in said), said


def test_a_step_too_short_for_its_ratings_is_an_error() -> None:
    said = the_one("## Listen {minutes=4 before_after=craving+mood}\n\n## Talk\n")

    assert said == (
        "1:1: The ratings before and after this step take 4 of its 4 minutes. "
        "Give the step more minutes; each rating takes one."
    )


@pytest.mark.parametrize("value", ["hope", "craving+craving", "", "craving+"])
def test_what_cannot_be_rated_is_told_with_what_can(value: str) -> None:
    said = the_one(f"## Listen {{before_after={value}}}\n\n## Talk\n")

    assert "cannot be asked before and after a step." in said
    assert "Write {before_after=craving}, {before_after=mood} or {before_after=craving+mood}." in said


def test_a_slip_in_the_word_finds_the_right_one() -> None:
    assert 'Did you mean "before_after=craving"?' in the_one("## Listen {beforeafter=craving}\n\n## Talk\n")
