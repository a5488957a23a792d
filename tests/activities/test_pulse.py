"""A silent beat: how fast it may be, when a round is told, and that nobody is seen in it."""

import json
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from marshmallow import ValidationError

from facilitator.activities.activity import Around
from facilitator.activities.kinds import find
from facilitator.activities.pulse import FASTEST, LEAD_IN_MS, beats
from facilitator.errors import Refused

PULSE = find("pulse")
NOW = 1_800_000_000_000
ROOM = Around(now=NOW, random=Random(7))  # noqa: S311 - it draws nothing
SEATS = [f"seat-{name}" for name in ("ana", "ben", "chris", "dee", "eli", "fay", "gus", "hal")]
STEADY = PULSE.Settings().load({"from": 60, "to": 60, "minutes": 2})


def at(second: float, k: int = 4) -> Around:
    return replace(ROOM, now=NOW + LEAD_IN_MS + round(1000 * second), k=k)


def started() -> dict[str, Any]:
    return PULSE.lead(STEADY, PULSE.initial(STEADY, ROOM), {"do": "start"}, ROOM)


def tapped(state: dict[str, Any], hows: dict[str, str], number: int, second: float, k: int = 4) -> dict[str, Any]:
    for seat, how in hows.items():
        state = PULSE.act(STEADY, state, seat, {"do": "tapped", "round": number, "how": how}, at(second, k))
    return state


def after_a_round(hows: list[str], k: int = 4) -> list[str]:
    """The words that are told once somebody has told of the next round."""
    state = tapped(started(), dict(zip(SEATS, hows, strict=False)), 0, 8.5, k)
    state = tapped(state, {"seat-ana": "near"}, 1, 16.5, k)
    return list(PULSE.shared(STEADY, state, ())["course"])


def test_no_beat_is_fast_enough_to_flash() -> None:
    assert FASTEST / 60 < 3
    with pytest.raises(ValidationError):
        PULSE.Settings().load({"from": FASTEST + 1})


def test_the_tempo_goes_evenly_from_the_first_to_the_last_and_stays_there() -> None:
    slowing = PULSE.Settings().load({"from": 90, "to": 60, "minutes": 2})

    assert beats(slowing, 0) == beats(slowing, -1) == 0
    assert beats(slowing, 1) == 82.5
    assert beats(slowing, 2) == 150
    assert beats(slowing, 3) == 210


@pytest.mark.parametrize(
    ("hows", "word"),
    [
        (["close"] * 4 + ["apart"] * 2, "together"),
        (["close"] * 6, "together"),
        (["close"] * 3 + ["apart"] * 3, "apart"),
        (["close"] * 2 + ["near"] * 2 + ["apart"] * 2, "closer"),
        (["apart"] * 6, "apart"),
        (["close"] * 5, "few"),
    ],
)
def test_a_round_is_told_by_what_most_did_and_not_at_all_below_six(hows: list[str], word: str) -> None:
    assert after_a_round(hows) == [word]


def test_a_house_that_hides_people_among_more_is_told_nothing_before() -> None:
    assert after_a_round(["close"] * 7, k=8) == ["few"]
    assert after_a_round(["close"] * 8, k=8) == ["together"]


def test_a_round_under_way_is_seen_by_nobody_and_what_each_phone_told_is_forgotten_with_it() -> None:
    before = started()
    during = tapped(before, dict.fromkeys(SEATS, "close"), 0, 8.5)
    after = tapped(during, {"seat-ana": "near"}, 1, 16.5)

    assert PULSE.shared(STEADY, during, ()) == PULSE.shared(STEADY, before, ())
    assert PULSE.led(STEADY, during) == {}
    assert "seat-ben" not in json.dumps(after)


def test_a_phone_tells_one_word_for_eight_beats_and_only_when_they_are_over() -> None:
    state = tapped(started(), {"seat-ana": "close"}, 0, 8.5)

    for number, second in [(0, 9.0), (1, 7.9), (0, 30.0), (5, 16.5)]:
        with pytest.raises(Refused):
            tapped(state, {"seat-ana": "close"}, number, second)


def test_the_last_round_is_told_when_staff_stop() -> None:
    state = tapped(started(), dict.fromkeys(SEATS, "near"), 0, 8.5)
    stopped = PULSE.lead(STEADY, state, {"do": "stop"}, at(9))

    assert PULSE.shared(STEADY, stopped, ()) == {"at": None, "course": ["closer"]}
