"""`facilitator check`, as an author or an editor calls it."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facilitator.cli_check import check
from tests.curriculum.pages import FRONT

GOOD = FRONT + "## Arrive\n\nHello.\n"


@pytest.fixture
def evenings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "curricula" / "evenings"
    folder.mkdir(parents=True)
    (folder / "curriculum.md").write_text("---\ntitle: Evenings\n---\n")
    (folder / "01-arrive.md").write_text(GOOD)
    (tmp_path / "curricula" / "agreement.md").write_text("---\ntitle: A\nversion: 1\n---\n")
    monkeypatch.chdir(tmp_path)
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(check, [str(argument) for argument in arguments])


def test_a_tree_without_problems_is_zero(evenings: Path) -> None:
    result = run()

    assert (result.exit_code, result.stdout) == (0, "Nothing to mend in 3 files.\n")


def test_problems_are_one_and_each_shows_its_line(evenings: Path) -> None:
    (evenings / "01-arrive.md").write_text(GOOD.replace("education", "educatoin"))

    result = run()
    assert result.exit_code == 1
    assert result.stdout.startswith("curricula/evenings/01-arrive.md:3:13: ")
    assert "     3 | discipline: educatoin\n       |             ^\n" in result.stdout
    assert result.stdout.endswith("1 problem in 3 files.\n")


def test_warnings_stand_apart_and_are_still_zero(evenings: Path) -> None:
    (evenings / "01-arrive.md").write_text(GOOD + "\n<b>now</b>\n")

    result = run("curricula")
    assert result.exit_code == 0
    assert "Worth a second look:\n\ncurricula/evenings/01-arrive.md:10:1: warning: HTML" in result.stdout
    assert result.stdout.endswith("2 warnings in 3 files.\n")


@pytest.mark.parametrize("path", ["nowhere", "curricula/evenings/09-none.md", "notes.txt", "empty"])
def test_what_cannot_be_read_is_two(evenings: Path, path: str) -> None:
    Path("notes.txt").write_text("x")
    Path("empty").mkdir()

    result = run(path)
    assert result.exit_code == 2
    assert result.stdout.startswith(f"{path}: there is no module here that can be read.\n")


def test_one_unreadable_path_does_not_hide_the_others(evenings: Path) -> None:
    (evenings / "01-arrive.md").write_text("x")

    result = run("nowhere", evenings)
    assert result.exit_code == 2
    assert "01-arrive.md:1:1" in result.stdout


@pytest.mark.parametrize("path", ["curricula/evenings", "curricula/evenings/01-arrive.md"])
def test_a_folder_or_a_file_can_be_checked_alone(evenings: Path, path: str) -> None:
    (evenings.parent / "agreement.md").write_text("x")
    (evenings / "02-other.md").write_text("x" if path.endswith(".md") else GOOD)

    assert run(path).exit_code == 0


def test_the_agreement_can_be_checked_alone(evenings: Path) -> None:
    (evenings.parent / "agreement.md").write_text("x")
    (evenings / "01-arrive.md").write_text("x")

    result = run("curricula/agreement.md")
    assert result.exit_code == 1
    assert result.stdout.endswith("1 problem in 1 file.\n")


def test_from_within_the_folder_paths_are_short(evenings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (evenings / "01-arrive.md").write_text(GOOD.replace("45", "many"))
    monkeypatch.chdir(evenings)

    assert run("01-arrive.md").stdout.startswith("01-arrive.md:4:10: ")
    assert run(".").stdout.startswith("01-arrive.md:4:10: ")


def test_a_translation_alone_is_compared_with_its_original(evenings: Path) -> None:
    (evenings / "01-arrive.es.md").write_text(GOOD.replace("## Arrive", "## Llegar {minutes=5}"))

    assert "this step takes 5 minutes here and 45" in run("curricula/evenings/01-arrive.es.md").stdout


def test_editors_get_json(evenings: Path) -> None:
    (evenings / "01-arrive.md").write_text(GOOD.replace("45", "many") + "\n<b>\n")

    result = run("--format", "json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (told["files"], told["unreadable"]) == (3, [])
    assert [(p["path"], p["line"], p["column"], p["severity"]) for p in told["problems"]] == [
        ("curricula/evenings/01-arrive.md", 4, 10, "error")
    ]
    assert told["problems"][0]["excerpt"] == "minutes: many"
    assert [p["line"] for p in told["warnings"]] == [10]


def test_paths_that_overlap_tell_a_problem_once(evenings: Path) -> None:
    (evenings / "01-arrive.md").write_text(GOOD.replace("45", "many"))

    assert run("curricula", evenings, evenings / "01-arrive.md").stdout.count("01-arrive.md:4:10") == 1


def test_a_folder_of_folders_is_checked_though_nothing_says_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "tracks" / "one").mkdir(parents=True)
    (tmp_path / "tracks" / "one" / "01-a.md").write_text(GOOD)

    result = run(tmp_path / "tracks")
    assert result.exit_code == 1
    assert "This curriculum has no such file yet." in result.stdout


def test_a_large_tree_shows_a_bar_to_a_person_at_a_terminal(evenings: Path) -> None:
    for number in range(40):
        (evenings / f"{number + 10}-more.md").write_text(GOOD)
    theirs, ours = pty.openpty()
    command = [sys.executable, "-c", "from facilitator.cli_check import check; check()"]

    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=ours, text=True, check=True)

    os.close(ours)
    assert "Reading" in os.read(theirs, 10_000).decode()
    assert done.stdout == "Nothing to mend in 43 files.\n"
    os.close(theirs)


def test_without_a_terminal_there_is_no_bar(evenings: Path) -> None:
    for number in range(40):
        (evenings / f"{number + 10}-more.md").write_text(GOOD)

    result = run()
    assert result.stderr == ""
    assert result.stdout == "Nothing to mend in 43 files.\n"
