"""Hungry, angry, lonely, tired: one small thing for each, and nobody pointed at."""

import json

import pytest
from marshmallow import ValidationError

from facilitator.activities.halt import NEEDS, Halt
from tests.conftest import ROOT

halt = Halt()


def test_the_order_of_tapping_is_not_kept() -> None:
    assert halt.check({"promise": "named"}, {"needs": ["tired", "hungry", "tired"]}) == {"needs": ["hungry", "tired"]}


def test_what_an_author_leaves_out_the_house_says_in_the_language_of_the_module() -> None:
    asked = halt.worded({"promise": "named", "ideas": {"tired": "Dormir."}}, "es")

    assert asked["ideas"]["tired"] == "Dormir."
    assert asked["ideas"]["hungry"].startswith("Coma algo")
    assert list(asked["ideas"]) == list(NEEDS)
    assert halt.Settings().load(asked) == asked


def test_a_need_that_there_is_not_is_named_to_its_author() -> None:
    with pytest.raises(ValidationError, match="must be one of hungry, angry, lonely, tired"):
        halt.Settings().load({"promise": "named", "ideas": {"thirsty": "Drink."}})


def test_phones_and_paper_offer_the_same_small_things() -> None:
    for language, words in json.loads((ROOT / "static/activities/halt.strings.json").read_text()).items():
        ready = halt.worded({"promise": "named"}, language)
        assert ready["question"] == words["question"]
        assert ready["ideas"] == {need: words[f"{need}.do"] for need in NEEDS}
