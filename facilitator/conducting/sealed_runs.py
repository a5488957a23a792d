"""The sealed runs of a live room: their keys, their waves, their end. Called on the hub's thread only.

What a wave or a close gives is stored in the transaction of the event that tells of it; only then are the
slots spent and the key destroyed.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import SystemRandom

from facilitator.activities.kinds import find
from facilitator.conducting.live_room import LiveRoom
from facilitator.errors import Refused
from facilitator.live_session.events import ActivityClosed, ActivityOpened, Event
from facilitator.live_session.facts import ReleasedAnswer
from facilitator.privacy.sealing import Close, SealedRun, Wave
from facilitator.privacy.staging import sweep


@dataclass(frozen=True)
class Sealing:
    """A wave or a close on its way to the store, with the run it belongs to."""

    run: str
    wave: Wave
    frame_bytes: int
    """What every answer of this run takes, at rest too."""


class SealedRuns:
    """Opens, releases and closes sealed runs. `root` is a folder in memory, or None."""

    def __init__(self, root: Path | None, chance: SystemRandom) -> None:
        self._root = root
        self._chance = chance

    def take_up(self, room: LiveRoom, stored_waves: Mapping[str, Collection[str]]) -> None:
        """After a restart: the runs that were not closed yet, as they were. `stored_waves`: run → ids."""
        for run in room.state.runs.values():
            if run.promise == "anonymous" and run.phase != "closed":
                self._open(room, run.id, run.kind, stored_waves.get(run.id, ()))

    def sweep(self, rooms: Iterable[LiveRoom]) -> None:
        """Destroy what a kill after a close has left behind; called once all rooms are taken up."""
        sweep(self._root, [(room.id, run) for room in rooms for run in room.sealed])

    def opened(self, room: LiveRoom, event: Event) -> None:
        if isinstance(event, ActivityOpened) and event.promise == "anonymous":
            self._open(room, event.run, event.kind, ())

    def _open(self, room: LiveRoom, run: str, kind: str, stored: Collection[str]) -> None:
        sealed = SealedRun.open(self._root, room.id, run, find(kind).frame_bytes, stored)
        room.sealed[run] = sealed
        room.facts.of(run).key_id = sealed.key_id

    def wave(self, room: LiveRoom, run: str) -> Sealing | None:
        """The next wave of this run, if one may go now."""
        wave = room.sealed[run].wave(len(room.present()), room.state.k, self._chance)
        return self._sealing(room, run, wave) if wave is not None else None

    def closing(self, room: LiveRoom, events: list[Event]) -> tuple[list[Event], list[Sealing]]:
        """The events, with what each sealed run's close found out, and the closes to store with them.

        All or none: raises `Refused` (`busy` while a wave is being written, `not_saved` where memory is full).
        """
        told: list[Event] = []
        sealings: list[Sealing] = []
        try:
            for event in events:
                if isinstance(event, ActivityClosed) and event.run in room.sealed:
                    close = self._close(room, event.run)
                    sealings.append(self._sealing(room, event.run, close))
                    told.append(replace(event, too_few=close.too_few))
                else:
                    told.append(event)
        except Refused:
            for sealing in sealings:
                self.not_stored(room, sealing)
            raise
        return told, sealings

    def _close(self, room: LiveRoom, run: str) -> Close:
        close = room.sealed[run].close(room.state.k, self._chance)
        if close is None:
            raise Refused("busy", "Answers are being written down. Please try again in a moment.")
        return close

    @staticmethod
    def _sealing(room: LiveRoom, run: str, wave: Wave) -> Sealing:
        return Sealing(run, wave, find(room.ahead.runs[run].kind).frame_bytes)

    @staticmethod
    def lost(room: LiveRoom) -> frozenset[str]:
        """Runs whose key is gone though a wave of theirs is stored: nothing more may come of them."""
        return frozenset(run for run, sealed in room.sealed.items() if sealed.lost)

    def stored(self, room: LiveRoom, sealing: Sealing) -> None:
        """The transaction has happened: the answers are facts, their slots spent, a closed run's key destroyed."""
        sealed = room.sealed[sealing.run]
        known = room.facts.of(sealing.run)
        known.released.extend(ReleasedAnswer(answer.id, answer.answer) for answer in sealing.wave.answers)
        sealed.committed()
        if isinstance(sealing.wave, Close):
            sealed.destroy()
            del room.sealed[sealing.run]
            known.key_id = None

    def not_stored(self, room: LiveRoom, sealing: Sealing) -> None:
        room.sealed[sealing.run].undone()

    def count(self, room: LiveRoom) -> None:
        """Bring the coarse counters up to date; called on ticks, never because something came."""
        for run, sealed in room.sealed.items():
            room.facts.of(run).how_many = sealed.how_many(len(room.could_answer()))
