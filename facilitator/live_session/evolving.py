"""How a live session becomes the next one: one event at a time, nothing decided here, nothing refused.

Each event type has its own small function; an event without one stops the program, it never vanishes.
"""

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from facilitator.live_session import events as e
from facilitator.live_session.events import Recorded
from facilitator.live_session.replacing import replace
from facilitator.live_session.state import (
    CLOSING_MS,
    LAST_CALL_MS,
    Call,
    LiveSession,
    Placed,
    Run,
    Seat,
    TwoMinutes,
    Visit,
)
from facilitator.live_session.undoing import remembering


def evolve(state: LiveSession, recorded: Recorded) -> LiveSession:
    """The session after this event, with its version."""
    after = apply(recorded.event, state, recorded)
    return replace(remembering(state, after, recorded), version=recorded.version)


def replay(live_session: str, log: Iterable[Recorded]) -> LiveSession:
    """The session that a whole log leads to."""
    state = LiveSession(live_session)
    for recorded in log:
        state = evolve(state, recorded)
    return state


@singledispatch
def apply(event: e.Event, state: LiveSession, told: Recorded) -> LiveSession:
    """What one event changes."""
    raise TypeError(f"No rule says what {type(event).__name__} changes.")


def _run(state: LiveSession, run: str, **changes: Any) -> LiveSession:
    return replace(state, runs={**state.runs, run: replace(state.runs[run], **changes)})


def _seat(state: LiveSession, seat: str, **changes: Any) -> LiveSession:
    return replace(state, seats={**state.seats, seat: replace(state.seats[seat], **changes)})


def _call(state: LiveSession, call: str, **changes: Any) -> LiveSession:
    return replace(state, calls={**state.calls, call: replace(state.calls[call], **changes)})


