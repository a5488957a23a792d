"""One anonymous run from its first answer to its seal: the one object that the conductor and `answering` hold.

It keeps no time, no order, no client's id, and no seat beyond the first line of `say`. Call it from one thread
(the hub's, where handlers and ticks run): each call is short and takes no lock. What it hands out to be
stored is a `Wave` or a `Close`; the caller writes the answers and the wave's id in one transaction
and then says `committed` (or `undone`), also from that one thread.

    run.say(seat, said)                      an answer, a pass or a withdrawal; on return it is saved
    run.wave(present, k, chance)             on a timer's tick → store → run.committed()
    run.close(k, chance)                     when sealing → store → run.committed() → run.destroy()
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Literal

from cryptography.exceptions import InvalidTag

from facilitator.errors import Refused
from facilitator.privacy import waves
from facilitator.privacy.sealed import NONCE_BYTES, Said, SealedAnswer, close_frame, open_frame, seal, slot
from facilitator.privacy.staging import Staging

Kept = Literal["kept", "repeated", "older"]


@dataclass(frozen=True)
class Wave:
    """Answers to be stored in one transaction with `id`. How many passed among them is not told."""

    id: str
    answers: tuple[SealedAnswer, ...] = field(repr=False)


@dataclass(frozen=True)
class Close(Wave):
    """The last answers of a run. `too_few`: some waited, fewer than k, and are erased without being read."""

    too_few: bool


class SealedRun:
    """A run under the promise *anonymous*, while it is open or closing."""

    def __init__(self, staging: Staging, size: int, stored_waves: Collection[str] = ()) -> None:
        self._staging = staging
        self._size = size
        self._closed = False
        staging.settle(stored_waves)
        self._standing = self._read_staged()
        self.lost = not staging.settle(stored_waves)
        """The key went (power cut) after a wave had gone out: nobody can say who was in it. If phones sent
        again, their old answers would stand beside fewer than k new ones and show them up. So the run takes
        nothing more: close it; the facilitator can ask again, which is a new run."""

    @classmethod
    def open(
        cls, root: Path | None, live_session: str, run: str, size: int, stored_waves: Collection[str] = ()
    ) -> "SealedRun":
        """Begin a run, or take it up after a restart. `stored_waves`: ids of its waves in the main store."""
        return cls(Staging.open(live_session, run, root), size, stored_waves)

    @property
    def key_id(self) -> str:
        """Random, not made from the key. A phone that sees a new one sends its answer again."""
        return self._staging.key_id

    def say(self, seat: str, said: Said) -> Kept:
        """Keep what a seat says. On return it outlives a kill of the process.

        `repeated`: it was here already. `older`: something newer from this seat stands, and this was dropped.
        Raises `Refused` `in_a_wave`, `sealed`, `key_lost`, `too_long`, `answer_text`, `not_saved`.
        """
        return self._keep(slot(self._staging.key, seat), said)

    def withdraw(self, seat: str, revision: int) -> Kept:
        """Take back what this seat said, if no wave has taken it."""
        return self.say(seat, Said("withdraw", revision))

    def has(self, seat: str, said: Said) -> bool:
        """Whether just this is what the seat said last and still waits here; asked by its own phone, sending again."""
        return self._staged(slot(self._staging.key, seat)) == said

    def how_many(self, present: int) -> waves.HowMany:
        """For the tablet's counter; ask on a tick. `present`: seats here that could answer by themselves."""
        return waves.how_many(self._frames_so_far(), present)

    def wave(self, present: int, k: int, chance: Random) -> Wave | None:
        """The next wave, if one may go now. Ask on a tick: asked after an answer, its moment would name the last.

        `present` counts admitted seats with a phone that is here; one who cannot answer hides nobody.
        Raises `Refused("not_saved", …)` where staging cannot be written: ask again at the next tick.
        """
        if self._busy() or not waves.may_release(len(self._standing), waves.silent(present, self._frames_so_far()), k):
            return None
        return Wave(*self._take(chance))

    def close(self, k: int, chance: Random) -> Close | None:
        """What is left, for the seal. None while a wave is still being written: ask again at the next tick.

        From here on nothing is taken, unless the transaction does not happen and the caller says `undone`.
        """
        if self._staging.pending is not None:
            return None
        outcome = "nothing" if self.lost else waves.close_release(len(self._standing), k)
        if outcome != "released":
            self._closed = True
            return Close(self._new_id(chance), (), too_few=outcome == "erased")
        taken = self._take(chance)
        self._closed = True
        return Close(*taken, too_few=False)

    def committed(self) -> None:
        """The wave or close is in the main store: its slots stay spent."""
        if self._staging.pending is not None:
            self._standing -= self._staging.pending_slots
            self._staging.wave_done()

    def undone(self) -> None:
        """The transaction did not happen: everything waits again."""
        self._closed = False
        if self._staging.pending is not None:
            self._staging.wave_undone()

    def destroy(self) -> None:
        """After the close is committed: wipe the key, remove staging."""
        self._closed = True
        self._standing.clear()
        self._staging.destroy()

    # From here on nobody knows a seat.

    def _keep(self, where: bytes, said: Said) -> Kept:
        self._taking(where)
        before = self._staged(where)
        if before is not None and said.revision <= before.revision:
            return "repeated" if said == before else "older"
        frame = close_frame(self._staging.key, where, said, self._size, self._staging.entropy(NONCE_BYTES))
        try:
            self._staging.put(where, frame)
        except OSError as trouble:
            raise _not_saved() from trouble
        (self._standing.add if said.stands else self._standing.discard)(where)
        return "kept"

    def _taking(self, where: bytes) -> None:
        if self.lost:
            raise Refused("key_lost", "This question was cut off and takes no more answers. Staff can ask it again.")
        if self._closed:
            raise Refused("sealed", "This question is closed now.")
        if self._staging.taken(where):
            raise Refused("in_a_wave", "Your answer has gone out with the others. It cannot change any more.")

    def _take(self, chance: Random) -> tuple[str, tuple[SealedAnswer, ...]]:
        """Make of everything that stands what may be stored, and set it aside as a wave.

        In this order: were the sealing to break after a wave has begun, that wave would never end, nor the run.
        """
        wave = self._new_id(chance)
        said = [self._read(where) for where in self._standing]
        answers = [one.answer for one in said if one.answer is not None]
        sealed = tuple(seal(answers, chance, lambda: self._new_id(chance)))
        try:
            self._staging.begin_wave(wave, self._standing)
        except OSError as trouble:
            raise _not_saved() from trouble
        return wave, sealed

    def _frames_so_far(self) -> int:
        return len(self._standing) + len(self._staging.spent)

    def _busy(self) -> bool:
        return self.lost or self._closed or self._staging.pending is not None

    def _staged(self, where: bytes) -> Said | None:
        return self._read(where) if where in self._staging.frames else None

    def _read(self, where: bytes) -> Said:
        return open_frame(self._staging.key, where, self._staging.frames[where])

    def _read_staged(self) -> set[bytes]:
        """Which slots stand, by what was staged before a restart. Frames that do not open are as a lost key."""
        try:
            return {where for where in self._staging.frames if self._read(where).stands}
        except InvalidTag:
            self._staging.start_over()
            return set()

    @staticmethod
    def _new_id(chance: Random) -> str:
        return chance.randbytes(16).hex()


def _not_saved() -> Refused:
    return Refused("not_saved", "This is not saved yet. Keep this page open. It will be sent again.")
