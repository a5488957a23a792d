"""Where sealed answers wait: one run's key, frames, spent slots and the wave that is being written.

The only part of the sealing that touches the world: files in memory (see `tmpfs.py`) and the system's random
source. Never the main store, a log, the environment or a backup. It is handed slots and frames and knows
neither seats nor answers. To be called from one thread; nothing here takes a lock.

A wave is written to the main store in a transaction of its own, so both sides are told in this order:
`begin_wave` (ledger: these slots are being written as this wave) → the transaction, with a row of the wave's
random id → `wave_done` (ledger: spent), or `wave_undone`. A kill between any two of these is mended
by `settle`, which asks the main store for the ids that it holds.
"""

import contextlib
import json
import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from facilitator.privacy.sealed import KEY_BYTES
from facilitator.privacy.shelf import Nowhere, Shelf

Entropy = Callable[[int], bytes]

_ID_BYTES = 16
_SAFE_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Staging:
    """The staged frames of one run. `put` and `begin_wave` raise OSError where they cannot write."""

    def __init__(self, shelf: Shelf, entropy: Entropy) -> None:
        self.entropy = entropy
        self._shelf = shelf
        self.key = bytearray()
        self.key_id = ""
        self._frames: dict[bytes, bytes] = {}
        self.spent: frozenset[bytes] = frozenset()
        self.waves: frozenset[str] = frozenset()
        self.pending: str | None = None
        self.pending_slots: frozenset[bytes] = frozenset()
        if not self._load():
            self.start_over()

    @classmethod
    def open(cls, live_session: str, run: str, root: Path | None, entropy: Entropy = os.urandom) -> "Staging":
        """The staging of this run: as it was before a restart if its key is still there, else new and empty.

        `root` is `tmpfs.staging_root(…)`; None keeps everything in this process.
        """
        folder = folder_name(live_session, run)
        if root is None:
            return cls(Nowhere(), entropy)
        try:
            return cls(Shelf(root / folder), entropy)
        except OSError:
            # No room, or the folder went away: better kept in the process alone than a question nobody can answer.
            return cls(Nowhere(), entropy)

    @property
    def frames(self) -> Mapping[bytes, bytes]:
        """What waits, by slot; frames of spent slots are gone."""
        return self._frames

    def count(self) -> int:
        return len(self._frames)

    def taken(self, slot: bytes) -> bool:
        """Whether this slot's answer is in a wave, written or being written, and so can no longer change."""
        return slot in self.spent or slot in self.pending_slots

    def put(self, slot: bytes, frame: bytes) -> None:
        """Keep a frame in place of the slot's last one. On return it outlives a kill of the process."""
        self._shelf.write_frame(slot, frame)
        self._frames[slot] = frame

    def begin_wave(self, wave: str, slots: Iterable[bytes]) -> None:
        """Set these slots aside for a wave that is about to be written to the main store."""
        if self.pending is not None:
            raise RuntimeError("A wave is already being written.")
        slots = frozenset(slots)
        self._note(self.spent, self.waves, wave, slots)
        self.pending, self.pending_slots = wave, slots

    def wave_done(self) -> None:
        """The wave is in the main store: its slots are spent for good and their frames are destroyed."""
        if self.pending is None:
            raise RuntimeError("No wave is being written.")
        done, slots = self.pending, self.pending_slots
        self.spent, self.waves = self.spent | slots, self.waves | {done}
        for slot in slots:
            self._frames.pop(slot, None)
        self._wave_is_over()
        with contextlib.suppress(OSError):
            for slot in slots:
                self._shelf.shred_frame(slot)

    def wave_undone(self) -> None:
        """The wave was not written: its frames wait again."""
        self._wave_is_over()

    def _wave_is_over(self) -> None:
        self.pending, self.pending_slots = None, frozenset()
        # A ledger that could not be written still names the wave as begun: `settle` asks the main store about it.
        with contextlib.suppress(OSError):
            self._note(self.spent, self.waves, None, frozenset())

    def settle(self, stored: Collection[str]) -> bool:
        """After a restart: make the ledger agree with the ids of waves that the main store holds.

        False where the store holds a wave that this staging knows nothing of: its key went with the
        old staging, nobody can tell whose slots are spent, and so the run may not go on.
        """
        if self.pending is not None:
            if self.pending in stored:
                self.wave_done()
            else:
                self.wave_undone()
        return set(stored) <= self.waves

    def start_over(self) -> None:
        """Wipe what cannot be read and make a new key with a new id, which asks phones to send again."""
        self._shelf.empty()
        self._forget()
        self.key, self.key_id = bytearray(self.entropy(KEY_BYTES)), self.entropy(_ID_BYTES).hex()
        self._shelf.write("key", bytes.fromhex(self.key_id) + self.key)

    def destroy(self) -> None:
        """Overwrite and drop the key, then everything else. Doing it twice does no harm."""
        self._forget()
        with contextlib.suppress(FileNotFoundError):
            self._shelf.remove()

    def _forget(self) -> None:
        self.key[:] = bytes(len(self.key))
        self.key_id = ""
        self._frames.clear()
        self.spent = self.pending_slots = frozenset()
        self.waves, self.pending = frozenset(), None

    def _load(self) -> bool:
        """What an earlier process left. False where its key or ledger is not there or not whole."""
        kept, ledger = self._shelf.read("key"), self._shelf.read("ledger")
        if kept is None or len(kept) != _ID_BYTES + KEY_BYTES:
            return False
        self.key, self.key_id = bytearray(kept[_ID_BYTES:]), kept[:_ID_BYTES].hex()
        try:
            self._read_ledger(ledger)
            frames = self._shelf.frames()
        except (ValueError, KeyError, TypeError):
            return False
        for slot in self.spent & frames.keys():
            self._shelf.shred_frame(slot)
        self._frames = {slot: frame for slot, frame in frames.items() if slot not in self.spent}
        return True

    def _read_ledger(self, ledger: bytes | None) -> None:
        if ledger is None:
            return
        body = json.loads(ledger)
        self.spent, self.pending_slots = _slots(body["spent"]), _slots(body["slots"])
        self.waves, self.pending = frozenset(body["waves"]), body["wave"]

    def _note(self, spent: frozenset[bytes], waves: frozenset[str], wave: str | None, slots: frozenset[bytes]) -> None:
        body = {"spent": _hex(spent), "waves": sorted(waves), "wave": wave, "slots": _hex(slots)}
        self._shelf.write("ledger", json.dumps(body).encode())


def folder_name(live_session: str, run: str) -> str:
    """The run's folder. Both are the house's own ids; anything else would be a path of someone's making."""
    for name in (live_session, run):
        if not _SAFE_ID.fullmatch(name):
            raise ValueError("An id of a live session or run holds a sign that ids never hold.")
    return f"{live_session}.{run}"


def sweep(root: Path | None, open_runs: Iterable[tuple[str, str]]) -> None:
    """Destroy the staging of every run but these (live session, run): a kill after the close leaves some."""
    if root is None:
        return
    keep = {folder_name(live_session, run) for live_session, run in open_runs}
    for left in root.iterdir():
        if left.name not in keep:
            Shelf(left).remove()


def _hex(slots: Iterable[bytes]) -> list[str]:
    return sorted(slot.hex() for slot in slots)


def _slots(names: Iterable[str]) -> frozenset[bytes]:
    return frozenset(bytes.fromhex(name) for name in names)
