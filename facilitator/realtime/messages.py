"""Every message a client may send and every one it may get: the one registry.

`static/protocol.ts` and `docs/protocol.md` are generated from it. What a facilitator or participant may
ask is mostly a command of `live_session/commands.py`; its payload is the command's fields and an `id`
(made by the client, so that a repeated message is acknowledged again and not done again).
The server answers each with `done {id}` after the commit, or `refused {id, why, message}`.
"""

import re
from dataclasses import dataclass
from typing import Any, Literal, NotRequired, TypedDict

from facilitator.live_session import commands, shapes
from facilitator.live_session.commands import Command
from facilitator.live_session.plan_shapes import PlanView

Audience = Literal["facilitator", "participant", "display"]


# --- asked by clients, besides the commands -------------------------------------------------------


class SayShape(TypedDict):
    """What a person does with an activity. `revision` grows with each change; the newest wins."""

    do: Literal["answer", "pass", "withdraw"]
    revision: int
    answer: NotRequired[dict[str, Any] | None]
    ok_to_show: NotRequired[bool]


class AnswerPayload(TypedDict):
    """An answer, a pass or a withdrawal. For an anonymous run `say` as JSON plus `pad` is always
    `frame_bytes` long in UTF-8, so that all three look the same on the wire."""

    id: str
    run: str
    say: SayShape
    pad: NotRequired[str]


class RenamePayload(TypedDict):
    id: str
    name: str


class RenameSeatPayload(TypedDict):
    id: str
    seat: str
    name: str


class PresencePayload(TypedDict):
    """Whether the page is in front of somebody now."""

    visible: bool


class ClockPayload(TypedDict):
    sent: int


class CallsShownPayload(TypedDict):
    """Support calls that this awake tablet shows now: they count as delivered."""

    calls: list[str]


class SeatPayload(TypedDict):
    id: str
    seat: str


class EnterAnswerPayload(TypedDict):
    """A named answer that staff enter for a seat without a phone."""

    id: str
    seat: str
    run: str
    say: SayShape


class JottingPayload(TypedDict):
    """The therapist's own note beside the session; it goes into no export."""

    id: str
    text: str


class AskPayload(TypedDict):
    id: str


class ShowingPayload(TypedDict):
    """The wall confirms what it has drawn."""

    version: int
    beat: int


class PictureAskedPayload(TypedDict):
    """A picture that a view names. They are asked for one after another, so that no line is ever flooded."""

    picture: str


# --- told by the server -----------------------------------------------------------------------------


class PictureToldPayload(TypedDict):
    """A picture that this screen may show. Numbers and known words: see `activities/picture.py`."""

    id: str
    marks: list[dict[str, Any]]
    turns: NotRequired[int]
    mirrored: NotRequired[bool]
    sheet: NotRequired[Literal["square", "round"]]
    words: NotRequired[str]
    tags: NotRequired[list[dict[str, Any]]]


class DonePayload(TypedDict):
    id: str


class RefusedPayload(TypedDict):
    id: str
    why: str
    message: str


class ClockToldPayload(TypedDict):
    sent: int
    at: int


class SeatLinkPayload(TypedDict):
    id: str
    seat: str
    url: str
    qr: str
    size: int


class ClinicTabletPayload(TypedDict):
    """What staff type on the clinic's tablet, at this address, so that it can be passed round. Works once."""

    id: str
    code: str
    address: str


class JottingToldPayload(TypedDict):
    text: str


class ComeBackPayload(TypedDict):
    """The server is going away for a moment: connect again after a random part of this many ms."""

    within: int


@dataclass(frozen=True)
class Message:
    """One message: its name, who may send it (`asked`) or gets it (`told`), and its payload's shape."""

    name: str
    audience: Audience
    direction: Literal["asked", "told"]
    payload: type
    acknowledged: bool = False


