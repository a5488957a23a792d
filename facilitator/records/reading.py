"""Reads what a record is made of: the log, and what lies beside it. Ended sessions are in the store alone."""

from dataclasses import dataclass

from sqlalchemy import Connection

from facilitator.conducting.remembering import Surroundings, remember
from facilitator.errors import Refused
from facilitator.records.summary import Summary, summarise
from facilitator.storage import event_log, jottings, live_sessions


@dataclass(frozen=True)
class Record:
    """`jotting` is what the reader jotted down: shown to nobody else, and in no export."""

    summary: Summary
    jotting: str


def record_of(conn: Connection, live_session: str, around: Surroundings, *, reader: str) -> Record:
    """The record of an ended live session. Raises `Refused` (`not_found`, `not_over`)."""
    stored = live_sessions.find(conn, live_session)
    if stored is None:
        raise Refused("not_found", "This session is not here any more. It may have been deleted.")
    if stored.phase != "ended":
        raise Refused("not_over", "This session has not ended yet. Its summary is written when it has.")
    room = remember(conn, live_session, around)
    log = event_log.read(conn, live_session)
    summary = summarise(log, room.state, room.facts, rehearsal=stored.rehearsal, language=around.languages[0])
    return Record(summary, jottings.find(conn, live_session, reader))
