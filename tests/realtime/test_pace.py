"""A flood is asked to slow down; whoever sends as people do never hears of it."""

import pytest

from facilitator.errors import Refused
from facilitator.realtime.pace import AT_ONCE, Pace


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def taken(pace: Pace, who: str, times: int, name: str = "") -> int:
    count = 0
    for _ in range(times):
        try:
            pace.count("participant", who, name)
            count += 1
        except Refused:
            continue
    return count


def test_a_flood_is_slowed_and_nobody_else_waits_for_it() -> None:
    pace = Pace(20, Clock())

    assert taken(pace, "mallory", 1000) == 20 * AT_ONCE
    assert taken(pace, "ana", 30) == 30


def test_it_goes_on_at_its_rate() -> None:
    clock = Clock()
    pace = Pace(20, clock)
    taken(pace, "mallory", 1000)
    clock.now += 2

    assert taken(pace, "mallory", 1000) == 40


def test_each_kind_of_message_has_its_own_part_of_the_rate() -> None:
    pace = Pace(20, Clock())

    assert taken(pace, "mallory", 1000, "rename") == 10
    assert taken(pace, "ana", 1000, "answer") == 50
    assert taken(pace, "ana", 1000, "call_staff") == 25, "whoever wrote much can still call"


def test_kinds_together_are_no_more_than_the_whole() -> None:
    pace = Pace(20, Clock())

    assert taken(pace, "mallory", 1000, "answer") == 50
    assert taken(pace, "mallory", 1000, "presence") <= 50


def test_a_phone_and_a_tablet_of_the_same_id_are_two() -> None:
    pace = Pace(1, Clock())
    assert taken(pace, "same", 10) == AT_ONCE

    pace.count("facilitator", "same")


def test_whoever_rests_is_forgotten() -> None:
    clock = Clock()
    pace = Pace(20, clock)
    for seat in range(999):
        pace.count("participant", f"seat {seat}")
    clock.now += AT_ONCE + 1
    pace.count("participant", "ana")

    assert list(pace._left) == [("participant", "ana", "")]
    taken(pace, "ana", 1000)
    with pytest.raises(Refused, match="slow_down"):
        pace.count("participant", "ana")
