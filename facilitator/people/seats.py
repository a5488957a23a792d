"""Seats: a person's pseudonymous place in one live session, and the ticket by which a phone comes back to it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from facilitator.errors import Refused
from facilitator.storage import ids
from facilitator.storage.people import keep_name, names_in, names_of
from facilitator.storage.tables import seats


@dataclass(frozen=True)
class StoredSeat:
    """`generation` counts the tickets that were made; 0: no phone yet. `name` is what they want to be called."""

    id: str
    live_session: str
    generation: int
    language: str
    name: str


LONGEST_NAME = 40


def tidy_name(name: str) -> str:
    """The name as it is kept. Raises `Refused("name")` for an empty or very long one."""
    tidy = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    if not 1 <= len(tidy) <= LONGEST_NAME:
        raise Refused("name", f"Choose a name to be called by, of up to {LONGEST_NAME} letters.")
    return tidy


def add(conn: Connection, seat: str, live_session: str, *, name: str, language: str) -> None:
    """Write down a new seat, without a ticket. Whether it may come in is for the log to say."""
    row = {"id": seat, "live_session": live_session, "generation": 0, "language": language}
    conn.execute(insert(seats), row)
    keep_name(conn, f"seat:{seat}", name, live_session=live_session)


def new_ticket(conn: Connection, seat: str) -> str:
    """Make the ticket that opens this seat from now on (128 bits); the one before no longer does.

    A ticket from a QR is changed for a new one when a phone first uses it, so that a photo of the QR opens nothing.
    Raises `LookupError` if there is no such seat.
    """
    ticket = ids.new_token(conn)
    values: dict[Any, Any] = {"ticket_hash": ids.hash_of(ticket), "generation": seats.c.generation + 1}
    if conn.execute(update(seats).where(seats.c.id == seat).values(values)).rowcount == 0:
        raise LookupError(seat)
    return ticket


def drop_ticket(conn: Connection, seat: str) -> None:
    """Let no phone open this seat any more (removed, or passed round on a clinic tablet)."""
    conn.execute(update(seats).where(seats.c.id == seat).values(ticket_hash=None))


def find(conn: Connection, seat: str) -> StoredSeat | None:
    return _one(conn, seats.c.id == seat)


def find_by_ticket(conn: Connection, ticket: str) -> StoredSeat | None:
    return _one(conn, seats.c.ticket_hash == ids.hash_of(ticket))


def opened_by(conn: Connection, ticket_hash: str) -> tuple[str, str] | None:
    """(live session, seat)."""
    row = conn.execute(select(seats.c.live_session, seats.c.id).where(seats.c.ticket_hash == ticket_hash)).first()
    return None if row is None else (row.live_session, row.id)


def tickets_of(conn: Connection, live_session: str) -> dict[str, str]:
    """Hash of a ticket → the seat it opens."""
    rows = select(seats.c.ticket_hash, seats.c.id).where(
        seats.c.live_session == live_session, seats.c.ticket_hash.is_not(None)
    )
    return {row.ticket_hash: row.id for row in conn.execute(rows)}


def of_live_session(conn: Connection, live_session: str) -> list[StoredSeat]:
    """Every seat, in the order of their random ids."""
    names = names_in(conn, live_session)
    rows = conn.execute(select(seats).where(seats.c.live_session == live_session).order_by(seats.c.id))
    return [_seat(row, names) for row in rows]


def rename(conn: Connection, seat: str, name: str) -> None:
    """Call the person differently. Raises `LookupError` if there is no such seat."""
    found = find(conn, seat)
    if found is None:
        raise LookupError(seat)
    keep_name(conn, f"seat:{seat}", name, live_session=found.live_session)


def set_language(conn: Connection, seat: str, language: str) -> None:
    conn.execute(update(seats).where(seats.c.id == seat).values(language=language))


def _one(conn: Connection, wanted: ColumnElement[bool]) -> StoredSeat | None:
    row = conn.execute(select(seats).where(wanted)).first()
    return None if row is None else _seat(row, names_of(conn, [f"seat:{row.id}"]))


def _seat(row: Any, names: dict[str, str]) -> StoredSeat:
    return StoredSeat(row.id, row.live_session, row.generation, row.language, names.get(f"seat:{row.id}", ""))
