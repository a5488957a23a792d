"""The sealed runs of a live room: their keys, their waves, their end. Called on the hub's thread only.

What a wave or a close gives is stored in the transaction of the event that tells of it; only then are the
slots spent and the key destroyed.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import SystemRandom

from facilitator.activities.kinds import find
from facilitator.conducting.live_room import LiveRoom
from facilitator.live_session.events import ActivityClosed, ActivityOpened, Event
from facilitator.live_session.facts import ReleasedAnswer
from facilitator.privacy.sealing import Close, SealedRun, Wave


@dataclass(frozen=True)
class Sealing:
    """A wave or a close on its way to the store, with the run it belongs to."""

    run: str
    wave: Wave


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
        return Sealing(run, wave) if wave is not None else None

    def closing(self, room: LiveRoom, events: list[Event]) -> tuple[list[Event], list[Sealing]]:
        """The events, with what each sealed run's close found out, and the closes to store with them.

        A run whose wave is still being written is left for the next tick.
        """
        told: list[Event] = []
        sealings: list[Sealing] = []
        for event in events:
            sealed = room.sealed.get(event.run) if isinstance(event, ActivityClosed) else None
            if sealed is None or not isinstance(event, ActivityClosed):
                told.append(event)
                continue
            close = sealed.close(room.state.k, self._chance)
            if close is not None:
                told.append(replace(event, too_few=close.too_few))
                sealings.append(Sealing(event.run, close))
        return told, sealings

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
            room.facts.of(run).how_many = sealed.how_many(len(room.present()))
