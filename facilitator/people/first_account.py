"""The first account: a link that works once, printed on the server's console while there is nobody yet."""

from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people import staff
from facilitator.people.staff import StaffMember
from facilitator.storage import one_time_links

PURPOSE = "first_account"
_LASTS = 24 * 60 * 60 * 1000


def make_link(conn: Connection, *, at: int) -> str | None:
    """The token of a new link that lasts a day; those before it end. None once there is an account."""
    if not staff.nobody_yet(conn):
        return None
    return one_time_links.make(conn, PURPOSE, expires_at=at + _LASTS)


def check_link(conn: Connection, token: str, *, at: int) -> None:
    """Raises `Refused("link_over")` if the link was used, is too old or was never made."""
    if not staff.nobody_yet(conn) or not one_time_links.is_good(conn, PURPOSE, token, at=at):
        raise Refused("link_over", "This link does not work any more. Start the server again to get a new one.")


def open_account(
    conn: Connection, token: str, staff_id: str, *, sign_in_name: str, name: str, password_hash: str, at: int
) -> StaffMember:
    """Make the first account, which keeps the house and leads, and use up the link. Raises `Refused` (`link_over`)."""
    check_link(conn, token, at=at)
    one_time_links.end(conn, PURPOSE)
    return staff.add(
        conn,
        staff_id,
        sign_in_name=sign_in_name,
        name=name,
        password_hash=password_hash,
        at=at,
        roles=("operator", "facilitator"),
    )
