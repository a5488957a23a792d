"""Where steps begin, what they are called, and how long they take."""

import pytest

from facilitator.curriculum.steps import MOST_STEPS
from tests.curriculum.pages import SCALE, module, the_one, told


def minutes(body: str) -> list[float]:
    return [step.minutes for step in module(body).steps]


def keys(body: str) -> list[str]:
    return [step.key for step in module(body).steps]


def test_steps_without_minutes_share_what_the_others_leave() -> None:
    assert minutes("## A {minutes=5}\n\n## B\n\n## C {minutes=10}\n\n## D\n") == [5, 15, 10, 15]


def test_shares_may_be_parts_of_a_minute() -> None:
    assert minutes("## A\n\n## B {minutes=2.5}\n") == [42.5, 2.5]


def test_minutes_that_do_not_add_up_are_a_warning() -> None:
    assert the_one("## A {minutes=5}\n\n## B {minutes=10}\n").startswith(
        "3:1: The steps take 15 minutes together; the module says 45."
    )


def test_a_step_for_which_no_minutes_are_left_is_a_warning() -> None:
    body = "## A {minutes=45}\n\n## B\n"

    assert the_one(body).startswith("3:1: No minutes are left for this step")
    assert minutes(body) == [45, 1]


def test_a_step_is_called_by_its_name_or_else_by_its_place() -> None:
    assert keys("## A\n\n## B {#wave}\n\n## C {#s3}\n") == ["s1", "wave", "s3"]


@pytest.mark.parametrize(
    "braces", ["{minutes=5 #wave}", "{#wave minutes=5}", '{ minutes="5" #wave }', "{minutes=5, #wave}"]
)
def test_minutes_and_name_stand_in_any_order(braces: str) -> None:
    step = module(f"## The wave {braces}\n\n## B\n").steps[0]

    assert (step.title, step.key, step.minutes) == ("The wave", "wave", 5)


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        (
            "## A {minutes=five}",
            '1:7: The minutes of a step must be a number above 0; found "five". Write {minutes=5}.',
        ),
        ("## A {minutes=0}", "1:7: The minutes of a step must be a number above 0"),
        ("## A {minutes=-5}", "1:7: The minutes of a step must be a number above 0"),
        ("## A {minute=5}", 'Did you mean "minutes=5"?'),
        ("## A {minutes: 5}", '1:7: "minutes:" has no meaning after a heading. Did you mean "minutes=5"?'),
        ("## A {5}", "Write {minutes=5} or {minutes=5 #name}."),
        ("## A {#The Wave}", '1:7: The name "#The" must be small letters'),
        ("## A {#s7}", "what another step is called by its place"),
        ("## {minutes=5}", "1:1: This step has no title."),
        ("##", "1:1: This step has no title."),
        ("## A\n\n### B {minutes=5}", "3:7: Only the heading of a step can have minutes"),
    ],
)
def test_a_slip_in_a_heading_is_told_at_its_column(heading: str, said: str) -> None:
    lines = told(f"{heading}\n\nText.\n")

    assert any(said in line for line in lines), lines


def test_braces_that_are_escaped_are_part_of_the_title() -> None:
    assert module("## A \\{b}\n").steps[0].title == "A {b}"


def test_two_steps_cannot_have_one_name() -> None:
    assert the_one("## A {#wave}\n\n## B {#wave}\n") == (
        '3:7: Two steps have the name "#wave"; the first is on line 6. Give one of them another name.'
    )


def test_a_module_needs_a_step() -> None:
    assert "This module has no step yet" in the_one("Only preparation.\n")


def test_there_is_an_end_to_steps() -> None:
    assert f"at most {MOST_STEPS} can be used" in the_one("## A\n\n" * (MOST_STEPS + 1))


def test_one_step_has_one_activity() -> None:
    lines = told(f"## A\n\n{SCALE}\n{SCALE}")

    assert lines == ['8:1: This step has an activity already. Begin a new step for this one, with a "##" heading.']


def test_the_same_activity_may_stand_in_two_steps() -> None:
    assert [step.activity is not None for step in module(f"## A\n\n{SCALE}\n## B\n\n{SCALE}").steps] == [True, True]


@pytest.mark.parametrize("place", ["> ```scale\n> question: a\n> ```", "- ```scale\n  question: a\n  ```"])
def test_an_activity_cannot_hide_in_a_quote_or_a_list(place: str) -> None:
    assert any("An activity cannot stand here" in line for line in told(f"## A\n\n{place}\n"))


def test_an_activity_needs_a_step() -> None:
    assert any("An activity cannot stand here" in line for line in told(f"{SCALE}\n## A\n"))
