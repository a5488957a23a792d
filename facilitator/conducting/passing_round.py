"""A tablet of the clinic, passed round: it is one person's phone for a moment, wiped, and then the next one's.

Only seats without a phone of their own are handed on. Nothing is written to the log: who held the tablet, and when,
would say who has answered.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import SystemRandom

from sqlalchemy import Connection

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.live_room import LiveRoom, Then
from facilitator.conducting.outcomes import why_not
from facilitator.errors import Refused
from facilitator.people import clinic_tablets, seats
from facilitator.people.join_codes import as_typed, random_code
from facilitator.people.join_guesses import JoinGuesses
from facilitator.storage.database import Store
from facilitator.storage.ids import hash_of
from facilitator.storage.writer import Writer

CODE_LETTERS = 8
"""Longer than a join code, since it does not knock: it opens the seats of everyone without a phone."""
CODE_MS = 10 * 60_000


@dataclass
class PassingRound:
    """`guesses` are its own: whoever guesses here slows nobody down who comes in by the door."""

    store: Store
    writer: Writer
    conductor: Conductor
    guesses: JoinGuesses
    clock: Callable[[], int]
    chance: SystemRandom = field(default_factory=SystemRandom)
    _codes: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Hash of a code → (live session, until). In memory only."""

    def code_for(self, room: LiveRoom) -> str:
        """What staff type on the clinic's tablet: works once, within ten minutes. A new one ends the one before."""
        now, code = self.clock(), random_code(self.chance, CODE_LETTERS)
        self._codes = {name: made for name, made in self._codes.items() if made[1] > now and made[0] != room.id}
        self._codes[hash_of(code)] = (room.id, now + CODE_MS)
        return code

    def begin(self, code: str) -> str:
        """The token of a tablet that is passed round from now on. Raises `Refused` (`no_tablet_code`, `slow_down`)."""
        made = self.guesses.look(code, partial(self._take, code))
        if made is None:
            raise Refused("no_tablet_code", "This code does not work now. Ask for a new one on the staff tablet.")
        room = self.conductor.room(made)
        token = self.writer.wait(partial(clinic_tablets.add, live_session=room.id))
        room.facts.clinic_tablet = True
        return token

    def _take(self, code: str) -> str | None:
        """The live session of a code that works, which then works no more."""
        made = self._codes.pop(hash_of(as_typed(code)), None)
        return made[0] if made and made[1] > self.clock() and made[0] in self.conductor.rooms else None

    def room_of(self, token: str) -> LiveRoom | None:
        """Where this tablet is passed round; None once the session is over or the tablet was put away."""
        with self.store.reading() as conn:
            live_session = clinic_tablets.live_session_of(conn, token)
        return self.conductor.rooms.get(live_session) if live_session is not None else None

    def next_ones(self, room: LiveRoom) -> list[tuple[str, str]]:
        """(seat, name) of those who could hold it now: in the group, without a phone, and not holding another one."""
        waiting = [seat for seat in room.without_a_phone() if seat not in room.facts.connected]
        return sorted(((seat, room.facts.names.get(seat, "")) for seat in waiting), key=lambda one: one[1].casefold())

    def hand_to(self, room: LiveRoom, seat: str) -> str:
        """A ticket for this seat; the one before opens nothing any more. Raises `Refused("not_theirs")`."""
        if seat not in {waiting for waiting, _ in self.next_ones(room)}:
            raise Refused("not_theirs", "This seat has a phone of its own now. Ask staff.")
        return self.writer.wait(partial(seats.new_ticket, seat=seat))

    def wipe(self, ticket: str) -> None:
        """The person is done: what this tablet held opens nothing any more."""

        def job(conn: Connection) -> None:
            found = seats.find_by_ticket(conn, ticket)
            if found is not None:
                seats.drop_ticket(conn, found.id)

        self.writer.wait(job)

    def put_away(self, token: str) -> None:
        """This tablet is passed round no more."""
        room = self.room_of(token)
        self.writer.wait(partial(clinic_tablets.put_away, token=token))
        if room is not None:
            with self.store.reading() as conn:
                room.facts.clinic_tablet = clinic_tablets.are_there(conn, room.id)

    def put_all_away(self, room: LiveRoom, then: Then) -> list[str]:
        """No tablet is passed round here any more, and no code makes one. Gives the seats that could be handed on.

        Waits for nothing; `then` is told once it is stored.
        """
        self._codes = {name: made for name, made in self._codes.items() if made[0] != room.id}
        handed = sorted(room.without_a_phone())

        def job(conn: Connection) -> None:
            clinic_tablets.put_all_away(conn, room.id)
            for seat in handed:
                seats.drop_ticket(conn, seat)

        room.facts.clinic_tablet = False
        self.writer.submit(job, urgent=True, then=lambda outcome: then(why_not(outcome)))
        return handed
