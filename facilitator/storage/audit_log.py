"""The audit log: who did what to which part of the record. It only grows, and each entry holds the hash of the
one before, so that an entry that was changed, taken out or put in later is found.

Hashes are keyed (HMAC with a key of the key file): whoever can write to the database alone cannot mend the chain.
An entry knows ids and closed words only: no name, no text, nothing of an anonymous answer, nor who answered one.
"""

import hmac
import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Connection, Row, delete, func, select

from facilitator.storage.fields import locks_of
from facilitator.storage.tables import audit_ends, audit_entries, live_sessions, seats
from facilitator.storage.upsert import upsert

Deed = Literal[
    "log_begun", "log_cut",
    "signed_in", "sign_in_refused", "signed_out", "signed_out_everywhere", "password_changed",
    "device_signed_out", "second_step_set", "second_step_removed", "second_step_reset",
    "recovery_code_used", "recovery_codes_made", "not_allowed",
    "invited", "account_made", "account_closed", "account_opened", "account_deleted", "roles_changed",
    "operator_recovered",
    "group_shared", "group_supervised", "group_unshared", "group_handed_over", "group_deleted",
    "cockpit_opened", "values_seen", "wall_paired", "wall_unpaired", "seat_removed", "seat_readmitted",
    "record_seen", "jotting_seen", "record_exported", "summary_confirmed", "session_deleted",
    "person_exported", "person_erased", "picture_taken_out", "hold_set", "hold_lifted", "audit_seen",
    "responses_purged", "named_purged", "jottings_purged", "names_purged", "session_purged",
    "keys_rotated", "backup_made",
]  # fmt: skip
"""The closed set of what is written down. Each has its sentence in `records/auditing.py`."""

DEEDS: tuple[Deed, ...] = get_args(Deed)
GENESIS = "0" * 64
_MOVE_END = upsert(audit_ends)


@dataclass(frozen=True)
class Entry:
    """`actor`: `staff:<id>`, `nobody` (not signed in), `console` or `server`. `at`: ms, UTC.

    `group`: whose part of the record it was about.
    """

    number: int
    at: int
    actor: str
    action: str
    subject: str | None
    group: str | None


@dataclass(frozen=True)
class Wanted:
    """Which entries to read. `groups`: only what is about these (None: everything). `since` ≤ at < `until`, in ms."""

    groups: frozenset[str] | None = None
    actor: str = ""
    action: str = ""
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True)
class Chained:
    entry: Entry
    before: str
    hash: str


@dataclass(frozen=True)
class Checked:
    """What `verify` found: how many entries hold, the last of them, and what is wrong first (None: nothing)."""

    held: int
    last: int
    last_hash: str
    problem: str | None


def append(
    conn: Connection, action: Deed, *, by: str, at: int, subject: str | None = None, group: str | None = None
) -> None:
    """Write an entry in the transaction of the deed itself, so that there is never one without the other.

    `group` is found out where the subject is a live session, a seat or a group that is still there.
    """
    if action not in DEEDS:
        raise ValueError(f"The audit log has no word for {action!r}.")
    number, before = _end(conn, "head")
    entry = Entry(number + 1, at, by, action, subject, group or _group_of(conn, subject))
    hashed = _hash(conn, entry, before)
    row = {**vars(entry), "before": before, "hash": hashed}
    conn.execute(audit_entries.insert(), row)
    _set_end(conn, "head", entry.number, hashed)


def begin(conn: Connection, *, at: int) -> None:
    """The first entry of a log that is empty: from then on an empty log is a log that was emptied."""
    if _end(conn, "head")[0] == 0:
        append(conn, "log_begun", by="server", at=at)


def read(conn: Connection, wanted: Wanted, *, before: int | None = None, most: int = 100) -> list[Entry]:
    """Newest first. `before`: only smaller numbers, to page on."""
    column = audit_entries.c
    conditions: list[ColumnElement[bool]] = []
    if wanted.groups is not None:
        conditions.append(column.group.in_(wanted.groups))
    if wanted.actor:
        conditions.append(column.actor == wanted.actor)
    if wanted.action:
        conditions.append(column.action == wanted.action)
    if wanted.since is not None:
        conditions.append(column.at >= wanted.since)
    if wanted.until is not None:
        conditions.append(column.at < wanted.until)
    if before is not None:
        conditions.append(column.number < before)
    rows = conn.execute(select(audit_entries).where(*conditions).order_by(column.number.desc()).limit(most))
    return [_chained(row).entry for row in rows]


def head(conn: Connection) -> str:
    """The last entry, as `facilitator audit verify --expect` takes it."""
    number, hashed = _end(conn, "head")
    return f"{number}:{hashed}"


