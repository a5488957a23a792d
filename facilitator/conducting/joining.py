"""Ways into a live session from a phone: the QR's secret goes straight in, a typed code knocks,
a seat's link brings a new phone to an old seat, and a ticket brings a phone back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import SystemRandom
from secrets import token_hex, token_urlsafe

from sqlalchemy import Connection

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.live_room import LiveRoom, Then
from facilitator.conducting.outcomes import why_not
from facilitator.conducting.prepared import Prepared
from facilitator.conducting.tickets import Tickets
from facilitator.errors import Refused
from facilitator.live_session.commands import AcceptAgreement, RenewSeat, TakeSeat
from facilitator.people import join_codes, seats
from facilitator.people.join_guesses import ELSEWHERE, JoinGuesses
from facilitator.storage import live_sessions
from facilitator.storage.batches import Outcome
from facilitator.storage.database import Store
from facilitator.storage.ids import hash_of
from facilitator.storage.live_sessions import StoredLiveSession
from facilitator.storage.writer import Writer

LINK_MS = 10 * 60_000
"""A seat's link works for this long, and once."""


@dataclass
class Joining:
    """The one place where tickets are made."""

    store: Store
    writer: Writer
    conductor: Conductor
    guesses: JoinGuesses
    clock: Callable[[], int]
    chance: SystemRandom = field(default_factory=SystemRandom)
    tickets: Tickets = field(init=False)
    _links: dict[str, tuple[str, str, int]] = field(default_factory=dict)
    """Hash of a link's token → (live session, seat, until)."""

    def __post_init__(self) -> None:
        self.tickets = Tickets(self.store, self.conductor)

    def with_code(self, code: str, name: str, language: str, place: str = ELSEWHERE) -> str:
        """A ticket for a new seat that knocks. Raises `Refused` (`no_such_code`, `slow_down`, `locked`, `name`).

        `place`: where it is typed, as `join_guesses.place_of` tells; not kept.
        """
        name = seats.tidy_name(name)
        found = self.guesses.look(code, partial(self._find_by_code, code), place)
        if found is None:
            raise Refused("no_such_code", "No group has this code now. Look at the screen in the room and try again.")
        return self._new_seat(found, "code", name, language)

    def _find_by_code(self, code: str) -> StoredLiveSession | None:
        with self.store.reading() as conn:
            return live_sessions.find_by_code(conn, join_codes.as_typed(code))

    def with_secret(self, secret: str, name: str, language: str) -> str:
        """A ticket for a new seat that is in at once. Raises `Refused` (`old_link`, `locked`, `name`)."""
        name = seats.tidy_name(name)
        with self.store.reading() as conn:
            found = live_sessions.find_by_secret(conn, secret)
        if found is None:
            raise Refused("old_link", "This link is from another day. Scan the code in the room again.")
        return self._new_seat(found, "qr", name, language)

    def _new_seat(self, found: StoredLiveSession, by: str, name: str, language: str) -> str:
        room = self.conductor.room(found.id)
        language = room.facts.language(language)
        seat = token_hex(16)
        ticket: list[str] = []

        def row(conn: Connection) -> None:
            seats.add(conn, seat, room.id, name=name, language=language)
            ticket.append(seats.new_ticket(conn, seat))

        command = TakeSeat(seat, "qr" if by == "qr" else "code")
        prepared = Prepared(command, (row,), lambda: room.facts.names.__setitem__(seat, name))
        self.conductor.ask_and_wait(room.id, prepared, f"seat:{seat}")
        return ticket[-1]

    def seat_of(self, ticket: str) -> tuple[str, str] | None:
        """(live session, seat) of a phone that comes back; None if its ticket opens nothing any more."""
        return self.tickets.seat_of(ticket)

    def accept_agreement(self, live_session: str, seat: str, version: str) -> None:
        """Raises `Refused("other_version", …)` if it has changed since it was read."""
        self.conductor.ask_and_wait(live_session, AcceptAgreement(version, seat), f"seat:{seat}")

    def rename(self, room: LiveRoom, seat: str, name: str, then: Then) -> None:
        """Call the person differently. Raises `Refused("name", …)`; `then` is told once it is stored."""
        name = seats.tidy_name(name)

        def stored(outcome: Outcome[None]) -> None:
            refused = why_not(outcome)
            if refused is None:
                room.facts.names[seat] = name
                self.conductor.changed(room)
            then(refused)

        self.writer.submit(lambda conn: seats.rename(conn, seat, name), urgent=False, then=stored)

    def link_for(self, room: LiveRoom, seat: str) -> str:
        """A token that brings a new phone to this seat: once, within ten minutes. Kept in memory only."""
        if seat not in room.state.seats:
            raise Refused("no_seat", "That seat is not part of this session.")
        now, token = self.clock(), token_urlsafe(16)
        self._links = {name: link for name, link in self._links.items() if link[2] > now and link[1] != seat}
        self._links[hash_of(token)] = (room.id, seat, now + LINK_MS)
        return token

    def with_link(self, token: str) -> str:
        """A new ticket for an old seat; the old phone's ticket stops working. Raises `Refused("old_link", …)`."""
        link = self._links.pop(hash_of(token), None)
        if link is None or link[2] <= self.clock():
            raise Refused("old_link", "This link was used or is too old. Ask staff for a new one.")
        live_session, seat, _ = link
        ticket: list[str] = []
        prepared = Prepared(RenewSeat(seat), (lambda conn: ticket.append(seats.new_ticket(conn, seat)),))
        try:
            self.conductor.ask_and_wait(live_session, prepared, f"seat:{seat}")
        except Refused:
            self._links[hash_of(token)] = link
            raise
        return ticket[-1]
