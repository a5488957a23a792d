"""`make faults PLANTED=1`: every planted bug, the run that has to meet it, and the judgement that caught it."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from tests.faults.outcome import Outcome
from tests.faults.runs import r1_kills, r2_power_cuts, r3_networks, r4_muddles

Run = Callable[..., Awaitable[Outcome]]
TRIES = 4


@dataclass(frozen=True)
class Planted:
    """`caught_by`: one of the judgements that must say something; others may as well."""

    bug: str
    run: Run
    caught_by: str


CUT_OFF = partial(r3_networks.run, rounds=0)
KILLED = partial(r1_kills.run, kills=8)
MUDDLED = partial(r4_muddles.run, races=0, seconds=8)
RACING = partial(r4_muddles.run, races=60, seconds=0)


def _killed_at(*places: str) -> Run:
    return partial(r1_kills.run, places=places)


ALL = (
    Planted("acknowledges_before_the_commit", _killed_at(*["before_commit"] * 8), "acknowledged is stored"),
    Planted("log_takes_any_version", RACING, "taps move the group once"),
    Planted("a_tap_moves_on_from_wherever_the_group_is", RACING, "taps move the group once"),
    Planted("a_repeated_command_is_done_again", MUDDLED, "taps move the group once"),
    Planted("a_view_without_version", MUDDLED, "views never go backwards"),
    Planted("a_refused_answer_is_acknowledged", MUDDLED, "acknowledged is stored"),
    Planted("a_late_answer_overwrites_a_newer_one", MUDDLED, "acknowledged is stored"),
    Planted("sealed_answers_are_stored_twice", MUDDLED, "stored once"),
    Planted("spent_slots_are_forgotten", MUDDLED, "stored once"),
    Planted("staging_is_lost_with_the_process", _killed_at(*["staged"] * 6), "acknowledged is stored"),
    Planted("steps_are_not_replayed", KILLED, "views tell what the log holds"),
    Planted("names_on_the_wall", MUDDLED, "nobody sees what they may not"),
    Planted("words_on_the_wall_before_they_are_approved", MUDDLED, "nobody sees what they may not"),
    Planted("everything_goes_to_everyone", MUDDLED, "nobody sees what they may not"),
    Planted("a_call_is_delivered_before_a_tablet_shows_it", CUT_OFF, "calls are seen or not delivered"),
    Planted("the_disk_is_not_waited_for", partial(r2_power_cuts.run, cuts=300), "acknowledged is stored"),
    Planted("the_outbox_is_dropped_on_a_reload", MUDDLED, "nothing is forgotten"),
)


def main(seed: int, only: set[str]) -> int:
    """Print the table. The exit code: 1 if a bug got through."""
    through = 0
    print(f"Planted bugs, one at a time (SEED={seed})")
    for planted in ALL:
        if not only or planted.bug in only:
            caught, tries = catch_in_time(planted, seed)
            through += planted.caught_by not in caught
            mark = f"caught in try {tries} by" if planted.caught_by in caught else f"GOT THROUGH {tries} times"
            print(f"  {planted.bug:46} {mark}: {', '.join(caught) or '-'}", flush=True)
    return 1 if through else 0


def catch_in_time(planted: Planted, seed: int) -> tuple[list[str], int]:
    """What caught it, and in which try: some bugs show only in a race that may not come up in a short run."""
    caught: list[str] = []
    for tries in range(1, TRIES + 1):
        caught = catch(planted, seed + tries - 1)
        if planted.caught_by in caught:
            return caught, tries
    return caught, TRIES


def catch(planted: Planted, seed: int) -> list[str]:
    """Plant it, run, and name the judgements that found something."""
    mode = os.environ.get("MODE") or "eventlet"
    outcome = asyncio.run(planted.run(seed, bug=planted.bug, mode=mode))
    return sorted({wrong.judgement for wrong in outcome.wrong})
