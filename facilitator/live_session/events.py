"""What happened in a live session: ids, numbers and closed choices, never a name and never composed words.

An event never changes its stored form; `tests/live_session/stored_events.json` keeps one example of each.
"""

from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_type_hints

from facilitator.live_session.agenda import PlannedBlock, PlannedStep


class Event:
    """Anything that happened."""


@dataclass(frozen=True)
class SessionOpened(Event):
    group: str
    blocks: tuple[PlannedBlock, ...]
    k: int
    agreement: str


@dataclass(frozen=True)
class SessionBegan(Event):
    pass


@dataclass(frozen=True)
class Stepped(Event):
    """The group is on this step. `since` (ms, UTC) is set when an undo gives a step its old timer back."""

    step: str
    since: int | None = None


@dataclass(frozen=True)
class TimerExtended(Event):
    step: str
    minutes: int


@dataclass(frozen=True)
class BlockAdded(Event):
    block: PlannedBlock
    after: str | None


@dataclass(frozen=True)
class BlockDropped(Event):
    block: str


@dataclass(frozen=True)
class PhonesSet(Event):
    position: Literal["up", "down"]


@dataclass(frozen=True)
class Held(Event):
    pass


@dataclass(frozen=True)
class Resumed(Event):
    pass


@dataclass(frozen=True)
class CoverSet(Event):
    covered: bool


@dataclass(frozen=True)
class Undone(Event):
    tap: str


@dataclass(frozen=True)
class EndAsked(Event):
    pass


@dataclass(frozen=True)
class EndTakenBack(Event):
    pass


@dataclass(frozen=True)
class SessionEnded(Event):
    pass


@dataclass(frozen=True)
class ActivityOpened(Event):
    run: str
    step: str
    kind: str
    promise: str | None


@dataclass(frozen=True)
class LastCallGiven(Event):
    run: str


@dataclass(frozen=True)
class ActivityClosing(Event):
    """`taken_back`: an undo of its opening, so that entering its step once more opens it."""

    run: str
    taken_back: bool = False


@dataclass(frozen=True)
class ActivityReopened(Event):
    run: str


@dataclass(frozen=True)
class ActivityClosed(Event):
    """Closed for good. For an anonymous run: sealed. `too_few` says that its last answers were erased unseen."""

    run: str
    too_few: bool = False


@dataclass(frozen=True)
class WaveReleased(Event):
    run: str


@dataclass(frozen=True)
class MoreTimeGiven(Event):
    run: str


@dataclass(frozen=True)
class AskedAloud(Event):
    run: str


@dataclass(frozen=True)
class LivingStateKept(Event):
    """The shared state of an activity that lives has moved; the state itself is a row beside the log."""

    run: str
    move: int


@dataclass(frozen=True)
class ResultShown(Event):
    run: str
    where: Literal["wall", "phones"]


@dataclass(frozen=True)
class ResultHidden(Event):
    run: str
    where: Literal["wall", "phones"]


@dataclass(frozen=True)
class ResponsePlaced(Event):
    """Where composed words are now. `copy` names the text of an edited copy; empty: as written; None: as it was."""

    response: str
    where: Literal["waiting", "tray", "parked", "discarded", "wall"]
    copy: str | None = None


@dataclass(frozen=True)
class PieceStepped(Event):
    """How far a picture goes from now on; `part` is where in the answer its words stand."""

    run: str
    seat: str
    part: str
    rung: Literal["me", "facilitator", "group", "record", "elsewhere"]


@dataclass(frozen=True)
class ConcernRaised(Event):
    """That staff opened the script. Which response it was is not written down."""


@dataclass(frozen=True)
class TwoMinutesAsked(Event):
    ask: str


@dataclass(frozen=True)
class TwoMinutesStopped(Event):
    ask: str


@dataclass(frozen=True)
class TwoMinutesAnswered(Event):
    ask: str
    seat: str
    yes: bool


@dataclass(frozen=True)
class SeatTaken(Event):
    seat: str
    by: Literal["qr", "code", "staff"]


@dataclass(frozen=True)
class SeatAdmitted(Event):
    seat: str


@dataclass(frozen=True)
class SeatWillBeAdmitted(Event):
    """At the next step."""

    seat: str


@dataclass(frozen=True)
class SeatRemoved(Event):
    seat: str


@dataclass(frozen=True)
class SeatRenewed(Event):
    """The seat has a new ticket; the ones before no longer open it."""

    seat: str


@dataclass(frozen=True)
class SeatLeft(Event):
    seat: str


@dataclass(frozen=True)
class LockSet(Event):
    locked: bool


@dataclass(frozen=True)
class AgreementAccepted(Event):
    seat: str
    version: str


@dataclass(frozen=True)
class MinutesConfirmed(Event):
    """`at` is when it happened (ms, UTC), as staff say."""

    seat: str
    what: Literal["in", "out", "away", "back"]
    at: int


@dataclass(frozen=True)
class SeatHeard(Event):
    """Staff noted that this person was heard in this round, or took that back."""

    seat: str
    heard: bool


@dataclass(frozen=True)
class RoundBegan(Event):
    """Within the step: nobody has been heard yet."""


@dataclass(frozen=True)
class StaffCalled(Event):
    call: str
    seat: str


@dataclass(frozen=True)
class CallCancelled(Event):
    call: str


@dataclass(frozen=True)
class CallSeen(Event):
    call: str


@dataclass(frozen=True)
class WallPaired(Event):
    wall: str


@dataclass(frozen=True)
class WallUnpaired(Event):
    wall: str


@dataclass(frozen=True)
class JoinCodeSet(Event):
    shown: bool


_TYPES: dict[str, type[Event]] = {kind.__name__: kind for kind in Event.__subclasses__()}


@dataclass(frozen=True)
class Recorded:
    """An event with what is known about it: its place in the log, when, by whom, of which tap.

    `by` is `staff:<id>`, `seat:<id>`, `wall:<id>` or `clock`; `tap` is the command's id.
    """

    version: int
    at: int
    by: str
    tap: str
    event: Event


def to_stored(event: Event) -> tuple[str, dict[str, Any]]:
    """The event's type and its body as plain JSON."""
    return type(event).__name__, asdict(event)  # type: ignore[call-overload]


def from_stored(name: str, body: dict[str, Any]) -> Event:
    """The event that `to_stored` wrote. Raises `LookupError` for a type that this version does not know."""
    if name not in _TYPES:
        raise LookupError(f"The event log holds a {name}, which this version of Facilitator does not know.")
    kind = _TYPES[name]
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    hints = get_type_hints(kind)
    return kind(**{key: _value(hints[key], value) for key, value in body.items() if key in known})


def _value(hint: object, value: Any) -> Any:
    if hint is PlannedBlock:
        return _block(value)
    if hint == tuple[PlannedBlock, ...]:
        return tuple(_block(block) for block in value)
    return value


def _block(body: dict[str, Any]) -> PlannedBlock:
    return PlannedBlock(**{**body, "steps": tuple(PlannedStep(**step) for step in body["steps"])})
