"""A server's inside without its sockets: the real store on a real disk, its writer stepped by hand.

`Process.killed()` is a new one over the same disk and the same memory folder, as after a `kill -9`.
"""

from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from random import SystemRandom
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.conducting.answering import Answering, Say
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.joining import Joining
from facilitator.conducting.live_room import LiveRoom
from facilitator.conducting.opening import Opening
from facilitator.conducting.passing_round import PassingRound
from facilitator.conducting.preparing import Preparations
from facilitator.conducting.remembering import Surroundings
from facilitator.conducting.sealed_runs import SealedRuns
from facilitator.curriculum.library import Library
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session.commands import Command
from facilitator.live_session.shapes import CrisisShape, NoticesShape
from facilitator.live_session.tablet_view import facilitator_view
from facilitator.live_session.views import own_view, participant_view
from facilitator.people.join_guesses import JoinGuesses
from facilitator.people.walls import Pairing
from facilitator.storage.database import Store
from facilitator.storage.writer import Writer

NOW = 1_800_000_000_000
OKOYE = "staff:okoye"
AROUND = Surroundings(
    boot="boot1",
    languages=["en", "es"],
    zone=ZoneInfo("UTC"),
    address="https://group.example",
    notices=NoticesShape(demo=False, insecure=False),
    crisis={language: [CrisisShape(label="988", href="tel:988")] for language in ("en", "es")},
    walk_to={"en": "the front desk", "es": "la recepción"},
)


class Told:
    """What somebody was told: nothing yet, `done`, or why not."""

    def __init__(self) -> None:
        self.all: list[str] = []

    def __call__(self, refused: Refused | None) -> None:
        self.all.append("done" if refused is None else refused.why)

    @property
    def last(self) -> str:
        return self.all[-1] if self.all else "nothing yet"


class _Stepping:
    """A waiter for one thread: whoever waits writes what waits."""

    def __init__(self, writer: Writer) -> None:
        self._writer, self._items = writer, deque[Any]()

    def put(self, item: Any) -> None:
        self._items.append(item)

    def get(self) -> Any:
        while not self._items:
            self._writer.step()
        return self._items.popleft()


@dataclass
class Clock:
    now: int = NOW

    def __call__(self) -> int:
        return self.now


@dataclass
class Process:
    """Everything between a door and the disk. `changed` and `answered` list what views would be drawn from."""

    store: Store
    curricula: Path
    staging: Path | None
    clock: Clock = field(default_factory=Clock)
    k: int = 3

    def __post_init__(self) -> None:
        self.writer = Writer(self.store, step=True)
        self.library = Library(self.curricula)
        self.pairing = Pairing()
        self.changed: list[int] = []
        self.answered: list[str] = []
        self.over: list[str] = []
        self.conductor = Conductor(
            self.writer,
            Preparations(self.library, self.pairing, self.clock),
            SealedRuns(self.staging, SystemRandom()),
            self.clock,
            lambda: _Stepping(self.writer),
            changed=lambda room: self.changed.append(room.state.version),
            over=self.over.append,
        )
        self.answering = Answering(self.writer, self.clock, lambda room: self.answered.append(room.id))
        self.opening = Opening(self.store, self.writer, self.library, self.conductor, AROUND, self.clock, self.k)
        self.joining = Joining(self.store, self.writer, self.conductor, JoinGuesses(self.clock), self.clock)
        self.passing_round = PassingRound(self.store, self.writer, self.conductor, JoinGuesses(self.clock), self.clock)
        self._taps = 0

    def killed(self) -> "Process":
        """Nobody said goodbye; what was on its way is gone. Phones are not back yet."""
        again = Process(self.store, self.curricula, self.staging, self.clock, self.k)
        again._taps = self._taps
        again.opening.take_up_all()
        again.conductor.sealed_runs.sweep(again.conductor.rooms.values())
        return again

    # --- the evening -------------------------------------------------------------------------------

    def open(self, *refs: str) -> "Process":
        blocks = [(ref, None) for ref in refs or ("evenings/01-tonight",)]
        self.opening.open_session(group="thursday", blocks=blocks, by="okoye")
        return self

    @property
    def room(self) -> LiveRoom:
        (room,) = self.conductor.rooms.values()
        return room

    def come(self, *names: str) -> "dict[str, str]":
        """They scan the code and accept the agreement, and their phones are here. Gives name → seat."""
        secret = self.room.facts.join["url"].partition("#s=")[2]
        seats = {}
        for name in names:
            ticket = self.joining.with_secret(secret, name, "en")
            place = self.joining.seat_of(ticket)
            assert place is not None
            seats[name] = place[1]
            self.joining.accept_agreement(*place, self.room.state.agreement)
            self.room.facts.connected.add(place[1])
            self.room.facts.ever_connected = True
        return seats

    def ask(self, command: Command, command_id: str = "", by: str = OKOYE) -> Told:
        """Asked, and not written yet: `step` does that."""
        self._taps += 1
        told = Told()
        self.conductor.ask(self.room.id, command, command_id or f"tap{self._taps}", by, told)
        return told

    def does(self, command: Command, by: str = OKOYE) -> None:
        """Asked and committed."""
        told = self.ask(command, by=by)
        self.writer.step()
        assert told.last == "done", told.last

    def at(self, step: str) -> "Process":
        if self.room.state.phase == "gathering":
            self.does(c.Begin())
        if self.room.state.step != step:
            self.does(c.GoToStep(self.room.state.step or "", step))
        return self

    def say(self, seat: str, say: Say) -> Told:
        told = Told()
        self.answering.say(self.room, seat, say, told)
        return told

    def says(self, seat: str, answer: object, *, revision: int = 1, run: str = "", **how: Any) -> Told:
        """An answer (None: a pass) to the present step's run, written."""
        run = run or self.run_id
        told = self.say(seat, Say(run, "pass" if answer is None else "answer", revision, answer, **how))
        self.writer.step()
        return told

    @property
    def run_id(self) -> str:
        run = self.room.state.run_of_step(self.room.state.step)
        assert run is not None
        return run.id

    def wait(self, seconds: int) -> "Process":
        for _ in range(seconds):
            self.clock.now += 1000
            self.conductor.tick()
            self.writer.step()
        return self

    def tablet(self) -> Any:
        return facilitator_view(self.room.state, self.room.facts, "en", self.clock.now)

    def phone(self, seat: str) -> tuple[Any, Any]:
        """What a phone sees: the shared view and its own."""
        room = self.room
        return participant_view(room.state, room.facts, "en"), own_view(room.state, room.facts, seat)
