"""A step's settings are looked for once for a plan, and never those of a plan that has gone."""

from dataclasses import replace

from facilitator.live_session.texts import settings_of
from tests.live_session.cast import FEEL, LEARN, VOTE, WORDS
from tests.live_session.evening import Evening


def test_another_plan_has_other_settings_at_the_same_step(group: Evening) -> None:
    first, second = group.state.blocks[:2]
    assert settings_of(group.facts, group.state, WORDS, "en")["promise"] == "anonymous"

    moved = replace(group.state, blocks=(first, replace(second, ref=first.ref)))

    assert settings_of(group.facts, moved, WORDS, "en") == {}
    assert settings_of(group.facts, group.state, WORDS, "en")["promise"] == "anonymous"


def test_a_module_that_comes_later_is_found(group: Evening) -> None:
    ref = group.state.blocks[1].ref
    versions = group.facts.modules.pop(ref)
    assert settings_of(group.facts, group.state, VOTE, "en") == {}

    group.facts.modules[ref] = versions

    assert settings_of(group.facts, group.state, VOTE, "en")["question"] == "What helps?"


def test_a_step_without_an_activity_has_none(group: Evening) -> None:
    assert settings_of(group.facts, group.state, LEARN, "en") == {}
    assert settings_of(group.facts, group.state, FEEL, "en")["promise"] == "named"
