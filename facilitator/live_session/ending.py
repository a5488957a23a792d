"""What the clock brings: last calls close, closings seal, and an end becomes final after its minute."""

from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.live_session.asking import last_words
from facilitator.live_session.circumstances import Circumstances
from facilitator.live_session.events import Event
from facilitator.live_session.rules import decide
from facilitator.live_session.state import CLOSING_MS, ENDING_MS, LiveSession, Run

AN_HOUR_MS = 60 * 60_000


@decide.register
def _(command: c.EndSession, state: LiveSession, given: Circumstances) -> list[Event]:
    if state.phase in ("ending", "ended"):
        return []
    open_runs = [run for run in state.runs.values() if run.phase == "open"]
    return [
        *([e.Resumed()] if state.held else []),
        *(last_words(run) for run in open_runs),
        e.EndAsked(),
    ]


@decide.register
def _(command: c.ResumeSession, state: LiveSession, given: Circumstances) -> list[Event]:
    if state.phase == "ended":
        raise Refused("ended", "This session has ended for good.")
    if state.phase != "ending":
        return []
    run = state.run_of_step(state.step)
    reopened = [e.ActivityReopened(run.id)] if run is not None and run.phase in ("last_call", "closing") else []
    return [e.EndTakenBack(), *reopened]


def end_is_due(state: LiveSession, now: int) -> bool:
    return (
        state.phase == "ending" and state.ending_at is not None and is_due(state.ending_at + ENDING_MS, now, ENDING_MS)
    )


def is_due(moment: int, now: int, wait: int) -> bool:
    """Whether a moment has come that was `wait` away at first. One much further away was set before the
    machine's clock went back: nobody waits for hours until the clock is there again."""
    return now >= moment or moment - now > 2 * wait


def _closes_now(run: Run, now: int) -> bool:
    """A last call may have been given more time, again and again; a closing never is."""
    wait = CLOSING_MS if run.phase == "closing" else AN_HOUR_MS
    return run.closes_at is not None and is_due(run.closes_at, now, wait)


def final_end(state: LiveSession) -> list[Event]:
    """Every run is closed (an anonymous one sealed) in the same breath as the end."""
    closed: list[Event] = [e.ActivityClosed(run.id) for run in state.runs.values() if run.phase != "closed"]
    asking = state.two_minutes
    stopped: list[Event] = [e.TwoMinutesStopped(asking.ask)] if asking is not None and asking.asking else []
    return [*closed, *stopped, e.SessionEnded()]


@decide.register
def _(command: c.TimeIsUp, state: LiveSession, given: Circumstances) -> list[Event]:
    """Whatever is due. While the group is held, only an end goes on."""
    if end_is_due(state, given.now):
        return final_end(state)
    lost: list[Event] = [e.ActivityClosed(run) for run in sorted(given.lost) if state.runs[run].phase != "closed"]
    if lost or state.held:
        return lost
    due = [run for run in state.runs.values() if _closes_now(run, given.now)]
    return [e.ActivityClosing(run.id) if run.phase == "last_call" else e.ActivityClosed(run.id) for run in due]
