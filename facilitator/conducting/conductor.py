"""The only place where a live session changes: decide, write down, tell.

A command is decided on what was decided before it, its events go to the writer, and only after the commit
does the session evolve, the asker get an answer and everyone a view.
"""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from secrets import token_hex

from facilitator.conducting import living, pieces
from facilitator.conducting.late import Late
from facilitator.conducting.live_room import LiveRoom, Then
from facilitator.conducting.outcomes import why_not
from facilitator.conducting.prepared import Prepared
from facilitator.conducting.preparing import Preparations
from facilitator.conducting.sealed_runs import SealedRuns, Sealing
from facilitator.conducting.writing_down import write_down
from facilitator.errors import Refused
from facilitator.live_session.circumstances import Circumstances
from facilitator.live_session.commands import Command, ReleaseWave, TimeIsUp
from facilitator.live_session.engine import decide
from facilitator.live_session.events import Event, Recorded
from facilitator.live_session.responses import as_circumstances
from facilitator.privacy.sealing import Close
from facilitator.storage.batches import Outcome
from facilitator.storage.writer import Waiter, Writer

WAVE_EVERY = 5
"""Ticks (seconds) between looks at waves and counters, so that neither moves because something came."""


@dataclass(frozen=True)
class _UnderWay:
    """A decided command on its way to the store."""

    command_id: str
    recorded: Sequence[Recorded]
    prepared: Prepared
    sealings: Sequence[Sealing]
    epoch: int


