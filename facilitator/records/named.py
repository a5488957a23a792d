"""What people said with their name, person by person, with what changed between first and last. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from facilitator.activities.kinds import find
from facilitator.activities.pieces import reaches
from facilitator.live_session.consent import rung_of
from facilitator.live_session.facts import Facts, NamedAnswer
from facilitator.live_session.state import LiveSession, Run
from facilitator.records.day import Day
from facilitator.records.pictures import RecordedPicture, recorded
from facilitator.records.readable import Line, lines, question_of


@dataclass(frozen=True)
class Said:
    """One named answer. `lines` is empty for somebody who passed."""

    module: str
    step: str
    opened_at: int
    passed: bool
    by_staff: bool
    lines: tuple[Line, ...]
    pictures: tuple[RecordedPicture, ...] = ()


@dataclass(frozen=True)
class Change:
    """A value that was asked for more than once: the first and the last one given."""

    question: str
    first: int
    last: int

    @property
    def by(self) -> int:
        return self.last - self.first


@dataclass(frozen=True)
class PersonSaid:
    seat: str
    name: str
    said: tuple[Said, ...]
    changes: tuple[Change, ...]


def people_said(state: LiveSession, facts: Facts, day: Day, there: Sequence[str]) -> tuple[PersonSaid, ...]:
    """Everybody who gave a named answer, by name. Withdrawn answers are not among them."""
    said = [_person(state, facts, day, seat) for seat in there]
    return tuple(sorted((each for each in said if each.said), key=lambda each: each.name.casefold()))


def _person(state: LiveSession, facts: Facts, day: Day, seat: str) -> PersonSaid:
    given = [
        (run, facts.of(run.id).named[seat])
        for run in state.runs.values()
        if run.promise == "named" and seat in facts.of(run.id).named
    ]
    return PersonSaid(
        seat=seat,
        name=facts.names.get(seat, ""),
        said=tuple(_said(state, day, run, seat, answer) for run, answer in given),
        changes=_changes(day, given),
    )


def _said(state: LiveSession, day: Day, run: Run, seat: str, given: NamedAnswer) -> Said:
    found, settings = day.step(run.step), day.asked(run)
    told: list[Line] = []
    pictures: list[RecordedPicture] = []
    if find(run.kind).makes_pieces:
        pictures = _pictures(state, run, seat, given, settings or {})
    elif given.answer is not None and settings is not None:
        told = lines(settings, find(run.kind).export(settings, given.answer))
    return Said(
        module=found[0] if found else "",
        step=found[1].title if found else "",
        opened_at=run.opened_at,
        passed=given.passed,
        by_staff=given.by_staff,
        lines=tuple(told),
        pictures=tuple(pictures),
    )


def _pictures(
    state: LiveSession, run: Run, seat: str, given: NamedAnswer, settings: Mapping[str, Any]
) -> list[RecordedPicture]:
    """Those that their maker let into the record. The end of the session has erased the others."""
    kind = find(run.kind)
    found = kind.composed(settings, given.answer) if given.answer is not None else []
    return [
        recorded(
            each.picture,
            each.text,
            kind.which(settings, each.part),
            run=run.id,
            part=each.part,
            elsewhere=rung == "elsewhere",
        )
        for each in found
        if each.picture is not None and reaches(rung := rung_of(state, (run.id, seat, each.part)), "record")
    ]


def _changes(day: Day, given: Sequence[tuple[Run, NamedAnswer]]) -> tuple[Change, ...]:
    values: dict[str, list[int]] = {}
    questions: dict[str, str] = {}
    for run, said in given:
        settings = day.asked(run)
        if said.answer is None or settings is None:
            continue
        for key, value in find(run.kind).compared(settings, said.answer).items():
            values.setdefault(key, []).append(value)
            questions.setdefault(key, question_of(settings, key))
    return tuple(Change(questions[key], them[0], them[-1]) for key, them in values.items() if len(them) > 1)
