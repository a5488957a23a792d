"""Activities: opening, closing, asking again, showing their result. What is sealed is never opened again."""

from facilitator.activities.kinds import find
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.live_session.agenda import find_step
from facilitator.live_session.circumstances import Circumstances
from facilitator.live_session.events import Event
from facilitator.live_session.rules import decide, must_be_running, must_not_be_held, must_not_have_ended
from facilitator.live_session.state import LiveSession, Run


def opening(state: LiveSession, step: str, given: Circumstances) -> list[Event]:
    """The events that open a step's activity; none if it has no activity or its promise could not be kept."""
    found = find_step(state.blocks, step)
    if found is None or found[1].kind is None or cannot_open(state, step, given):
        return []
    planned = found[1]
    return [e.ActivityOpened(f"r{len(state.runs) + 1}", step, planned.kind or "", planned.promise)]


def cannot_open(state: LiveSession, step: str, given: Circumstances) -> str | None:
    """Why an activity may not open: with fewer than *k* seats present, nobody could hide."""
    found = find_step(state.blocks, step)
    if found is not None and found[1].promise == "anonymous" and len(given.present) < state.k:
        return "too_few_seats"
    return None


def leave_activities(state: LiveSession) -> list[Event]:
    """What happens to activities when the group moves on; results that were shown are put away."""
    events: list[Event] = []
    for run in state.runs.values():
        if run.phase == "open":
            events.append(last_words(run))
        events += [e.ResultHidden(run.id, "wall")] if run.on_wall else []
        events += [e.ResultHidden(run.id, "phones")] if run.on_phones else []
    return events


def last_words(run: Run) -> Event:
    """Whoever may be writing gets a last call, privately too; the rest closes, which can be taken back for a while."""
    return e.LastCallGiven(run.id) if run.promise is not None else e.ActivityClosing(run.id)


def coming_back(state: LiveSession, step: str, given: Circumstances) -> list[Event]:
    """Entering a step opens its activity the first time, or if an undo had taken that opening back."""
    run = state.run_of_step(step)
    if run is not None and run.taken_back and run.phase == "closing":
        return [e.ActivityReopened(run.id)]
    return opening(state, step, given) if run is None or (run.taken_back and run.phase == "closed") else []


def _known(state: LiveSession, run: str) -> Run:
    if run not in state.runs:
        raise Refused("no_such_activity", "That activity is not part of this session.")
    return state.runs[run]


@decide.register
def _(command: c.CloseActivity, state: LiveSession, given: Circumstances) -> list[Event]:
    run = _known(state, command.run)
    if run.phase in ("closing", "closed"):
        return []
    return [e.ActivityClosing(run.id)]


@decide.register
def _(command: c.ReopenActivity, state: LiveSession, given: Circumstances) -> list[Event]:
    run = _known(state, command.run)
    must_not_have_ended(state)
    if run.phase == "closed":
        raise Refused("sealed", "This is closed for good. You can ask again.")
    return [] if run.phase == "open" else [e.ActivityReopened(run.id)]


@decide.register
def _(command: c.AskAgain, state: LiveSession, given: Circumstances) -> list[Event]:
    must_be_running(state)
    must_not_be_held(state)
    if state.step != command.step:
        raise Refused("moved_on", "The group has already moved. Look again, then tap.")
    before = state.run_of_step(command.step)
    if before is not None and before.phase in ("open", "last_call", "closing"):
        raise Refused("still_open", "It is still open, or closing. Wait until it has closed.")
    if cannot_open(state, command.step, given):
        raise Refused(
            "too_few_seats",
            f"Fewer than {state.k} phones are here, so no one could stay unknown. Use shuffled paper or ask aloud.",
        )
    events = opening(state, command.step, given)
    if not events:
        raise Refused("no_activity", "This step has no activity.")
    return [*events, *([e.PhonesSet("up")] if state.phones == "down" else [])]


@decide.register
def _(command: c.MoreTime, state: LiveSession, given: Circumstances) -> list[Event]:
    run = _known(state, command.run)
    if not run.takes_answers:
        raise Refused("not_open", "This activity is no longer open.")
    return [e.MoreTimeGiven(run.id)]


@decide.register
def _(command: c.AskAloud, state: LiveSession, given: Circumstances) -> list[Event]:
    run = _known(state, command.run)
    if run.phase in ("closing", "closed"):
        raise Refused("not_open", "This activity is no longer open.")
    return [e.AskedAloud(run.id), e.ActivityClosing(run.id)]


@decide.register
def _(command: c.ShowResult, state: LiveSession, given: Circumstances) -> list[Event]:
    run = _known(state, command.run)
    must_not_have_ended(state)
    if not find(run.kind).may_be_shown:
        raise Refused("for_staff", "This is for staff only. It is not shown to the room.")
    if run.promise == "named" and run.phase != "closed":
        # Shown while it is open, each change on the wall would name whoever has just put down their phone.
        raise Refused("still_open", "It can be shown once it has closed.")
    if run.promise in ("named", "anonymous") and given.answered.get(run.id, 0) < state.k:
        raise Refused("too_few", f"Fewer than {state.k} answers are in, so it is not shown.")
    shown = run.on_wall if command.where == "wall" else run.on_phones
    return [] if shown else [e.ResultShown(run.id, command.where)]


@decide.register
def _(command: c.HideResult, state: LiveSession, given: Circumstances) -> list[Event]:
    run = _known(state, command.run)
    shown = run.on_wall if command.where == "wall" else run.on_phones
    return [e.ResultHidden(run.id, command.where)] if shown else []


@decide.register
def _(command: c.Move, state: LiveSession, given: Circumstances) -> list[Event]:
    run = _known(state, command.run)
    if run.phase not in ("open", "last_call"):
        raise Refused("not_open", "This activity is no longer open.")
    seat = state.seats.get(command.seat)
    if seat is None or seat.admission != "admitted":
        raise Refused("not_admitted", "Staff will let you in at a good moment.")
    return [e.LivingStateKept(run.id, run.moves + 1)]


@decide.register
def _(command: c.Lead, state: LiveSession, given: Circumstances) -> list[Event]:
    """Also when it takes no more answers: a song is built, a solution shown, after people have sent theirs."""
    run = _known(state, command.run)
    must_not_have_ended(state)
    return [e.LivingStateKept(run.id, run.moves + 1)]


@decide.register
def _(command: c.ReleaseWave, state: LiveSession, given: Circumstances) -> list[Event]:
    run = _known(state, command.run)
    return [e.WaveReleased(run.id)] if run.promise == "anonymous" and run.phase != "closed" else []
