"""An evening on the product's real store, its writer stepped by hand, for recording what it asks of the disk."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection

from facilitator.conducting.answering import Say
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.people import groups, staff
from facilitator.storage.database import open_store
from tests.conducting.process import NOW, Process
from tests.faults.group import a_step, people, write_curriculum

NAMED, STATE = "named", "state"
Mark = Callable[[Any], None]
BATCHES = 400


def an_evening(data: Path, chance: Random, mark: Mark) -> None:
    """Plays it to its end. `mark` hears what was told: (NAMED, run, seat, revision) and (STATE, version, sealed)."""
    curricula = data.parent / "curricula"
    write_curriculum(curricula)
    store = open_store(data)
    process = Process(store, curricula, None)
    process.writer.wait(_owners)
    process.open("walks/01-a-walk")
    process.conductor.changed = lambda room: mark((STATE, room.state.version, _sealed(room)))
    evening = _Evening(process, chance, mark, list(process.come(*people(9)).values()))
    process.at("b1/place-1")
    for _ in range(BATCHES):
        evening.goes_on()
    process.writer.stop()
    store.close()


def _owners(conn: Connection) -> None:
    staff.add(conn, "okoye", sign_in_name="okoye", name="Dr. Okoye", password_hash="-", at=NOW)
    groups.add(conn, "thursday", owner="okoye", name="Thursday", at=NOW)


def _sealed(room: Any) -> dict[str, int]:
    return {run: len(known.released) for run, known in room.facts.runs.items() if known.released}


@dataclass
class _Evening:
    process: Process
    chance: Random
    mark: Mark
    seats: list[str]
    revision: int = 0

    def goes_on(self) -> None:
        """One batch: some answers, sometimes a tap, sometimes time passes."""
        dice = self.chance.random()
        if dice < 0.15:
            self._to_another_step()
        elif dice < 0.35:
            self.process.wait(self.chance.randint(1, 8))
        self._answers(self.chance.randint(0, 6))
        self.process.writer.step()

    def _to_another_step(self) -> None:
        step = a_step(self.chance, self.chance.choice(("named", "anonymous")))
        state = self.process.room.state
        if step != state.step:
            self.process.ask(c.GoToStep(state.step or "", step))
            self.process.writer.step()
        run = self.process.room.state.run_of_step(step)
        if run is not None and run.phase == "closed":
            self.process.ask(c.AskAgain(step))
            self.process.writer.step()

    def _answers(self, count: int) -> None:
        run = self.process.room.state.run_of_step(self.process.room.state.step)
        for seat in self.chance.sample(self.seats, count):
            self.revision += 1
            say = Say(run.id if run else "", "answer", self.revision, {"text": f"words {self.revision}"})
            self._say(seat, say, named=run is not None and run.promise == "named")

    def _say(self, seat: str, say: Say, *, named: bool) -> None:
        def told(refused: Refused | None) -> None:
            if refused is None and named:
                self.mark((NAMED, say.run, seat, say.revision))

        try:
            self.process.answering.say(self.process.room, seat, say, told)
        except Refused:
            return
