"""The whole path of an anonymous answer, from the door's inside to the disk, with everything on the way recorded.

It is the product's own conductor, answering, sealing, writer, store, views and record; chance and clock are seeded,
the writer is stepped by hand, and in place of sockets stands a list of what they would have sent.
"""

import json
import logging
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from hashlib import sha512
from itertools import count
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import Any
from unittest.mock import patch

import structlog

from facilitator.conducting.answering import Say
from facilitator.live_session import commands as c
from facilitator.operating.backing_up import back_up
from facilitator.people import groups, staff
from facilitator.privacy.tmpfs import in_memory
from facilitator.realtime.broadcast import Broadcast
from facilitator.realtime.connections import Connection, Connections
from facilitator.records.as_json import as_json
from facilitator.records.reading import record_of
from facilitator.storage.database import Store, database_path, open_store
from tests.conducting import process as of_tests
from tests.conducting.process import AROUND, NOW, Process, Told

K = 3
NOTICE = "Our programme's notice."
MEMORY = Path("/dev/shm")  # noqa: S108 - checked with `in_memory`; another place works as well, only slower
STEPS = {
    "words": "free_text\npromise: anonymous\nquestion: What is one thing you have not said yet?",
    "scale": "scale\npromise: anonymous\nquestion: How safe is it here?",
    "poll": "poll\npromise: anonymous\nquestion: Which?\noptions: {walk: Walk, call: Call, wait: Wait}",
    "cloud": "word_cloud\npromise: anonymous\nquestion: Where does it start?",
    "check": "check_in\npromise: anonymous\nask:\n  - {key: craving, type: scale, question: How strong?}\n"
    "  - {key: hope, type: text, question: One hope}",
}
_SEEDED = ("conductor", "joining", "opening", "preparing", "remembering")


def module() -> str:
    head = "---\ntitle: Unsaid\ndiscipline: process\nminutes: 30\n---\n\n## Arrive {#arrive minutes=5}\n\nSit.\n"
    steps = (f"\n## Step {name} {{#{name} minutes=5}}\n\n```{block}\n```\n" for name, block in STEPS.items())
    return head + "".join(steps)


@dataclass
class Sockets:
    """What would have gone out, in order: (to, what, view)."""

    sent: list[tuple[str, str, Any]] = field(default_factory=list)

    def emit(self, event: str, data: Any = None, to: str | None = None, *, namespace: str) -> None:
        self.sent.append((to or "", event, json.loads(json.dumps(data))))

    def disconnect(self, sid: str, namespace: str) -> None: ...


