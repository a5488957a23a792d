"""What is left of a live session as its record: who was there, what ran, what was said with a name. Pure.

It never holds a jotting, and nothing of an anonymous activity but what staff showed: without order, time or number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from facilitator.activities.kinds import find
from facilitator.live_session import events as e
from facilitator.live_session.events import Recorded
from facilitator.live_session.facts import Facts
from facilitator.live_session.responses import approved
from facilitator.live_session.state import LiveSession, Run
from facilitator.records.attendance import Attendance, attended
from facilitator.records.day import BlockRan, Day
from facilitator.records.named import PersonSaid, people_said
from facilitator.records.readable import tally_lines, title


@dataclass(frozen=True)
class PersonThere:
    """`by`: how they came in. `agreed`: they accepted the group agreement on their own phone."""

    seat: str
    name: str
    by: str
    agreed: bool
    attendance: Attendance


@dataclass(frozen=True)
class Shown:
    """What the room saw of an anonymous activity: approved words in alphabetical order, and its summary if shown."""

    step: str
    question: str
    words: tuple[str, ...]
    summary: tuple[str, ...]


@dataclass(frozen=True)
class Agreed:
    """Lines that the group made its own, as they stood at the end. `heading`: what the group's page called them."""

    step: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Support:
    """How often, never who: that is between the person and staff."""

    calls: int
    seen: int
    concerns: int
    two_minutes: tuple[str, ...]
    """Who said yes to two minutes with staff."""


@dataclass(frozen=True)
class Summary:
    """Times in ms, UTC. Attendance is in whole minutes that staff confirmed."""

    live_session: str
    group: str
    rehearsal: bool
    opened_at: int
    began_at: int | None
    ended_at: int | None
    led_by: tuple[str, ...]
    people: tuple[PersonThere, ...]
    blocks: tuple[BlockRan, ...]
    said: tuple[PersonSaid, ...]
    shown: tuple[Shown, ...]
    agreed: tuple[Agreed, ...]
    support: Support


def summarise(log: Sequence[Recorded], state: LiveSession, facts: Facts, *, rehearsal: bool, language: str) -> Summary:
    """The record of an ended session. `state` is the log replayed, `facts` what lies beside it."""
    day = Day.of(log, state, facts, language)
    ended = state.ended_at if state.ended_at is not None else log[-1].at
    there = _ever_admitted(log)
    return Summary(
        live_session=state.id,
        group=facts.group,
        rehearsal=rehearsal,
        opened_at=state.opened_at,
        began_at=state.began_at,
        ended_at=state.ended_at,
        led_by=_led_by(log, facts),
        people=_people(state, facts, there, ended),
        blocks=tuple(day.as_it_ran(state.visits, ended)),
        said=people_said(state, facts, day, there),
        shown=tuple(_shown(log, state, facts, day)),
        agreed=tuple(_agreed(state, facts, day)),
        support=_support(state, facts),
    )


def _ever_admitted(log: Sequence[Recorded]) -> list[str]:
    return list(dict.fromkeys(told.event.seat for told in log if isinstance(told.event, e.SeatAdmitted)))


def _led_by(log: Sequence[Recorded], facts: Facts) -> tuple[str, ...]:
    """Everybody of the staff who did something, in the order of their first tap."""
    tapped = dict.fromkeys(told.by for told in log if told.by.startswith("staff:"))
    return tuple(facts.staff[staff] for staff in tapped if staff in facts.staff)


def _people(state: LiveSession, facts: Facts, there: Sequence[str], ended: int) -> tuple[PersonThere, ...]:
    people = [
        PersonThere(
            seat=seat,
            name=facts.names.get(seat, ""),
            by=state.seats[seat].by,
            agreed=state.seats[seat].accepted is not None,
            attendance=attended(state.seats[seat].minutes, state.began_at, ended),
        )
        for seat in there
    ]
    return tuple(sorted(people, key=lambda person: person.name.casefold()))


def _shown(log: Sequence[Recorded], state: LiveSession, facts: Facts, day: Day) -> list[Shown]:
    results = {told.event.run for told in log if isinstance(told.event, e.ResultShown)}
    anonymous = [run for run in state.runs.values() if run.promise == "anonymous"]
    shown = [_shown_of(run, state, facts, day, run.id in results) for run in anonymous]
    return [each for each in shown if each.words or each.summary]


def _shown_of(run: Run, state: LiveSession, facts: Facts, day: Day, result_shown: bool) -> Shown:
    settings, found = day.asked(run) or {}, day.step(run.step)
    may_tell = result_shown and not run.too_few and find(run.kind).may_be_shown
    answers = facts.of(run.id).answers()
    tally = find(run.kind).tally(settings, answers) if may_tell and answers and settings else None
    return Shown(
        step=found[1].title if found else "",
        question=title(settings),
        words=_approved(run, state, facts, settings),
        summary=tuple(tally_lines(settings, tally)) if tally else (),
    )


def _approved(run: Run, state: LiveSession, facts: Facts, settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Words that staff showed to the room, as they were shown. The alphabet hides the order that they came in."""
    words = [
        facts.copies.get(placed.copy or "", composed.text)
        for released in facts.of(run.id).released
        for composed in find(run.kind).composed(settings, released.answer)
        if (placed := state.placed.get(f"{released.id}.{composed.part}")) is not None and placed.was_shown
    ]
    return tuple(sorted(words, key=str.casefold))


def _agreed(state: LiveSession, facts: Facts, day: Day) -> Iterator[Agreed]:
    """Of a step that was asked several times, what came of the last time."""
    last = {run.step: run for run in state.runs.values() if facts.of(run.id).living is not None}
    cards = approved(state, facts)
    for run in last.values():
        settings, found, living = day.asked(run) or {}, day.step(run.step), facts.of(run.id).living or {}
        lines = find(run.kind).agreed(settings, living, cards)
        if lines:
            yield Agreed(found[1].title if found else "", str(settings.get("heading", "")), tuple(lines))


def _support(state: LiveSession, facts: Facts) -> Support:
    calls = [call for call in state.calls.values() if not call.cancelled]
    asked = state.two_minutes
    yes = [facts.names.get(seat, "") for seat, said in (asked.said if asked else {}).items() if said]
    return Support(
        calls=len(calls),
        seen=sum(call.seen_by is not None for call in calls),
        concerns=state.concerns,
        two_minutes=tuple(sorted(yes, key=str.casefold)),
    )
