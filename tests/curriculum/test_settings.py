"""What is told of a slip in an activity's settings or in the first lines of a file: where, what, what to write."""

import pytest

from tests.curriculum.pages import FRONT, module, problems, the_one, told


def activity(settings: str, kind: str = "scale") -> list[str]:
    """The problems of an activity; line 1 is its first setting."""
    lines = told(f"## A\n\n```{kind}\n{settings}\n```\n")
    return [f"{int(line.partition(':')[0]) - 3}:{line.partition(':')[2]}" for line in lines]


def test_the_example_of_the_format_reads_as_promised() -> None:
    [problem] = problems("## A\n\n```scale\nquestion: How strong?\npromise: anonymos\n```\n")

    assert str(problem) == (
        "curricula/evenings/03-riding-out-an-urge.md:10:10: "
        '"promise" must be one of named, anonymous, private; found "anonymos". Did you mean "anonymous"?\n'
        "    10 | promise: anonymos\n"
        "       |          ^"
    )


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            "question: A\npromise: named\ntoo: 5",
            '3:1: "too" is not a setting of the activity "scale". Did you mean "to"?',
        ),
        (
            "question: A\npromis: named",
            '2:1: "promis" is not a setting of the activity "scale". Did you mean "promise"?',
        ),
        ("question: A\npromise: named\nzzz: 5", "The settings are: "),
        ("question: A", '0:1: "promise" is missing from the activity "scale". Add a line "promise: …".'),
        ("question: 5\npromise: named", '1:11: "question" must be text; found "5". Put it in quotes: "5"'),
        ("question: A\npromise: named\nfrom: low", '3:7: "from" must be a whole number; found "low".'),
        ("question: A\npromise: named\nfrom: 1.5", '3:7: "from" must be a whole number; found "1.5".'),
        ("question: A\npromise:", '2:1: "promise" has no value.'),
        ("question: A\npromise: [named]", '2:1: "promise" must be text; found a list.'),
        ("question: A\nquestion: B\npromise: named", '2:1: "question" is written twice; first on line 9.'),
        ("question: What: now\npromise: named", '1:15: There is a second ":" on this line'),
        ("question: 'A\npromise: named", "1:11: A quotation mark is opened here and not closed."),
        ("question: A\n\tpromise: named", "2:1: There is a tab here. Use spaces."),
        ("question: *A*\npromise: named", '1:11: A "*" here would copy another setting'),
        ("question: &A\npromise: named", '1:11: An "&" here would name a setting'),
        ("question: !A\npromise: named", '1:11: An "!" here would give a setting a type'),
        ("question: @A\npromise: named", "1:11: A text cannot start with this sign."),
        ("- question", '1:1: The settings of the activity "scale" must be "name: value" lines.'),
        ("just words", '1:1: The settings of the activity "scale" must be "name: value" lines.'),
        ("question: A\npromise: named\nlabels: {0: No, 10: [Yes", "is opened and not closed"),
    ],
)
def test_a_slip_in_an_activity_is_told_where_it_stands(settings: str, said: str) -> None:
    lines = activity(settings)

    assert any(said in line for line in lines), lines


def test_all_slips_of_a_file_are_told_at_once() -> None:
    front = "---\ntitle: A\ndiscipline: sport\nminute: 45\n---\n"
    scale = "```scale\nquestion: 5\npromise: anonymos\nfrom: a\n```\n"
    body = f"## A {{minutes=x}}\n\n```scal\nquestion: A\n```\n\n## B\n\n{scale}"

    lines = [problem.line for problem in problems(body, front)]

    assert lines == [3, 4, 6, 8, 15, 16, 17]


def test_a_slip_of_one_letter_is_told_once() -> None:
    assert len(activity("question: A\npromis: named")) == 1


def test_a_setting_deep_within_has_its_own_place() -> None:
    first = "  - key: craving\n    type: scael\n    question: How strong?\n"
    ask = f"promise: named\nask:\n{first}  - key: 5x\n    type: text\n    question: Why?"

    lines = activity(ask, "check_in")

    assert any(line.startswith('4:11: "type" must be one of') and 'Did you mean "scale"?' in line for line in lines), (
        lines
    )
    assert any(line.startswith('6:10: "key" must be a short name') for line in lines), lines


def test_a_setting_that_is_unknown_deep_within_is_told_by_its_neighbours() -> None:
    ask = "promise: named\nask:\n  - {key: hope, type: text, questoin: Why?}"

    [line] = activity(ask, "check_in")

    assert line == '3:29: "questoin" is not a setting of item 1 of "ask". Did you mean "question"?'


