"""The documents say what is so. Each check is shown to fail on a page with a fault planted in it."""

import re
from pathlib import Path

import pytest

from facilitator.config import describe
from tests.documents import checks
from tests.documents.reading import ROOT, Page, page, the_pages

PAGES = the_pages()
README, MAP, ONE_ANSWER = page("README.md"), page("docs/map.md"), page("docs/one-answer.md")


def planted(text: str, path: str = "docs/planted.md") -> Page:
    return Page(path, text)


def test_every_path_that_is_named_exists() -> None:
    assert checks.wrong_paths(PAGES) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "`facilitator/conductor.py`",
        "`facilitator/conducting/`, then `facilitator/conductors/`",
        "`activities/juggling.py`",
        "`statick/lib/outbox.ts`",
        "`conductor.mjs`",
        "`/staff/libary`",
    ],
)
def test_a_path_that_is_not_there_is_told(wrong: str) -> None:
    assert len(checks.wrong_paths([planted(f"See {wrong}.")])) == 1


def test_every_link_leads_somewhere() -> None:
    assert checks.wrong_links(PAGES) == []


@pytest.mark.parametrize(
    "wrong", ["[a](nowhere.md)", "[a](map.md#attic)", "[a](#attic)", "![a](pictures/none.png)", "[a](../../README.md)"]
)
def test_a_link_that_leads_nowhere_is_told(wrong: str) -> None:
    assert len(checks.wrong_links([*PAGES, planted(f"# Cellar\n\n{wrong} and [b](#cellar)")])) == 1


def test_every_command_and_variable_exists() -> None:
    assert checks.wrong_commands(PAGES) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "`make coffee`",
        "`facilitator juggle`",
        "`facilitator run --tls-certificate`",
        "`--insecure`",
        "`FACILITATOR_DATE`",
        "```\nFACILITATOR_TSL_KEY=x facilitator run\n```",
    ],
)
def test_a_command_that_does_not_exist_is_told(wrong: str) -> None:
    assert len(checks.wrong_commands([planted(wrong)])) == 1


def test_each_sentence_stands_on_a_line_of_its_own() -> None:
    assert checks.crowded_lines(PAGES) == []


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("One. Two.", 1),
        ("A sentence that goes on\nin the next line.", 1),
        ("* One. `two` is here.\n* One.", 1),
        ("With Dr. Okoye, see [One. Two.](x.md#a.B).", 1),
        ("With Dr. Okoye.\nTwo.\n\n| One. Two. |\n\n```\nOne. Two.\n```", 0),
    ],
)
def test_crowded_lines_are_told(text: str, problems: int) -> None:
    assert len(checks.crowded_lines([planted(text)])) == problems


def test_every_function_on_the_way_is_where_the_page_says() -> None:
    assert checks.wrong_names(ONE_ANSWER) == []
    assert len(re.findall(r"`\w+\(\)`", ONE_ANSWER.text)) > 50


@pytest.mark.parametrize(
    "wrong",
    [
        "`facilitator/conducting/conductor.py`: `ask_nicely()`",
        "`facilitator/conducting/conductor.py`: `ask()` makes a `Soufflé` of a `Souffle`",
        "`static/lib/outbox.ts`: `give()`, `gave()`",
        "`ask()` without a file",
    ],
)
def test_a_function_that_is_elsewhere_is_told(wrong: str) -> None:
    assert len(checks.wrong_names(planted(wrong))) == 1


@pytest.mark.parametrize(
    ("heading", "folder"),
    [
        ("The rooms of the server", "facilitator"),
        ("The front end", "static"),
        ("The tests", "tests"),
        ("The rest", "."),
    ],
)
def test_the_map_shows_every_folder_and_nothing_that_is_not_there(heading: str, folder: str) -> None:
    shown = {row for row in checks.rows_under(MAP, heading) if row.endswith("/")}
    elsewhere = {"facilitator/", "static/"} if folder == "." else set()

    assert (shown | elsewhere) - {".ci/"} == checks.rooms(ROOT / folder)


def test_the_map_shows_every_file_beside_the_rooms() -> None:
    named = set(re.findall(r"`facilitator/(\w+\.py)`", MAP.text))

    assert named >= checks.top_level(ROOT / "facilitator")


def test_a_folder_of_source_is_a_room_and_one_that_a_run_made_is_not(tmp_path: Path) -> None:
    for place in ("kitchen/stove.py", "dist/stove.ts", ".cache/stove.py", "bare/__pycache__/stove.py"):
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).write_text("hot")

    assert checks.rooms(tmp_path) == {"kitchen/"}


def test_every_document_can_be_found_from_the_map() -> None:
    linked = {target.partition("#")[0] for _, target in MAP.links()}
    documents = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}

    assert documents - linked == {"map.md"}


def test_the_decisions_are_numbered_without_a_gap() -> None:
    found = sorted((ROOT / "docs" / "decisions").glob("*.md"))

    assert [int(path.name[:4]) for path in found] == list(range(1, len(found) + 1))
    for number, path in enumerate(found, 1):
        assert path.read_text().startswith(f"# {number}. "), path.name


def test_the_readme_asks_for_two_commands_and_no_other() -> None:
    asked = [code for _, code in README.code() if code.startswith(("make ", "facilitator "))]

    assert {code.split()[1] for code in asked} == {"run", "test"} <= checks.targets()
    assert not any(code.startswith("facilitator ") for code in asked)
    assert list(README.fenced()) in ([], [""])


def test_the_readme_opens_with_its_picture_and_says_for_whom_it_is_not_yet() -> None:
    opening = README.text.partition("\n## ")[0]

    assert "](docs/pictures/cockpit.png)" in opening
    assert "**Not for real patients yet.**" in opening


def test_the_picture_of_the_readme_is_one_that_the_journeys_take() -> None:
    told = re.search(r"`test-output/tablet-([a-z-]+)-light\.png`", page("CONTRIBUTING.md").text)
    journeys = "".join(path.read_text() for path in (ROOT / "tests" / "journeys").glob("*.py"))

    assert told
    assert f'tablet.looks_right("{told[1]}")' in journeys


def test_operators_are_told_of_every_setting() -> None:
    running = page("docs/running-it.md").text

    assert [each.variable for each in describe() if f"`{each.variable}`" not in running] == []
