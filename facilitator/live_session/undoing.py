"""Undo of the last tap: what would take each event back. Pure; the log only ever grows.

Sealing, ending for good, and what people did themselves are not taken back.
"""

from dataclasses import replace
from functools import singledispatch
from typing import Literal

from facilitator.live_session import events as e
from facilitator.live_session.events import Event, Recorded
from facilitator.live_session.state import LastTap, LiveSession, Placed

AS_WRITTEN = ""
"""In place of a copy's id: the words as their writer wrote them."""

_PLACED_LABELS = {"tray": "show", "parked": "park", "discarded": "discard", "wall": "reveal", "waiting": "take_down"}


def remembering(before: LiveSession, after: LiveSession, told: Recorded) -> LiveSession:
    """The session with its last tap brought up to date by this event."""
    if isinstance(told.event, _FOR_GOOD):
        return replace(after, last_tap=LastTap(told.tap, "", ()))
    if not told.by.startswith("staff:") or isinstance(told.event, e.Undone):
        return after
    back, last = taken_back(told.event, before), before.last_tap
    if back is None:
        return after
    if last is None or last.tap != told.tap:
        return replace(after, last_tap=LastTap(told.tap, label(told.event), back))
    if not last.back:
        return after
    name = label(told.event) if isinstance(told.event, e.Stepped) else last.label
    return replace(after, last_tap=LastTap(told.tap, name, (*back, *last.back)))


def what_would_undo(state: LiveSession) -> list[Event]:
    """The events that take the last tap back as far as that can be; empty if nothing of it can."""
    if state.last_tap is None or state.phase == "ended":
        return []
    return [event for event in state.last_tap.back if still_possible(state, event)]


_FOR_GOOD = (e.SessionBegan, e.EndAsked, e.EndTakenBack, e.SessionEnded)
"""Neither these nor what was tapped before them is undone here. *End* has a button of its own, for its minute."""


def label(event: Event) -> str:
    """The key of the words that name a tap. Going to a step names its tap, whatever else that brings."""
    match event:
        case e.ResponsePlaced(where=where):
            return _PLACED_LABELS.get(where, "show")
        case _:
            return _LABELS.get(type(event), "step")


_LABELS: dict[type[Event], str] = {
    e.Stepped: "step",
    e.TimerExtended: "time",
    e.BlockAdded: "add",
    e.BlockDropped: "drop",
    e.PhonesSet: "phones",
    e.Held: "hold",
    e.Resumed: "resume",
    e.CoverSet: "cover",
    e.LockSet: "lock",
    e.JoinCodeSet: "join_code",
    e.SeatHeard: "heard",
    e.RoundBegan: "round",
    e.ActivityOpened: "ask_again",
    e.ActivityReopened: "ask_again",
    e.ActivityClosing: "close",
    e.ResultShown: "result",
    e.ResultHidden: "hide",
    e.LivingStateKept: "lead",
}


@singledispatch
def taken_back(event: Event, before: LiveSession) -> tuple[Event, ...] | None:
    """The events that would take this one back, given the session before it; None if it is not undoable."""
    return None


@taken_back.register
def _(event: e.Stepped, before: LiveSession) -> tuple[Event, ...] | None:
    """Back with the timer as it was, the cards that the step had put away, and who had been heard."""
    if before.step is None:
        return None
    return (e.Stepped(before.step, before.step_since), *_back_on_the_wall(before), *_heard_again(before))


def _back_on_the_wall(before: LiveSession) -> tuple[Event, ...]:
    return tuple(e.ResponsePlaced(name, "wall") for name, placed in before.placed.items() if placed.where == "wall")


def _heard_again(before: LiveSession) -> tuple[Event, ...]:
    return tuple(e.SeatHeard(seat, True) for seat in sorted(before.heard))


@taken_back.register
def _(event: e.SeatHeard, before: LiveSession) -> tuple[Event, ...]:
    return (e.SeatHeard(event.seat, not event.heard),)


@taken_back.register
def _(event: e.RoundBegan, before: LiveSession) -> tuple[Event, ...]:
    return _heard_again(before)