@apply.register
def _(event: e.SessionOpened, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(
        state,
        group=event.group,
        blocks=event.blocks,
        k=event.k,
        agreement=event.agreement,
        opened_at=told.at,
        plan=1,
    )


@apply.register
def _(event: e.SessionBegan, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, phase="running", began_at=told.at, join_on_wall=False)


@apply.register
def _(event: e.Stepped, state: LiveSession, told: Recorded) -> LiveSession:
    visits = state.visits
    if visits and visits[-1].until is None:
        visits = (*visits[:-1], replace(visits[-1], until=told.at))
    visited = state.visited if event.step in state.visited else (*state.visited, event.step)
    after = replace(
        state,
        step=event.step,
        visits=(*visits, Visit(event.step, told.at)),
        visited=visited,
        placed=_off_the_wall(state),
        heard=frozenset(),
    )
    if event.since is not None:
        return replace(after, step_since=event.since)
    # A new stay has a timer of its own.
    extra = {step: ms for step, ms in state.extra.items() if step != event.step}
    return replace(after, step_since=told.at, extra=extra)


def _off_the_wall(state: LiveSession) -> dict[str, Placed]:
    return {
        name: replace(where, where="shown_before") if where.where == "wall" else where
        for name, where in state.placed.items()
    }


@apply.register
def _(event: e.TimerExtended, state: LiveSession, told: Recorded) -> LiveSession:
    return _more_time(state, event.step, event.minutes * 60_000)


def _more_time(state: LiveSession, step: str, ms: int) -> LiveSession:
    return replace(state, extra={**state.extra, step: state.extra.get(step, 0) + ms})


@apply.register
def _(event: e.BlockAdded, state: LiveSession, told: Recorded) -> LiveSession:
    names = [block.id for block in state.blocks]
    place = names.index(event.after) + 1 if event.after in names else 0
    blocks = (*state.blocks[:place], event.block, *state.blocks[place:])
    dropped = tuple(block for block in state.dropped if block.id != event.block.id)
    return replace(state, blocks=blocks, dropped=dropped, plan=state.plan + 1)


@apply.register
def _(event: e.BlockDropped, state: LiveSession, told: Recorded) -> LiveSession:
    gone = tuple(block for block in state.blocks if block.id == event.block)
    blocks = tuple(block for block in state.blocks if block.id != event.block)
    return replace(state, blocks=blocks, dropped=(*state.dropped, *gone), plan=state.plan + 1)


@apply.register
def _(event: e.PhonesSet, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, phones=event.position)


@apply.register
def _(event: e.Held, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, held_at=told.at)


@apply.register
def _(event: e.Resumed, state: LiveSession, told: Recorded) -> LiveSession:
    """Every deadline that stood still moves on by the length of the hold, and so does what runs from an opening."""
    if state.held_at is None:
        return state
    pause = told.at - state.held_at
    runs = {name: _held_for(run, pause) for name, run in state.runs.items()}
    after = replace(state, held_at=None, runs=runs)
    return _more_time(after, state.step, pause) if state.step else after


def _held_for(run: Run, pause: int) -> Run:
    if run.phase == "closed":
        return run
    later = None if run.closes_at is None else run.closes_at + pause
    return replace(run, closes_at=later, held_for=run.held_for + pause)


@apply.register
def _(event: e.CoverSet, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, covered=event.covered)


@apply.register
def _(event: e.Undone, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, last_tap=None)


@apply.register
def _(event: e.EndAsked, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, phase="ending", ending_at=told.at)


@apply.register
def _(event: e.EndTakenBack, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, phase="running" if state.began_at is not None else "gathering", ending_at=None)


@apply.register
def _(event: e.SessionEnded, state: LiveSession, told: Recorded) -> LiveSession:
    visits = state.visits
    ended = state.ending_at or told.at
    if visits and visits[-1].until is None:
        visits = (*visits[:-1], replace(visits[-1], until=max(ended, visits[-1].since)))
    return replace(state, phase="ended", ended_at=ended, visits=visits, held_at=None)


@apply.register
def _(event: e.ActivityOpened, state: LiveSession, told: Recorded) -> LiveSession:
    run = Run(event.run, event.step, event.kind, event.promise, "open", told.at, waited_since=told.at)
    # Asked again, the wall shows the question and not what was said to the one before.
    return replace(state, runs={**state.runs, event.run: run}, placed=_off_the_wall(state))


@apply.register
def _(event: e.LastCallGiven, state: LiveSession, told: Recorded) -> LiveSession:
    return _run(state, event.run, phase="last_call", closes_at=state.clock(told.at) + LAST_CALL_MS)


@apply.register
def _(event: e.ActivityClosing, state: LiveSession, told: Recorded) -> LiveSession:
    closes_at = state.clock(told.at) + CLOSING_MS
    return _run(state, event.run, phase="closing", closes_at=closes_at, taken_back=event.taken_back)


@apply.register
def _(event: e.ActivityReopened, state: LiveSession, told: Recorded) -> LiveSession:
    again = {"asked_aloud": False, "taken_back": False, "waited_since": told.at}
    return _run(state, event.run, phase="open", closes_at=None, **again)


@apply.register
def _(event: e.ActivityClosed, state: LiveSession, told: Recorded) -> LiveSession:
    return _run(state, event.run, phase="closed", closes_at=None, too_few=event.too_few)


@apply.register
def _(event: e.WaveReleased, state: LiveSession, told: Recorded) -> LiveSession:
    return state


@apply.register
def _(event: e.MoreTimeGiven, state: LiveSession, told: Recorded) -> LiveSession:
    run = state.runs[event.run]
    later = None if run.closes_at is None else max(run.closes_at, state.clock(told.at)) + 3 * LAST_CALL_MS
    return _run(state, event.run, waited_since=told.at, closes_at=later)


@apply.register
def _(event: e.AskedAloud, state: LiveSession, told: Recorded) -> LiveSession:
    return _run(state, event.run, asked_aloud=True)


@apply.register
def _(event: e.LivingStateKept, state: LiveSession, told: Recorded) -> LiveSession:
    return _run(state, event.run, moves=event.move)


@apply.register
def _(event: e.ResultShown, state: LiveSession, told: Recorded) -> LiveSession:
    return _run(state, event.run, **{f"on_{event.where}": True})


@apply.register
def _(event: e.ResultHidden, state: LiveSession, told: Recorded) -> LiveSession:
    return _run(state, event.run, **{f"on_{event.where}": False})


@apply.register
def _(event: e.ResponsePlaced, state: LiveSession, told: Recorded) -> LiveSession:
    before = state.placed.get(event.response, Placed("waiting"))
    copy = before.copy if event.copy is None else event.copy or None
    shown = before.was_shown or event.where == "wall"
    # The wall has its cards as they were revealed, and not as they went into the tray.
    others = {name: at for name, at in state.placed.items() if event.where != "wall" or name != event.response}
    return replace(state, placed={**others, event.response: Placed(event.where, copy, shown)})


@apply.register
def _(event: e.PieceStepped, state: LiveSession, told: Recorded) -> LiveSession:
    """A picture that is its maker's alone again begins at the lowest rung if it is ever sent anew."""
    rungs = {name: rung for name, rung in state.rungs.items() if name != (event.run, event.seat, event.part)}
    if event.rung != "me":
        rungs[event.run, event.seat, event.part] = event.rung
    return replace(state, rungs=rungs)


@apply.register
def _(event: e.ConcernRaised, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, concerns=state.concerns + 1)


@apply.register
def _(event: e.TwoMinutesAsked, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, two_minutes=TwoMinutes(event.ask, True))


@apply.register
def _(event: e.TwoMinutesStopped, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, two_minutes=replace(state.two_minutes, asking=False) if state.two_minutes else None)


@apply.register
def _(event: e.TwoMinutesAnswered, state: LiveSession, told: Recorded) -> LiveSession:
    asked = state.two_minutes
    if asked is None:
        return state
    return replace(state, two_minutes=replace(asked, said={**asked.said, event.seat: event.yes}))


@apply.register
def _(event: e.SeatTaken, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, seats={**state.seats, event.seat: Seat(event.seat, event.by, "knocking")})


@apply.register
def _(event: e.SeatAdmitted, state: LiveSession, told: Recorded) -> LiveSession:
    return _seat(state, event.seat, admission="admitted", has_left=False)


@apply.register
def _(event: e.SeatWillBeAdmitted, state: LiveSession, told: Recorded) -> LiveSession:
    return _seat(state, event.seat, admission="next_step")


@apply.register
def _(event: e.SeatRemoved, state: LiveSession, told: Recorded) -> LiveSession:
    return _seat(state, event.seat, admission="removed")


@apply.register
def _(event: e.SeatRenewed, state: LiveSession, told: Recorded) -> LiveSession:
    return _seat(state, event.seat, tickets=state.seats[event.seat].tickets + 1, has_left=False)


@apply.register
def _(event: e.SeatLeft, state: LiveSession, told: Recorded) -> LiveSession:
    return _seat(state, event.seat, has_left=True)


@apply.register
def _(event: e.LockSet, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, locked=event.locked)


@apply.register
def _(event: e.AgreementAccepted, state: LiveSession, told: Recorded) -> LiveSession:
    return _seat(state, event.seat, accepted=event.version)


@apply.register
def _(event: e.MinutesConfirmed, state: LiveSession, told: Recorded) -> LiveSession:
    return _seat(state, event.seat, minutes=(*state.seats[event.seat].minutes, (event.what, event.at)))


@apply.register
def _(event: e.SeatHeard, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, heard=state.heard | {event.seat} if event.heard else state.heard - {event.seat})


@apply.register
def _(event: e.RoundBegan, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, heard=frozenset())


@apply.register
def _(event: e.StaffCalled, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, calls={**state.calls, event.call: Call(event.call, event.seat, told.at)})


@apply.register
def _(event: e.CallCancelled, state: LiveSession, told: Recorded) -> LiveSession:
    return _call(state, event.call, cancelled=True)


@apply.register
def _(event: e.CallSeen, state: LiveSession, told: Recorded) -> LiveSession:
    return _call(state, event.call, seen_by=told.by, seen_at=told.at)


@apply.register
def _(event: e.WallPaired, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, walls=(*(wall for wall in state.walls if wall != event.wall), event.wall))


@apply.register
def _(event: e.WallUnpaired, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, walls=tuple(wall for wall in state.walls if wall != event.wall))


@apply.register
def _(event: e.JoinCodeSet, state: LiveSession, told: Recorded) -> LiveSession:
    return replace(state, join_on_wall=event.shown)
