"""Who is connected now: one entry for each socket. In memory only; nothing about the device is kept."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal

Audience = Literal["facilitator", "participant", "display"]


@dataclass
class Connection:
    """A socket and what it may see. `who` is a staff, seat or wall id."""

    sid: str
    audience: Audience
    who: str
    live_session: str
    language: str
    visible: bool = True
    token: str = ""
    """A staff member's sign-in, asked about at each message, or a waiting wall's ticket. In memory only."""
    tickets: int = 0
    """A phone: how many tickets its seat had had when it came. One more, and another phone has taken its place."""
    sent: dict[str, Any] | None = None
    """The view that was sent to this wall last: what it confirms is compared with it."""


@dataclass
class _Here:
    """The sockets of one audience in one live session, and how many speak each language."""

    by_sid: dict[str, Connection] = field(default_factory=dict)
    languages: Counter[str] = field(default_factory=Counter)


@dataclass
class Connections:
    """All sockets of this process. A connection's place is changed by `move` alone: it is found by it."""

    by_sid: dict[str, Connection] = field(default_factory=dict)
    _here: dict[tuple[str, Audience], _Here] = field(default_factory=dict)
    _of_whom: dict[tuple[Audience, str], dict[str, Connection]] = field(default_factory=dict)

    def add(self, connection: Connection) -> None:
        self.by_sid[connection.sid] = connection
        here = self._here.setdefault((connection.live_session, connection.audience), _Here())
        here.by_sid[connection.sid] = connection
        here.languages[connection.language] += 1
        self._of_whom.setdefault((connection.audience, connection.who), {})[connection.sid] = connection

    def drop(self, sid: str) -> Connection | None:
        connection = self.by_sid.pop(sid, None)
        if connection is not None:
            self._forget(connection)
        return connection

    def move(self, connection: Connection, live_session: str, language: str) -> None:
        """A wall that waited is now part of a live session."""
        known = self.drop(connection.sid) is not None
        connection.live_session, connection.language = live_session, language
        if known:
            self.add(connection)

    def _forget(self, connection: Connection) -> None:
        place, whom = (connection.live_session, connection.audience), (connection.audience, connection.who)
        here, theirs = self._here[place], self._of_whom[whom]
        del here.by_sid[connection.sid], theirs[connection.sid]
        here.languages -= Counter([connection.language])
        if not here.by_sid:
            del self._here[place]
        if not theirs:
            del self._of_whom[whom]

    def of(self, live_session: str, audience: Audience) -> list[Connection]:
        here = self._here.get((live_session, audience))
        return list(here.by_sid.values()) if here else []

    def everywhere(self, audience: Audience, who: str) -> list[Connection]:
        """Every socket of one seat, wall or staff member, whatever the live session."""
        return list(self._of_whom.get((audience, who), {}).values())

    def languages(self, live_session: str, audience: Audience) -> set[str]:
        here = self._here.get((live_session, audience))
        return set(here.languages) if here else set()

    def is_connected(self, live_session: str, audience: Audience, who: str) -> bool:
        return any(each.live_session == live_session for each in self.everywhere(audience, who))

    def counts(self) -> dict[Audience, int]:
        """How many sockets each audience has."""
        counts: dict[Audience, int] = {"facilitator": 0, "participant": 0, "display": 0}
        for (_, audience), here in list(self._here.items()):
            counts[audience] += len(here.by_sid)
        return counts
