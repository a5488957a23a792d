"""The shared state of activities that live (pairs, a mural). The log only counts their moves."""

import json
from typing import Any

from sqlalchemy import Connection, select

from facilitator.storage.fields import lock, open_locked
from facilitator.storage.tables import living_states
from facilitator.storage.upsert import upsert

_KEEP = upsert(living_states)


def keep(conn: Connection, live_session: str, run: str, move: int, state: dict[str, Any]) -> None:
    """Put the state after `move` in the place of the one before."""
    locked = lock(conn, living_states.c.state, (live_session, run), json.dumps(state))
    conn.execute(_KEEP, {"live_session": live_session, "run": run, "move": move, "state": locked})


def find(conn: Connection, live_session: str, run: str) -> tuple[int, dict[str, Any]] | None:
    """(move, state), or None if the activity has not begun to live."""
    wanted = (living_states.c.live_session == live_session) & (living_states.c.run == run)
    row = conn.execute(select(living_states).where(wanted)).first()
    if row is None:
        return None
    state: dict[str, Any] = json.loads(open_locked(conn, living_states.c.state, (live_session, run), row.state))
    return row.move, state
