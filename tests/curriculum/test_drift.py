"""A translation beside its original."""

import pytest

from facilitator.curriculum.drift import drifted
from tests.curriculum.pages import FRONT, PATH, module, read

ORIGINAL = (
    "## Arrive {minutes=5 #arrive}\n\nHello.\n\n"
    "```poll\nquestion: Which?\npromise: named\noptions: {walk: A walk, call: A call}\n```\n\n"
    "## The wave {minutes=40}\n\n"
    "```check_in\npromise: named\nask:\n  - {key: urge, type: scale, question: Now?, to: 5}\n```\n"
)
SPANISH = (
    ORIGINAL.replace("Arrive", "Llegar")
    .replace("Hello", "Hola")
    .replace("The wave", "La ola")
    .replace("Which", "¿Cuál")
).replace("A walk", "Caminar")


def drift(text: str, front: str = FRONT) -> list[str]:
    reading = read(text, front, path=PATH.replace(".md", ".es.md"))
    problems = drifted(module(ORIGINAL), reading, PATH.replace(".md", ".es.md"))
    assert all(problem.severity == "warning" for problem in problems)
    return [f"{problem.line}: {problem.message}" for problem in problems]


def test_other_words_are_no_drift() -> None:
    assert drift(SPANISH) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("#arrive", "#llegar", '6: The translation has drifted: the original has no step "#llegar".'),
        ("#arrive", "#llegar", '1: The translation has drifted: the step "#arrive" is missing ("Arrive").'),
        ("walk:", "caminar:", '"options" has caminar, call here and walk, call in the original'),
        ("{walk: Caminar, call: A call}", "{call: A call, walk: Caminar}", '"options" has call, walk here'),
        (
            "promise: named\noptions",
            "promise: anonymous\noptions",
            '"promise" is "anonymous" here and "named" in the original',
        ),
        ("to: 5", "to: 10", '"to" is "10" here and "5" in the original'),
        ("key: urge", "key: impulso", '"key" is "impulso" here and "urge" in the original'),
        ("minutes=5", "minutes=4", "this step takes 4 minutes here and 5 in the original"),
        (", to: 5}", "}\n  - {key: x, type: text, question: X}", '"ask" has 2 items here and 1 in the original'),
    ],
)
def test_another_key_kind_or_number_is_drift(before: str, after: str, said: str) -> None:
    assert before in SPANISH

    lines = drift(SPANISH.replace(before, after))

    assert any(said in line for line in lines), lines


def test_another_kind_is_drift() -> None:
    other = SPANISH.replace("```poll", "```word_cloud").replace("options: {walk: Caminar, call: A call}\n", "")

    assert drift(other) == ["6: The translation has drifted: this step has word_cloud here and poll in the original."]


def test_steps_in_another_order_are_drift() -> None:
    original = "## A {#a}\n\n## B {#b}\n"
    reading = read("## B {#b}\n\n## A {#a}\n", path=PATH.replace(".md", ".es.md"))

    assert ["its steps stand in another order" in p.message for p in drifted(module(original), reading, "x")] == [True]


def test_the_first_lines_are_compared_too() -> None:
    assert any('"discipline" is music here' in line for line in drift(SPANISH, FRONT.replace("education", "music")))
