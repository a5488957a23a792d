"""Room screens: a wall shows a pairing code until a tablet names it; then its ticket brings it back by itself."""

from dataclasses import dataclass
from random import Random, SystemRandom
from threading import Lock
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, select

from facilitator.errors import Refused
from facilitator.people.join_codes import CODE_LENGTH, as_typed, random_code
from facilitator.storage.ids import hash_of
from facilitator.storage.tables import walls
from facilitator.storage.upsert import upsert

_ATTACH = upsert(walls, on="ticket_hash")


@dataclass(frozen=True)
class WaitingWall:
    """A wall that shows a pairing code."""

    id: str
    code: str
    ticket_hash: str


@dataclass(frozen=True)
class PairedWall:
    id: str
    live_session: str


class Pairing:
    """Walls that wait to be paired, in memory only: anybody may open the page, and nothing is stored for it.

    `most` bounds them; the one that has waited longest goes first and gets a new code when it asks again.
    """

    def __init__(self, chance: Random | None = None, *, most: int = 100) -> None:
        self._chance = chance or SystemRandom()
        self._most = most
        self._waiting: dict[str, WaitingWall] = {}
        self._mutex = Lock()

    def wait(self, ticket: str) -> WaitingWall:
        """The wall with this ticket (of 128 random bits, from its cookie); the same code as long as it waits."""
        ticket_hash = hash_of(ticket)
        with self._mutex:
            for wall in self._waiting.values():
                if wall.ticket_hash == ticket_hash:
                    return wall
            wall = WaitingWall(self._chance.randbytes(16).hex(), self._free_code(), ticket_hash)
            while len(self._waiting) >= self._most:
                self._waiting.pop(next(iter(self._waiting)))
            self._waiting[wall.code] = wall
            return wall

    def wall_of(self, code: str) -> WaitingWall:
        """The wall that shows this code. Raises `Refused("no_wall")`."""
        wall = self._waiting.get(as_typed(code))
        if wall is None:
            raise Refused("no_wall", "No room screen shows this code. Look at the screen again, then type it.")
        return wall

    def paired(self, wall: WaitingWall) -> None:
        """It has been paired (and that is stored): its code is free again."""
        with self._mutex:
            self._waiting.pop(wall.code, None)

    def _free_code(self) -> str:
        code = random_code(self._chance, CODE_LENGTH)
        return code if code not in self._waiting else self._free_code()


def attach(conn: Connection, live_session: str, wall: WaitingWall) -> None:
    """Store that this wall shows this live session from now on."""
    conn.execute(_ATTACH, {"id": wall.id, "live_session": live_session, "ticket_hash": wall.ticket_hash})


def detach(conn: Connection, wall: str) -> None:
    """Forget the pairing; the wall's page shows a new code when it comes back."""
    conn.execute(delete(walls).where(walls.c.id == wall))


def find(conn: Connection, wall: str) -> PairedWall | None:
    return _one(conn, walls.c.id == wall)


def find_by_ticket(conn: Connection, ticket: str) -> PairedWall | None:
    """The paired wall whose cookie holds this ticket."""
    return _one(conn, walls.c.ticket_hash == hash_of(ticket))


def of_live_session(conn: Connection, live_session: str) -> list[PairedWall]:
    rows = conn.execute(select(walls).where(walls.c.live_session == live_session).order_by(walls.c.id))
    return [PairedWall(row.id, row.live_session) for row in rows]


def _one(conn: Connection, wanted: ColumnElement[bool]) -> PairedWall | None:
    row: Any = conn.execute(select(walls).where(wanted)).first()
    return None if row is None else PairedWall(row.id, row.live_session)
