"""How a colleague gets an account: a link that works once, which an operator made, and which says what they may do."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people import staff
from facilitator.people.authority import ROLES, Role
from facilitator.people.staff import StaffMember
from facilitator.storage import one_time_links
from facilitator.storage.ids import new_id

_LASTS = 3 * 24 * 60 * 60 * 1000


@dataclass(frozen=True)
class Invitation:
    """What stands in the link: which invitation it is, and its token."""

    id: str
    token: str


def make_link(conn: Connection, inviter: str, roles: Collection[Role], *, at: int) -> Invitation:
    """A new link that lasts three days, for an account with these roles. Raises `Refused("no_role")`."""
    wanted = [role for role in ROLES if role in roles]
    if not wanted:
        raise Refused("no_role", "Tick at least one thing that this person will do here.")
    one_time_links.end_old(conn, at=at)
    invitation = new_id(conn)
    token = one_time_links.make(
        conn, _purpose(invitation), expires_at=at + _LASTS, staff=inviter, carries=" ".join(wanted)
    )
    return Invitation(invitation, token)


def check_link(conn: Connection, invitation: str, token: str, *, at: int) -> None:
    """Raises `Refused("link_over")` if the link was used, is too old or was never made."""
    if not one_time_links.is_good(conn, _purpose(invitation), token, at=at):
        raise Refused("link_over", "This link does not work any more. Ask your colleague for a new one.")


def open_account(
    conn: Connection,
    invitation: str,
    token: str,
    staff_id: str,
    *,
    sign_in_name: str,
    name: str,
    password_hash: str,
    at: int,
) -> StaffMember:
    """Make the account and use up the link. Raises `Refused` (`link_over`, `name_taken`)."""
    check_link(conn, invitation, token, at=at)
    carried = one_time_links.carried(conn, _purpose(invitation)).split()
    one_time_links.end(conn, _purpose(invitation))
    return staff.add(
        conn,
        staff_id,
        sign_in_name=sign_in_name,
        name=name,
        password_hash=password_hash,
        at=at,
        roles=[role for role in ROLES if role in carried],
    )


def _purpose(invitation: str) -> str:
    return f"invitation:{invitation}"