class Lines(logging.Handler):
    """Every line that anybody logs, at every level."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(self.format(record))

    def of_structlog(self, _logger: Any, _name: str, line: Any) -> Any:
        self.said.append(repr(sorted(line.items())) + repr(line.get("exc_info")))
        raise structlog.DropEvent


class Room(Process):
    """A process with a tablet, a wall and phones on it. Make it with `room()`."""

    lines: Lines
    seats: dict[str, str]

    def watch(self) -> None:
        self.sockets, self.connections = Sockets(), Connections()
        self.broadcast = Broadcast(self.sockets, self.connections, self.clock)
        self.conductor.changed, self.conductor.ticked = self.broadcast.changed, self.broadcast.ticked
        self.answering.answered = self.broadcast.later
        self.seats = {}

    def again(self) -> "Room":
        """After a `kill -9`: another process over the same disk and the same folder in memory; phones are back."""
        other = Room(self.store, self.curricula, self.staging, self.clock, self.k)
        other._taps, other.lines = self._taps, self.lines
        other.opening.take_up_all()
        other.conductor.sealed_runs.sweep(other.conductor.rooms.values())
        other.watch()
        other.seats = self.seats
        other.room.facts.connected |= set(self.seats.values())
        return other

    def group(self, names: Sequence[str]) -> None:
        """They come in, and a tablet and a wall stand there."""
        self.seats = self.come(*names)
        for audience, who in (("facilitator", "okoye"), ("display", "wall"), ("participant", self.seats[names[0]])):
            sid = f"{audience}:{who}"
            self.connections.add(Connection(sid, audience, who, self.room.id, "en"))  # type: ignore[arg-type]

    def gives(self, name: str, answer: object, revision: int = 1, do: str = "") -> Told:
        """Said by phone (None: a pass); then what waits is flushed, as the server does a few times a second."""
        how: Any = do or ("pass" if answer is None else "answer")
        self.clock.now += 137
        told = self.say(self.seats[name], Say(self.run_id, how, revision, answer))
        self.writer.step()
        self.broadcast.flush()
        return told

    def tick_for_waves(self) -> None:
        self.wait(5)

    def seals(self) -> None:
        """Closed by tap, and its ten seconds pass."""
        self.does(c.CloseActivity(self.run_id))
        self.clock.now += 9_000
        self.wait(2)

    def asks_again(self) -> None:
        self.does(c.AskAgain(self.room.state.step or ""))

    def ends(self) -> str:
        """For good; its record as JSON for another program."""
        live_session = self.room.id
        self.does(c.EndSession())
        self.clock.now += 60_000
        self.wait(2)
        return self.record(live_session)

    def record(self, live_session: str) -> str:
        with self.store.reading() as conn:
            record = record_of(conn, live_session, AROUND, reader="okoye")
        return json.dumps(as_json(record.summary, NOTICE), sort_keys=True)

    def backup(self) -> bytes:
        """A backup taken now, as an operator takes one."""
        to = self.store.data.parent / "backup.sqlite"
        to.unlink(missing_ok=True)
        back_up(self.store.data, to)
        return to.read_bytes()

    def file(self) -> bytes:
        """The database file once the server has stopped."""
        self.writer.stop()
        self.store.close()
        return self.store.path.read_bytes()

    @property
    def cards(self) -> list[dict[str, Any]]:
        """What waits on the tablet, in its order."""
        views = [view for to, what, view in self.sockets.sent if what == "view" and ":facilitator:" in to]
        return [card for card in views[-1]["waiting"] if card["run"] == self.run_id] if views else []

    @property
    def wal(self) -> bytes:
        path = database_path(self.store.data)
        log = path.with_name(path.name + "-wal")
        return log.read_bytes() if log.exists() else b""


@contextmanager
def room(seed: int, *, k: int = K, keep_backups: bool = False) -> Iterator[Room]:
    """A room of Dr. Okoye's group in a folder of its own, gone afterwards. The same seed makes the same bytes."""
    folder = Path(mkdtemp(dir=MEMORY if in_memory(MEMORY) else None, prefix="facilitator-privacy-"))
    try:
        with ExitStack() as stack:
            lines = stack.enter_context(_recording())
            stack.enter_context(_seeded(seed))
            made = _made(folder, seed, k, lines)
            yield made
            made.writer.stop()
            made.store.close()
    finally:
        shutil.rmtree(folder)


def _made(folder: Path, seed: int, k: int, lines: Lines) -> Room:
    curricula, staging = folder / "curricula", folder / "staging"
    (curricula / "evenings").mkdir(parents=True)
    staging.mkdir(mode=0o700)
    (curricula / "evenings" / "curriculum.md").write_text("---\ntitle: E\nlanguage: en\n---\n\nSome.\n")
    (curricula / "evenings" / "01-unsaid.md").write_text(module())
    made = Room(_store(folder, seed), curricula, staging, k=k)
    made.lines = lines
    made.watch()

    def people(conn: Any) -> None:
        staff.add(conn, "okoye", sign_in_name="okoye", name="Dr. Okoye", password_hash="-", at=NOW)
        groups.add(conn, "thursday", owner="okoye", name="Thursday", at=NOW)

    made.writer.wait(people)
    made.open("evenings/01-unsaid")
    return made


def _store(folder: Path, seed: int) -> Store:
    drawn = count()
    return open_store(folder / "data", random_bytes=lambda size: sha512(b"%d %d" % (seed, next(drawn))).digest()[:size])


@contextmanager
def _seeded(seed: int) -> Iterator[None]:
    """Chance that can be had again. Keys of staging stay the system's: nothing that is kept may depend on them."""
    chance = Random(seed)  # noqa: S311
    with ExitStack() as stack:
        for name in _SEEDED:
            stack.enter_context(patch(f"facilitator.conducting.{name}.token_hex", lambda n: chance.randbytes(n).hex()))
        stack.enter_context(patch("facilitator.conducting.opening.SystemRandom", lambda: chance))
        stack.enter_context(patch.object(of_tests, "SystemRandom", lambda: chance))
        yield


@contextmanager
def _recording() -> Iterator[Lines]:
    lines, root, before = Lines(), logging.getLogger(), structlog.get_config()
    level = root.level
    root.addHandler(lines)
    root.setLevel(logging.DEBUG)
    structlog.configure(processors=[lines.of_structlog], cache_logger_on_first_use=False)
    try:
        yield lines
    finally:
        root.removeHandler(lines)
        root.setLevel(level)
        structlog.configure(**before)
