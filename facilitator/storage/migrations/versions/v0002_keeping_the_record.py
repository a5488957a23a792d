"""How the record is kept: the audit log, which summaries staff confirmed, and which sessions are on legal hold."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_HELD = {
    "live_sessions": "id",
    "answers": "live_session",
    "sealed_answers": "live_session",
    "texts": "live_session",
    "jottings": "live_session",
    "living_states": "live_session",
    "names": "live_session",
}
"""Tables whose rows stay while their live session is on hold, and the column that names it."""


def upgrade() -> None:
    _audit()
    _keeping()


def _audit() -> None:
    op.create_table(
        "audit_entries",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("group", sa.String(), nullable=True),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit_entries"),
    )
    op.create_index("ix_audit_entries_subject", "audit_entries", ["subject"])
    op.create_table(
        "audit_ends",
        sa.Column("which", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("mac", sa.String(), nullable=False),
        sa.CheckConstraint("which IN ('start', 'head')", name="which"),
        sa.PrimaryKeyConstraint("which", name="pk_audit_ends"),
    )
    op.execute(
        "CREATE TRIGGER audit_entries_never_change BEFORE UPDATE ON audit_entries "
        "BEGIN SELECT RAISE(ABORT, 'the audit log never changes'); END"
    )
    # Old entries may go, once a signed entry says up to which one.
    op.execute(
        "CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries "
        "WHEN OLD.number > coalesce((SELECT number FROM audit_ends WHERE which = 'start'), 0) "
        "BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END"
    )
    op.execute(
        "CREATE TRIGGER audit_ends_stay BEFORE DELETE ON audit_ends "
        "BEGIN SELECT RAISE(ABORT, 'the ends of the audit log stay'); END"
    )
    op.execute(
        "CREATE TRIGGER audit_ends_move_forward BEFORE UPDATE ON audit_ends "
        "WHEN NEW.which <> OLD.which OR NEW.number <= OLD.number "
        "BEGIN SELECT RAISE(ABORT, 'the ends of the audit log move forward'); END"
    )


def _keeping() -> None:
    op.create_table(
        "confirmed_summaries",
        sa.Column("live_session", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("keep_answers", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"],
            ["live_sessions.id"],
            name="fk_confirmed_summaries_live_session_live_sessions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("live_session", name="pk_confirmed_summaries"),
    )
    op.create_table(
        "legal_holds",
        sa.Column("live_session", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"], ["live_sessions.id"], name="fk_legal_holds_live_session_live_sessions", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("live_session", name="pk_legal_holds"),
    )
    for table, column in _HELD.items():
        op.execute(
            f"CREATE TRIGGER {table}_on_hold BEFORE DELETE ON {table} "  # noqa: S608 - names of ours alone
            f"WHEN EXISTS (SELECT 1 FROM legal_holds WHERE live_session = OLD.{column}) "
            "BEGIN SELECT RAISE(ABORT, 'this is on legal hold'); END"
        )
