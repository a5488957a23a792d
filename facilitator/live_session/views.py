"""What phones and the wall may see: whole views, drawn anew from the session and its facts. Pure.

The tablet's view is in `tablet_view.py`. Nothing here may hold another person's answer.
"""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from facilitator.activities.kinds import find
from facilitator.live_session.agenda import find_step, in_order, neighbour
from facilitator.live_session.card_shapes import CardShape
from facilitator.live_session.consent import rung_of
from facilitator.live_session.facts import Facts
from facilitator.live_session.piece_shapes import OwnPieceShape
from facilitator.live_session.responses import approved, cards_on_wall
from facilitator.live_session.shapes import (
    ActivityShape,
    DisplayView,
    OwnAnswerShape,
    OwnCallShape,
    OwnView,
    ParticipantView,
    ResultShape,
    TimerShape,
)
from facilitator.live_session.state import Call, LiveSession, Run
from facilitator.live_session.texts import asked_in, step_shape


def timer(state: LiveSession) -> TimerShape | None:
    """The present step's timer; `ends_at` holds what staff added and what holds took."""
    here = state.here
    if here is None or state.step is None:
        return None
    length = round(here.minutes * 60_000) + state.extra.get(state.step, 0)
    return TimerShape(started_at=state.step_since, ends_at=state.step_since + length, held_at=state.held_at)


def activity_shape(
    state: LiveSession, facts: Facts, run: Run, language: str, *, for_staff: bool = False
) -> ActivityShape:
    """A run as it may be seen. Only staff have its settings whole; `told` holds back what is for later."""
    kind, living = find(run.kind), facts.of(run.id).living
    settings = asked_in(facts, state, run, language)
    shape = ActivityShape(
        run=run.id,
        step=run.step,
        kind=run.kind,
        settings=settings if for_staff else kind.told(settings, living),
        promise=run.promise,  # type: ignore[typeddict-item]
        phase=run.phase,
        opened_at=run.began,
        closes_at=run.closes_at,
        frame_bytes=kind.frame_bytes,
        key_id=facts.of(run.id).key_id,
    )
    if living is not None:
        shape["shared"] = kind.shared(settings, living, approved(state, facts))
    return shape


def tally_of(state: LiveSession, facts: Facts, run: Run, language: str) -> dict[str, Any] | None:
    """The tally of what has been released; None while there is nothing to say."""
    answers = facts.of(run.id).answers()
    if not answers:
        return None
    return find(run.kind).tally(asked_in(facts, state, run, language), answers)


def result_shape(state: LiveSession, facts: Facts, run: Run, language: str) -> ResultShape:
    kind, living = find(run.kind), facts.of(run.id).living
    settings = asked_in(facts, state, run, language)
    shape = ResultShape(
        run=run.id,
        kind=run.kind,
        settings=kind.told(settings, living),
        tally=tally_of(state, facts, run, language),
        too_few=run.too_few,
        cards=[card for card in cards_on_wall(state, facts, language) if card["run"] == run.id],
    )
    if living is not None:
        shape["shared"] = kind.shared(settings, living, approved(state, facts))
    return shape


def participant_view(state: LiveSession, facts: Facts, language: str) -> ParticipantView:
    """What every phone of this language sees."""
    language = facts.language(language)
    here, lingering = _for_phones(state)
    asked = state.two_minutes
    return ParticipantView(
        boot=facts.boot,
        version=state.version,
        beat=facts.beat,
        language=language,
        day=facts.day[language],
        phase=state.phase,
        phones="down" if state.held else state.phones,
        held=state.held,
        step=step_shape(facts, state, "phone", language),
        timer=timer(state),
        activity=activity_shape(state, facts, here, language) if here else None,
        soon=_soon(state),
        lingering=activity_shape(state, facts, lingering, language) if lingering else None,
        shown=[result_shape(state, facts, run, language) for run in state.runs.values() if run.on_phones],
        two_minutes=asked.ask if asked is not None and asked.asking else None,
        agreement=state.agreement,
        crisis=facts.crisis[language],
        walk_to=facts.walk_to[language],
        notices=facts.notices,
    )


def _soon(state: LiveSession) -> str:
    first = next((name for name, _, _ in in_order(state.blocks)), None)
    found = find_step(state.blocks, (neighbour(state.blocks, state.step, 1) if state.step else first) or "")
    return (found[1].kind or "") if found else ""


