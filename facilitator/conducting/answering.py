"""The only way an answer comes in: check, store, acknowledge.

A named answer is stored by seat and run, the newest revision wins. An anonymous one becomes a frame of its
sealed run: the seat is used once, to find the slot, and nothing else here keeps it, logs it or counts it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal, NamedTuple

from facilitator.activities.kinds import find
from facilitator.conducting.live_room import LiveRoom, Then
from facilitator.conducting.outcomes import why_not
from facilitator.conducting.pieces import must_keep_its_pieces
from facilitator.errors import Refused
from facilitator.live_session.facts import NamedAnswer
from facilitator.live_session.state import Run
from facilitator.live_session.texts import asked_in
from facilitator.privacy.sealed import Said
from facilitator.storage import answers
from facilitator.storage.batches import Outcome
from facilitator.storage.writer import Writer


class Say(NamedTuple):
    """What somebody does with a run. `by_staff`: entered for a seat without a phone."""

    run: str
    do: Literal["answer", "pass", "withdraw"]
    revision: int
    answer: object = None
    ok_to_show: bool = False
    by_staff: bool = False

    @classmethod
    def of(cls, run: str, say: Mapping[str, Any], *, by_staff: bool = False) -> "Say":
        """From a message's `say` part."""
        return cls(run, say["do"], say["revision"], say.get("answer"), bool(say.get("ok_to_show")), by_staff)


@dataclass
class Answering:
    """Takes answers for live rooms. `answered` is told of each room with a new named answer."""

    writer: Writer
    clock: Callable[[], int]
    answered: Callable[[LiveRoom], None] = lambda room: None

    def say(self, room: LiveRoom, seat: str, say: Say, then: Then) -> None:
        """Raises `Refused` where it may not be said; otherwise `then` is told once it is stored (or why not)."""
        with room.mutex:
            if self._stood_at_the_close(room, seat, say):
                then(None)
                return
            run = self._open_run(room, seat, say)
            checked = self._checked(room, run, say)
            must_keep_its_pieces(room, run, seat, checked)
            keep = self._seal if run.promise == "anonymous" else self._name
            keep(room, run, seat, say, checked, then)

    def _open_run(self, room: LiveRoom, seat: str, say: Say) -> Run:
        run, place = room.ahead.runs.get(say.run), room.ahead.seats.get(seat)
        if run is None:
            raise Refused("no_such_activity", "This question is not part of this group.")
        if place is None or place.admission != "admitted":
            raise Refused("not_admitted", "Staff will let you in at a good moment.")
        if room.ahead.agreement and not say.by_staff and place.accepted != room.ahead.agreement:
            raise Refused("agreement", "Please read the group agreement first.")
        if not run.takes_answers:
            raise Refused("not_open", "This question is closed now.")
        if say.by_staff and run.promise != "named":
            raise Refused("not_for_others", "Nobody enters an anonymous answer for somebody else.")
        return run

    def _stood_at_the_close(self, room: LiveRoom, seat: str, say: Say) -> bool:
        """Sent again after the question has closed, because *done* got lost on its way: *not sent* would be a lie."""
        run = room.ahead.runs.get(say.run)
        if run is None or run.takes_answers or say.by_staff:
            return False
        if run.promise == "anonymous":
            sealed = room.sealed.get(run.id)
            return sealed is not None and sealed.has(seat, Said(say.do, say.revision, self._checked(room, run, say)))
        if room.revisions.get((run.id, seat)) != say.revision:
            return False
        said = NamedAnswer(say.revision, self._checked(room, run, say), say.ok_to_show, say.by_staff)
        return _is_what_stands(room, (run.id, seat), say, said)

    def _checked(self, room: LiveRoom, run: Run, say: Say) -> dict[str, Any] | None:
        if say.do != "answer":
            return None
        settings = asked_in(room.facts, room.ahead, run, room.facts.languages[0])
        return find(run.kind).check(settings, say.answer)

    def _seal(self, room: LiveRoom, run: Run, seat: str, say: Say, checked: dict[str, Any] | None, then: Then) -> None:
        if run.id not in room.sealed:
            raise Refused("not_open", "This question is not ready yet. Please try again in a moment.")
        if room.sealed[run.id].say(seat, Said(say.do, say.revision, checked)) == "older":
            raise _older()
        then(None)

    def _name(self, room: LiveRoom, run: Run, seat: str, say: Say, checked: dict[str, Any] | None, then: Then) -> None:
        key = (run.id, seat)
        newest = room.revisions.get(key, -1)
        revision = max(say.revision, newest + 1, room.entering.get(key, -1) + 1) if say.by_staff else say.revision
        said = NamedAnswer(revision, checked, say.ok_to_show, say.by_staff)
        if revision <= newest:
            _repeated_or_older(room, key, say, said)
            then(None)
            return
        job = answers.Keep(
            live_session=room.id,
            run=run.id,
            seat=seat,
            revision=revision,
            did=say.do,
            answer=checked,
            ok_to_show=say.ok_to_show,
            by_staff=say.by_staff,
            at=self.clock(),
        )
        self.writer.submit(job, urgent=False, then=partial(self._stored, room, key, say, said, then), in_session=True)
        if say.by_staff:
            room.entering[key] = revision

    def _stored(
        self, room: LiveRoom, key: tuple[str, str], say: Say, said: NamedAnswer, then: Then, outcome: Outcome[bool]
    ) -> None:
        refused = why_not(outcome)
        with room.mutex:
            if refused is not None:
                room.facts.trouble = "disk" if refused.why == "not_stored" else room.facts.trouble
            elif outcome.value:
                room.facts.trouble = None if room.facts.trouble == "disk" else room.facts.trouble
                _now_known(room, key, say, said)
            else:
                try:
                    _repeated_or_older(room, key, say, said)
                except Refused as older:
                    refused = older
        then(refused)
        self.answered(room)


def _now_known(room: LiveRoom, key: tuple[str, str], say: Say, said: NamedAnswer) -> None:
    run, seat = key
    room.revisions[key] = said.revision
    if say.do == "withdraw":
        room.facts.of(run).named.pop(seat, None)
    else:
        room.facts.of(run).named[seat] = said


def _repeated_or_older(room: LiveRoom, key: tuple[str, str], say: Say, said: NamedAnswer) -> None:
    """Nothing if the same was stored before. Raises `Refused` if something newer stands: *Saved* would be a lie."""
    if said.revision != room.revisions.get(key) or not _is_what_stands(room, key, say, said):
        raise _older()


def _is_what_stands(room: LiveRoom, key: tuple[str, str], say: Say, said: NamedAnswer) -> bool:
    run, seat = key
    stands = room.facts.of(run).named.get(seat)
    return stands is None if say.do == "withdraw" else stands == said


def _older() -> Refused:
    return Refused("older_revision", "Another phone of this place has sent since. Please send once more.")
