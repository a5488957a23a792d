"""Minutes of presence: what staff confirmed counts, between the beginning and the end, and never more."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.records.attendance import Confirmed, attended

MINUTE = 60_000
BEGAN = 1_800_000_000_000
ENDED = BEGAN + 180 * MINUTE


def at(minute: float) -> int:
    return BEGAN + round(minute * MINUTE)


def test_in_and_out_are_counted_between() -> None:
    was = attended([("in", at(5)), ("out", at(50))], BEGAN, ENDED)

    assert (was.minutes, was.came, was.left, was.left_confirmed) == (45, at(5), at(50), True)


def test_time_away_does_not_count_and_is_told() -> None:
    was = attended([("in", at(0)), ("away", at(60)), ("back", at(75)), ("out", at(170))], BEGAN, ENDED)

    assert (was.minutes, was.away_minutes) == (155, 15)


def test_whoever_was_not_noted_going_out_is_counted_to_the_end_and_that_is_said() -> None:
    was = attended([("in", at(10))], BEGAN, ENDED)

    assert (was.minutes, was.left, was.left_confirmed, was.confirmed) == (170, None, False, True)


def test_whoever_did_not_come_back_is_not_counted_to_the_end() -> None:
    was = attended([("in", at(0)), ("away", at(30))], BEGAN, ENDED)

    assert (was.minutes, was.away_minutes) == (30, 150)


def test_without_a_confirmation_there_are_no_minutes() -> None:
    was = attended([], BEGAN, ENDED)

    assert (was.minutes, was.confirmed) == (0, False)


def test_coming_early_counts_from_the_beginning() -> None:
    assert attended([("in", at(-20)), ("out", at(30))], BEGAN, ENDED).minutes == 30


def test_what_is_noted_after_the_end_adds_nothing() -> None:
    assert attended([("in", at(0)), ("out", at(200))], BEGAN, ENDED).minutes == 180


def test_a_group_that_never_began_has_no_minutes() -> None:
    assert attended([("in", at(0)), ("out", at(30))], None, ENDED).minutes == 0


def test_two_who_were_there_half_a_minute_short_are_not_rounded_up() -> None:
    assert attended([("in", at(0)), ("out", at(44.9))], BEGAN, ENDED).minutes == 44


def test_a_confirmation_that_staff_enter_late_counts_from_when_it_happened() -> None:
    assert attended([("out", at(90)), ("in", at(0))], BEGAN, ENDED).minutes == 90


def test_coming_again_after_going_out_counts_both_stays() -> None:
    was = attended([("in", at(0)), ("out", at(30)), ("in", at(60)), ("out", at(90))], BEGAN, ENDED)

    assert (was.minutes, was.left) == (60, at(90))


confirmations: st.SearchStrategy[list[Confirmed]] = st.lists(
    st.tuples(st.sampled_from(["in", "out", "away", "back"]), st.integers(-60, 240).map(at)), max_size=12
)


@given(confirmations)
def test_nobody_was_there_longer_than_the_group(told: list[Confirmed]) -> None:
    was = attended(told, BEGAN, ENDED)

    assert 0 <= was.minutes <= 180
    assert was.away_minutes >= 0
    assert was.minutes + was.away_minutes <= 180


@given(confirmations, st.integers(1, 240).map(at))
def test_going_out_never_adds_a_minute(told: list[Confirmed], out: int) -> None:
    alone = attended(told, BEGAN, ENDED)
    before = [entry for entry in told if entry[1] < out]

    assert attended([*before, ("out", out)], BEGAN, ENDED).minutes <= max(
        alone.minutes, attended(before, BEGAN, ENDED).minutes
    )


@given(confirmations, st.randoms(use_true_random=False))
def test_the_order_that_staff_tapped_in_does_not_matter(told: list[Confirmed], chance: object) -> None:
    distinct = list({when: what for what, when in told}.items())
    told = [(what, when) for when, what in distinct]
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert attended(shuffled, BEGAN, ENDED) == attended(told, BEGAN, ENDED)