def test_a_kind_s_own_rule_is_told_where_it_applies() -> None:
    [line] = activity("question: A\npromise: named\nfrom: 10\nto: 0")

    assert line.startswith('3:7: "from" must be smaller than to')


def test_an_unknown_kind_lists_the_kinds_and_suggests_the_nearest() -> None:
    line = the_one("## A\n\n```scael\nquestion: A\n```\n")

    assert line.startswith('3:4: There is no activity kind "scael". The kinds are: ')
    assert 'Did you mean "scale"?' in line


def test_an_activity_that_is_never_closed_is_told_and_nothing_else_of_it() -> None:
    line = the_one("## A\n\n```scale\nquestion: A\n\n## B\n\nText.\n")

    assert line.startswith("3:1: This activity is opened and not closed")


def test_words_after_the_kind_are_told() -> None:
    assert any(
        "Only the kind stands after ```" in line
        for line in told("## A\n\n```scale strong\nquestion: A\npromise: named\n```\n")
    )


def test_an_activity_may_stand_a_little_to_the_right() -> None:
    body = "## A\n\n  ```scale\n  question: A\n  promise: anonymos\n  ```\n"

    assert the_one(body).startswith('5:12: "promise" must be one of')


def test_words_that_other_readers_take_for_something_else_stay_words() -> None:
    body = "## A\n\n```poll\nquestion: A\npromise: named\noptions: {yes: Yes, no: No, off: 2024-01-01}\n```\n"

    activity = module(body).steps[0].activity

    assert activity is not None
    assert activity.settings["options"] == {"yes": "Yes", "no": "No", "off": "2024-01-01"}


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("", '1:1: A module begins with a line "---"'),
        ("---\ntitle: A\n", '1:1: The first line "---" has no second "---"'),
        ("---\ntitle: A\ndiscipline: music\n---\n", '1:1: "minutes" is missing from a module.'),
        ("---\ntitle: A\ndiscipline: musik\nminutes: 5\n---\n", '3:13: "discipline" must be one of education, music'),
        (
            "---\ntitle: A\ndiscipline: music\nminutes: 0\n---\n",
            '4:10: "minutes" must be between 1 and 240; found "0".',
        ),
        (
            "---\ntitle: A\ndiscipline: music\nminutes: '45'\n---\n",
            '4:10: "minutes" must be a whole number; found "45".',
        ),
        (
            "---\ntitle: A\ndiscipline: music\nminutes: 5\ntopic: [a]\n---\n",
            '5:1: "topic" is not a setting of a module.',
        ),
        ("---\ntitle: A\ndiscipline: music\nminutes: 5\ntopics: a\n---\n", '5:9: "topics" must be a list'),
        (
            "---\ntitle: A\ndiscipline: music\nminutes: 5\ntopics: [a, 5]\n---\n",
            '5:13: item 2 of "topics" must be text',
        ),
        ("---\ntitle: ''\ndiscipline: music\nminutes: 5\n---\n", '2:8: "title" '),
        ("---\ntitle: A: B\ndiscipline: music\nminutes: 5\n---\n", '2:9: There is a second ":"'),
        ("---\n---\n", '1:1: "title" is missing'),
        ("---\n- a\n---\n", '2:1: The settings of a module must be "name: value" lines.'),
    ],
)
def test_a_slip_in_the_first_lines_is_told_where_it_stands(front: str, said: str) -> None:
    lines = told("## A\n", front)

    assert any(line.startswith(said) for line in lines), lines


@pytest.mark.parametrize("name", ["Riding.md", "a b.md", "01_x.md", ".md", "x.English.md", "x.e.md"])
def test_a_file_has_a_plain_name(name: str) -> None:
    assert any("The name of this file" in line for line in told("## A\n", path=f"curricula/evenings/{name}"))


def test_a_message_never_says_what_a_person_should_not_hear() -> None:
    bodies = [
        "## A\n\n```scale\nquestion: [1]\nfrom: x\npromise: z\n  a: b\n```\n",
        "```x\n",
        "## A {x}\n",
        "# A\n![](x)\n<b>",
    ]
    said = " ".join(
        line for body in bodies for front in (FRONT, "---\nx: *y\n---\n", "") for line in told(body, front)
    ).lower()

    assert not [
        word for word in ("invalid", "failed", "forbidden", "user", "not valid", "schema", "yaml") if word in said
    ]
