"""Lets go of what was kept long enough, and remembers what it looked like, so that a search can show it is gone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select

from facilitator.records.byte_search import slices
from facilitator.records.retention import Due, Ended, Keep, Kind, due, older_than
from facilitator.storage import audit_log
from facilitator.storage import tables as t
from facilitator.storage.audit_log import Deed
from facilitator.storage.fields import Locked

_WHOLE = (t.live_sessions,)
TABLES: Mapping[Kind, tuple[Table, ...]] = {
    "responses": (t.sealed_answers, t.sealed_waves, t.texts, t.living_states),
    "named": (t.answers,),
    "jottings": (t.jottings,),
    "names": (t.names,),
    "rehearsals": _WHOLE,
    "sessions": _WHOLE,
}
_DEEDS: Mapping[Kind, Deed] = {
    "responses": "responses_purged",
    "named": "named_purged",
    "jottings": "jottings_purged",
    "names": "names_purged",
    "rehearsals": "session_purged",
    "sessions": "session_purged",
}


@dataclass(frozen=True)
class Purge:
    """What goes or went. `canaries`: byte strings that were in what went, and must be nowhere afterwards."""

    gone: tuple[Due, ...]
    audit: int
    sign_ins: int
    canaries: frozenset[bytes] = frozenset()

    @property
    def is_empty(self) -> bool:
        return not (self.gone or self.audit or self.sign_ins)


def would_go(conn: Connection, now: int, keep: Keep) -> Purge:
    """What `purge` would do now. Changes nothing."""
    return Purge(
        gone=tuple(due(now, ended_sessions(conn), keep)),
        audit=_old_entries(conn, now, keep)[1],
        sign_ins=_count(conn, t.sign_ins, t.sign_ins.c.seen_at < older_than(now, keep["sign_ins"]))
        + _count(conn, t.one_time_links, t.one_time_links.c.expires_at < now),
    )


def purge(conn: Connection, now: int, keep: Keep, *, by: str) -> Purge:
    """Let go of everything that is due, with an entry in the audit log for each kind of each session."""
    planned = would_go(conn, now, keep)
    canaries: set[bytes] = set()
    for each in planned.gone:
        canaries |= let_go(conn, each, now, by=by)
    up_to, _ = _old_entries(conn, now, keep)
    if up_to:
        audit_log.cut(conn, up_to, by=by, at=now)
    conn.execute(delete(t.sign_ins).where(t.sign_ins.c.seen_at < older_than(now, keep["sign_ins"])))
    conn.execute(delete(t.one_time_links).where(t.one_time_links.c.expires_at < now))
    return Purge(planned.gone, planned.audit, planned.sign_ins, frozenset(canaries))


def let_go(conn: Connection, one: Due, now: int, *, by: str) -> set[bytes]:
    """Let go of one kind of data of one session; gives its canaries."""
    canaries = set(looks_of(conn, one))
    audit_log.append(conn, _DEEDS[one.kind], by=by, at=now, subject=f"live_session:{one.live_session}")
    for table in TABLES[one.kind]:
        conn.execute(delete(table).where(_session_column(table) == one.live_session))
    return canaries


def looks_of(conn: Connection, one: Due) -> Iterator[bytes]:
    """What the rows of this kind look like on the disk: their locked values; of a whole session its hashes too."""
    whole = TABLES[one.kind] == _WHOLE
    for table in t.metadata.sorted_tables if whole else TABLES[one.kind]:
        if table is not t.live_sessions and "live_session" not in table.c:
            continue
        for row in conn.execute(select(table).where(_session_column(table) == one.live_session)):
            yield from locked_slices(row._mapping)
            if whole and table is t.live_sessions:
                yield row.qr_hash.encode()


def locked_slices(row: Mapping[Any, Any]) -> Iterator[bytes]:
    for value in row.values():
        if isinstance(value, Locked):
            yield from slices(value)


def ended_sessions(conn: Connection) -> list[Ended]:
    """Every session that is over, as `retention` looks at it."""
    held = set(conn.execute(select(t.legal_holds.c.live_session)).scalars())
    confirmed = {row.live_session: row for row in conn.execute(select(t.confirmed_summaries))}
    holding = {kind: _holding(conn, tables) for kind, tables in TABLES.items()}
    found = []
    for row in conn.execute(select(t.live_sessions).where(t.live_sessions.c.phase == "ended")):
        told = confirmed.get(row.id)
        found.append(
            Ended(
                id=row.id,
                ended_at=row.ended_at or row.opened_at,
                rehearsal=row.rehearsal,
                held=row.id in held,
                confirmed_at=told.at if told else None,
                keep_answers=bool(told and told.keep_answers),
                has=frozenset(kind for kind, sessions in holding.items() if row.id in sessions),
            )
        )
    return found


def _holding(conn: Connection, tables: tuple[Table, ...]) -> set[str]:
    """The sessions that have a row in one of these tables."""
    return {one for table in tables for one in conn.execute(select(_session_column(table)).distinct()).scalars()}


def _old_entries(conn: Connection, now: int, keep: Keep) -> tuple[int, int]:
    """(up to which number, how many) of the audit log's entries have been kept long enough; none while there is
    a legal hold: the log may tell what happened to what is held."""
    if conn.execute(select(t.legal_holds.c.live_session).limit(1)).first() is not None:
        return 0, 0
    up_to = audit_log.last_before(conn, older_than(now, keep["audit"]))
    return up_to, _count(conn, t.audit_entries, t.audit_entries.c.number <= up_to)


def _count(conn: Connection, table: Table, wanted: Any) -> int:
    return conn.execute(select(func.count()).select_from(table).where(wanted)).scalar() or 0


def _session_column(table: Table) -> Any:
    return table.c.id if table is t.live_sessions else table.c.live_session
