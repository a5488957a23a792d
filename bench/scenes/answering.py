"""P5: how many answers a second are stored and acknowledged, when every phone says something new at once again."""

import sqlite3
import time
from collections import deque
from contextlib import closing

from bench.client.crowd import PATIENCE, Crowd, Line, Lost
from bench.scenes.measured import Measured, Sizes, Stretch
from bench.scenes.tapping import tap_until_shown, until_done
from bench.targets.target import Group, Target

_TO_WARM_UP = 0.5


_MOST_AT_ONCE = 1000
"""Answers that wait for an acknowledgement; with ten thousand, a server would refuse some kindly, and rightly."""


class Answers:
    """What each phone of these groups said last, and which of them wait for no acknowledgement (`free`)."""

    def __init__(self, crowd: Crowd, groups: list[Group]) -> None:
        self._crowd, self._answer = crowd, groups[0].answer
        self._run = {phone: run for group in groups for run in [_open_question(crowd, group)] for phone in group.phones}
        self._revision = dict.fromkeys(self._run, 0)
        self._number = {phone: number for number, phone in enumerate(self._run)}
        self.free = deque(self._run)
        self.done = 0
        self.again = False
        """Whether somebody else says something new as soon as somebody is done."""
        crowd.done = self._done

    def say(self) -> None:
        """Whoever has been quiet longest says something new."""
        phone = self.free.popleft()
        revision = self._revision[phone] = self._revision[phone] + 1
        phone.say(self._answer(self._run[phone], self._number[phone], revision))

    @property
    def at_once(self) -> int:
        return min(_MOST_AT_ONCE, len(self._run))

    def say_all(self) -> None:
        for _ in range(self.at_once):
            self.say()

    def _done(self, phone: Line) -> None:
        self.done += 1
        self.free.append(phone)
        if self.again:
            self.say()

    def finish(self) -> None:
        """Until all are done. Raises `Lost` for those that never are."""
        self.again = False
        until = time.perf_counter() + PATIENCE
        while len(self.free) < len(self._run):
            self._crowd.pump(1)
            if time.perf_counter() > until:
                raise Lost("Answers were never acknowledged.")

    def check_what_is_kept(self, target: Target) -> None:
        """Raises `Lost` unless the store holds what was acknowledged last, of each phone. For when all are done."""
        if target.kept is None:
            return
        with closing(sqlite3.connect(f"file:{target.kept}?mode=ro", uri=True)) as store:
            kept = store.execute("SELECT count(*), sum(revision) FROM answers").fetchone()
        given = [1_000_000 + revision for revision in self._revision.values() if revision]
        said = len(given), sum(given)
        if kept != said:
            raise Lost(f"Acknowledged and kept are not the same: {said}, {kept}")


def _open_question(crowd: Crowd, group: Group) -> str:
    frame, run = group.question(crowd)
    if frame:
        tap_until_shown(crowd, group, frame)
        until_done(crowd, group)
    return run()


def measure(target: Target, crowd: Crowd, answers: Answers, sizes: Sizes) -> Measured:
    answers.again = True
    answers.say_all()
    _pump_for(crowd, _TO_WARM_UP)
    stretch, before = Stretch(target, crowd), answers.done
    _pump_for(crowd, sizes.seconds)
    until = time.perf_counter() + PATIENCE
    while answers.done - before < answers.at_once and time.perf_counter() < until:
        # Some servers acknowledge in waves: less than one wave would say nothing.
        crowd.pump()
    done, use = answers.done - before, stretch.stop()
    answers.finish()
    answers.check_what_is_kept(target)
    figures = {"answers": done / use.seconds, "cpu_answer": use.server / max(done, 1) * 1e6}
    return Measured().note(use.waited, stretch.busy_share, **figures)


def _pump_for(crowd: Crowd, seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        crowd.pump()
