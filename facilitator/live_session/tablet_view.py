"""What the tablet sees. It never says who answered an anonymous activity, nor how many to the last one. Pure."""

from typing import Any

from facilitator.activities.kinds import find
from facilitator.live_session.agenda import in_order
from facilitator.live_session.asking import cannot_open
from facilitator.live_session.card_shapes import WaitingShape
from facilitator.live_session.circumstances import Circumstances
from facilitator.live_session.facts import Facts, WallFacts
from facilitator.live_session.responses import all_written, card_id, shown_text, which_of
from facilitator.live_session.roster import expected_seats, present_seats, roster
from facilitator.live_session.shapes import (
    CallShape,
    FacilitatorView,
    HowMany,
    RunShape,
    SeatValuesShape,
    StepTimeShape,
    UndoShape,
    WallShape,
)
from facilitator.live_session.state import ENDING_MS, LiveSession, Placed, Run
from facilitator.live_session.texts import asked_in
from facilitator.live_session.undoing import what_would_undo
from facilitator.live_session.views import activity_shape, tally_of, timer

NOBODY_YET_MS = 45_000
"""An activity open this long without an answer offers *More time · Ask aloud · Move on*."""
CALL_GROWS_MS = 60_000


def facilitator_view(state: LiveSession, facts: Facts, language: str, now: int) -> FacilitatorView:
    """The cockpit's whole live state. `now` (ms) decides what has waited too long."""
    asked = state.two_minutes
    return FacilitatorView(
        boot=facts.boot,
        version=state.version,
        beat=facts.beat,
        plan=state.plan,
        language=language,
        day=facts.day[facts.language(language)],
        group=facts.group,
        phase=state.phase,
        ends_for_good_at=state.ending_at + ENDING_MS if state.phase == "ending" and state.ending_at else None,
        step=state.step,
        visited=list(state.visited),
        timer=timer(state),
        pace=pace(state, now),
        phones="down" if state.held else state.phones,
        held=state.held,
        covered=state.covered,
        locked=state.locked,
        join=facts.join,
        join_on_wall=state.join_on_wall,
        runs=_runs(state, facts, language, now),
        cannot_open=_cannot_open(state, facts, now),
        k=state.k,
        calls=_calls(state, facts, now),
        waiting=_waiting(state, facts, language),
        roster=roster(state, facts),
        walls=[_wall(name, facts.walls.get(name, WallFacts())) for name in state.walls],
        tablets=facts.tablets,
        two_minutes=asked.ask if asked is not None and asked.asking else None,
        undo=_undo(state),
        room_checked=_room_checked(state, facts),
        trouble=facts.trouble,
        notices=facts.notices,
    )


def what_the_clock_moves(state: LiveSession, facts: Facts, now: int) -> tuple[object, ...]:
    """Everything of the tablet's view that can change though nothing happens: cheap to make, to be compared."""
    behind = pace(state, now)
    open_calls = [(call.id, now - call.at >= CALL_GROWS_MS) for call in state.calls.values() if call.is_open]
    runs = [
        (run.id, facts.of(run.id).how_many, now - run.waited_since >= NOBODY_YET_MS)
        for run in state.runs.values()
        if run.phase != "closed"
    ]
    return (behind and tuple(behind.values()), tuple(open_calls), tuple(runs))


def pace(state: LiveSession, now: int) -> StepTimeShape | None:
    """Ahead of or behind the plan, in whole minutes, measured from when the session began.

    The plan counts the steps before this one and as much of this one as has passed, at most its length.
    """
    if state.began_at is None or state.step is None or state.phase != "running":
        return None
    steps = list(in_order(state.blocks))
    names = [name for name, _, _ in steps]
    place = names.index(state.step)
    lengths = [round(step.minutes * 60_000) for _, _, step in steps]
    until = state.held_at if state.held_at is not None else now
    in_step = until - state.step_since - state.extra.get(state.step, 0)
    planned = sum(lengths[:place]) + max(0, min(in_step, lengths[place]))
    behind = (now - state.began_at) - planned
    return StepTimeShape(behind=round(behind / 60_000), left_today=round((sum(lengths) - planned) / 60_000))


def _undo(state: LiveSession) -> UndoShape | None:
    last = state.last_tap
    return UndoShape(tap=last.tap, label=last.label) if last is not None and what_would_undo(state) else None


def _runs(state: LiveSession, facts: Facts, language: str, now: int) -> list[RunShape]:
    here = state.run_of_step(state.step)
    wanted = [here] if here else []
    wanted += [run for run in state.runs.values() if run.phase != "closed" and run is not here]
    wanted += [run for run in state.runs.values() if (run.on_wall or run.on_phones) and run not in wanted]
    return [_run_shape(state, facts, run, language, now) for run in wanted]


