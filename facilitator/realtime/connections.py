"""Who is connected now: one entry for each socket. In memory only; nothing about the device is kept."""

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
    """The view that was sent to this socket last: what a wall confirms is compared with it."""


@dataclass
class Connections:
    """All sockets of this process."""

    by_sid: dict[str, Connection] = field(default_factory=dict)

    def add(self, connection: Connection) -> None:
        self.by_sid[connection.sid] = connection

    def drop(self, sid: str) -> Connection | None:
        return self.by_sid.pop(sid, None)

    def of(self, live_session: str, audience: Audience) -> list[Connection]:
        return [
            each for each in self.by_sid.values() if each.live_session == live_session and each.audience == audience
        ]

    def everywhere(self, audience: Audience, who: str) -> list[Connection]:
        """Every socket of one seat, wall or staff member, whatever the live session."""
        return [each for each in self.by_sid.values() if each.audience == audience and each.who == who]

    def languages(self, live_session: str, audience: Audience) -> set[str]:
        return {each.language for each in self.of(live_session, audience)}

    def is_connected(self, live_session: str, audience: Audience, who: str) -> bool:
        return any(each.who == who for each in self.of(live_session, audience))
