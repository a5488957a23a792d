"""May they? One table for every route and every message: role × action × what somebody is to the thing in question.

Pure: who asks and what about are passed in (`subjects.py` reads the latter from the store). `web/rights.py` names the
action of each route and `realtime/rights.py` that of each message; whatever neither names is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, get_args

from facilitator.errors import Refused

Role = Literal["facilitator", "co_facilitator", "supervisor", "author", "operator"]
ROLES: tuple[Role, ...] = get_args(Role)

# --- who asks ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Staff:
    """`roles`: those in force now, as `sign_in.SignIns.who` tells them."""

    id: str
    roles: frozenset[Role]


@dataclass(frozen=True)
class Seat:
    """Whoever holds the newest ticket of a seat."""

    id: str
    live_session: str


@dataclass(frozen=True)
class Wall:
    """A room screen; until a tablet has paired it, its live session is empty."""

    id: str
    live_session: str


@dataclass(frozen=True)
class ClinicTablet:
    """A tablet of the clinic that is passed round in this live session."""

    live_session: str


@dataclass(frozen=True)
class Nobody:
    """Somebody who has neither signed in nor taken a seat."""


Actor = Staff | Seat | Wall | ClinicTablet | Nobody

# --- what about ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class AboutGroup:
    """`staff` lead it: its owner and its co-facilitators. `supervisors` read its record."""

    owner: str
    staff: frozenset[str]
    supervisors: frozenset[str] = frozenset()


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


@dataclass(frozen=True)
class AboutWall:
    id: str
    live_session: str


@dataclass(frozen=True)
class AboutPassing:
    """Handing the clinic's tablet to a seat of this live session."""

    live_session: str


Subject = AboutGroup | AboutLiveSession | AboutAgenda | AboutJotting | AboutSeat | AboutWall | AboutPassing | None

Tie = Literal["always", "owns", "leads", "supervises", "wrote", "sits", "hangs", "lies"]
"""What somebody is to a thing; without a tie it is another's. An owner `leads` too. `always`: it is about no thing."""

# --- the table ---------------------------------------------------------------------------------------

Action = Literal[
    "knock", "have_account", "see_home",
    "see_library", "mend_library",
    "make_group", "see_group", "change_group", "delete_group", "export_attendance",
    "make_plan", "use_agenda", "change_agenda", "delete_agenda",
    "open_live_session", "lead", "jot",
    "see_record", "change_record", "hold_record", "delete_live_session",
    "see_staff", "change_staff", "see_settings", "see_audit",
    "take_part", "pass_round", "show", "stand_by",
]  # fmt: skip

Who = Role | Literal["seat", "wall", "tablet", "nobody"]
_EVERY_ROLE: dict[Who, str] = dict.fromkeys(ROLES, "always")

TABLE: Mapping[Action, Mapping[Who, str]] = {
    # Doors that stand open: forms to come in by, help, files that hold nobody's words.
    "knock": {**_EVERY_ROLE, "seat": "always", "wall": "always", "tablet": "always", "nobody": "always"},
    "have_account": _EVERY_ROLE,
    "see_home": _EVERY_ROLE,
    "see_library": dict.fromkeys(("facilitator", "co_facilitator", "supervisor", "author"), "always"),
    "mend_library": {"author": "always"},
    "make_group": {"facilitator": "always"},
    "see_group": {"facilitator": "leads", "co_facilitator": "leads", "supervisor": "supervises"},
    "change_group": {"facilitator": "owns"},
    "export_attendance": {"facilitator": "leads", "co_facilitator": "leads", "supervisor": "supervises"},
    # For good, or into other hands.
    "delete_group": {"facilitator": "owns"},
    "make_plan": {"facilitator": "always", "co_facilitator": "always"},
    "use_agenda": {"facilitator": "wrote leads", "co_facilitator": "wrote leads"},
    "change_agenda": {"facilitator": "wrote leads", "co_facilitator": "wrote leads"},
    "delete_agenda": {"facilitator": "wrote", "co_facilitator": "wrote"},
    "open_live_session": {"facilitator": "leads", "co_facilitator": "leads"},
    # Everything that a tablet asks of a live session: no supervisor sees what is still on its way to a wave.
    "lead": {"facilitator": "leads", "co_facilitator": "leads"},
    "jot": {"facilitator": "wrote", "co_facilitator": "wrote"},
    "see_record": {"facilitator": "leads", "co_facilitator": "leads", "supervisor": "supervises"},
    "change_record": {"facilitator": "leads", "co_facilitator": "leads"},
    "hold_record": {"facilitator": "owns", "supervisor": "supervises"},
    "delete_live_session": {"facilitator": "owns"},
    # An operator keeps accounts and the house, and sees nobody's record.
    "see_staff": {"operator": "always"},
    "change_staff": {"operator": "always"},
    "see_settings": {"operator": "always"},
    # Owners and supervisors read what was done to their groups; an operator everything, without participants' names.
    "see_audit": {"facilitator": "always", "supervisor": "always", "operator": "always"},
    "take_part": {"seat": "sits"},
    "pass_round": {"tablet": "lies"},
    "show": {"wall": "hangs"},
    "stand_by": {"wall": "always"},
}