def _for_phones(state: LiveSession) -> tuple[Run | None, Run | None]:
    """The present step's run, and the run of another step that is not closed yet."""
    here = state.run_of_step(state.step)
    lingering = [run for run in state.runs.values() if run.phase != "closed" and (here is None or run.id != here.id)]
    return here, lingering[-1] if lingering else None


def display_view(state: LiveSession, facts: Facts, language: str) -> DisplayView:
    """What the wall shows. Covered, it holds no words of anybody."""
    language = facts.language(language)
    run = state.run_of_step(state.step)
    still = state.covered or state.held
    cards: list[CardShape] = [] if still else cards_on_wall(state, facts, language)
    shown = (
        [] if still else [result_shape(state, facts, each, language) for each in state.runs.values() if each.on_wall]
    )
    activity = activity_shape(state, facts, run, language) if run and not still else None
    return DisplayView(
        boot=facts.boot,
        version=state.version,
        beat=facts.beat,
        language=language,
        day=facts.day[language],
        phase=state.phase,
        covered=state.covered,
        held=state.held,
        step=None if still else step_shape(facts, state, "display", language),
        timer=timer(state),
        activity=activity,
        soon=_soon(state),
        shown=shown,
        cards=cards,
        pictures=_pictures(cards, [*([activity] if activity else []), *shown]),
        join=facts.join if state.join_on_wall and not still and state.phase in ("gathering", "running") else None,
        notices=facts.notices,
    )


def _pictures(cards: Sequence[CardShape], drawn: Sequence[ActivityShape | ResultShape]) -> list[str]:
    """Those of the cards, and those that a kind that lives names under `pictures` in what everyone may see."""
    shared = [each["shared"].get("pictures", []) for each in drawn if "shared" in each]
    return sorted({*(card["picture"] for card in cards if "picture" in card), *chain.from_iterable(shared)})


def own_view(state: LiveSession, facts: Facts, seat: str) -> OwnView:
    """What only this seat sees. It never says anything about an anonymous run."""
    place = state.seats[seat]
    asked = state.two_minutes
    return OwnView(
        boot=facts.boot,
        version=state.version,
        seat=seat,
        name=facts.names.get(seat, ""),
        admission=place.admission,
        accepted=place.accepted if state.agreement else state.agreement,
        call=_own_call(state, facts, seat),
        two_minutes=asked.said.get(seat) if asked is not None else None,
        answers=_own_answers(state, facts, seat),
        pieces=_own_pieces(state, facts, seat),
        living=_own_living(state, facts, seat),
    )


def _own_call(state: LiveSession, facts: Facts, seat: str) -> OwnCallShape | None:
    mine = [call for call in state.calls.values() if call.seat == seat and not call.cancelled]
    if not mine:
        return None
    call: Call = mine[-1]
    if call.seen_by is not None:
        return OwnCallShape(call=call.id, status="seen", seen_by=facts.staff.get(call.seen_by, ""))
    return OwnCallShape(call=call.id, status="delivered" if call.id in facts.delivered else "sent", seen_by=None)


def _own_answers(state: LiveSession, facts: Facts, seat: str) -> list[OwnAnswerShape]:
    """Of the runs that still matter to the phone: those not closed."""
    return [
        OwnAnswerShape(
            run=run.id,
            revision=said.revision,
            passed=said.passed,
            answer=said.answer,
            ok_to_show=said.ok_to_show,
            by_staff=said.by_staff,
        )
        for run in state.runs.values()
        if run.promise == "named" and (run.phase != "closed" or run.step == state.step)
        if (said := facts.of(run.id).named.get(seat)) is not None
    ]


def _own_pieces(state: LiveSession, facts: Facts, seat: str) -> list[OwnPieceShape]:
    """Of every step: a maker may step a picture down long after the group has gone on."""
    return [
        OwnPieceShape(
            run=run.id,
            part=composed.part,
            rung=rung_of(state, (run.id, seat, composed.part)),  # type: ignore[typeddict-item]
            asked={
                tag: find(run.kind).called(asked_in(facts, state, run, tag), composed.part) for tag in facts.languages
            },
        )
        for run in state.runs.values()
        if find(run.kind).makes_pieces and (said := facts.of(run.id).named.get(seat)) is not None and said.answer
        for composed in find(run.kind).composed(asked_in(facts, state, run, facts.languages[0]), said.answer)
    ]


def _own_living(state: LiveSession, facts: Facts, seat: str) -> dict[str, Any] | None:
    run = state.run_of_step(state.step)
    living = facts.of(run.id).living if run else None
    if run is None or living is None:
        return None
    return find(run.kind).own(asked_in(facts, state, run, facts.languages[0]), living, seat, facts.names)
