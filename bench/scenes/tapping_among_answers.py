"""P6: a tap until the last phone has it, in peace and while answers arrive at a steady rate."""

import time

from bench.client.crowd import PATIENCE, Crowd, Lost
from bench.report.statistics import percentile
from bench.scenes.answering import Answers
from bench.scenes.measured import Measured, Sizes, Stretch
from bench.targets.target import Group, Target

_EVERY = 0.1
_PEACE = 0.5
"""The part of the time that is peace."""


def measure(target: Target, crowd: Crowd, group: Group, answers: Answers, sizes: Sizes) -> Measured:
    measured, seconds = Measured(), sizes.seconds * 2
    stretch = Stretch(target, crowd)
    waits = _taps(crowd, group, answers, seconds * _PEACE, 0)
    measured.note(stretch.stop().waited, stretch.busy_share, tap_in_peace_p99=percentile(waits, 99) * 1e3)
    stretch, before = Stretch(target, crowd), answers.done
    waits = _taps(crowd, group, answers, seconds, sizes.rate)
    done, use = answers.done - before, stretch.stop()
    figures = {"tap_among_answers_p99": percentile(waits, 99) * 1e3, "answers_meanwhile": done / use.seconds}
    measured.note(use.waited, stretch.busy_share, **figures)
    answers.finish()
    answers.check_what_is_kept(target)
    return measured


def _taps(crowd: Crowd, group: Group, answers: Answers, seconds: float, rate: int) -> list[float]:
    """A tap every tenth of a second or as soon as the last one is shown, while `rate` answers a second are sent."""
    waits: list[float] = []
    began = time.perf_counter()
    ends, tapped, wanted, sent = began + seconds, 0.0, 0, 0
    while (now := time.perf_counter()) < ends or tapped:
        if rate and now < ends and sent < (now - began) * rate and answers.free:
            answers.say()
            sent += 1
        if not tapped and now >= began + _EVERY * (len(waits) + 1):
            tapped, wanted = now, crowd.views + len(group.phones)
            group.say(group.extend(group.said))
        crowd.pump()
        if tapped and crowd.views >= wanted:
            waits.append(time.perf_counter() - tapped)
            tapped = 0.0
        if now > ends + PATIENCE:
            raise Lost("A tap was never shown.")
    return waits