def _run_shape(state: LiveSession, facts: Facts, run: Run, language: str, now: int) -> RunShape:
    how_many = _how_many(state, facts, run)
    waits = run.phase == "open" and run.takes_answers and not state.held
    shape = RunShape(
        activity=activity_shape(state, facts, run, language, for_staff=True),
        how_many=how_many,
        tally=tally_of(state, facts, run, language),
        too_few=run.too_few,
        on_wall=run.on_wall,
        on_phones=run.on_phones,
        asked_aloud=run.asked_aloud,
        can_reopen=run.phase in ("last_call", "closing"),
        nobody_yet=waits and how_many == "none" and now - run.waited_since >= NOBODY_YET_MS,
        for_staff=not find(run.kind).may_be_shown,
    )
    living = facts.of(run.id).living
    if living is not None:
        shape["led"] = find(run.kind).led(shape["activity"]["settings"], living)
    beside = find(run.kind).beside(shape["activity"]["settings"])
    if beside is not None:
        shape["before"] = _tally_before(state, facts, run, beside, language)
    return shape


def _tally_before(state: LiveSession, facts: Facts, run: Run, name: str, language: str) -> dict[str, Any] | None:
    """What the group said at an earlier step of the same module, by the same rules as any summary."""
    step = f"{run.step.partition('/')[0]}/{name}"
    earlier = [each for each in state.runs.values() if each.step == step]
    return tally_of(state, facts, earlier[-1], language) if earlier else None


def _how_many(state: LiveSession, facts: Facts, run: Run) -> HowMany:
    known = facts.of(run.id)
    if run.promise != "named":
        return known.how_many
    if not known.named:
        return "none"
    expected = expected_seats(state, facts)
    said = expected & known.named.keys()
    if not said:
        return "some"
    if said >= expected:
        return "everyone"
    return "most" if len(said) * 2 > len(expected) else "some"


def _cannot_open(state: LiveSession, facts: Facts, now: int) -> str | None:
    run = state.run_of_step(state.step)
    if state.step is None or run is not None:
        return None
    return cannot_open(state, state.step, Circumstances(now, "clock", present_seats(state, facts)))


def _calls(state: LiveSession, facts: Facts, now: int) -> list[CallShape]:
    """Open calls first, then those seen; cancelled ones are gone."""
    calls = sorted((call for call in state.calls.values() if not call.cancelled), key=lambda call: not call.is_open)
    return [
        CallShape(
            call=call.id,
            seat=call.seat,
            name=facts.names.get(call.seat, ""),
            at=call.at,
            seen=not call.is_open,
            seen_by=facts.staff.get(call.seen_by, "") if call.seen_by else None,
            grown=call.is_open and now - call.at >= CALL_GROWS_MS,
        )
        for call in calls
    ]


def _waiting(state: LiveSession, facts: Facts, language: str) -> list[WaitingShape]:
    shapes = []
    which_one = which_of(state, facts, language)
    for written in all_written(state, facts):
        placed = state.placed.get(written.id, Placed("waiting"))
        if placed.where == "discarded":
            continue
        shape = WaitingShape(
            id=written.id,
            run=written.run,
            text=shown_text(facts, placed, written),
            edited=placed.copy is not None,
            name=facts.names.get(written.seat, "") if written.seat else None,
            may_show=written.may_show,
            where=placed.where,
        )
        if written.picture is not None:
            shape["picture"], shape["rung"] = card_id(facts.salt, written.id), written.rung  # type: ignore[typeddict-item]
        if which := which_one(written):
            shape["which"] = which
        shapes.append(shape)
    return shapes


def _wall(name: str, wall: WallFacts) -> WallShape:
    return WallShape(
        wall=name,
        connected=wall.connected,
        confirmed_version=wall.version,
        confirmed_at=wall.confirmed_at,
        shows=wall.shows,
    )


def _room_checked(state: LiveSession, facts: Facts) -> dict[str, bool]:
    return {
        "wall": any(facts.walls.get(wall, WallFacts()).confirmed_at is not None for wall in state.walls),
        "phone": facts.ever_connected,
        "support": any(call.seen_by is not None for call in state.calls.values()),
    }


def seat_values(state: LiveSession, facts: Facts, seat: str, language: str) -> SeatValuesShape:
    """A seat's named answers, oldest first, and what was asked twice: then and now."""
    values = []
    for run in state.runs.values():
        said = facts.of(run.id).named.get(seat)
        if run.promise == "named" and said is not None:
            settings = asked_in(facts, state, run, language)
            values.append(
                {"run": run.id, "kind": run.kind, "settings": settings, "answer": said.answer, "passed": said.passed}
            )
    return SeatValuesShape(
        seat=seat,
        name=facts.names.get(seat, ""),
        values=values,
        compared=then_and_now(state, facts, seat, language),
    )


def then_and_now(state: LiveSession, facts: Facts, seat: str, language: str) -> list[dict[str, object]]:
    """Scale values with the same key that this seat gave in more than one run: `{key, first, last}`."""
    given: dict[str, list[int]] = {}
    for run in state.runs.values():
        said = facts.of(run.id).named.get(seat)
        if run.promise != "named" or said is None or said.answer is None:
            continue
        settings = asked_in(facts, state, run, language)
        for key, value in find(run.kind).compared(settings, said.answer).items():
            given.setdefault(key, []).append(value)
    return [{"key": key, "first": them[0], "last": them[-1]} for key, them in given.items() if len(them) > 1]
