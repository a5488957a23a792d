"""A house with somebody of every role and every tie, and something of each kind that a door may be about.

One group is led by Dr. Okoye; every role has an account that leads it, supervises it, wrote one of its plans, or has
nothing to do with it. For whoever owns, each role has a group of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from facilitator.app import Server
from facilitator.house import House
from facilitator.live_session.commands import Begin, EndSession
from facilitator.people import authority, groups, seats, staff, subjects
from facilitator.people.authority import (
    ROLES,
    AboutAgenda,
    AboutGroup,
    AboutLiveSession,
    AboutSeat,
    Actor,
    Nobody,
    Role,
    Seat,
    Staff,
    Subject,
    Wall,
)
from facilitator.storage import agendas, sign_ins
from facilitator.storage.agendas import Agenda, AgendaBlock

MODULE = "iop-foundations/01-check-in"
TIES = ("owns", "leads", "supervises", "wrote", "other")
SHARED = "shared"
"""The group of everyone who does not own one."""


@dataclass(frozen=True)
class Person:
    """Somebody who knocks. `group`: whose things they are asked about; `actor`: what the table knows of them."""

    label: str
    actor: Actor
    group: str
    tie: str = "other"

    @property
    def id(self) -> str:
        return self.actor.id if isinstance(self.actor, Staff) else ""


@dataclass
class Things:
    """Of one group."""

    group: str
    live: str
    ended: str
    seat: str
    ticket: str
    ended_seat: str


def staff_people() -> list[Person]:
    return [
        Person(f"{role}, {tie}", Staff(f"{role}-{tie}", frozenset({role})), _group(role, tie), tie)
        for role in ROLES
        for tie in TIES
    ]


def strangers() -> list[Person]:
    """Who is not signed in, each in another way."""
    return [Person(how, Nobody(), SHARED) for how in ("signed out", "only half signed in", "closed account")]


def _group(role: Role, tie: str) -> str:
    return f"of-{role}" if tie == "owns" else SHARED


class World:
    """Made once; `mend` puts back what a cell has used up."""

    def __init__(self, server: Server) -> None:
        self.server, self.house = server, server.house
        self.things: dict[str, Things] = {}
        self._tablets: dict[str, str] = {}
        self._tokens: dict[str, str] = {}
        self.write = self.house.writer.wait
        self._make()

    def _make(self) -> None:
        for name, roles in (("okoye", ("facilitator", "operator")), ("mallory", ROLES), ("closed", ROLES)):
            self._account(name, roles)
        for person in staff_people():
            self._account(person.id, self._roles(person.actor))
        self._make_group(SHARED, "okoye")
        for role in ROLES:
            self._make_group(f"of-{role}", f"{role}-owns")
        for person in staff_people():
            if person.tie in ("leads", "supervises"):
                join = groups.share if person.tie == "leads" else groups.supervise
                self.write(lambda conn, join=join, who=person.id: join(conn, SHARED, who))
        closed = self.begin("closed")
        self.write(lambda conn: staff.close(conn, "closed", at=1))
        # Its sign-in is put back by hand: an account that is closed opens nothing even so.
        self._tokens = {"closed account": self.begin("closed") or closed, "signed out": "made-up"}
        self._tokens["only half signed in"] = self.write(
            lambda conn: sign_ins.begin(conn, "mallory", at=self.house.clock(), half=True)
        )

    @staticmethod
    def _roles(actor: Actor) -> Iterable[Role]:
        return actor.roles if isinstance(actor, Staff) else ()

    def _account(self, name: str, roles: Iterable[Role]) -> None:
        given: Any = tuple(roles)
        self.write(
            lambda conn: staff.add(conn, name, sign_in_name=name, name=name, password_hash="-", at=1, roles=given)
        )

    def _make_group(self, group: str, owner: str) -> None:
        self.write(lambda conn: groups.add(conn, group, owner=owner, name=group, at=1))
        live, ended = self._evening(group, owner), self._evening(group, owner)
        seat, ticket = self._seat(live)
        ended_seat, _ = self._seat(ended)
        self._end(self.house, ended)
        self.things[group] = Things(group, live, ended, seat, ticket, ended_seat)
        self.mend(group)

    def _evening(self, group: str, owner: str) -> str:
        return self.house.opening.open_session(group=group, blocks=[(MODULE, None), ("break", 10)], by=owner)

    def _seat(self, live_session: str) -> tuple[str, str]:
        secret = self.house.conductor.room(live_session).facts.join["url"].partition("#s=")[2]
        ticket = self.house.joining.with_secret(secret, "Ana", "en")
        with self.house.store.reading() as conn:
            found = seats.find_by_ticket(conn, ticket)
        assert found is not None
        return found.id, ticket

    @staticmethod
    def _end(house: House, live_session: str) -> None:
        for command in (Begin(), EndSession()):
            house.conductor.ask_and_wait(live_session, command, "staff:okoye")
        before, house.conductor.clock = house.conductor.clock, lambda: house.clock() + 120_000
        while live_session in house.conductor.rooms:
            house.conductor.tick()
        house.conductor.clock = before

    # --- what a cell needs ---

    def mend(self, group: str) -> None:
        """Plans may have been deleted, accounts closed, groups unshared."""

        def job(conn: Any) -> None:
            for owner in ("okoye", *(person.id for person in staff_people() if person.tie == "wrote")):
                plan = Agenda(f"{group}-{owner}", owner, group, "A plan", False, (AgendaBlock("b1", MODULE),), 1)
                agendas.keep(conn, plan)
            staff.open_again(conn, "mallory")
            staff.give_roles(conn, "mallory", ROLES)
            groups.unshare(conn, group, "mallory")

        self.write(job)

    def plan_for(self, person: Person) -> str:
        return f"{person.group}-{person.id if person.tie == 'wrote' else 'okoye'}"

    def token_of(self, person: Person) -> str:
        """The sign-in of this person, begun again if a cell has ended it."""
        if isinstance(person.actor, Nobody):
            return self._tokens[person.label]
        token = self._tokens.get(person.id, "")
        if self.house.sign_ins.who(token) is None:
            token = self._tokens[person.id] = self.begin(person.id)
        return token

    def tablet_of(self, live_session: str) -> str:
        """A clinic tablet that is passed round there, set up again if a cell has put it away."""
        token = self._tablets.get(live_session, "")
        if self.house.passing_round.room_of(token) is None:
            code = self.house.passing_round.code_for(self.house.conductor.room(live_session))
            token = self._tablets[live_session] = self.house.passing_round.begin(code)
        return token

    def begin(self, name: str) -> str:
        return self.write(lambda conn: sign_ins.begin(conn, name, at=self.house.clock()))

    def subject(self, about: type[Any], person: Person) -> Subject:
        """What the table is asked about, from what this world knows and not from the store."""
        whom = {tie: frozenset(p.id for p in staff_people() if p.tie == tie) for tie in ("leads", "supervises")}
        group = AboutGroup("okoye", whom["leads"] | {"okoye"}, whom["supervises"])
        if person.group != SHARED:
            group = AboutGroup(person.id, frozenset({person.id}))
        things = self.things[person.group]
        found: dict[type[Any], Subject] = {
            AboutGroup: group,
            AboutLiveSession: AboutLiveSession(things.live, group),
            AboutAgenda: AboutAgenda(person.id if person.tie == "wrote" else "okoye", group),
            authority.AboutJotting: authority.AboutJotting(person.id, AboutLiveSession(things.live, group)),
            AboutSeat: AboutSeat(things.seat, things.live),
            authority.AboutPassing: authority.AboutPassing(things.live),
            authority.AboutWall: authority.AboutWall("wall", things.live),
        }
        return found.get(about)


__all__ = ["SHARED", "Person", "Seat", "Things", "Wall", "World", "staff_people", "strangers", "subjects"]
