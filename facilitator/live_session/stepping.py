"""Moving the group: steps, timer, blocks, phones, hold and cover."""

from typing import Literal

from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.live_session.agenda import find_step, last_module, neighbour, step_id
from facilitator.live_session.asking import coming_back, leave_activities
from facilitator.live_session.circumstances import Circumstances
from facilitator.live_session.events import Event
from facilitator.live_session.rules import decide, must_be_running, must_not_be_held, must_not_have_ended
from facilitator.live_session.state import LiveSession


@decide.register
def _(command: c.Begin, state: LiveSession, given: Circumstances) -> list[Event]:
    if state.phase != "gathering":
        raise Refused("already_begun", "The session has already begun.")
    must_not_be_held(state)
    first = next((step_id(block, step) for block in state.blocks for step in block.steps), None)
    if first is None:
        raise Refused("empty_agenda", "The agenda is empty. Add a module first.")
    return [e.SessionBegan(), *enter(state, first, given, opens=True)]


@decide.register
def _(command: c.NextStep, state: LiveSession, given: Circumstances) -> list[Event]:
    must_be_at(state, command.from_step)
    step = neighbour(state.blocks, command.from_step, +1)
    if step is None:
        raise Refused("last_step", "This is the last step of the day. End the session from the menu.")
    return enter(state, step, given, opens=True)


@decide.register
def _(command: c.BackStep, state: LiveSession, given: Circumstances) -> list[Event]:
    must_be_at(state, command.from_step)
    step = neighbour(state.blocks, command.from_step, -1)
    if step is None:
        raise Refused("first_step", "This is the first step of the day.")
    return enter(state, step, given, opens=False)


@decide.register
def _(command: c.GoToStep, state: LiveSession, given: Circumstances) -> list[Event]:
    must_be_at(state, command.from_step)
    return [] if command.step == state.step else enter(state, command.step, given, opens=True)


@decide.register
def _(command: c.GoToCheckOut, state: LiveSession, given: Circumstances) -> list[Event]:
    must_be_at(state, command.from_step)
    block = last_module(state.blocks)
    if block is None:
        raise Refused("no_check_out", "There is no check-out in the agenda.")
    step = step_id(block, block.steps[0])
    return [] if step == state.step else enter(state, step, given, opens=True)


def must_be_at(state: LiveSession, from_step: str) -> None:
    """A tap names the step it saw; two tablets tapping at once never skip one."""
    must_be_running(state)
    must_not_be_held(state)
    if state.step != from_step:
        raise Refused("moved_on", "The group has already moved. Look again, then tap.")


def enter(state: LiveSession, step: str, given: Circumstances, *, opens: bool) -> list[Event]:
    """All that going to a step brings: writers get their last call, the next in line come in."""
    found = find_step(state.blocks, step)
    if found is None:
        raise Refused("no_such_step", "That step is no longer in the agenda.")
    _, planned = found
    position: Literal["up", "down"] = "up" if planned.kind or planned.for_phones else "down"
    events: list[Event] = [*leave_activities(state), e.Stepped(step)]
    events += [e.SeatAdmitted(seat.id) for seat in state.seats.values() if seat.admission == "next_step"]
    if position != state.phones:
        events.append(e.PhonesSet(position))
    return [*events, *coming_back(state, step, given)] if opens else events


@decide.register
def _(command: c.ExtendTimer, state: LiveSession, given: Circumstances) -> list[Event]:
    must_be_running(state)
    if state.step != command.step:
        raise Refused("moved_on", "The group has already moved. Look again, then tap.")
    if not 1 <= command.minutes <= 60:
        raise Refused("minutes", "Add between 1 and 60 minutes.")
    return [e.TimerExtended(command.step, command.minutes)]


@decide.register
def _(command: c.AddModule, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    if command.block is None:
        raise TypeError("The conductor plans the block before this is decided.")
    names = [block.id for block in state.blocks]
    if command.after is not None and command.after not in names:
        raise Refused("no_such_block", "That part of the agenda is gone. Choose another place.")
    if command.block.id in names:
        return []
    return [e.BlockAdded(command.block, command.after or (names[-1] if names else None))]


@decide.register
def _(command: c.DropBlock, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    if command.block not in [block.id for block in state.blocks]:
        return []
    if state.block is not None and state.block.id == command.block:
        raise Refused("in_use", "The group is in this part now. Go to another step first.")
    return [e.BlockDropped(command.block)]


@decide.register
def _(command: c.SetPhones, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    return [] if state.phones == command.position else [e.PhonesSet(command.position)]


@decide.register
def _(command: c.Hold, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    return [] if state.held else [e.Held()]


@decide.register
def _(command: c.Resume, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    return [e.Resumed()] if state.held else []


@decide.register
def _(command: c.SetCover, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    return [] if state.covered == command.covered else [e.CoverSet(command.covered)]
