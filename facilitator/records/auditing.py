"""The audit log as a person reads it: who did what, to whom, when.

The log holds no names. They are looked up when it is read, and a participant's only for whoever may see that record.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection

from facilitator.people import groups
from facilitator.people.authority import AboutLiveSession, may
from facilitator.people.staff import StaffMember
from facilitator.people.subjects import about
from facilitator.storage import audit_log, live_sessions, people
from facilitator.storage.audit_log import Deed, Entry, Wanted

WORDS: Mapping[Deed, str] = {
    "log_begun": "began this log",
    "log_cut": "let old entries of this log go",
    "signed_in": "signed in",
    "sign_in_refused": "tried to sign in and was turned away",
    "signed_out": "signed out",
    "signed_out_everywhere": "signed out everywhere",
    "password_changed": "changed the password",
    "device_signed_out": "signed a device out",
    "second_step_set": "set up a second step of signing in",
    "second_step_removed": "took the second step of signing in away",
    "second_step_reset": "reset a colleague's second step of signing in",
    "recovery_code_used": "signed in with a recovery code",
    "recovery_codes_made": "made new recovery codes",
    "not_allowed": "asked for what is not theirs, and was turned away",
    "invited": "invited a colleague",
    "account_made": "made an account",
    "account_closed": "closed an account",
    "account_opened": "opened an account again",
    "account_deleted": "deleted an account",
    "roles_changed": "changed what someone does here",
    "operator_recovered": "let an operator in from the console",
    "group_shared": "shared the group",
    "group_supervised": "let a supervisor read the group's record",
    "group_unshared": "stopped sharing the group",
    "group_handed_over": "handed the group over",
    "group_deleted": "deleted the group",
    "cockpit_opened": "opened the live session",
    "values_seen": "looked at answers",
    "wall_paired": "paired a room screen",
    "wall_unpaired": "let a room screen go",
    "seat_removed": "sent someone out",
    "seat_readmitted": "let someone back in",
    "record_seen": "read the record",
    "jotting_seen": "read their own jottings",
    "record_exported": "saved or printed the record",
    "summary_confirmed": "confirmed the summary",
    "session_deleted": "deleted the session",
    "person_exported": "saved what is held about a person",
    "person_erased": "erased a person",
    "picture_taken_out": "took a picture out of the record",
    "hold_set": "put it on legal hold",
    "hold_lifted": "lifted the legal hold",
    "audit_seen": "read this log",
    "responses_purged": "let go of what the group answered",
    "named_purged": "let go of answers with a name",
    "jottings_purged": "let go of jottings",
    "names_purged": "let go of names",
    "session_purged": "let go of the whole session",
    "keys_rotated": "changed the key of the record",
    "backup_made": "made a backup",
}
_OTHERS = {"nobody": "Someone not signed in", "console": "The server's console", "server": "The server"}


@dataclass(frozen=True)
class Line:
    """`about` is empty where the deed is about nothing in particular. `at`: ms, UTC."""

    number: int
    at: int
    who: str
    what: str
    about: str


@dataclass(frozen=True)
class Known:
    """What the lines are told with: names by owner, opening times by live session, who may see which group's people."""

    names: Mapping[str, str]
    opened: Mapping[str, int]
    may_see: frozenset[str]


def in_reach(conn: Connection, reader: StaffMember) -> frozenset[str] | None:
    """The groups whose entries this reader may read; None: all of the log (operators keep the house)."""
    if "operator" in reader.roles:
        return None
    mine = groups.of_staff(conn, reader.id)
    return frozenset(group.id for group in mine if reader.id == group.owner or reader.id in group.supervisors)


def lines(conn: Connection, reader: StaffMember, wanted: Wanted, *, before: int | None, most: int) -> list[Line]:
    """Newest first, as far as this reader may read. A filter cannot widen that."""
    reach = in_reach(conn, reader)
    asked = wanted.groups
    if reach is not None:
        asked = reach if asked is None else asked & reach
    found = audit_log.read(conn, Wanted(asked, wanted.actor, wanted.action, wanted.since, wanted.until),
                           before=before, most=most)  # fmt: skip
    known = _known(conn, reader, found)
    return [_line(entry, known) for entry in found]


def _known(conn: Connection, reader: StaffMember, entries: Iterable[Entry]) -> Known:
    owners = {part for entry in entries for part in (entry.actor, entry.subject) if part}
    owners |= {f"group:{entry.group}" for entry in entries if entry.group}
    sessions = {owner.removeprefix("live_session:") for owner in owners if owner.startswith("live_session:")}
    found = {session: live_sessions.find(conn, session) for session in sessions}
    mine = [
        (group.id, AboutLiveSession("any of its sessions", about(group))) for group in groups.of_staff(conn, reader.id)
    ]
    return Known(
        names=people.names_of(conn, owners),
        opened={session: row.opened_at for session, row in found.items() if row is not None},
        may_see=frozenset(group for group, subject in mine if may(reader.actor, "see_record", subject)),
    )


def _line(entry: Entry, known: Known) -> Line:
    who = _OTHERS.get(entry.actor) or known.names.get(entry.actor) or "An account that is gone"
    return Line(entry.number, entry.at, who, WORDS[cast(Deed, entry.action)], _about(entry, known))


def _about(entry: Entry, known: Known) -> str:
    kind, _, name = (entry.subject or "").partition(":")
    group = known.names.get(f"group:{entry.group}", "a group that is gone") if entry.group else ""
    match kind:
        case "staff":
            # What one does to one's own account says enough by itself.
            own = "" if entry.subject == entry.actor else known.names.get(f"staff:{name}", "an account that is gone")
            return ", ".join(part for part in (own, group) if part)
        case "seat":
            told = (
                known.names.get(f"seat:{name}", "name forgotten") if entry.group in known.may_see else "a participant"
            )
            return f"{told}, {group}"
        case "live_session" if name not in known.opened:
            return f"{group}, a session that is gone"
        case "entry":
            return f"up to entry {name}"
    return group
