"""Files from every editor, in every script."""

import pytest

from facilitator.curriculum.reader import read_module
from tests.curriculum.pages import FRONT, PATH, module, read, words

BODY = "## Arrive {minutes=5}\n\nHello.\n\n> [!FACILITATOR]\n> Note.\n\n```scale\nquestion: A\npromise: named\n```\n"


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_ends_of_lines_and_byte_order_marks_change_nothing(ending: str, mark: bytes) -> None:
    reading = read_module(mark + (FRONT + BODY).replace("\n", ending).encode(), PATH)

    assert reading.module is not None
    assert reading.module.steps == module(BODY).steps


def test_positions_are_right_after_windows_line_ends() -> None:
    text = (FRONT + BODY).replace("named", "namd").replace("{minutes=5}", "").replace("\n", "\r\n")

    [problem] = read_module(text.encode(), PATH).problems
    assert (problem.line, problem.column) == (15, 10)


def test_text_that_runs_from_right_to_left_is_kept() -> None:
    step = module("## الموجة {minutes=5}\n\nالرغبة مثل \u2067موجة\u2069.\n\n> [!FACILITATOR]\n> انتظر.\n").steps[0]

    assert step.title == "الموجة"
    assert words(step.everyone) == "الرغبة مثل \u2067موجة\u2069."
    assert words(step.notes) == "انتظر."


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("冲动像\n波浪。", "冲动像波浪。"),
        ("衝動は\n波です", "衝動は波です"),
        ("ความอยาก\nเหมือนคลื่น", "ความอยากเหมือนคลื่น"),
        ("충동은\n파도", "충동은 파도"),
        ("a\n波", "a 波"),
    ],
)
def test_lines_join_as_their_script_joins_words(written: str, shown: str) -> None:
    assert words(module(f"## A\n\n{written}\n").steps[0].everyone) == shown


def test_a_module_may_be_in_a_language_without_spaces() -> None:
    reading = read("## 到来\n\n" + "今晚我们看看冲动。" * 40 + "\n", path=PATH.replace(".md", ".zh.md"))

    assert reading.problems == []


def test_line_separators_from_design_programs_are_spaces() -> None:
    assert words(module("## A\n\none\u2028two\n").steps[0].everyone) == "one two"


@pytest.mark.parametrize(
    ("data", "where", "said"),
    [
        (b"\xff\xfe#\x00", (1, 1), "UTF-16"),
        (FRONT.encode() + "## Ana dice sí\n".encode("latin-1"), (6, 14), "not UTF-8"),
        (FRONT.encode() + b"## A\n\nHello\x1b[2J\n", (8, 6), "U+001B"),
        (FRONT.encode() + b"## A\n\n\x00\n", (8, 1), "U+0000"),
        (b"\x89PNG\r\n\x1a\n", (1, 1), "not UTF-8"),
    ],
)
def test_what_is_not_text_is_told_with_the_place(data: bytes, where: tuple[int, int], said: str) -> None:
    problem = read_module(data, PATH).problems[0]

    assert (problem.line, problem.column) == where
    assert said in problem.message


def test_a_problem_cannot_move_a_terminal_s_cursor() -> None:
    problems = [*read("## A\n\n```\u202ered\n```\n").problems, *read("## A\n\n\u009b2J\x1b[2J\n").problems]
    text = "\n".join(map(str, problems))

    assert not {"\u202e", "\u009b", "\x1b"} & set(text)


def test_the_caret_stands_under_its_sign_after_wide_letters() -> None:
    problem = read("## A\n\n字字 ![](x)\n").problems[0]

    *_, line, caret = str(problem).split("\n")
    assert caret.index("^") == line.index("x") + 2


def test_of_a_long_line_the_piece_around_the_problem_is_shown() -> None:
    problem = read("## A\n\n" + "word " * 100 + "![](x)" + " word" * 100 + "\n").problems[0]

    assert "![](x)" in problem.excerpt
    assert len(problem.excerpt) < 110
