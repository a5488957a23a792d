"""One live session in memory: what was decided, what is committed, and the facts that views are drawn from.

A mutex covers check and enqueue, never a commit. So there are two states: `ahead` is what has been decided
(the next command is decided on it), `state` is what is committed (views are drawn from it).
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from facilitator.errors import Refused
from facilitator.live_session.engine import evolve
from facilitator.live_session.events import Recorded
from facilitator.live_session.facts import Facts
from facilitator.live_session.roster import present_seats
from facilitator.live_session.state import LiveSession
from facilitator.privacy.sealing import SealedRun

REMEMBERED_TAPS = 500

Then = Callable[[Refused | None], None]
"""Told when a command is committed (None) or did not happen (why)."""


@dataclass
class LiveRoom:
    """Kept by the conductor; nobody else changes it."""

    id: str
    group_id: str
    rehearsal: bool
    state: LiveSession
    facts: Facts
    ahead: LiveSession = field(init=False)
    mutex: threading.RLock = field(default_factory=threading.RLock)
    sealed: dict[str, SealedRun] = field(default_factory=dict)
    done: dict[str, None] = field(default_factory=dict)
    """Ids of commands that are committed, the latest ones: a repeated one is acknowledged, not done again."""
    asked: dict[str, list[Then]] = field(default_factory=dict)
    """Commands on their way to the store, and everyone who waits for each: a phone that came back asks again."""
    epoch: int = 0
    """Grows when what was decided is thrown away; see `not_stored`."""
    revisions: dict[tuple[str, str], int] = field(default_factory=dict)
    """(run, seat) → the newest revision of a named answer that is stored."""
    entering: dict[tuple[str, str], int] = field(default_factory=dict)
    """(run, seat) → the newest revision that staff have entered, stored or on its way."""
    living: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Run → shared state of an activity that lives, as decided (the committed one is in `facts`)."""
    before_lead: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    """Run → the staff's last move in it and the state before that: what *Undo* goes back to. Gone with the process."""
    ticks: int = 0

    def __post_init__(self) -> None:
        self.ahead = self.state

    def decided(self, events: Sequence[Recorded], living: Mapping[str, dict[str, Any]]) -> None:
        for recorded in events:
            self.ahead = evolve(self.ahead, recorded)
        self.living.update(living)

    def committed(self, events: Sequence[Recorded], command_id: str) -> None:
        if self.ahead.version == events[-1].version:
            # All that was decided is committed: what was worked out then need not be worked out again.
            self.state = self.ahead
        else:
            for recorded in events:
                self.state = evolve(self.state, recorded)
        self.done[command_id] = None
        while len(self.done) > REMEMBERED_TAPS:
            self.done.pop(next(iter(self.done)))

    def not_stored(self, epoch: int) -> None:
        """What was decided and could not be stored has not happened; what was built on it will be refused too.

        When those refusals come, what has been decided since stands: it was built on the committed state.
        """
        if epoch == self.epoch:
            self.epoch += 1
            self.ahead = self.state
            self.living.clear()

    def present(self) -> frozenset[str]:
        return present_seats(self.ahead, self.facts)

    def without_a_phone(self) -> frozenset[str]:
        """Admitted seats that staff made and that never got a phone of their own."""
        return frozenset(seat.id for seat in self.ahead.admitted() if not seat.has_phone)

    def could_answer(self) -> frozenset[str]:
        """Who is here with a phone, or can have the clinic's tablet in their hands."""
        if not self.facts.clinic_tablet:
            return self.present()
        here = {seat.id for seat in self.ahead.admitted() if seat.now == "in"}
        return self.present() | (self.without_a_phone() & here)
