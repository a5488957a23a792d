"""The curricula that come with the product are read by the same reader."""

import pytest

from facilitator import places
from facilitator.curriculum.library import Library
from facilitator.curriculum.shelf import Shelf


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Library(places.curricula()).snapshot()


def test_nothing_is_to_mend_in_them(shelf: Shelf) -> None:
    assert [str(problem) for problem in shelf.problems] == []
    assert shelf.curricula


def test_every_module_has_notes_for_its_facilitator(shelf: Shelf) -> None:
    modules = [module for one in shelf.curricula.values() for by in one.modules.values() for module in by.values()]

    assert [f"{m.ref} {m.language} {step.key}" for m in modules for step in m.steps if not step.notes] == []


def test_a_family_evening_asks_nothing_with_a_name(shelf: Shelf) -> None:
    evenings = shelf.curricula["family-evening"]
    modules = [module for by in evenings.modules.values() for module in by.values()]
    asked = [step.activity for module in modules for step in module.steps if step.activity is not None]

    assert asked
    assert [activity for activity in asked if activity.promise not in (None, "anonymous", "private")] == []


def test_there_is_an_agreement_and_a_script_for_concern(shelf: Shelf) -> None:
    assert {"en", "es"} <= shelf.agreement.keys()
    assert "en" in shelf.concern


@pytest.mark.parametrize("slug", ["01-check-in", "08-check-out"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_how_a_day_begins_and_ends_is_asked_in_a_minute_and_a_half(shelf: Shelf, slug: str, language: str) -> None:
    """As *Writing curricula* has it: at most seven questions, two of them in words; and staff can be asked for."""
    foundations = shelf.curricula["iop-foundations"]
    steps = foundations.modules[f"iop-foundations/{slug}"][language].steps
    [asked] = [step.activity for step in steps if step.activity and step.activity.kind in ("check_in", "check_out")]
    types = [item["type"] for item in asked.settings["ask"]]

    assert len(types) <= 7
    assert len([kind for kind in types if kind in ("text", "high_low")]) == 2
    assert "staff_time" in types