@taken_back.register
def _(event: e.TimerExtended, before: LiveSession) -> tuple[Event, ...]:
    return (e.TimerExtended(event.step, -event.minutes),)


@taken_back.register
def _(event: e.BlockAdded, before: LiveSession) -> tuple[Event, ...]:
    return (e.BlockDropped(event.block.id),)


@taken_back.register
def _(event: e.BlockDropped, before: LiveSession) -> tuple[Event, ...]:
    names = [block.id for block in before.blocks]
    place = names.index(event.block)
    return (e.BlockAdded(before.blocks[place], names[place - 1] if place else None),)


@taken_back.register
def _(event: e.PhonesSet, before: LiveSession) -> tuple[Event, ...]:
    return (e.PhonesSet(before.phones),)


@taken_back.register
def _(event: e.Held, before: LiveSession) -> tuple[Event, ...]:
    return (e.Resumed(),)


@taken_back.register
def _(event: e.Resumed, before: LiveSession) -> tuple[Event, ...]:
    return (e.Held(),)


@taken_back.register
def _(event: e.CoverSet, before: LiveSession) -> tuple[Event, ...]:
    return (e.CoverSet(before.covered),)


@taken_back.register
def _(event: e.LockSet, before: LiveSession) -> tuple[Event, ...]:
    return (e.LockSet(before.locked),)


@taken_back.register
def _(event: e.JoinCodeSet, before: LiveSession) -> tuple[Event, ...]:
    return (e.JoinCodeSet(before.join_on_wall),)


@taken_back.register
def _(event: e.ActivityOpened, before: LiveSession) -> tuple[Event, ...]:
    return (e.ActivityClosing(event.run, taken_back=True), *_back_on_the_wall(before))


@taken_back.register(e.LastCallGiven)
@taken_back.register(e.ActivityClosing)
def _(event: e.LastCallGiven | e.ActivityClosing, before: LiveSession) -> tuple[Event, ...]:
    return (e.ActivityReopened(event.run),)


@taken_back.register
def _(event: e.ActivityReopened, before: LiveSession) -> tuple[Event, ...] | None:
    """Only where going to its step once more has reopened it."""
    return (e.ActivityClosing(event.run, taken_back=True),) if before.runs[event.run].taken_back else None


@taken_back.register
def _(event: e.ResultShown, before: LiveSession) -> tuple[Event, ...]:
    return (e.ResultHidden(event.run, event.where),)


@taken_back.register
def _(event: e.ResultHidden, before: LiveSession) -> tuple[Event, ...]:
    return (e.ResultShown(event.run, event.where),)


@taken_back.register
def _(event: e.LivingStateKept, before: LiveSession) -> tuple[Event, ...]:
    """One move further, to the state as it was: the conductor has kept that."""
    return (e.LivingStateKept(event.run, event.move + 1),)


@taken_back.register
def _(event: e.ResponsePlaced, before: LiveSession) -> tuple[Event, ...]:
    was = before.placed.get(event.response, Placed("waiting"))
    return (e.ResponsePlaced(event.response, _before_a_wall(was), was.copy or AS_WRITTEN),)


def _before_a_wall(was: Placed) -> Literal["waiting", "tray", "parked", "discarded", "wall"]:
    return "waiting" if was.where == "shown_before" else was.where


def still_possible(state: LiveSession, event: Event) -> bool:
    """Whether a compensating event still makes sense now: nothing that has been sealed is opened again."""
    match event:
        case e.ActivityReopened(run):
            return state.runs[run].phase in ("last_call", "closing")
        case e.ActivityClosing(run):
            return state.runs[run].phase in ("open", "last_call")
        case e.LivingStateKept(run, move):
            # Somebody has moved since: they would lose it.
            return state.runs[run].moves == move - 1
        case e.Stepped(step):
            return any(step.startswith(f"{block.id}/") for block in state.blocks)
        case e.Resumed():
            return state.held
        case e.BlockDropped(block):
            return state.block is None or state.block.id != block
        case _:
            return True
