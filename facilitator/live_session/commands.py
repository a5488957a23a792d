"""What may be asked of a live session. A command may be refused; it names what it assumed, never a version.

The fields of a command are also the payload of the message that brings it (see `realtime/messages.py`),
but for those that the conductor fills in itself (those marked `PREPARED`).
"""

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from facilitator.live_session.agenda import PlannedBlock


class Command:
    """Anything asked of a live session."""


PREPARED = "prepared by the conductor, not sent by a client"


# --- the facilitator: moving the group -------------------------------------------------------


@dataclass(frozen=True)
class Begin(Command):
    """Leave *Check the room* and go to the first step."""


@dataclass(frozen=True)
class NextStep(Command):
    from_step: str


@dataclass(frozen=True)
class BackStep(Command):
    from_step: str


@dataclass(frozen=True)
class GoToStep(Command):
    from_step: str
    step: str


@dataclass(frozen=True)
class GoToCheckOut(Command):
    """To the first step of the last module of the day."""

    from_step: str


@dataclass(frozen=True)
class ExtendTimer(Command):
    step: str
    minutes: int


@dataclass(frozen=True)
class AddModule(Command):
    """Put a module of the library (or a break) after a block of the running agenda."""

    ref: str
    minutes: int | None = None
    after: str | None = None
    block: Annotated[PlannedBlock | None, PREPARED] = None


@dataclass(frozen=True)
class DropBlock(Command):
    block: str


@dataclass(frozen=True)
class SetPhones(Command):
    position: Literal["up", "down"]


@dataclass(frozen=True)
class Hold(Command):
    pass


@dataclass(frozen=True)
class Resume(Command):
    pass


@dataclass(frozen=True)
class SetCover(Command):
    covered: bool


@dataclass(frozen=True)
class Undo(Command):
    """Take back the last tap; `tap` is the one that the tablet named."""

    tap: str


@dataclass(frozen=True)
class EndSession(Command):
    pass


@dataclass(frozen=True)
class ResumeSession(Command):
    """Take back *End* within its minute."""


# --- the facilitator: activities and what was written ------------------------------------------


@dataclass(frozen=True)
class CloseActivity(Command):
    run: str


@dataclass(frozen=True)
class ReopenActivity(Command):
    """Only while it is closing: its ten seconds."""

    run: str


@dataclass(frozen=True)
class AskAgain(Command):
    """Open the activity of this step in a new run."""

    step: str


@dataclass(frozen=True)
class MoreTime(Command):
    run: str


@dataclass(frozen=True)
class AskAloud(Command):
    """Close without waiting for phones; the group answers with voices."""

    run: str


@dataclass(frozen=True)
class ShowResult(Command):
    run: str
    where: Literal["wall", "phones"]


@dataclass(frozen=True)
class HideResult(Command):
    run: str
    where: Literal["wall", "phones"]


@dataclass(frozen=True)
class ShowResponse(Command):
    """Into the tray; `Reveal` sends the tray to the room. `copy` is the id of an edited copy's text."""

    response: str
    text: str | None = None
    copy: Annotated[str | None, PREPARED] = None


@dataclass(frozen=True)
class ParkResponse(Command):
    response: str


@dataclass(frozen=True)
class DiscardResponse(Command):
    response: str


@dataclass(frozen=True)
class TakeDownResponse(Command):
    """Off the wall or out of the tray, back among the waiting."""

    response: str


@dataclass(frozen=True)
class Reveal(Command):
    pass


@dataclass(frozen=True)
class RaiseConcern(Command):
    """Open the programme's script. `response` is what worried staff, if it was one."""

    response: str | None = None


@dataclass(frozen=True)
class AskTwoMinutes(Command):
    """Ask every phone: two minutes with staff after group?"""


@dataclass(frozen=True)
class StopAskingTwoMinutes(Command):
    pass


# --- the facilitator: people and screens -------------------------------------------------------


@dataclass(frozen=True)
class Admit(Command):
    seat: str
    when: Literal["now", "next_step"] = "now"


@dataclass(frozen=True)
class RemoveSeat(Command):
    seat: str


@dataclass(frozen=True)
class ReadmitSeat(Command):
    seat: str


@dataclass(frozen=True)
class SetLock(Command):
    locked: bool


@dataclass(frozen=True)
class AddSeat(Command):
    """A seat without a phone. The name is stored beside the log, never in it."""

    name: str
    seat: Annotated[str, PREPARED] = ""


@dataclass(frozen=True)
class RenewSeat(Command):
    """A new QR for this seat; the old phone's ticket stops working."""

    seat: str


@dataclass(frozen=True)
class ConfirmMinutes(Command):
    """Staff say that someone came in, went out, stepped away or came back."""

    seat: str
    what: Literal["in", "out", "away", "back"]
    minutes_ago: int = 0


@dataclass(frozen=True)
class MarkHeard(Command):
    """Somebody has been heard in this round, or not after all. Only tablets know of it."""

    seat: str
    heard: bool


@dataclass(frozen=True)
class NewRound(Command):
    """Another round in the same step: nobody has been heard yet."""


@dataclass(frozen=True)
class SeeCall(Command):
    call: str


@dataclass(frozen=True)
class PairWall(Command):
    """`code` is what the wall shows; the conductor finds the wall behind it."""

    code: str
    wall: Annotated[str, PREPARED] = ""


@dataclass(frozen=True)
class UnpairWall(Command):
    wall: str


@dataclass(frozen=True)
class ShowJoinCode(Command):
    shown: bool


# --- a participant ------------------------------------------------------------------------------


@dataclass(frozen=True)
class TakeSeat(Command):
    """A new phone: straight in with the QR's secret, a silent knock with the typed code."""

    seat: str
    by: Literal["qr", "code"]


@dataclass(frozen=True)
class AcceptAgreement(Command):
    version: str
    seat: Annotated[str, PREPARED] = ""


@dataclass(frozen=True)
class CallStaff(Command):
    call: str
    """Made by the phone (a UUID), so that a call sent twice is one call."""
    seat: Annotated[str, PREPARED] = ""


@dataclass(frozen=True)
class CancelCall(Command):
    call: str
    seat: Annotated[str, PREPARED] = ""


@dataclass(frozen=True)
class AnswerTwoMinutes(Command):
    ask: str
    yes: bool
    seat: Annotated[str, PREPARED] = ""


@dataclass(frozen=True)
class StepPiece(Command):
    """A maker says how far a picture goes from now on. `part` is where in the answer its words stand."""

    run: str
    part: str
    rung: Literal["me", "facilitator", "group", "record", "elsewhere"]
    seat: Annotated[str, PREPARED] = ""


@dataclass(frozen=True)
class LeaveSeat(Command):
    """*Hide this now*, or a goodbye: the phone has gone; staff decide what it means for the minutes."""

    seat: Annotated[str, PREPARED] = ""


@dataclass(frozen=True)
class Move(Command):
    """A move in an activity that lives. The conductor works out the next shared state."""

    run: str
    move: dict[str, Any] = field(default_factory=dict)
    seat: Annotated[str, PREPARED] = ""


@dataclass(frozen=True)
class Lead(Command):
    """A move of the staff in an activity that lives. The conductor works out the next state."""

    run: str
    move: dict[str, Any] = field(default_factory=dict)


# --- the clock ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class TimeIsUp(Command):
    """Whatever is due at this moment: last calls close, closings seal, an end becomes final."""


@dataclass(frozen=True)
class ReleaseWave(Command):
    """A wave of a sealed activity has been written down in the same transaction."""

    run: str
