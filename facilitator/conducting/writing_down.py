"""The transaction of one command: its events, the rows that belong to it, what was sealed. On the writer's thread."""

from collections.abc import Sequence

from sqlalchemy import Connection

from facilitator.conducting.auditing import write_down_deed
from facilitator.conducting.prepared import Prepared
from facilitator.conducting.sealed_runs import Sealing
from facilitator.live_session import events as e
from facilitator.live_session.events import Event, Recorded
from facilitator.storage import event_log, live_sessions, sealed_answers


def write_down(
    conn: Connection,
    *,
    live_session: str,
    recorded: Sequence[Recorded],
    prepared: Prepared,
    sealings: Sequence[Sealing],
    began: bool,
) -> None:
    """`began`: whether the session had begun before this.

    Raises `Refused` `repeated` (this command is in the log already) or `overtaken` (what it was built on is not)."""
    event_log.append(conn, live_session, recorded)
    for row in prepared.rows:
        row(conn)
    for sealing in sealings:
        answers = [(answer.id, answer.answer) for answer in sealing.wave.answers]
        sealed_answers.add(conn, live_session, sealing.run, sealing.wave.id, answers, frame_bytes=sealing.frame_bytes)
    for told in recorded:
        _phase(conn, live_session, told.event, told.at, began)
        write_down_deed(conn, live_session, told)


def _phase(conn: Connection, live_session: str, event: Event, at: int, began: bool) -> None:
    match event:
        case e.SessionBegan():
            live_sessions.set_phase(conn, live_session, "running")
        case e.EndTakenBack():
            live_sessions.set_phase(conn, live_session, "running" if began else "gathering")
        case e.EndAsked():
            live_sessions.set_phase(conn, live_session, "ending")
        case e.SessionEnded():
            live_sessions.set_phase(conn, live_session, "ended", ended_at=at)
