"""`docs/writing-curricula.md` says what is so: its examples are read, its tables compared."""

import re
from pathlib import Path

import pytest

from facilitator.activities import kinds
from facilitator.activities.activity import PROMISES
from facilitator.curriculum import marks, page_text, steps
from facilitator.curriculum.front_matter import ModuleSays
from facilitator.curriculum.markdown import LONGEST_PARAGRAPH
from facilitator.curriculum.model import DISCIPLINES
from facilitator.curriculum.reader import read_curriculum_page, read_module
from tests.curriculum.pages import problems, told

GUIDE = (Path(__file__).parents[2] / "docs" / "writing-curricula.md").read_text("utf-8")
ACTIVITIES = re.findall(
    r"^```(scale|poll|check_in|quiz|match)\n(.*?)^```$", GUIDE.replace("````", "¦"), re.MULTILINE | re.DOTALL
)


def test_its_first_module_has_nothing_to_mend() -> None:
    [example] = re.findall(r"^````markdown\n(.*?)^````$", GUIDE, re.MULTILINE | re.DOTALL)
    reading = read_module(example.encode(), "curricula/tuesday-evenings/01-one-good-hour.md")

    assert reading.problems == []
    assert reading.module is not None
    assert [step.minutes for step in reading.module.steps] == [5, 15, 10]


def test_its_front_pages_have_nothing_to_mend() -> None:
    pages = re.findall(r"^ *```\n( *---\n.*?)^ *```$", GUIDE, re.MULTILINE | re.DOTALL)

    assert len(pages) == 2
    for page in pages:
        text = re.sub(r"^   (?! *-)", "", page, flags=re.MULTILINE) if page.startswith("   ") else page
        _, found = read_curriculum_page(re.sub(r"^   ---", "---", text, flags=re.MULTILINE).encode(), "c/curriculum.md")
        assert found == []


@pytest.mark.parametrize(("kind", "settings"), ACTIVITIES, ids=[kind for kind, _ in ACTIVITIES])
def test_its_activities_have_nothing_to_mend(kind: str, settings: str) -> None:
    assert told(f"## A\n\n```{kind}\n{settings}```\n") == []


def test_it_has_an_example_of_each_that_is_not_plain() -> None:
    assert {kind for kind, _ in ACTIVITIES} == {"scale", "poll", "check_in", "quiz", "match"}


def test_every_setting_in_its_table_of_kinds_exists_and_none_is_left_out() -> None:
    table = GUIDE.partition("\n## Activities\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$", table, re.MULTILINE)
    listed = {
        kind: {
            name
            for name in re.findall(r"`(\w+)`", settings)
            if name not in ("one", "several", "true", "false", *PROMISES)
        }
        for kind, settings in rows
    }

    assert len(listed) >= 6
    for kind, names in listed.items():
        schema = kinds.find(kind).Settings()
        assert names | {"title"} == {field.data_key or name for name, field in schema.fields.items()}, kind


def test_its_table_of_first_lines_is_complete() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (yes|no) \|", GUIDE, re.MULTILINE))

    assert {name: "yes" if field.required else "no" for name, field in ModuleSays().fields.items()} == rows
    assert all(f"`{discipline}`" in GUIDE for discipline in DISCIPLINES)


def test_its_marks_are_the_marks() -> None:
    assert set(re.findall(r"^\| `> \[!(\w+)\]`", GUIDE, re.MULTILINE)) == set(marks.AUDIENCES)


def test_the_problem_it_shows_is_the_problem_one_gets() -> None:
    [problem] = problems("## A\n\n```scale\nquestion: How strong?\npromise: anonymos\n```\n")

    assert str(problem) in GUIDE


def test_its_bounds_are_the_bounds() -> None:
    bounds = (
        f"A file may have up to {page_text.MOST_BYTES // 1024} kB and {page_text.MOST_LINES:,} lines, "
        f"a module up to {steps.MOST_STEPS} steps, a paragraph up to {LONGEST_PARAGRAPH:,} characters."
    )

    assert bounds in GUIDE
