"""Which seat a phone's ticket opens. When a whole group comes back at once, the store is asked once and not by each.

What was read is true until tickets have changed: those of a seat are counted in its session (`Seat.tickets`), and
whatever else changes one moves the writer's `house_version`.
"""

from dataclasses import dataclass, field

from facilitator.conducting.conductor import Conductor
from facilitator.people import seats
from facilitator.storage.database import Store
from facilitator.storage.ids import hash_of


@dataclass(frozen=True)
class _Opens:
    live_session: str
    seat: str
    tickets: int
    """How many tickets the seat had had when this was read."""


@dataclass
class Tickets:
    store: Store
    conductor: Conductor
    _opens: dict[str, _Opens] = field(default_factory=dict)
    """By the hash of a ticket."""
    _read: set[str] = field(default_factory=set)
    """Live sessions of which every ticket was read."""
    _read_at: int = -1

    def seat_of(self, ticket: str) -> tuple[str, str] | None:
        """(live session, seat) of a phone that comes back; None if its ticket opens nothing any more."""
        hashed, version = hash_of(ticket), self.conductor.writer.house_version
        if self._read_at != version:
            self._opens, self._read, self._read_at = {}, set(), version
        known = self._opens.get(hashed)
        if known is None or self._tickets_of(known.live_session, known.seat) != known.tickets:
            self._opens.pop(hashed, None)
            self._look(hashed)
            known = self._opens.get(hashed)
        return None if known is None else (known.live_session, known.seat)

    def _look(self, hashed: str) -> None:
        with self.store.reading() as conn:
            found = seats.opened_by(conn, hashed)
            if found is None or found[0] not in self.conductor.rooms:
                return
            live_session, seat = found
            opens = {hashed: seat}
            if live_session not in self._read:
                self._read.add(live_session)
                opens = seats.tickets_of(conn, live_session)
        for each, opened in opens.items():
            tickets = self._tickets_of(live_session, opened)
            if tickets is not None:
                self._opens[each] = _Opens(live_session, opened, tickets)

    def _tickets_of(self, live_session: str, seat: str) -> int | None:
        room = self.conductor.rooms.get(live_session)
        place = room.state.seats.get(seat) if room is not None else None
        return None if place is None else place.tickets
