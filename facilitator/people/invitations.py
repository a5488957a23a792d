"""How a colleague gets an account: a link that works once, which somebody of the staff made and gave them."""

from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people import staff
from facilitator.people.staff import StaffMember
from facilitator.storage import one_time_links

_LASTS = 3 * 24 * 60 * 60 * 1000


def make_link(conn: Connection, inviter: str, *, at: int) -> str:
    """The token of a new link that lasts three days; the one that the same person made before ends."""
    return one_time_links.make(conn, _purpose(inviter), expires_at=at + _LASTS, staff=inviter)


def check_link(conn: Connection, inviter: str, token: str, *, at: int) -> None:
    """Raises `Refused("link_over")` if the link was used, is too old or was never made."""
    if not one_time_links.is_good(conn, _purpose(inviter), token, at=at):
        raise Refused("link_over", "This link does not work any more. Ask your colleague for a new one.")


def open_account(
    conn: Connection,
    inviter: str,
    token: str,
    staff_id: str,
    *,
    sign_in_name: str,
    name: str,
    password_hash: str,
    at: int,
) -> StaffMember:
    """Make the account and use up the link. Raises `Refused` (`link_over`, `name_taken`)."""
    check_link(conn, inviter, token, at=at)
    one_time_links.end(conn, _purpose(inviter))
    return staff.add(conn, staff_id, sign_in_name=sign_in_name, name=name, password_hash=password_hash, at=at)


def _purpose(inviter: str) -> str:
    return f"invitation:{inviter}"
