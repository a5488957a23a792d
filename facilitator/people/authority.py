"""May they? One question for every route and every message. Pure: who asks and what about are passed in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from facilitator.errors import Refused

# --- who asks ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Staff:
    id: str


@dataclass(frozen=True)
class Seat:
    id: str
    live_session: str


@dataclass(frozen=True)
class Wall:
    """A paired room screen."""

    id: str
    live_session: str


@dataclass(frozen=True)
class Nobody:
    """Somebody who has neither signed in nor taken a seat."""


Actor = Staff | Seat | Wall | Nobody

# --- what about (`subjects.py` reads them from the store) ----------------------------------------------


@dataclass(frozen=True)
class AboutGroup:
    """`staff` are its owner and its co-facilitators."""

    owner: str
    staff: frozenset[str]


@dataclass(frozen=True)
class AboutLiveSession:
    id: str
    group: AboutGroup


@dataclass(frozen=True)
class AboutAgenda:
    owner: str
    group: AboutGroup | None


@dataclass(frozen=True)
class AboutJotting:
    """The private notes that `author` makes beside a live session."""

    author: str
    live_session: AboutLiveSession


@dataclass(frozen=True)
class AboutSeat:
    id: str
    live_session: str


Subject = AboutGroup | AboutLiveSession | AboutAgenda | AboutJotting | AboutSeat | None

Action = Literal[
    "plan",  # see the library, make groups and agendas of one's own
    "see_group", "open_live_session", "change_group",
    "use_agenda", "change_agenda", "delete_agenda",
    "lead", "see_record", "delete_live_session",
    "jot",
    "take_part",
    "show",
]  # fmt: skip
"""`lead`: everything a tablet asks of a live session. `take_part`: what a phone asks for its seat. `show`: a wall."""

# --- the table ---------------------------------------------------------------------------------------


def _is_staff(actor: Actor, subject: Any) -> bool:
    return isinstance(actor, Staff) and subject is None


def _of_group(actor: Actor, subject: Any) -> bool:
    return isinstance(actor, Staff) and isinstance(subject, AboutGroup) and actor.id in subject.staff


def _owns_group(actor: Actor, subject: Any) -> bool:
    return isinstance(actor, Staff) and isinstance(subject, AboutGroup) and actor.id == subject.owner


def _leads(actor: Actor, subject: Any) -> bool:
    return isinstance(subject, AboutLiveSession) and _of_group(actor, subject.group)


def _owns_live_session(actor: Actor, subject: Any) -> bool:
    return isinstance(subject, AboutLiveSession) and _owns_group(actor, subject.group)


def _owns_agenda(actor: Actor, subject: Any) -> bool:
    return isinstance(actor, Staff) and isinstance(subject, AboutAgenda) and actor.id == subject.owner


def _shares_agenda(actor: Actor, subject: Any) -> bool:
    return _owns_agenda(actor, subject) or (isinstance(subject, AboutAgenda) and _of_group(actor, subject.group))


def _wrote(actor: Actor, subject: Any) -> bool:
    return (
        isinstance(actor, Staff)
        and isinstance(subject, AboutJotting)
        and actor.id == subject.author
        and _leads(actor, subject.live_session)
    )


def _sits(actor: Actor, subject: Any) -> bool:
    return (
        isinstance(actor, Seat)
        and isinstance(subject, AboutSeat)
        and (actor.id, actor.live_session) == (subject.id, subject.live_session)
    )


def _hangs(actor: Actor, subject: Any) -> bool:
    return isinstance(actor, Wall) and isinstance(subject, AboutLiveSession) and actor.live_session == subject.id


_RULES: Mapping[str, Callable[[Actor, Any], bool]] = {
    "plan": _is_staff,
    "see_group": _of_group,
    "open_live_session": _of_group,
    "change_group": _owns_group,
    "use_agenda": _shares_agenda,
    "change_agenda": _shares_agenda,
    "delete_agenda": _owns_agenda,
    "lead": _leads,
    "see_record": _leads,
    "delete_live_session": _owns_live_session,
    "jot": _wrote,
    "take_part": _sits,
    "show": _hangs,
}


def may(actor: Actor, action: Action, subject: Subject = None) -> bool:
    """Whether this actor may do this. Raises `LookupError` for an action that nobody has thought about."""
    return _RULES[action](actor, subject)


def must(actor: Actor, action: Action, subject: Subject = None) -> None:
    """Raises `Refused`: `sign_in` for somebody unknown, `not_yours` for everyone else who may not."""
    if may(actor, action, subject):
        return
    if isinstance(actor, Nobody):
        raise Refused("sign_in", "Please sign in or join first.")
    raise Refused("not_yours", "This belongs to someone else. Ask them to share it with you.")
