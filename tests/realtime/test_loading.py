"""What a client may send is what the registry says, and nothing beside it."""

import dataclasses
import re
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session.commands import PREPARED
from facilitator.realtime.loading import load
from facilitator.realtime.messages import ASKED, TOLD, AnswerPayload, Message, message_name

ROOT = Path(__file__).resolve().parent.parent.parent
MESSAGES = [pytest.param(message, id=f"{message.audience} {message.name}") for message in ASKED]

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def refused(payload: type, sent: object, *, with_id: bool = True) -> bool:
    try:
        load(payload, sent, with_id=with_id)
    except Refused as no:
        return no.why == "malformed"
    return False


def test_a_command_is_loaded_with_its_id_apart() -> None:
    assert load(c.GoToStep, {"id": "a-1", "from_step": "b1/a", "step": "b1/b"}, with_id=True) == (
        "a-1",
        {"from_step": "b1/a", "step": "b1/b"},
    )


def test_a_field_with_a_default_may_be_left_out_and_its_default_is_the_commands() -> None:
    _, fields = load(c.Admit, {"id": "a", "seat": "s"}, with_id=True)

    assert c.Admit(**fields).when == "now"


@pytest.mark.parametrize(
    "sent",
    [
        None,
        [],
        "begin",
        7,
        {},
        {"id": ""},
        {"id": None},
        {"id": 7},
        {"id": "x" * 81},
        {"id": "clock:1"},
        {"id": "two words"},
        {"id": "a\n"},
        {"id": "a", "more": 1},
    ],
)
def test_what_is_not_the_message_is_refused(sent: object) -> None:
    assert refused(c.Begin, sent)


@pytest.mark.parametrize(
    ("payload", "wrong"),
    [
        (c.ExtendTimer, {"step": "s", "minutes": "5"}),
        (c.ExtendTimer, {"step": "s", "minutes": 5.0}),
        (c.ExtendTimer, {"step": "s", "minutes": 2**60}),
        (c.ExtendTimer, {"step": "s", "minutes": True}),
        (c.ExtendTimer, {"step": "s"}),
        (c.ExtendTimer, {"step": None, "minutes": 5}),
        (c.SetPhones, {"position": "sideways"}),
        (c.SetPhones, {"position": ["up"]}),
        (c.SetCover, {"covered": "yes"}),
        (c.SetCover, {"covered": []}),
        (c.ShowResponse, {"response": "r", "text": "x" * 8193}),
        (c.Move, {"run": "r1", "move": "left"}),
        (AnswerPayload, {"run": "r1", "say": {"do": "shout", "revision": 1}}),
        (AnswerPayload, {"run": "r1", "say": {"do": "pass"}}),
        (AnswerPayload, {"run": "r1", "say": {"do": "pass", "revision": 1, "seat": "ana"}}),
        (AnswerPayload, {"run": "r1", "say": None}),
    ],
)
def test_a_field_of_another_shape_is_refused(payload: type, wrong: dict[str, object]) -> None:
    assert refused(payload, {"id": "a", **wrong})


def test_nobody_sends_what_the_conductor_fills_in() -> None:
    """A phone that could name the seat could speak for another."""
    assert refused(c.CallStaff, {"id": "a", "call": "call1", "seat": "ben"})
    assert refused(c.AddSeat, {"id": "a", "name": "Eli", "seat": "s1"})
    assert refused(c.PairWall, {"id": "a", "code": "BCDFG", "wall": "w1"})
    assert refused(c.ShowResponse, {"id": "a", "response": "r", "copy": "c1"})
    assert refused(c.AddModule, {"id": "a", "ref": "break", "block": None})


@pytest.mark.parametrize("message", MESSAGES)
def test_every_message_can_be_loaded(message: Message) -> None:
    sent = {name: _some(hint) for name, hint in _shape(message.payload).items()}
    given_id = {"id": "a-1"} if message.acknowledged else {}
    found, fields = load(message.payload, {**sent, **given_id}, with_id=message.acknowledged)

    assert found == given_id.get("id", "")
    assert fields.keys() == {name for name in sent if name != "id"}


@pytest.mark.parametrize("message", MESSAGES)
@given(sent=anything)
def test_no_message_breaks_the_door(message: Message, sent: Any) -> None:
    assert refused(message.payload, sent, with_id=message.acknowledged) or isinstance(sent, dict)


def test_a_message_says_what_it_cannot_carry() -> None:
    @dataclasses.dataclass
    class Odd:
        size: float

    with pytest.raises(TypeError, match="No field for"):
        load(Odd, {"size": 1.5}, with_id=False)


# --- the registry --------------------------------------------------------------------------------------------


def test_no_two_messages_of_an_audience_share_a_name_in_one_direction() -> None:
    for messages in (ASKED, TOLD):
        names = [(message.audience, message.name) for message in messages]
        assert len(names) == len(set(names))


def test_a_message_is_named_like_its_command() -> None:
    assert message_name(c.GoToCheckOut) == "go_to_check_out"
    assert message_name(c.Begin) == "begin"


def test_what_is_acknowledged_has_an_id_and_every_audience_is_told_of_done_and_refused() -> None:
    acknowledged = {message.audience for message in ASKED if message.acknowledged}
    told = {(message.audience, message.name) for message in TOLD}

    assert {(audience, name) for audience in acknowledged for name in ("done", "refused")} <= told


def test_every_message_that_is_told_is_in_the_registry() -> None:
    """Each name that a door or the broadcast gives to `emit` and `tell` is one that clients know."""
    known = {message.name for message in TOLD}
    said = set()
    for file in (ROOT / "facilitator" / "realtime").glob("*.py"):
        said |= set(re.findall(r'(?:emit|tell)\((?:\w+(?:\.\w+)*, )?"(\w+)"', file.read_text()))

    assert said
    assert said - known == set()


def _shape(payload: type) -> dict[str, Any]:
    """Field → its annotation, without what the conductor prepares."""
    hints = get_type_hints(payload, include_extras=True)
    return {name: hint for name, hint in hints.items() if PREPARED not in get_args(hint)[1:]}


def _some(hint: Any) -> Any:
    """A value that fits."""
    origin = get_origin(hint)
    if is_typeddict(hint):
        return {name: _some(each) for name, each in get_type_hints(hint).items()}
    if hint in (str, int, bool):
        return {str: "some", int: 3, bool: True}[hint]
    if origin in (list, dict):
        return [] if origin is list else {}
    return get_args(hint)[0] if isinstance(get_args(hint)[0], str) else _some(get_args(hint)[0])
