"""A short sweep of the fault runs with fixed seeds, in both async modes. The long one is `make faults`."""

import asyncio

import pytest

from tests.faults.runs import r1_kills, r4_muddles

MODES = ("eventlet", "threading")


@pytest.mark.parametrize("mode", MODES)
def test_kill_9_loses_nothing_and_doubles_nothing(mode):
    outcome = asyncio.run(r1_kills.run(11, kills=6, mode=mode))

    assert outcome.wrong == []
    assert outcome.counts["acknowledged"] > 0


@pytest.mark.parametrize("mode", MODES)
def test_muddled_messages_and_racing_tablets_skip_and_double_nothing(mode):
    outcome = asyncio.run(r4_muddles.run(12, races=40, seconds=2, mode=mode))

    assert outcome.wrong == []
    assert outcome.counts["races"] == 40
