"""What may happen, and when. Rules turn a command into events, or refuse it.

The rules of each part of the work stand in files of their own, which register here:
`stepping`, `asking`, `approving`, `consenting`, `gathering`, `ending`.
"""

from functools import singledispatch

from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session.circumstances import Circumstances
from facilitator.live_session.commands import Command
from facilitator.live_session.events import Event, Undone
from facilitator.live_session.state import LiveSession
from facilitator.live_session.undoing import what_would_undo


@singledispatch
def decide(command: Command, state: LiveSession, given: Circumstances) -> list[Event]:
    """The events that this command leads to; an empty list if it was already so. Raises `Refused`."""
    raise TypeError(f"No rule decides {type(command).__name__}.")


@decide.register
def _(command: c.Undo, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    last = state.last_tap
    if last is None or last.tap != command.tap:
        raise Refused("nothing_to_undo", "That tap can no longer be taken back.")
    back = what_would_undo(state)
    if not back:
        raise Refused("nothing_to_undo", "That tap can no longer be taken back.")
    return [*back, Undone(last.tap)]


def must_be_running(state: LiveSession) -> None:
    if state.phase == "gathering":
        raise Refused("not_begun", "The session has not begun yet. Tap Begin first.")
    if state.phase != "running":
        raise Refused("ended", "This session has ended.")


def must_not_be_held(state: LiveSession) -> None:
    if state.held:
        raise Refused("held", "The group is on hold. Resume first.")


def must_not_have_ended(state: LiveSession) -> None:
    if state.phase == "ended":
        raise Refused("ended", "This session has ended.")
