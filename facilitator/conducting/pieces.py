"""What becomes of the rows when pictures are stepped down, or when a session ends: only what may stay is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from facilitator.activities.kinds import find
from facilitator.activities.pieces import reaches
from facilitator.conducting.live_room import LiveRoom
from facilitator.conducting.prepared import Prepared, Row
from facilitator.errors import Refused
from facilitator.live_session.commands import StepPiece, TimeIsUp
from facilitator.live_session.consent import rung_of
from facilitator.live_session.events import Event, SessionEnded
from facilitator.live_session.facts import NamedAnswer
from facilitator.live_session.state import LiveSession, Run
from facilitator.live_session.texts import asked_in
from facilitator.storage import answers

LEAP = 100
"""So much newer than what stands: an answer that is on its way to the store does not bring the picture back."""


def must_keep_its_pieces(room: LiveRoom, run: Run, seat: str, checked: dict[str, Any] | None) -> None:
    """A picture whose maker let it go further leaves by the ladder alone: sent anew, it would find itself there again.

    Raises `Refused("step_down_first", …)`.
    """
    stepped = {part for of, by, part in room.ahead.rungs if (of, by) == (run.id, seat)}
    if stepped and not stepped <= set(_parts(room, run, checked)):
        raise Refused("step_down_first", "Choose Just me first. Then this picture is on your phone alone.")


def stepped(room: LiveRoom, command: StepPiece, now: int) -> Prepared:
    """The command with what is left of the answer, where the picture is to be its maker's alone again."""
    said = room.facts.of(command.run).named.get(command.seat)
    run = room.ahead.runs.get(command.run)
    if command.rung != "me" or run is None or said is None or said.answer is None:
        return Prepared(command)
    left = _Left.of(room, run, command.seat, said, [command.part])
    return Prepared(command, (left.row(room.id, now),), partial(left.now_true, room))


def at_the_end(room: LiveRoom, due: Sequence[Event], now: int) -> Prepared:
    """What the clock brings; with the end, every picture goes that its maker did not let into the record."""
    if not any(isinstance(event, SessionEnded) for event in due):
        return Prepared(TimeIsUp())
    gone = list(_not_for_the_record(room))

    def now_true() -> None:
        for left in gone:
            left.now_true(room)

    return Prepared(TimeIsUp(), tuple(left.row(room.id, now) for left in gone), now_true)


def _not_for_the_record(room: LiveRoom) -> "Iterable[_Left]":
    for run in room.ahead.runs.values():
        if find(run.kind).makes_pieces:
            for seat, said in room.facts.of(run.id).named.items():
                parts = _below(room.ahead, run, seat, _parts(room, run, said.answer))
                if parts:
                    yield _Left.of(room, run, seat, said, parts)


def _parts(room: LiveRoom, run: Run, answer: dict[str, Any] | None) -> list[str]:
    """Where in an answer the words of its pictures stand."""
    asked = asked_in(room.facts, room.ahead, run, room.facts.languages[0])
    return [each.part for each in find(run.kind).composed(asked, answer)] if answer else []


def _below(state: LiveSession, run: Run, seat: str, parts: Iterable[str]) -> list[str]:
    return [part for part in parts if not reaches(rung_of(state, (run.id, seat, part)), "record")]


@dataclass(frozen=True)
class _Left:
    """What stays of one answer without some of its pictures."""

    run: str
    seat: str
    said: NamedAnswer

    @classmethod
    def of(cls, room: LiveRoom, run: Run, seat: str, said: NamedAnswer, parts: Iterable[str]) -> "_Left":
        answer = said.answer
        for part in parts:
            answer = find(run.kind).without(answer, part) if answer is not None else None
        newest = max(room.revisions.get((run.id, seat), 0), said.revision)
        return cls(run.id, seat, NamedAnswer(newest + LEAP, answer, said.ok_to_show, said.by_staff))

    def row(self, live_session: str, now: int) -> Row:
        return answers.Keep(
            live_session=live_session,
            run=self.run,
            seat=self.seat,
            revision=self.said.revision,
            did="withdraw" if self.said.answer is None else "answer",
            answer=self.said.answer,
            ok_to_show=self.said.ok_to_show,
            by_staff=self.said.by_staff,
            at=now,
        )

    def now_true(self, room: LiveRoom) -> None:
        named = room.facts.of(self.run).named
        room.revisions[self.run, self.seat] = self.said.revision
        if self.said.answer is None:
            named.pop(self.seat, None)
        else:
            named[self.seat] = self.said
