"""The ground floor: people, agendas, live sessions with their log, and what was answered."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


_encrypted = sa.LargeBinary()


def upgrade() -> None:
    _people()
    _live_sessions()
    _log()
    _seats_and_walls()
    _what_was_said()


def _people() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("sign_in_lookup", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("sign_in_lookup", name="uq_staff_sign_in_lookup"),
    )
    op.create_table(
        "sign_ins",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.Column("signed_in_at", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_sign_ins_staff_staff", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("token_hash", name="pk_sign_ins"),
    )
    op.create_index("ix_sign_ins_staff", "sign_ins", ["staff"])
    op.create_table(
        "one_time_links",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("staff", sa.String(), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_one_time_links_staff_staff", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("token_hash", name="pk_one_time_links"),
    )
    op.create_table(
        "groups",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["staff.id"], name="fk_groups_owner_staff"),
        sa.PrimaryKeyConstraint("id", name="pk_groups"),
    )
    op.create_table(
        "group_staff",
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["group"], ["groups.id"], name="fk_group_staff_group_groups", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_group_staff_staff_staff", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("group", "staff", name="pk_group_staff"),
    )
    op.create_table(
        "members",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["group"], ["groups.id"], name="fk_members_group_groups", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_members"),
    )


def _live_sessions() -> None:
    op.create_table(
        "live_sessions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=False),
        sa.Column("join_code", sa.String(), nullable=True),
        sa.Column("qr_hash", sa.String(), nullable=False),
        sa.Column("qr_secret", _encrypted, nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("k", sa.Integer(), nullable=False),
        sa.Column("agreement", sa.String(), nullable=False),
        sa.Column("rehearsal", sa.Boolean(), nullable=False),
        sa.CheckConstraint("phase IN ('gathering', 'running', 'ending', 'ended')", name="phase"),
        sa.CheckConstraint("k >= 3", name="k"),
        sa.ForeignKeyConstraint(["group"], ["groups.id"], name="fk_live_sessions_group_groups", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_live_sessions"),
        sa.UniqueConstraint("join_code", name="uq_live_sessions_join_code"),
        sa.UniqueConstraint("qr_hash", name="uq_live_sessions_qr_hash"),
    )
    op.create_index("ix_live_sessions_group", "live_sessions", ["group"])
    op.create_table(
        "names",
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("live_session", sa.String(), nullable=True),
        sa.Column("name", _encrypted, nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"], ["live_sessions.id"], name="fk_names_live_session_live_sessions", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("owner", name="pk_names"),
    )
    op.create_index("ix_names_live_session", "names", ["live_session"])
    op.create_table(
        "agendas",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("group", sa.String(), nullable=True),
        sa.Column("name", _encrypted, nullable=False),
        sa.Column("is_template", sa.Boolean(), nullable=False),
        sa.Column("blocks", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["group"], ["groups.id"], name="fk_agendas_group_groups", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["owner"], ["staff.id"], name="fk_agendas_owner_staff", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_agendas"),
    )
    op.create_table(
        "pinned_modules",
        sa.Column("live_session", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"],
            ["live_sessions.id"],
            name="fk_pinned_modules_live_session_live_sessions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("live_session", "ref", "language", name="pk_pinned_modules"),
    )
    op.create_table(
        "pinned_documents",
        sa.Column("live_session", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"],
            ["live_sessions.id"],
            name="fk_pinned_documents_live_session_live_sessions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("live_session", "what", "language", name="pk_pinned_documents"),
    )


def _log() -> None:
    op.create_table(
        "commands",
        sa.Column("live_session", sa.String(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"], ["live_sessions.id"], name="fk_commands_live_session_live_sessions", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("live_session", "command", name="pk_commands"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "events",
        sa.Column("live_session", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("tap", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"], ["live_sessions.id"], name="fk_events_live_session_live_sessions", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("live_session", "version", name="pk_events"),
        sqlite_with_rowid=False,
    )
    # The log only grows. It goes as a whole, with its live session.
    op.execute(
        "CREATE TRIGGER events_never_change BEFORE UPDATE ON events "
        "BEGIN SELECT RAISE(ABORT, 'events never change'); END"
    )


def _seats_and_walls() -> None:
    op.create_table(
        "seats",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("live_session", sa.String(), nullable=False),
        sa.Column("member", sa.String(), nullable=True),
        sa.Column("ticket_hash", sa.String(), nullable=True),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"], ["live_sessions.id"], name="fk_seats_live_session_live_sessions", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["member"], ["members.id"], name="fk_seats_member_members", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_seats"),
        sa.UniqueConstraint("ticket_hash", name="uq_seats_ticket_hash"),
    )
    op.create_index("ix_seats_live_session", "seats", ["live_session"])
    op.create_table(
        "walls",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("live_session", sa.String(), nullable=False),
        sa.Column("ticket_hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"], ["live_sessions.id"], name="fk_walls_live_session_live_sessions", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_walls"),
        sa.UniqueConstraint("ticket_hash", name="uq_walls_ticket_hash"),
    )
    op.create_index("ix_walls_live_session", "walls", ["live_session"])


def _what_was_said() -> None:
    op.create_table(
        "answers",
        sa.Column("live_session", sa.String(), nullable=False),
        sa.Column("run", sa.String(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("did", sa.String(), nullable=False),
        sa.Column("body", _encrypted, nullable=True),
        sa.Column("ok_to_show", sa.Boolean(), nullable=False),
        sa.Column("by_staff", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("(did = 'answer') = (body IS NOT NULL)", name="body"),
        sa.CheckConstraint("did IN ('answer', 'pass', 'withdraw')", name="did"),
        sa.ForeignKeyConstraint(
            ["live_session"], ["live_sessions.id"], name="fk_answers_live_session_live_sessions", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["seat"], ["seats.id"], name="fk_answers_seat_seats", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("live_session", "run", "seat", name="pk_answers"),
        sa.UniqueConstraint("id", name="uq_answers_id"),
    )
    op.create_table(
        "sealed_answers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("live_session", sa.String(), nullable=False),
        sa.Column("run", sa.String(), nullable=False),
        sa.Column("body", _encrypted, nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"],
            ["live_sessions.id"],
            name="fk_sealed_answers_live_session_live_sessions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sealed_answers"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sealed_answers_live_session_run", "sealed_answers", ["live_session", "run"])
    op.create_table(
        "sealed_waves",
        sa.Column("live_session", sa.String(), nullable=False),
        sa.Column("run", sa.String(), nullable=False),
        sa.Column("wave", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"],
            ["live_sessions.id"],
            name="fk_sealed_waves_live_session_live_sessions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("live_session", "run", "wave", name="pk_sealed_waves"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "texts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("live_session", sa.String(), nullable=False),
        sa.Column("body", _encrypted, nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"], ["live_sessions.id"], name="fk_texts_live_session_live_sessions", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_texts"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_texts_live_session", "texts", ["live_session"])
    op.create_table(
        "jottings",
        sa.Column("live_session", sa.String(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.Column("body", _encrypted, nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"], ["live_sessions.id"], name="fk_jottings_live_session_live_sessions", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_jottings_staff_staff", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("live_session", "staff", name="pk_jottings"),
    )
    op.create_table(
        "living_states",
        sa.Column("live_session", sa.String(), nullable=False),
        sa.Column("run", sa.String(), nullable=False),
        sa.Column("move", sa.Integer(), nullable=False),
        sa.Column("state", _encrypted, nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"],
            ["live_sessions.id"],
            name="fk_living_states_live_session_live_sessions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("live_session", "run", name="pk_living_states"),
    )
