"""The question about use: left out, and said to be, until the programme has written what a *yes* leads to."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from facilitator.cli_check import check
from facilitator.conducting.planning import versions_of
from facilitator.curriculum.library import Library
from tests.curriculum.pages import FRONT
from tests.curriculum.shelves import ARRIVE, problems, save

ASKING = (
    FRONT
    + "## Arrive\n\n```check_in\npromise: named\nask:\n  - {key: use, type: use}\n  - {key: sleep, type: sleep}\n```\n"
)
LEADS = "---\ntitle: {0}\nversion: 1\n---\n\n{0}. **Never** a punishment.\n\n- You stay in group.\n"
LEFT_OUT = "warning: The question about use is left out: the programme has not written what a yes leads to."


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "curricula"
    save(root / "evenings" / "curriculum.md", "---\ntitle: Evenings\n---\n")
    save(root / "evenings" / "01-arrive.md", ASKING)
    save(root / "evenings" / "01-arrive.es.md", ASKING)
    monkeypatch.chdir(tmp_path)
    return root


def asked(library: Library, language: str = "en") -> dict[str, str | None]:
    """What a session would ask, each with what is said to lead on from it."""
    activity = versions_of(library.snapshot(), ARRIVE)[language].steps[0].activity
    assert activity is not None
    return {item["key"]: item.get("leads_to") for item in activity.settings["ask"]}


def test_without_the_programmes_words_nobody_is_asked_and_authors_are_told(root: Path) -> None:
    library = Library(root)

    assert asked(library) == {"sleep": None}
    assert len(problems(library)) == 2
    assert all(LEFT_OUT in line for line in problems(library))


def test_with_them_they_stand_beside_the_question_in_its_language(root: Path) -> None:
    save(root / "use.md", LEADS.format("A talk today"))
    save(root / "use.es.md", LEADS.format("Hablamos hoy"))
    library = Library(root)

    assert asked(library)["use"] == "A talk today. Never a punishment. You stay in group."
    assert str(asked(library, "es")["use"]).startswith("Hablamos hoy. ")
    assert problems(library) == []


def test_a_language_without_them_takes_those_there_are(root: Path) -> None:
    save(root / "use.md", LEADS.format("A talk today"))

    assert str(asked(Library(root), "es")["use"]).startswith("A talk today. ")


def test_whoever_checks_one_curriculum_or_one_file_is_told_the_same(root: Path) -> None:
    for path in ("curricula/evenings", "curricula/evenings/01-arrive.md"):
        assert LEFT_OUT in CliRunner().invoke(check, [path]).stdout
    save(root / "use.md", LEADS.format("A talk today"))

    for path in ("curricula/evenings", "curricula/evenings/01-arrive.md"):
        assert "left out" not in CliRunner().invoke(check, [path]).stdout
