"""Planted leaks: each is the sealing with one mistake that somebody could make. The tests must catch every one."""

from collections.abc import Iterable, Mapping
from random import Random
from typing import Any

from facilitator.privacy import waves
from facilitator.privacy.sealed import NONCE_BYTES, Said, SealedAnswer, seal
from facilitator.privacy.sealing import Kept, SealedRun, Wave
from tests.privacy.evening import seeded


class _Leaky(SealedRun):
    """Its answers in the order of arrival reach `leak`, which no honest code can have."""

    def _take(self, chance: Random) -> tuple[str, tuple[SealedAnswer, ...]]:
        wave, _ = super()._take(chance)
        here = [where for where in self._staging.frames if where in self._staging.pending_slots]
        said = [(where, self._read(where).answer) for where in here]
        told = [(where, one) for where, one in said if one is not None]
        return wave, tuple(self.leak(told, chance))

    def leak(self, told: list[tuple[bytes, Mapping[str, Any]]], chance: Random) -> Iterable[SealedAnswer]:
        raise NotImplementedError


class WrittenAsTheyCame(_Leaky):
    def leak(self, told, chance):
        return [SealedAnswer(self._new_id(chance), dict(one)) for _, one in told]


class CountedIds(_Leaky):
    """Shuffled well, but each id was counted up when its answer came."""

    def leak(self, told, chance):
        rows = [
            SealedAnswer(f"{number:08}", dict(one)) for number, (_, one) in enumerate(told, len(self._staging.spent))
        ]
        chance.shuffle(rows)
        return rows


class SlotsAsIds(_Leaky):
    """Shuffled well, but the id is the slot: whoever saw staging fill up knows whose it is."""

    def leak(self, told, chance):
        rows = [SealedAnswer(where.hex(), dict(one)) for where, one in told]
        chance.shuffle(rows)
        return rows


class ShuffledUnsorted(_Leaky):
    """No sorting before the shuffle: with the same chance, another order of arrival gives other bytes."""

    def leak(self, told, chance):
        rows = [dict(one) for _, one in told]
        chance.shuffle(rows)
        return [SealedAnswer(self._new_id(chance), one) for one in rows]


class KnownChance(_Leaky):
    """No sorting, and a shuffle anybody can repeat."""

    def leak(self, told, chance):
        rows = [dict(one) for _, one in told]
        seeded(0).shuffle(rows)
        return [SealedAnswer(self._new_id(chance), one) for one in rows]


class Numbered(_Leaky):
    """The place in the queue is stored with the answer: a time stamp by another name."""

    def leak(self, told, chance):
        numbered = [{**one, "at": number} for number, (_, one) in enumerate(told)]
        return seal(numbered, chance, lambda: self._new_id(chance))


class Unpadded(SealedRun):
    """Frames as long as what was said."""

    def _keep(self, where: bytes, said: Said) -> Kept:
        result = super()._keep(where, said)
        frame = self._staging.frames[where]
        self._staging.put(where, frame[: NONCE_BYTES + len(str(said.answer))])
        self._real = {**getattr(self, "_real", {}), where: frame}
        return result

    def _read(self, where: bytes) -> Said:
        short = self._staging.frames[where]
        self._staging.put(where, self._real[where])
        try:
            return super()._read(where)
        finally:
            self._staging.put(where, short)


class OneTooFew(SealedRun):
    """Waves one smaller than promised."""

    def wave(self, present: int, k: int, chance: Random) -> Wave | None:
        enough = len(self._standing) >= k - 1 and waves.silent(present, self._frames_so_far()) >= k
        return Wave(*self._take(chance)) if enough and not self._busy() else None


class NobodyLeftToHide(SealedRun):
    """Waves that do not look at who is still silent."""

    def wave(self, present: int, k: int, chance: Random) -> Wave | None:
        return None if self._busy() or len(self._standing) < k else Wave(*self._take(chance))


class WaitsForAnAnswer(SealedRun):
    """Looks inside before it decides: the wave then goes right after the one who answered."""

    def wave(self, present: int, k: int, chance: Random) -> Wave | None:
        some = any(self._read(where).do == "answer" for where in self._standing)
        return super().wave(present, k, chance) if some else None


class CountsWithdrawals(SealedRun):
    """Lets those who took their answer back hide the others, though they may still speak."""

    def _keep(self, where: bytes, said: Said) -> Kept:
        result = super()._keep(where, said)
        self._standing.add(where)
        return result


class GoesOnWithoutItsKey(SealedRun):
    """After a lost key takes answers again, though a wave went out before."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.lost = False


class ForgetsWhoSpoke(SealedRun):
    """Does not keep slots spent: a second answer of the same seat goes out too."""

    def committed(self) -> None:
        super().committed()
        self._staging.spent = frozenset()


class LastToComeWins(SealedRun):
    """Does not look at revisions: a late copy of an old answer takes the place of the new one."""

    def _staged(self, where: bytes) -> Said | None:
        return None
