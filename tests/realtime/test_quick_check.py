"""The quick check and marshmallow are of one mind: whatever is loaded is what marshmallow alone would load."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.errors import Refused
from facilitator.realtime import loading, quick_check
from facilitator.realtime.messages import ASKED, Message
from tests.realtime.test_loading import _some

MESSAGES = [pytest.param(message, id=f"{message.audience} {message.name}") for message in ASKED]
ODD = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        1,
        -1,
        2**53,
        2**53 + 1,
        1.0,
        "",
        "a",
        "clock:1",
        "x" * 81,
        "x" * 8193,
        "named",
        [],
        {},
        ["a"],
    ]
)
anything = st.recursive(
    ODD | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


def loaded(load: Any, message: Message, sent: dict[str, Any]) -> object:
    try:
        return load(message.payload, sent, with_id=message.acknowledged)
    except Refused as refused:
        return refused.why


def usual(message: Message) -> dict[str, Any]:
    sent = {name: _some(hint) for name, hint in loading._hints(message.payload).items()}
    return {**sent, "id": "a-1"} if message.acknowledged else sent


@pytest.mark.parametrize("message", MESSAGES)
@given(data=st.data())
def test_what_is_let_through_quickly_is_what_marshmallow_gives(message: Message, data: st.DataObject) -> None:
    """A usual message with one thing changed, left out or added, at its top or in what it holds."""
    sent = usual(message)
    inner = [value for value in sent.values() if type(value) is dict]
    place = data.draw(st.sampled_from([sent, *inner]))
    name = data.draw(st.sampled_from([*place, "more"]))
    if data.draw(st.booleans()) or name not in place:
        place[name] = data.draw(ODD | anything)
    else:
        del place[name]

    assert loaded(loading.load, message, sent) == loaded(loading.thorough, message, sent)


@pytest.mark.parametrize("message", MESSAGES)
def test_the_usual_message_is_let_through_quickly(message: Message) -> None:
    """Else it would be right, and slow."""
    assert loading._quick_check(message.payload, message.acknowledged)(usual(message))


def test_a_field_that_it_does_not_know_is_no_message() -> None:
    with pytest.raises(TypeError, match="No field for"):
        quick_check.check_of(float, longest_text=1, most_items=1)
