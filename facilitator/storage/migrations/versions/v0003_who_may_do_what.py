"""Who may do what: roles of staff, supervisors of groups, the second step of signing in, accounts that are closed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _roles()
    _second_step()
    op.add_column("staff", sa.Column("disabled_at", sa.BigInteger(), nullable=True))
    op.add_column("group_staff", sa.Column("supervises", sa.Boolean(), server_default=sa.text("0"), nullable=False))
    op.add_column("one_time_links", sa.Column("carries", sa.String(), nullable=True))
    op.add_column("sign_ins", sa.Column("half", sa.Boolean(), server_default=sa.text("0"), nullable=False))


def _roles() -> None:
    op.create_table(
        "staff_roles",
        sa.Column("staff", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.CheckConstraint(
            "role IN ('facilitator', 'co_facilitator', 'supervisor', 'author', 'operator')", name="role"
        ),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_staff_roles_staff_staff", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("staff", "role", name="pk_staff_roles"),
    )
    # Until now everybody could do everything with what was theirs, and whoever came first kept the house.
    op.execute("INSERT INTO staff_roles SELECT id, 'facilitator' FROM staff")
    op.execute("INSERT INTO staff_roles SELECT id, 'operator' FROM staff ORDER BY created_at, id LIMIT 1")


def _second_step() -> None:
    op.create_table(
        "second_steps",
        sa.Column("staff", sa.String(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("confirmed_at", sa.BigInteger(), nullable=True),
        sa.Column("last_used", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_second_steps_staff_staff", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("staff", name="pk_second_steps"),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_recovery_codes_staff_staff", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code_hash", name="pk_recovery_codes"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_recovery_codes_staff", "recovery_codes", ["staff"])