ABOUT: Mapping[Action, type[Any]] = {
    **dict.fromkeys(
        ("see_group", "change_group", "delete_group", "export_attendance", "open_live_session"), AboutGroup
    ),
    **dict.fromkeys(("use_agenda", "change_agenda", "delete_agenda"), AboutAgenda),
    **dict.fromkeys(("lead", "see_record", "change_record", "hold_record", "delete_live_session"), AboutLiveSession),
    "jot": AboutJotting,
    "take_part": AboutSeat,
    "pass_round": AboutPassing,
    "show": AboutWall,
}
"""What each action is about; nothing, for those that are not here."""

KEEPS_THE_HOUSE: frozenset[Action] = frozenset({"see_staff", "change_staff", "see_settings"})
"""What an operator without a second step is sent to set one up for, where the settings ask for it."""


@lru_cache(maxsize=4096)
def may(actor: Actor, action: Action, subject: Subject = None) -> bool:
    """Whether this actor may do this. Raises `LookupError` for an action that nobody has thought about.

    The same question has the same answer for ever, and every message asks: so the last answers are remembered.
    """
    line = TABLE[action]
    if not isinstance(subject, ABOUT.get(action, type(None))):
        return False
    ties = ties_of(actor, subject)
    return any(ties & set(line.get(who, "").split()) for who in _whos(actor))


def must(actor: Actor, action: Action, subject: Subject = None) -> None:
    """Raises `Refused`: `sign_in` for somebody unknown, `not_yours` for everyone else who may not."""
    if may(actor, action, subject):
        return
    if isinstance(actor, Nobody):
        raise Refused("sign_in", "Please sign in or join first.")
    raise Refused("not_yours", "This belongs to someone else. Ask them to share it with you.")


def _whos(actor: Actor) -> tuple[Who, ...]:
    match actor:
        case Staff(roles=roles):
            return tuple(roles)
        case Seat():
            return ("seat",)
        case Wall():
            return ("wall",)
        case ClinicTablet():
            return ("tablet",)
        case Nobody():
            return ("nobody",)


def ties_of(actor: Actor, subject: Subject) -> set[Tie]:
    """What this actor is to this subject, whatever their roles."""
    match subject, actor:
        case None, _:
            return {"always"}
        case AboutSeat(), Seat() if (actor.id, actor.live_session) == (subject.id, subject.live_session):
            return {"sits"}
        case AboutWall(), Wall() if (actor.id, actor.live_session) == (subject.id, subject.live_session):
            return {"hangs"} if subject.live_session else set()
        case AboutPassing(), ClinicTablet() if actor.live_session == subject.live_session:
            return {"lies"}
        case _, Staff(id=who):
            return _ties_of_staff(who, subject)
    return set()


def _ties_of_staff(who: str, subject: Any) -> set[Tie]:
    match subject:
        case AboutGroup():
            return _ties_to_group(who, subject)
        case AboutLiveSession():
            return _ties_to_group(who, subject.group)
        case AboutAgenda():
            of_group = _ties_to_group(who, subject.group) if subject.group is not None else set[Tie]()
            return of_group | ({"wrote"} if who == subject.owner else set())
        case AboutJotting() if who == subject.author:
            # Whoever does not lead the session any more does not write beside it either.
            return {"wrote"} if "leads" in _ties_to_group(who, subject.live_session.group) else set()
    return set()


def _ties_to_group(who: str, group: AboutGroup) -> set[Tie]:
    ties: dict[Tie, bool] = {
        "owns": who == group.owner,
        "leads": who in group.staff,
        "supervises": who in group.supervisors,
    }
    return {tie for tie, holds in ties.items() if holds}
