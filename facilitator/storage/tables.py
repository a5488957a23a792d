"""Every table of the store, in one place. `migrations/` builds them; a test compares the two.

Times are milliseconds since 1970 in UTC. Ids are random. What a person is called, wrote or drew is `Encrypted`.
Whatever belongs to a live session goes when the live session is deleted (`ON DELETE CASCADE`).
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    text,
)  # fmt: skip

from facilitator.storage.fields import Encrypted

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[str]:
    return Column("id", String, primary_key=True)


def _in_live_session(*, key: bool = False) -> Column[str]:
    return Column("live_session", ForeignKey("live_sessions.id", ondelete="CASCADE"), primary_key=key, nullable=False)


def _of_staff(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, ForeignKey("staff.id", ondelete="CASCADE"), primary_key=key, nullable=False)


# --- people: identity lies in `names` and nowhere else -------------------------------------------

names = Table(
    "names",
    metadata,
    Column("owner", String, primary_key=True, comment="staff:<id>, sign_in:<id>, group:<id>, seat:<id>"),
    Column("live_session", ForeignKey("live_sessions.id", ondelete="CASCADE"), index=True),
    Column("name", Encrypted, nullable=False),
)

staff = Table(
    "staff",
    metadata,
    _id(),
    Column("sign_in_lookup", String, nullable=False, unique=True),
    Column("password_hash", String, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("disabled_at", BigInteger, comment="closed: nobody signs in with it any more; its name stays in records"),
)

staff_roles = Table(
    "staff_roles",
    metadata,
    _of_staff("staff", key=True),
    Column("role", String, primary_key=True),
    CheckConstraint("role IN ('facilitator', 'co_facilitator', 'supervisor', 'author', 'operator')", name="role"),
)

second_steps = Table(
    "second_steps",
    metadata,
    _of_staff("staff", key=True),
    Column("secret", Encrypted, nullable=False),
    Column("confirmed_at", BigInteger, comment="from then on it is asked for"),
    Column("last_used", BigInteger, nullable=False, comment="the count of 30 seconds of the newest code that was used"),
)

recovery_codes = Table(
    "recovery_codes",
    metadata,
    Column("code_hash", String, primary_key=True),
    _of_staff("staff"),
    Index(None, "staff"),
    sqlite_with_rowid=False,
)

sign_ins = Table(
    "sign_ins",
    metadata,
    Column("token_hash", String, primary_key=True),
    _of_staff("staff"),
    Column("signed_in_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
    Column("half", Boolean, nullable=False, server_default=text("0"), comment="the password came, the second step not"),
    Index(None, "staff"),
)

one_time_links = Table(
    "one_time_links",
    metadata,
    Column("token_hash", String, primary_key=True),
    Column("purpose", String, nullable=False),
    Column("staff", ForeignKey("staff.id", ondelete="CASCADE")),
    Column("expires_at", BigInteger, nullable=False),
    Column("carries", String, comment="the roles of the account that it makes"),
)

groups = Table(
    "groups",
    metadata,
    _id(),
    # A group outlives its owner's account: someone else has to take it over first.
    Column("owner", ForeignKey("staff.id"), nullable=False),
    Column("created_at", BigInteger, nullable=False),
)

group_staff = Table(
    "group_staff",
    metadata,
    Column("group", ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
    _of_staff("staff", key=True),
    Column("supervises", Boolean, nullable=False, server_default=text("0"), comment="reads its record, does not lead"),
)

agendas = Table(
    "agendas",
    metadata,
    _id(),
    _of_staff("owner"),
    Column("group", ForeignKey("groups.id", ondelete="CASCADE")),
    Column("name", Encrypted, nullable=False),
    Column("is_template", Boolean, nullable=False),
    Column("blocks", Text, nullable=False, comment="JSON: [{id, ref, minutes}]"),
    Column("changed_at", BigInteger, nullable=False),
)

# --- live sessions ---------------------------------------------------------------------------------

live_sessions = Table(
    "live_sessions",
    metadata,
    _id(),
    Column("group", ForeignKey("groups.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("join_code", String, unique=True, comment="only while it is live"),
    Column("qr_hash", String, nullable=False, unique=True),
    Column("qr_secret", Encrypted, nullable=False),
    Column("phase", String, nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Column("k", Integer, nullable=False),
    Column("agreement", String, nullable=False),
    Column("rehearsal", Boolean, nullable=False),
    CheckConstraint("phase IN ('gathering', 'running', 'ending', 'ended')", name="phase"),
    CheckConstraint("k >= 3", name="k"),
)

pinned_modules = Table(
    "pinned_modules",
    metadata,
    _in_live_session(key=True),
    Column("ref", String, primary_key=True),
    Column("language", String, primary_key=True),
    Column("content_hash", String, nullable=False),
    Column("body", Text, nullable=False),
)

pinned_documents = Table(
    "pinned_documents",
    metadata,
    _in_live_session(key=True),
    Column("what", String, primary_key=True),
    Column("language", String, primary_key=True),
    Column("version", String, nullable=False),
    Column("body", Text, nullable=False),
)

commands = Table(
    "commands",
    metadata,
    _in_live_session(key=True),
    Column("command", String, primary_key=True),
    sqlite_with_rowid=False,
)

events = Table(
    "events",
    metadata,
    _in_live_session(key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("by", String, nullable=False),
    Column("tap", String, nullable=False),
    Column("type", String, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

seats = Table(
    "seats",
    metadata,
    _id(),
    _in_live_session(),
    Column("ticket_hash", String, unique=True),
    Column("generation", Integer, nullable=False),
    Column("language", String, nullable=False),
    Index(None, "live_session"),
)

clinic_tablets = Table(
    "clinic_tablets", metadata,
    Column("token_hash", String, primary_key=True), _in_live_session(), Index(None, "live_session"),
    sqlite_with_rowid=False,
)  # fmt: skip

walls = Table(
    "walls",
    metadata,
    _id(),
    _in_live_session(),
    Column("ticket_hash", String, nullable=False, unique=True),
    Index(None, "live_session"),
)

# --- what was answered, said and drawn -------------------------------------------------------------

answers = Table(
    "answers",
    metadata,
    _in_live_session(key=True),
    Column("run", String, primary_key=True),
    Column("seat", ForeignKey("seats.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String, nullable=False, unique=True, comment="names the answer where its seat must not be seen"),
    Column("revision", BigInteger, nullable=False),
    Column("did", String, nullable=False),
    Column("body", Encrypted),
    Column("ok_to_show", Boolean, nullable=False),
    Column("by_staff", Boolean, nullable=False),
    Column("at", BigInteger, nullable=False),
    CheckConstraint("did IN ('answer', 'pass', 'withdraw')", name="did"),
    CheckConstraint("(did = 'answer') = (body IS NOT NULL)", name="body"),
)

sealed_answers = Table(
    "sealed_answers",
    metadata,
    Column("id", String, primary_key=True),
    _in_live_session(),
    Column("run", String, nullable=False),
    Column("body", Encrypted, nullable=False),
    Index(None, "live_session", "run"),
    # Rows lie in the order of their random ids. A rowid would count them in the order of arrival.
    sqlite_with_rowid=False,
)

sealed_waves = Table(
    "sealed_waves",
    metadata,
    _in_live_session(key=True),
    Column("run", String, primary_key=True),
    Column("wave", String, primary_key=True),
    sqlite_with_rowid=False,
)

texts = Table(
    "texts", metadata,
    _id(), _in_live_session(), Column("body", Encrypted, nullable=False), Index(None, "live_session"),
    sqlite_with_rowid=False,
)  # fmt: skip

jottings = Table(
    "jottings",
    metadata,
    _in_live_session(key=True),
    _of_staff("staff", key=True),
    Column("body", Encrypted, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
)

living_states = Table(
    "living_states",
    metadata,
    _in_live_session(key=True),
    Column("run", String, primary_key=True),
    Column("move", Integer, nullable=False),
    Column("state", Encrypted, nullable=False),
)

# --- how the record is kept ------------------------------------------------------------------------

audit_entries = Table(
    "audit_entries",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", String, nullable=False, comment="staff:<id>, nobody, console, server"),
    Column("action", String, nullable=False),
    Column("subject", String, comment="live_session:<id>, seat:<id>, staff:<id> …; ids outlive what they name"),
    Column("group", String),
    Column("before", String, nullable=False),
    Column("hash", String, nullable=False),
    Index(None, "subject"),
)

audit_ends = Table(
    "audit_ends",
    metadata,
    Column("which", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("hash", String, nullable=False),
    Column("mac", String, nullable=False),
    CheckConstraint("which IN ('start', 'head')", name="which"),
)

confirmed_summaries = Table(
    "confirmed_summaries",
    metadata,
    _in_live_session(key=True),
    Column("at", BigInteger, nullable=False),
    Column("by", String, nullable=False),
    Column("keep_answers", Boolean, nullable=False, comment="kept on purpose, beyond this confirmation"),
)

legal_holds = Table(
    "legal_holds",
    metadata,
    _in_live_session(key=True),
    Column("at", BigInteger, nullable=False),
    Column("by", String, nullable=False),
)
