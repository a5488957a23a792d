"""Which rounds count, and what is made of them."""

import pytest

from bench.report.statistics import Compared, Round, compared, median, percentile, that_count


def quiet(ours: float, theirs: float = 10.0) -> Round:
    return Round(ours, theirs, waited=0.05)


def noisy(ours: float, waited: float = 0.5) -> Round:
    return Round(ours, 10.0, waited)


def test_a_percentile_is_one_of_the_values() -> None:
    values = [float(value) for value in range(1, 101)]

    assert (percentile(values, 50), percentile(values, 99), percentile(values, 100)) == (50, 99, 100)
    assert percentile([3.0, 1.0, 2.0], 99) == 3
    assert percentile([7.0], 50) == 7


def test_a_median_stands_in_the_middle() -> None:
    assert median([9.0, 1.0, 5.0]) == 5
    assert median([1.0, 2.0, 4.0, 9.0]) == 3


def test_noisy_rounds_are_left_out_where_three_quiet_ones_stay() -> None:
    rounds = [quiet(1), noisy(90), quiet(2), quiet(3)]

    assert that_count(rounds) == [quiet(1), quiet(2), quiet(3)]


def test_where_all_is_noise_the_three_quietest_rounds_count() -> None:
    rounds = [noisy(1, 0.9), noisy(2, 0.3), quiet(3), noisy(4, 0.8), noisy(5, 0.4)]

    assert [each.ours for each in that_count(rounds)] == [3, 2, 5]


@pytest.mark.parametrize("count", [1, 2])
def test_one_round_or_two_count_whatever_they_are(count: int) -> None:
    assert len(that_count([noisy(1, 0.9)] * count)) == count


def test_the_ratio_is_the_median_of_the_rounds_ratios_and_not_of_their_figures() -> None:
    # The whole second round was slow, for both: its ratio says as much as the others'.
    found = compared([quiet(1, 10), quiet(30, 100), quiet(2, 10), noisy(500)])

    assert found == Compared(ratio=0.2, low=0.1, high=0.3, ours=2, theirs=10, rounds=3, dropped=1, waited=0.05)


def test_what_only_we_do_is_taken_from_our_figure_before_it_is_compared() -> None:
    rounds = [quiet(4), quiet(5), quiet(6)]

    assert compared(rounds, allowance=3).ratio == pytest.approx(0.2)
    assert compared(rounds, allowance=3).ours == 5
    assert compared(rounds, allowance=30).ratio == 0
