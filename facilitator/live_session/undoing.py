"""Undo of the last tap: what would take each event back. Pure; the log only ever grows.

Sealing, ending for good, and what people did themselves are not taken back.
"""

from dataclasses import replace
from typing import Literal

from facilitator.live_session import events as e
from facilitator.live_session.events import Event, Recorded
from facilitator.live_session.state import LastTap, LiveSession, Placed

_PLACED_LABELS = {"tray": "show", "parked": "park", "discarded": "discard", "wall": "reveal", "waiting": "take_down"}


def remembering(before: LiveSession, after: LiveSession, told: Recorded) -> LiveSession:
    """The session with its last tap brought up to date by this event."""
    if not told.by.startswith("staff:") or isinstance(told.event, e.Undone):
        return after
    back = taken_back(before, told.event)
    if back is None:
        return after
    last = before.last_tap
    if last is not None and last.tap == told.tap:
        return replace(after, last_tap=replace(last, back=(*back, *last.back)))
    return replace(after, last_tap=LastTap(told.tap, label(told.event), back))


def label(event: Event) -> str:
    """The key of the words that name a tap."""
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
    e.ActivityOpened: "ask_again",
    e.ActivityClosing: "close",
    e.ResultShown: "result",
    e.ResultHidden: "hide",
}


def taken_back(before: LiveSession, event: Event) -> tuple[Event, ...] | None:
    """The events that would take this one back, given the session before it; None if it is not undoable."""
    match event:
        case e.Stepped() if before.step is not None:
            return (e.Stepped(before.step, before.step_since),)
        case e.TimerExtended(step, minutes):
            return (e.TimerExtended(step, -minutes),)
        case e.BlockAdded(block):
            return (e.BlockDropped(block.id),)
        case e.BlockDropped(name):
            return _put_back(before, name)
        case e.PhonesSet() if before.step is not None:
            return (e.PhonesSet(before.phones),)
        case e.Held():
            return (e.Resumed(),)
        case e.Resumed():
            return (e.Held(),)
        case e.CoverSet():
            return (e.CoverSet(before.covered),)
        case e.LockSet():
            return (e.LockSet(before.locked),)
        case e.JoinCodeSet():
            return (e.JoinCodeSet(before.join_on_wall),)
        case _:
            return _taken_back_in_activities(before, event)


def _taken_back_in_activities(before: LiveSession, event: Event) -> tuple[Event, ...] | None:
    match event:
        case e.ActivityOpened(run) if before.step is not None:
            return (e.ActivityClosing(run),)
        case e.LastCallGiven(run) | e.ActivityClosing(run):
            return (e.ActivityReopened(run),)
        case e.ResultShown(run, where):
            return (e.ResultHidden(run, where),)
        case e.ResultHidden(run, where):
            return (e.ResultShown(run, where),)
        case e.ResponsePlaced(response):
            was = before.placed.get(response, Placed("waiting"))
            return (e.ResponsePlaced(response, _before_a_wall(was), was.copy),)
        case _:
            return None


def _before_a_wall(was: Placed) -> Literal["waiting", "tray", "parked", "discarded", "wall"]:
    return "waiting" if was.where == "shown_before" else was.where


def _put_back(before: LiveSession, name: str) -> tuple[Event, ...] | None:
    names = [block.id for block in before.blocks]
    place = names.index(name)
    return (e.BlockAdded(before.blocks[place], names[place - 1] if place else None),)


def still_possible(state: LiveSession, event: Event) -> bool:
    """Whether a compensating event still makes sense now: nothing that has been sealed is opened again."""
    match event:
        case e.ActivityReopened(run):
            return state.runs[run].phase in ("last_call", "closing")
        case e.ActivityClosing(run):
            return state.runs[run].phase in ("open", "last_call")
        case e.Stepped(step):
            return any(step.startswith(f"{block.id}/") for block in state.blocks)
        case e.Resumed():
            return state.held
        case e.BlockDropped(block):
            return state.block is None or state.block.id != block
        case _:
            return True
