"""When a wave may go, what the close does with the rest, and what the counter may say."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.privacy import waves

FEW = st.integers(0, 30)
KS = st.integers(0, 8)


@given(frames=FEW, silent=FEW, k=KS)
def test_a_wave_goes_only_if_k_hide_in_it_and_k_are_left(frames, silent, k):
    assert waves.may_release(frames, silent, k) == (min(frames, silent) >= max(k, 3))


@pytest.mark.parametrize(
    ("frames", "silent", "goes"), [(4, 4, True), (3, 9, False), (9, 3, False), (8, 0, False), (0, 12, False)]
)
def test_a_wave_of_four(frames, silent, goes):
    assert waves.may_release(frames, silent, 4) is goes


@pytest.mark.parametrize("k", [-1, 0, 1, 2])
def test_no_setting_goes_below_three(k):
    assert not waves.may_release(2, 30, k)
    assert waves.close_release(2, k) == "erased"
    assert not waves.enough_seats(2, k)


@pytest.mark.parametrize(("rest", "outcome"), [(0, "nothing"), (1, "erased"), (3, "erased"), (4, "released")])
def test_what_is_left_goes_together_or_is_erased(rest, outcome):
    assert waves.close_release(rest, 4) == outcome


@pytest.mark.parametrize(("present", "opens"), [(3, False), (4, True), (12, True)])
def test_with_fewer_seats_than_k_it_does_not_open(present, opens):
    assert waves.enough_seats(present, 4) is opens


@given(present=FEW, gone=FEW, spoke=FEW)
def test_the_count_of_the_silent_is_never_too_high(present, gone, spoke):
    """`gone` of those who spoke have left; the true number of silent seats is among those present."""
    here_and_spoke = min(present, max(0, spoke - gone))
    assert waves.silent(present, spoke) <= present - here_and_spoke


@pytest.mark.parametrize(
    ("sent", "present", "says"),
    [
        (0, 8, "none"),
        (1, 8, "some"),
        (4, 8, "some"),
        (5, 8, "most"),
        (7, 8, "most"),
        (8, 8, "everyone"),
        (9, 8, "everyone"),
        (0, 0, "none"),
        (2, 0, "some"),
    ],
)
def test_the_counter_is_coarse(sent, present, says):
    assert waves.how_many(sent, present) == says


def test_no_rule_is_given_more_than_numbers():
    for rule in (waves.may_release, waves.close_release, waves.silent, waves.how_many, waves.enough_seats):
        assert {parameter.annotation for parameter in inspect.signature(rule).parameters.values()} == {int}
