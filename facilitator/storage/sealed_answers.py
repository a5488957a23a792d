"""Anonymous answers after their seal: a random id and locked words. No seat, no time, no order, one size."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from facilitator.storage.fields import lock, open_locked
from facilitator.storage.tables import sealed_answers, sealed_waves


def add(
    conn: Connection,
    live_session: str,
    run: str,
    wave: str,
    shuffled: Sequence[tuple[str, dict[str, Any]]],
    *,
    frame_bytes: int,
) -> None:
    """Write down one wave: (random id of 128 bits, answer), already shuffled, and beside them that it is written.

    `wave` is the random id by which staging finds out after a crash whether this happened. Each answer takes
    `frame_bytes` before it is locked: it had to fit into a frame of so many, so it fits here.
    Raises `sqlalchemy.exc.IntegrityError` for a wave that is written down already.
    """
    conn.execute(insert(sealed_waves), {"live_session": live_session, "run": run, "wave": wave})
    rows = [
        {
            "id": answer_id,
            "live_session": live_session,
            "run": run,
            "body": lock(conn, sealed_answers.c.body, (answer_id,), _one_size(answer, frame_bytes)),
        }
        for answer_id, answer in shuffled
    ]
    if rows:
        conn.execute(insert(sealed_answers), rows)


def waves(conn: Connection, live_session: str) -> dict[str, set[str]]:
    """run → the ids of its waves that are written down. Which answer came in which wave is not known."""
    written: dict[str, set[str]] = {}
    for row in conn.execute(select(sealed_waves).where(sealed_waves.c.live_session == live_session)):
        written.setdefault(row.run, set()).add(row.wave)
    return written


def of_run(conn: Connection, live_session: str, run: str) -> list[tuple[str, dict[str, Any]]]:
    """(id, answer) of every wave of a run, in the order of their random ids."""
    wanted = (sealed_answers.c.live_session == live_session) & (sealed_answers.c.run == run)
    rows = conn.execute(select(sealed_answers).where(wanted).order_by(sealed_answers.c.id))
    return [(row.id, json.loads(open_locked(conn, sealed_answers.c.body, (row.id,), row.body))) for row in rows]


def _one_size(answer: dict[str, Any], frame_bytes: int) -> str:
    """Blanks after JSON mean nothing, but the length of a locked value would say how much somebody wrote.

    Counted in bytes of UTF-8, as the frame was: an accent or an emoji is longer than its one sign.
    """
    text = json.dumps(answer, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text + " " * (frame_bytes - len(text.encode()))
