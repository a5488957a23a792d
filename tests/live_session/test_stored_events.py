"""The log of a year ago must still read. Each form in which an event was ever stored has one example, for good.

A field more is a new example below the old one; a line of `stored_events.json` is never changed.
"""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from facilitator.live_session.agenda import in_order
from facilitator.live_session.engine import evolve
from facilitator.live_session.events import Event, Recorded, from_stored, to_stored
from facilitator.live_session.evolving import apply
from tests.live_session.evening import Evening

STORED: list[dict[str, Any]] = json.loads((Path(__file__).parent / "stored_events.json").read_text(encoding="utf-8"))
KINDS = Event.__subclasses__()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_event_has_an_example_of_how_it_is_stored_today(kind: type[Event]) -> None:
    examples = [each["body"] for each in STORED if each["type"] == kind.__name__]

    assert examples
    assert set(examples[-1]) == {field.name for field in fields(kind)}  # type: ignore[arg-type]


@pytest.mark.parametrize("stored", STORED, ids=lambda stored: stored["type"])
def test_every_stored_form_is_read_and_says_the_same(stored: dict[str, Any]) -> None:
    event = from_stored(stored["type"], stored["body"])
    name, body = to_stored(event)

    assert type(event).__name__ == name == stored["type"]
    assert {key: json.loads(json.dumps(body))[key] for key in stored["body"]} == stored["body"]
    assert from_stored(name, json.loads(json.dumps(body))) == event


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_event_changes_a_session_by_a_rule_of_its_own(kind: type[Event]) -> None:
    assert apply.dispatch(kind) is not apply.dispatch(Event)


def test_a_plan_is_read_as_blocks_with_their_steps() -> None:
    opened = next(from_stored(each["type"], each["body"]) for each in STORED if each["type"] == "SessionOpened")
    state = evolve(Evening().state, Recorded(2, 0, "staff:okoye", "open", opened))

    assert [name for name, _, _ in in_order(state.blocks)] == ["b1/arrive", "b1/your-wave", "b2/break"]
    assert state.blocks[0].steps[1].promise == "anonymous"


def test_a_field_that_this_version_does_not_know_is_passed_over() -> None:
    assert from_stored("LockSet", {"locked": True, "why": "late"}) == from_stored("LockSet", {"locked": True})


def test_an_event_that_this_version_does_not_know_stops_the_reading() -> None:
    with pytest.raises(LookupError, match="SessionPraised"):
        from_stored("SessionPraised", {})


def test_an_event_without_a_rule_stops_the_program() -> None:
    evening = Evening()
    with pytest.raises(TypeError, match="No rule says"):
        evolve(evening.state, Recorded(2, 0, "clock", "t", Event()))


def test_the_log_holds_ids_numbers_and_closed_choices() -> None:
    """Every text in a stored event is short and has no blank: nothing that somebody composed fits in."""
    texts = [text for stored in STORED for text in _texts(stored["body"])]

    assert texts
    assert [text for text in texts if " " in text or len(text) > 80] == []


def _texts(body: Any) -> list[str]:
    if isinstance(body, dict):
        return [text for value in body.values() for text in _texts(value)]
    if isinstance(body, list):
        return [text for value in body for text in _texts(value)]
    return [body] if isinstance(body, str) else []