@dataclass
class Conductor:
    """Holds every live session of this process and is told everything that is asked of them.

    `clock` gives ms UTC. `changed` is called after each commit with the room that changed.
    """

    writer: Writer
    preparations: Preparations
    sealed_runs: SealedRuns
    clock: Callable[[], int]
    waiter: Callable[[], Waiter]
    changed: Callable[[LiveRoom], None] = lambda room: None
    ticked: Callable[[LiveRoom], None] | None = None
    """Called instead of `changed` where only time has passed."""
    over: Callable[[str], None] = lambda live_session: None
    """Told of a live session that has ended for good and leaves this process."""
    rooms: dict[str, LiveRoom] = field(default_factory=dict)

    def room(self, live_session: str) -> LiveRoom:
        """Raises `Refused("no_session", …)`."""
        if live_session not in self.rooms:
            raise Refused("no_session", "This group is not running any more.")
        return self.rooms[live_session]

    def ask(self, live_session: str, command: Command | Prepared, command_id: str, by: str, then: Then) -> None:
        """Ask for a command. Raises `Refused` at once if it may not happen; otherwise `then` is told.

        A command that was committed before is acknowledged again and not done again.
        """
        room = self.room(live_session)
        with room.mutex:
            if command_id in room.asked:
                room.asked[command_id].append(then)
                return
            if command_id in room.done:
                then(None)
                return
            prepared = command if isinstance(command, Prepared) else self.preparations.prepare(room, command)
            now = self.clock()
            events = decide(prepared.command, room.ahead, self._circumstances(room, by, now))
            if not events:
                then(None)
                return
            self._send(room, events, command_id, by, now, prepared, then)

    def _circumstances(self, room: LiveRoom, by: str, now: int) -> Circumstances:
        facts = room.facts
        return Circumstances(
            now=now,
            by=by,
            present=room.could_answer(),
            answered=Late(lambda: {run: len(known.answers()) for run, known in facts.runs.items()}),
            responses=Late(partial(as_circumstances, room.state, facts)),
            new_id=token_hex(8),
        )

    def _send(
        self,
        room: LiveRoom,
        events: list[Event],
        command_id: str,
        by: str,
        now: int,
        prepared: Prepared,
        then: Then,
        sealings: Sequence[Sealing] = (),
    ) -> None:
        events, prepared = living.begun(room, events, prepared, now)
        events, closes = self.sealed_runs.closing(room, events)
        first = room.ahead.version + 1
        recorded = [Recorded(first + place, now, by, command_id, event) for place, event in enumerate(events)]
        under_way = _UnderWay(command_id, recorded, prepared, [*sealings, *closes], room.epoch)
        job = partial(
            write_down,
            live_session=room.id,
            recorded=recorded,
            prepared=prepared,
            sealings=under_way.sealings,
            began=room.ahead.began_at is not None,
        )
        room.asked[command_id] = [then]
        try:
            self.writer.submit(job, urgent=True, then=partial(self._stored, room, under_way), in_session=True)
        except Refused:
            del room.asked[command_id]
            self._give_back(room, under_way.sealings)
            raise
        room.decided(recorded, prepared.living)

    def _stored(self, room: LiveRoom, under_way: _UnderWay, outcome: Outcome[None]) -> None:
        with room.mutex:
            thens = room.asked.pop(under_way.command_id)
            refused = why_not(outcome)
            if refused is None:
                self._happened(room, under_way)
            else:
                room.not_stored(under_way.epoch)
                self._give_back(room, under_way.sealings)
                room.facts.trouble = "disk" if refused.why == "not_stored" else room.facts.trouble
        for then in thens:
            then(None if refused is not None and refused.why == "repeated" else refused)
        self.changed(room)

    def _happened(self, room: LiveRoom, under_way: _UnderWay) -> None:
        room.facts.trouble = None if room.facts.trouble == "disk" else room.facts.trouble
        under_way.prepared.now_true()
        for sealing in under_way.sealings:
            self.sealed_runs.stored(room, sealing)
            if isinstance(sealing.wave, Close):
                # The frames of the store's own log go with the key.
                self.writer.truncate_log(_emptied)
        room.committed(under_way.recorded, under_way.command_id)
        for recorded in under_way.recorded:
            self.sealed_runs.opened(room, recorded.event)

    def _give_back(self, room: LiveRoom, sealings: Sequence[Sealing]) -> None:
        for sealing in sealings:
            self.sealed_runs.not_stored(room, sealing)

    def ask_and_wait(self, live_session: str, command: Command | Prepared, by: str) -> None:
        """Ask, and return once it is committed. For web routes. Raises `Refused`."""
        waiter = self.waiter()
        self.ask(live_session, command, f"web:{token_hex(16)}", by, waiter.put)
        refused: Refused | None = waiter.get()
        if refused is not None:
            raise refused

    def tick(self) -> None:
        """Once a second: what the clock brings to every session."""
        for room in list(self.rooms.values()):
            self.tick_room(room)

    def tick_room(self, room: LiveRoom) -> None:
        # What could not be stored or set aside now is due again at the next tick.
        with room.mutex, contextlib.suppress(Refused):
            self._tick(room)
        (self.ticked or self.changed)(room)
        if room.state.phase == "ended" and not room.asked:
            self.rooms.pop(room.id, None)
            self.over(room.id)

    def _tick(self, room: LiveRoom) -> None:
        room.ticks += 1
        # One thing at a time: what is on its way to the store may change what is due.
        if any(command_id.startswith("clock:") for command_id in room.asked):
            return
        now = self.clock()
        given = Circumstances(now, "clock", room.present(), lost=self.sealed_runs.lost(room))
        due = decide(TimeIsUp(), room.ahead, given)
        command_id = f"clock:{room.ahead.version}:{token_hex(4)}"
        if due:
            self._send(room, due, command_id, "clock", now, pieces.at_the_end(room, due, now), _nobody)
        elif room.ticks % WAVE_EVERY == 0:
            self._waves(room, now, command_id)

    def _waves(self, room: LiveRoom, now: int, command_id: str) -> None:
        self.sealed_runs.count(room)
        for run in list(room.sealed):
            command = ReleaseWave(run)
            events = decide(command, room.ahead, Circumstances(now, "clock"))
            sealing = self.sealed_runs.wave(room, run) if events else None
            if sealing is not None:
                self._send(room, events, f"{command_id}:{run}", "clock", now, Prepared(command), _nobody, [sealing])


def _emptied(outcome: Outcome[None]) -> None:
    """The write-ahead log has been emptied; nobody waits for it."""


def _nobody(refused: Refused | None) -> None:
    """The clock waits for no answer: what was due and could not be stored is due again."""