def about(conn: Connection, subject: str) -> list[Entry]:
    """Every entry about one subject, oldest first."""
    rows = select(audit_entries).where(audit_entries.c.subject == subject).order_by(audit_entries.c.number)
    return [_chained(row).entry for row in conn.execute(rows)]


def last_before(conn: Connection, at: int) -> int:
    """The number of the last entry that is older than this; 0 if there is none."""
    newest = select(func.max(audit_entries.c.number)).where(audit_entries.c.at < at)
    return conn.execute(newest).scalar() or 0


def cut(conn: Connection, up_to: int, *, by: str, at: int) -> int:
    """Forget the entries up to this number, and say so in a new one. Gives how many went."""
    start, _ = _end(conn, "start")
    old = select(audit_entries).where(audit_entries.c.number == up_to)
    last = conn.execute(old).first()
    if last is None or up_to <= start:
        return 0
    append(conn, "log_cut", by=by, at=at, subject=f"entry:{up_to}")
    _set_end(conn, "start", up_to, last.hash)
    return conn.execute(delete(audit_entries).where(audit_entries.c.number <= up_to)).rowcount


def verify(conn: Connection, *, expected: tuple[int, str] | None = None) -> Checked:
    """Check the chain from its beginning to its end.

    `expected` is (number, hash) of an entry that somebody wrote down earlier: an older copy of the whole log,
    put back in its place, has it no more.
    """
    start, before = _end(conn, "start")
    last, seen = start, expected is None
    for chained in _all(conn):
        problem = _broken(conn, chained, last, before)
        if problem is not None:
            return Checked(last - start, last, before, problem)
        last, before = chained.entry.number, chained.hash
        seen = seen or expected == (last, chained.hash)
    return Checked(last - start, last, before, _broken_ends(conn, start, last, before, seen))


def _broken(conn: Connection, chained: Chained, last: int, before: str) -> str | None:
    number = chained.entry.number
    if number != last + 1:
        return f"Entry {last + 1} is missing." if number > last + 1 else f"Entry {number} is older than the log."
    if chained.before != before:
        return f"Entry {number} does not follow the one before it."
    if not hmac.compare_digest(chained.hash, _hash(conn, chained.entry, before)):
        return f"Entry {number} was changed."
    return None


def _broken_ends(conn: Connection, start: int, last: int, before: str, seen: bool) -> str | None:
    for row in conn.execute(select(audit_ends)):
        if not hmac.compare_digest(row.mac, _mac(conn, row.which, row.number, row.hash)):
            return f"The {row.which} of the log was changed."
    head, head_hash = _end(conn, "head")
    if head > last:
        return f"Entry {last + 1} is missing: the log ends too early."
    if (head, head_hash) != (last, before):
        return f"Entry {last} was not written by Facilitator."
    if head == 0:
        return "The log is empty. It begins with the first start of the server; after that, someone has emptied it."
    cuts = select(audit_entries.c.subject).where(audit_entries.c.action == "log_cut")
    if start and f"entry:{start}" not in conn.execute(cuts).scalars().all():
        return f"Entry {start + 1} is now the first, and no entry says that those before it may be gone."
    return None if seen else "The entry that you wrote down earlier is not in this log."


def _all(conn: Connection) -> Iterator[Chained]:
    return (_chained(row) for row in conn.execute(select(audit_entries).order_by(audit_entries.c.number)))


def _chained(row: Row[Any]) -> Chained:
    values = dict(row._mapping)
    before, hashed = values.pop("before"), values.pop("hash")
    return Chained(Entry(**values), before, hashed)


def _end(conn: Connection, which: str) -> tuple[int, str]:
    row = conn.execute(select(audit_ends).where(audit_ends.c.which == which)).first()
    return (0, GENESIS) if row is None else (row.number, row.hash)


def _set_end(conn: Connection, which: str, number: int, hashed: str) -> None:
    mac = _mac(conn, which, number, hashed)
    conn.execute(_MOVE_END, {"which": which, "number": number, "hash": hashed, "mac": mac})


def _hash(conn: Connection, entry: Entry, before: str) -> str:
    return _keyed(conn, [*astuple(entry), before])


def _mac(conn: Connection, which: str, number: int, hashed: str) -> str:
    return _keyed(conn, ["end", which, number, hashed])


def _keyed(conn: Connection, what: list[object]) -> str:
    key = hmac.digest(locks_of(conn).keys.lookup, b"audit log", "sha256")
    return hmac.digest(key, json.dumps(what).encode(), "sha256").hex()


def _group_of(conn: Connection, subject: str | None) -> str | None:
    kind, _, name = (subject or "").partition(":")
    if kind == "group":
        return name
    if kind == "seat":
        found = select(live_sessions.c.group).join(seats).where(seats.c.id == name)
    elif kind == "live_session":
        found = select(live_sessions.c.group).where(live_sessions.c.id == name)
    else:
        return None
    return conn.execute(found).scalar()
