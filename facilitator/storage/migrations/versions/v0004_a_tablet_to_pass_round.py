"""A tablet to pass round: those of the clinic that a live session knows."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "clinic_tablets",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("live_session", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["live_session"],
            ["live_sessions.id"],
            name="fk_clinic_tablets_live_session_live_sessions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_hash", name="pk_clinic_tablets"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_clinic_tablets_live_session", "clinic_tablets", ["live_session"])
