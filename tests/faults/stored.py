"""What the store holds after a run, read by the product's own reading half once the server is gone."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.live_session.events import to_stored
from facilitator.storage import answers, event_log, sealed_answers
from facilitator.storage.database import open_store


@dataclass(frozen=True)
class Entry:
    """One event of the log."""

    version: int
    tap: str
    type: str
    body: dict[str, Any]


@dataclass(frozen=True)
class Kept:
    """What a seat did last in a named run."""

    run: str
    seat: str
    revision: int
    did: str
    text: str | None


@dataclass(frozen=True)
class Stored:
    """`sealed`: run → the texts of its answers, in no order. `sound`: what SQLite says of its own file."""

    log: list[Entry]
    named: list[Kept]
    sealed: dict[str, list[str]]
    sound: str


def read(data: Path, live_session: str) -> Stored:
    """The server must have ended. Raises whatever the product raises where the store cannot be opened."""
    store = open_store(data)
    try:
        with store.reading() as conn:
            log = [Entry(one.version, one.tap, *to_stored(one.event)) for one in event_log.read(conn, live_session)]
            runs = [entry.body["run"] for entry in log if entry.type == "ActivityOpened"]
            sealed = {
                run: [answer["text"] for _, answer in sealed_answers.of_run(conn, live_session, run)] for run in runs
            }
            named = [
                Kept(one.run, one.seat, one.revision, one.did, one.answer and one.answer["text"])
                for one in answers.of_live_session(conn, live_session)
            ]
    finally:
        store.close()
    return Stored(log, named, sealed, soundness(data / "facilitator.sqlite"))


def soundness(path: Path) -> str:
    """`ok`, or what is wrong with the file."""
    conn = sqlite3.connect(path)
    try:
        broken = [row[0] for row in conn.execute("PRAGMA integrity_check")]
        dangling = conn.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        conn.close()
    return "; ".join(broken) if not dangling else f"{broken[0]}; {len(dangling)} rows refer to nothing"
