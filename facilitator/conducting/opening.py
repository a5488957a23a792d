"""Opens a live session from a plan, and takes up after a restart those that had not ended."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import SystemRandom
from secrets import token_hex

from sqlalchemy import Connection

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.planning import planned_break, planned_module, versions_of
from facilitator.conducting.remembering import Surroundings, remember
from facilitator.curriculum.library import Library
from facilitator.curriculum.model import Document, Module
from facilitator.errors import Refused
from facilitator.live_session.agenda import PlannedBlock
from facilitator.live_session.events import Recorded, SessionOpened
from facilitator.people import join_codes
from facilitator.storage import event_log, live_sessions, pins, sealed_answers
from facilitator.storage.database import Store
from facilitator.storage.live_sessions import StoredLiveSession
from facilitator.storage.writer import Writer


@dataclass(frozen=True)
class Plan:
    """What a live session is opened with: its blocks, and the modules and documents that are pinned."""

    blocks: tuple[PlannedBlock, ...]
    modules: Mapping[str, Mapping[str, Module]]
    agreement: Mapping[str, Document]
    concern: Mapping[str, Document]

    @property
    def agreement_version(self) -> str:
        return next((document.version for document in self.agreement.values()), "")


@dataclass
class Opening:
    """Makes live rooms and gives them to the conductor. `surroundings` are what every room's facts share."""

    store: Store
    writer: Writer
    library: Library
    conductor: Conductor
    surroundings: Surroundings
    clock: Callable[[], int]
    k: int

    def open_session(
        self, *, group: str, blocks: Sequence[tuple[str, int | None]], by: str, rehearsal: bool = False
    ) -> str:
        """The id of a new live session, committed. `blocks` are (module ref or `break`, minutes or the author's).

        Raises `Refused` (`no_module`, `empty_agenda`).
        """
        plan = self._plan(blocks)
        live_session, now = token_hex(16), self.clock()
        opened = SessionOpened(group, plan.blocks, self.k, plan.agreement_version)
        recorded = Recorded(1, now, f"staff:{by}", "open", opened)

        def job(conn: Connection) -> None:
            code = join_codes.free_code(conn, SystemRandom())
            row = StoredLiveSession(
                live_session, group, code, "gathering", now, None, self.k, plan.agreement_version, rehearsal
            )
            live_sessions.add(conn, row)
            for versions in plan.modules.values():
                pins.pin_modules(conn, live_session, versions.values())
            for what, documents in (("agreement", plan.agreement), ("concern", plan.concern)):
                for document in documents.values():
                    pins.pin_document(conn, live_session, what, document)
            event_log.append(conn, live_session, [recorded])

        self.writer.wait(job)
        self._take_up(live_session)
        return live_session

    def _plan(self, blocks: Sequence[tuple[str, int | None]]) -> Plan:
        if not any(ref != "break" for ref, _ in blocks):
            raise Refused("empty_agenda", "The agenda is empty. Add a module first.")
        shelf = self.library.snapshot()
        modules: dict[str, Mapping[str, Module]] = {}
        planned: list[PlannedBlock] = []
        for number, (ref, minutes) in enumerate(blocks, 1):
            if ref == "break":
                planned.append(planned_break(f"b{number}", minutes or 10))
                continue
            modules[ref] = versions_of(shelf, ref)
            planned.append(planned_module(f"b{number}", modules[ref], minutes))
        return Plan(tuple(planned), modules, shelf.agreement_for(modules), shelf.concern)

    def take_up_all(self) -> None:
        """Every live session of the store that has not ended is running again, on the step where it was."""
        with self.store.reading() as conn:
            stored = live_sessions.live(conn)
        for each in stored:
            self._take_up(each.id)

    def _take_up(self, live_session: str) -> None:
        with self.store.reading() as conn:
            room = remember(conn, live_session, self.surroundings)
            waves = sealed_answers.waves(conn, live_session)
        self.conductor.sealed_runs.take_up(room, waves)
        self.conductor.rooms[live_session] = room
