"""`kill -9` before every single step that touches a file or commits: nothing acknowledged is lost or doubled.

A forked child plays an evening with staging in memory and the main store in a file. An audit hook counts its
steps and kills it at the n-th; then the evening is taken up again and played to its end. So it is done
for n = 1, 2, 3 … until a child gets through alive.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from facilitator.privacy.sealed import open_frame, slot
from facilitator.privacy.sealing import SealedRun, Wave
from facilitator.privacy.shelf import Shelf
from facilitator.privacy.staging import Staging, sweep
from tests.privacy.evening import SEATS, SIZE, K, Spoken, Store, answer, passes, seeded

# From Python 3.12 on a fork beside threads is warned of; the test runner may have some, the child uses none.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

STEP = "privacy.step"
"""A step of the evening that is not one with files: before and after a commit."""
TOUCHES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.utime", "shutil.rmtree"}
FIRST = [*(Spoken(seat, answer(1, seat)) for seat in SEATS[:4]), Spoken("eli", passes(1))]
SECOND = [
    *(Spoken(seat, answer(1, "first thought")) for seat in SEATS[5:9]),
    *(Spoken(seat, answer(2, seat)) for seat in SEATS[5:9]),
]
EVERYTHING = sorted([*SEATS[:4], *SEATS[5:9]])


class TellsNobody(Staging):
    """Planted: does not note the wave before its transaction."""

    def begin_wave(self, wave, slots):
        self.pending, self.pending_slots = wave, frozenset(slots)


class BelievesItself(Staging):
    """Planted: after a restart takes a wave that was begun for one that was stored."""

    def settle(self, stored):
        return super().settle([*stored, self.pending] if self.pending else stored)


class TheEvening:
    """One evening that can be taken up at any point. `log` gets a line for each answer acknowledged."""

    def __init__(self, root: Path, make: type[Staging], log: int) -> None:
        self._root, self._make, self._log, self._chance = root, make, log, seeded(os.getpid())
        self._store = Store(store_of(root))

    def play(self) -> None:
        """What the house does: take up what there was, go on from there. Phones send again what they hold."""
        waves = self._store.waves()
        if len(waves) < 2:
            self._run = SealedRun(self._make(Shelf(root_of_run(self._root)), os.urandom), SIZE, waves)
            if not waves:
                self._say(FIRST)
                self._release(self._run.wave(len(SEATS), K, self._chance))
            self._say(SECOND)
            self._release(self._run.close(K, self._chance))
            self._run.destroy()
        sweep(self._root, [])
        self._store.close()

    def _say(self, lines: list[Spoken]) -> None:
        for line in lines:
            if self._run.say(line.seat, line.said) != "older":
                os.write(self._log, f"{line.seat} {line.said.revision}\n".encode())

    def _release(self, wave: Wave | None) -> None:
        assert wave is not None
        self._store.write(wave, before_commit=_step)
        _step()
        self._run.committed()


def test_a_kill_at_any_step_loses_nothing_and_doubles_nothing(root):
    steps = list(_evenings(root, Staging))
    assert len(steps) > 60
    assert [number for number, right in enumerate(steps, 1) if not right] == []


@pytest.mark.parametrize("make", [TellsNobody, BelievesItself])
def test_the_kills_catch(root, make):
    assert not all(_evenings(root, make))


def _evenings(root: Path, make: type[Staging]) -> Iterator[bool]:
    """For each step at which the first process can be killed: whether the evening came out right."""
    for step in count(1):
        place = root / str(step)
        place.mkdir()
        died, heard = _in_a_child(place, make, step)
        if died == 0:
            return
        kept = _nothing_is_missing(place, make, heard)
        _in_a_child(place, make, step % 17 + 1)
        finished, _ = _in_a_child(place, make, 0)
        store = Store(store_of(place))
        yield kept and finished == 0 and store.words() == EVERYTHING and not list(place.iterdir())
        store.close()


def _in_a_child(place: Path, make: type[Staging], step: int) -> tuple[int, list[str]]:
    """Play in a process of its own that dies before its n-th step (0: never): how it ended, what it acknowledged."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        ended = 1
        try:
            sys.addaudithook(_killer(str(place), step))
            TheEvening(place, make, write).play()
            ended = 0
        finally:
            os._exit(ended)
    os.close(write)
    with os.fdopen(read) as heard:
        lines = heard.read().splitlines()
    return os.waitpid(child, 0)[1], lines


def _killer(place: str, step: int) -> Callable[[str, tuple[object, ...]], None]:
    steps = count(1)

    def hook(event: str, args: tuple[object, ...]) -> None:
        ours = event == STEP or (event in TOUCHES and str(args[0]).startswith(place))
        if ours and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    return hook


def _nothing_is_missing(place: Path, make: type[Staging], heard: list[str]) -> bool:
    """Every acknowledged answer is in the store or waits, as new as it was acknowledged, and none is in both."""
    store = Store(store_of(place))
    waves, written = store.waves(), store.words()
    store.close()
    if len(waves) == 2:
        return written == EVERYTHING
    staged = make(Shelf(root_of_run(place)), os.urandom)
    staged.settle(waves)
    newest = {seat: int(revision) for seat, revision in (line.split() for line in heard)}
    for seat, revision in newest.items():
        where = slot(staged.key, seat)
        waits = where in staged.frames and open_frame(staged.key, where, staged.frames[where]).revision >= revision
        if waits == (where in staged.spent):
            return False
    return True


def _step() -> None:
    sys.audit(STEP, "")


def root_of_run(place: Path) -> Path:
    return place / "evening.r1"


def store_of(place: Path) -> Path:
    """Beside the staging root, as in the house: never in it."""
    return place.with_suffix(".sqlite")
