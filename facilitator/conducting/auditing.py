"""What of a live session goes into the audit log, in the transaction of the command that led to it.

Never what anybody answered or that they did: only who let which seat or screen in or out.
"""

from sqlalchemy import Connection

from facilitator.live_session import events as e
from facilitator.live_session.events import Recorded
from facilitator.storage import audit_log


def write_down_deed(conn: Connection, live_session: str, recorded: Recorded) -> None:
    """An entry for an event that is a deed; nothing for every other."""
    by, at = recorded.by, recorded.at
    match recorded.event:
        case e.WallPaired():
            audit_log.append(conn, "wall_paired", by=by, at=at, subject=f"live_session:{live_session}")
        case e.WallUnpaired():
            audit_log.append(conn, "wall_unpaired", by=by, at=at, subject=f"live_session:{live_session}")
        case e.SeatRemoved(seat=seat):
            audit_log.append(conn, "seat_removed", by=by, at=at, subject=f"seat:{seat}")
        case e.SeatAdmitted(seat=seat) if _was_removed(conn, seat):
            audit_log.append(conn, "seat_readmitted", by=by, at=at, subject=f"seat:{seat}")


def _was_removed(conn: Connection, seat: str) -> bool:
    told = [entry.action for entry in audit_log.about(conn, f"seat:{seat}")]
    return [deed for deed in told if deed in ("seat_removed", "seat_readmitted")][-1:] == ["seat_removed"]
