"""People and screens: seats, knocks, the agreement, minutes, support calls, walls, the join code."""

import re

from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.live_session.circumstances import Circumstances
from facilitator.live_session.events import Event
from facilitator.live_session.rules import decide, must_not_have_ended
from facilitator.live_session.state import LiveSession, Seat

_AN_ID = re.compile(r"[A-Za-z0-9_-]{1,80}")


def _seat(state: LiveSession, seat: str) -> Seat:
    if seat not in state.seats:
        raise Refused("no_seat", "That seat is not part of this session.")
    return state.seats[seat]


@decide.register
def _(command: c.TakeSeat, state: LiveSession, given: Circumstances) -> list[Event]:
    if state.phase in ("ending", "ended"):
        raise Refused("ended", "This group has ended for today.")
    if command.seat in state.seats:
        return []
    if state.locked:
        raise Refused("locked", "The group is not letting new people in right now. Please ask staff.")
    taken = e.SeatTaken(command.seat, command.by)
    return [taken, e.SeatAdmitted(command.seat)] if command.by == "qr" else [taken]


@decide.register
def _(command: c.AddSeat, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    if command.seat in state.seats:
        return []
    # Whoever staff give a seat without a phone sits in the room.
    came = e.MinutesConfirmed(command.seat, "in", given.now)
    return [e.SeatTaken(command.seat, "staff"), e.SeatAdmitted(command.seat), came]


@decide.register
def _(command: c.Admit, state: LiveSession, given: Circumstances) -> list[Event]:
    seat = _seat(state, command.seat)
    if seat.admission == "admitted":
        return []
    if seat.admission == "removed":
        raise Refused("removed", "This seat was removed. Use Let back in.")
    if command.when == "next_step":
        return [] if seat.admission == "next_step" else [e.SeatWillBeAdmitted(seat.id)]
    return [e.SeatAdmitted(seat.id)]


@decide.register
def _(command: c.RemoveSeat, state: LiveSession, given: Circumstances) -> list[Event]:
    seat = _seat(state, command.seat)
    return [] if seat.admission == "removed" else [e.SeatRemoved(seat.id)]


@decide.register
def _(command: c.ReadmitSeat, state: LiveSession, given: Circumstances) -> list[Event]:
    seat = _seat(state, command.seat)
    must_not_have_ended(state)
    return [e.SeatAdmitted(seat.id)] if seat.admission == "removed" else []


@decide.register
def _(command: c.RenewSeat, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    return [e.SeatRenewed(_seat(state, command.seat).id)]


@decide.register
def _(command: c.LeaveSeat, state: LiveSession, given: Circumstances) -> list[Event]:
    seat = _seat(state, command.seat)
    return [] if seat.has_left else [e.SeatLeft(seat.id)]


@decide.register
def _(command: c.SetLock, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    return [] if state.locked == command.locked else [e.LockSet(command.locked)]


@decide.register
def _(command: c.AcceptAgreement, state: LiveSession, given: Circumstances) -> list[Event]:
    seat = _seat(state, command.seat)
    if command.version != state.agreement:
        raise Refused("other_version", "The agreement has changed. Please read it once more.")
    return [] if seat.accepted == command.version else [e.AgreementAccepted(seat.id, command.version)]


@decide.register
def _(command: c.ConfirmMinutes, state: LiveSession, given: Circumstances) -> list[Event]:
    seat = _seat(state, command.seat)
    if not 0 <= command.minutes_ago <= 240:
        raise Refused("minutes", "Choose a time within the last four hours.")
    at = given.now - command.minutes_ago * 60_000
    if seat.minutes and at < seat.minutes[-1][1]:
        raise Refused("before_last", "That is before the time noted last for this person. Choose a later time.")
    was_here = seat.now == "in"
    if command.what in ("in", "back"):
        what = "back" if seat.minutes else "in"
        return [] if was_here else [e.MinutesConfirmed(seat.id, "back" if what == "back" else "in", at)]
    if not was_here and not (seat.now == "away" and command.what == "out"):
        raise Refused("not_in", "Note first that this person came in.")
    return [e.MinutesConfirmed(seat.id, command.what, at)]


@decide.register
def _(command: c.CallStaff, state: LiveSession, given: Circumstances) -> list[Event]:
    """A call sent twice is one call, and a seat has one open call at a time."""
    seat = _seat(state, command.seat)
    if not _AN_ID.fullmatch(command.call):
        # The phone makes it up, and the log holds no words.
        raise Refused("malformed", "This could not be read. Please reload the page.")
    if command.call in state.calls or any(call.seat == seat.id and call.is_open for call in state.calls.values()):
        return []
    if state.phase == "ended":
        raise Refused("ended", "The group has ended. Please walk over to staff, or use the numbers on this page.")
    return [e.StaffCalled(command.call, seat.id)]


@decide.register
def _(command: c.CancelCall, state: LiveSession, given: Circumstances) -> list[Event]:
    call = state.calls.get(command.call)
    if call is None or call.seat != command.seat:
        raise Refused("no_such_call", "There is no call to take back.")
    return [e.CallCancelled(call.id)] if call.is_open else []


@decide.register
def _(command: c.SeeCall, state: LiveSession, given: Circumstances) -> list[Event]:
    call = state.calls.get(command.call)
    if call is None:
        raise Refused("no_such_call", "That call is not part of this session.")
    return [e.CallSeen(call.id)] if call.is_open else []


@decide.register
def _(command: c.PairWall, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    return [] if command.wall in state.walls else [e.WallPaired(command.wall)]


@decide.register
def _(command: c.UnpairWall, state: LiveSession, given: Circumstances) -> list[Event]:
    return [e.WallUnpaired(command.wall)] if command.wall in state.walls else []


@decide.register
def _(command: c.ShowJoinCode, state: LiveSession, given: Circumstances) -> list[Event]:
    must_not_have_ended(state)
    return [] if state.join_on_wall == command.shown else [e.JoinCodeSet(command.shown)]
