"""A short sweep of the fault runs with fixed seeds, in both async modes. The long one is `make faults`.

Facts are judged here, never how long something took.
"""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.faults import catching
from tests.faults.checker import TIMED
from tests.faults.outcome import Outcome
from tests.faults.runs import r1_kills, r2_power_cuts, r3_networks, r4_muddles, r5_trouble, r6_hostile, r7_returns

MODES = ("eventlet", "threading")


def played(run: Coroutine[Any, Any, Outcome]) -> Outcome:
    """In a thread of its own: where a browser was used before, this one has a running event loop already."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, run).result()


def facts(outcome: Outcome) -> list[str]:
    """What is wrong with them, and not only slow."""
    return [str(each) for each in outcome.wrong if each.judgement not in TIMED]


@pytest.mark.parametrize("mode", MODES)
def test_kill_9_loses_nothing_and_doubles_nothing(mode):
    outcome = played(r1_kills.run(11, kills=5, mode=mode))

    assert facts(outcome) == []
    assert outcome.counts["acknowledged"] > 0


def test_a_power_cut_leaves_a_store_that_opens_and_holds_what_was_acknowledged():
    outcome = played(r2_power_cuts.run(12, cuts=500))

    assert facts(outcome) == []
    assert outcome.counts["images"] > 400


def test_a_bad_network_loses_nothing_and_doubles_nothing():
    outcome = played(r3_networks.run(13, rounds=1, each=0.8))

    assert facts(outcome) == []
    assert outcome.counts["cuts"] > 0


@pytest.mark.parametrize("mode", MODES)
def test_muddled_messages_and_racing_tablets_skip_and_double_nothing(mode):
    outcome = played(r4_muddles.run(14, races=40, seconds=2, mode=mode))

    assert facts(outcome) == []
    assert outcome.counts["races"] == 40


def test_a_full_disk_is_told_and_heals():
    assert facts(played(r5_trouble.run(15, troubles=("no file grows",)))) == []


def test_whoever_never_reads_or_sends_rubbish_harms_nobody_else():
    assert facts(played(r6_hostile.run(16, taps=60))) == []


def test_many_phones_come_back_at_once():
    assert facts(played(r7_returns.run(17, phones=60))) == []


def test_a_planted_bug_is_caught():
    """The others take longer: `make faults PLANTED=1`."""
    planted = next(each for each in catching.ALL if each.bug == "log_takes_any_version")

    outcome = played(planted.run(18, bug=planted.bug))

    assert planted.caught_by in {wrong.judgement for wrong in outcome.wrong}
