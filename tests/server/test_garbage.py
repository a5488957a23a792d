"""Garbage is found, young or old, and the looks that take long are rare."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from facilitator.server.garbage import WHOLE_LOOK_EVERY, Garbage


class Loop:
    """Only the collector can find that nobody needs it any more."""

    def __init__(self) -> None:
        self.itself = self


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def garbage(clock: Clock) -> Iterator[Garbage]:
    before = gc.get_threshold()
    garbage = Garbage(clock)
    garbage.begin()
    yield garbage
    gc.set_threshold(*before)
    gc.unfreeze()


def gone(loop: Loop) -> weakref.ref[Loop]:
    return weakref.ref(loop)


def test_what_came_and_went_within_a_second_is_found_at_the_next(garbage: Garbage) -> None:
    seen = gone(Loop())
    assert seen() is not None

    garbage.tick(groups=1)

    assert seen() is None


def test_what_lives_is_looked_at_once(garbage: Garbage) -> None:
    lives = Loop()
    garbage.tick(groups=1)

    assert not any(each is lives for young in (0, 1) for each in gc.get_objects(young))


def test_what_was_here_at_the_start_is_never_looked_at(clock: Clock) -> None:
    here = Loop()
    before = gc.get_threshold()
    Garbage(clock).begin()
    try:
        assert not any(each is here for each in gc.get_objects())
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def test_what_had_been_looked_at_is_found_when_a_group_has_left(garbage: Garbage) -> None:
    lives = Loop()
    garbage.tick(groups=2)
    seen = gone(lives)
    del lives
    garbage.tick(groups=2)
    assert seen() is not None

    garbage.tick(groups=1)

    assert seen() is None


def test_where_groups_never_leave_it_is_found_within_minutes(garbage: Garbage, clock: Clock) -> None:
    lives = Loop()
    garbage.tick(groups=1)
    seen = gone(lives)
    del lives

    clock.now = WHOLE_LOOK_EVERY + 1
    garbage.tick(groups=1)

    assert seen() is None


def test_no_look_comes_by_itself_in_the_middle_of_a_tap(garbage: Garbage) -> None:
    garbage.tick(groups=1)
    before = gc.get_stats()

    kept = [[number] for number in range(500_000)]

    after = gc.get_stats()
    assert len(kept) == 500_000
    assert [each["collections"] for each in after[1:]] == [each["collections"] for each in before[1:]]