def message_name(command: type[Command]) -> str:
    """`NextStep` → `next_step`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", command.__name__).lower()


FACILITATOR_COMMANDS: tuple[type[Command], ...] = (
    commands.Begin, commands.NextStep, commands.BackStep, commands.GoToStep, commands.GoToCheckOut,
    commands.ExtendTimer, commands.AddModule, commands.DropBlock, commands.SetPhones, commands.Hold,
    commands.Resume, commands.SetCover, commands.Undo, commands.EndSession, commands.ResumeSession,
    commands.CloseActivity, commands.ReopenActivity, commands.AskAgain, commands.MoreTime, commands.AskAloud,
    commands.ShowResult, commands.HideResult, commands.ShowResponse, commands.ParkResponse,
    commands.DiscardResponse, commands.TakeDownResponse, commands.Reveal, commands.RaiseConcern,
    commands.AskTwoMinutes, commands.StopAskingTwoMinutes, commands.Admit, commands.RemoveSeat,
    commands.ReadmitSeat, commands.SetLock, commands.AddSeat, commands.ConfirmMinutes,
    commands.MarkHeard, commands.NewRound,
    commands.SeeCall, commands.PairWall, commands.UnpairWall, commands.ShowJoinCode, commands.Lead,
)  # fmt: skip
PARTICIPANT_COMMANDS: tuple[type[Command], ...] = (
    commands.CallStaff, commands.CancelCall, commands.AnswerTwoMinutes, commands.LeaveSeat, commands.Move,
    commands.StepPiece,
)  # fmt: skip

ASKED: tuple[Message, ...] = (
    *(Message(message_name(c), "facilitator", "asked", c, True) for c in FACILITATOR_COMMANDS),
    Message("rename_seat", "facilitator", "asked", RenameSeatPayload, True),
    Message("enter_answer", "facilitator", "asked", EnterAnswerPayload, True),
    Message("see_values", "facilitator", "asked", SeatPayload, True),
    Message("seat_link", "facilitator", "asked", SeatPayload, True),
    Message("keep_jotting", "facilitator", "asked", JottingPayload, True),
    Message("pass_tablet_round", "facilitator", "asked", AskPayload, True),
    Message("put_tablets_away", "facilitator", "asked", AskPayload, True),
    Message("leave_tablet", "facilitator", "asked", AskPayload, True),
    Message("calls_shown", "facilitator", "asked", CallsShownPayload),
    Message("see_picture", "facilitator", "asked", PictureAskedPayload),
    Message("presence", "facilitator", "asked", PresencePayload),
    Message("clock", "facilitator", "asked", ClockPayload),
    *(Message(message_name(c), "participant", "asked", c, True) for c in PARTICIPANT_COMMANDS),
    Message("answer", "participant", "asked", AnswerPayload, True),
    Message("rename", "participant", "asked", RenamePayload, True),
    Message("presence", "participant", "asked", PresencePayload),
    Message("clock", "participant", "asked", ClockPayload),
    Message("showing", "display", "asked", ShowingPayload),
    Message("see_picture", "display", "asked", PictureAskedPayload),
    Message("clock", "display", "asked", ClockPayload),
)

_TO_EVERYONE: tuple[tuple[str, type], ...] = (
    ("clock", ClockToldPayload),
    ("come_back", ComeBackPayload),
)
TOLD: tuple[Message, ...] = (
    Message("view", "facilitator", "told", shapes.FacilitatorView),
    Message("plan", "facilitator", "told", PlanView),
    Message("seat_values", "facilitator", "told", shapes.SeatValuesShape),
    Message("seat_link", "facilitator", "told", SeatLinkPayload),
    Message("clinic_tablet", "facilitator", "told", ClinicTabletPayload),
    Message("jotting", "facilitator", "told", JottingToldPayload),
    Message("picture", "facilitator", "told", PictureToldPayload),
    Message("done", "facilitator", "told", DonePayload),
    Message("refused", "facilitator", "told", RefusedPayload),
    Message("view", "participant", "told", shapes.ParticipantView),
    Message("own", "participant", "told", shapes.OwnView),
    Message("done", "participant", "told", DonePayload),
    Message("refused", "participant", "told", RefusedPayload),
    Message("view", "display", "told", shapes.DisplayView),
    Message("pairing", "display", "told", shapes.PairingView),
    Message("picture", "display", "told", PictureToldPayload),
    *(
        Message(name, audience, "told", payload)
        for audience in ("facilitator", "participant", "display")
        for name, payload in _TO_EVERYONE
    ),
)
