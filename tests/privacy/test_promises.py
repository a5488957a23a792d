"""What each promise means, read as facts."""

from dataclasses import asdict

import pytest

from facilitator.activities.activity import PROMISES
from facilitator.privacy.promises import facts


@pytest.mark.parametrize("promise", PROMISES)
def test_every_promise_has_its_facts(promise):
    assert all(isinstance(fact, bool) for fact in asdict(facts(promise)).values())


def test_a_private_answer_never_leaves_the_phone():
    private = facts("private")
    assert not any(asdict(private).values())


def test_an_anonymous_answer_has_no_seat_and_nobody_enters_it_for_somebody_else():
    anonymous = facts("anonymous")
    assert anonymous.sealed
    assert anonymous.needs_a_crowd
    assert not any((anonymous.with_seat, anonymous.staff_may_enter, anonymous.streams))


def test_only_a_named_answer_is_stored_with_its_seat():
    assert [promise for promise in PROMISES if facts(promise).with_seat] == ["named"]
