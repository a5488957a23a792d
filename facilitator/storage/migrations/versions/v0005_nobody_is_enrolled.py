"""Nobody is enrolled: a seat is a person's place in one session, and belongs to no member."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with op.batch_alter_table("seats") as seats:
        seats.drop_constraint("fk_seats_member_members", type_="foreignkey")
        seats.drop_column("member")
    op.execute(sa.text("DELETE FROM names WHERE owner LIKE 'member:%'"))
    op.drop_table("members")
