"""The group moves once for each tap, from the step that the tap saw; and every screen shows what the log holds."""

from collections import Counter
from collections.abc import Iterator

from tests.faults.history import History
from tests.faults.stored import Entry, Stored

MAY_STILL_HAPPEN = {"not_stored", "not_saved", "busy", "stopping", "broken", "slow_down"}
"""Refusals after which a client sends the same tap again."""


def taps_move_the_group_once(history: History, stored: Stored) -> Iterator[str]:
    """Each step in the log comes from one tap, made on the step before; each tap that was acknowledged is there."""
    taps = {each.id: each for each in history.all("tapped")}
    here, moves = None, Counter[str]()
    for before, entry in zip([None, *stored.log], stored.log, strict=False):
        if before is not None and entry.version != before.version + 1:
            yield f"the log goes from {before.version} to {entry.version}"
        if entry.type != "Stepped":
            continue
        tap = taps.get(entry.tap)
        moves[entry.tap] += 1
        if tap is None:
            yield f"version {entry.version} steps to {entry.body['step']} though nobody tapped"
        elif tap.from_step is not None and tap.from_step != here:
            yield f"a tap on {tap.from_step} moved the group from {here} to {entry.body['step']}"
        here = entry.body["step"]
    yield from (f"one tap moved the group {count} times" for count in moves.values() if count > 1)
    yield from _repeated(stored)
    yield from _acknowledged(history, {entry.tap for entry in stored.log})


def _repeated(stored: Stored) -> Iterator[str]:
    """A command's events stand together in the log: seen again later, it was done again."""
    over: set[str] = set()
    current = ""
    for entry in stored.log:
        if entry.tap != current:
            over.add(current)
            current = entry.tap
        if entry.tap in over:
            yield f"{entry.tap} was done again in version {entry.version}"


def _acknowledged(history: History, in_the_log: set[str]) -> Iterator[str]:
    done = {each.id for each in history.all("done")}
    final = {each.id for each in history.all("refused") if each.why not in MAY_STILL_HAPPEN} - done
    for tap in history.all("tapped", "called"):
        if tap.id in done and tap.id not in in_the_log and tap.of.get("leaves_a_trace", True):
            yield f"{tap.who} was told that {tap.of.get('name', 'a call')} is done; it is not in the log"
        if tap.id in final and tap.id in in_the_log:
            yield f"{tap.who} was refused {tap.of.get('name', 'a call')}; it is in the log"


def views_tell_what_the_log_holds(history: History, stored: Stored) -> Iterator[str]:
    """A view of a version shows the step of that version, and no version that was not written down."""
    steps = _step_of_version(stored.log)
    for view in history.all("saw"):
        if view.version is None or view.view == "own" or not view.has_step:
            continue
        if view.version not in steps:
            yield f"{view.who} saw version {view.version}; the log ends at {max(steps)}"
        elif view.step != steps[view.version]:
            yield f"{view.who} saw {view.step} in version {view.version}; the log says {steps[view.version]}"


def _step_of_version(log: list[Entry]) -> dict[int, str | None]:
    steps: dict[int, str | None] = {}
    here = None
    for entry in log:
        here = entry.body["step"] if entry.type == "Stepped" else here
        steps[entry.version] = here
    return steps
