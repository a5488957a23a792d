"""A copy with some fields changed, made quickly."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.live_session.replacing import replace
from facilitator.live_session.state import LiveSession


@given(
    st.fixed_dictionaries({}, optional={"version": st.integers(), "covered": st.booleans(), "walls": st.just(("w",))})
)
def test_it_is_what_dataclasses_would_give(changes: dict[str, object]) -> None:
    before = LiveSession("tonight", version=3, group="thursday")

    assert replace(before, **changes) == dataclasses.replace(before, **changes)  # type: ignore[arg-type]
    assert before == LiveSession("tonight", version=3, group="thursday")


def test_a_field_that_there_is_not_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="colour"):
        replace(LiveSession("tonight"), colour="red")
