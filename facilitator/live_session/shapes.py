"""The shapes of what travels to each audience. TypeScript's `protocol.ts` is generated from these.

Times are milliseconds since 1970 in UTC, as the server counts them; a client adds its own clock offset.
"""

from typing import Any, Literal, NotRequired, TypedDict

from facilitator.curriculum.model import Block
from facilitator.live_session.card_shapes import CardShape, WaitingShape
from facilitator.live_session.piece_shapes import OwnPieceShape

Phase = Literal["gathering", "running", "ending", "ended"]
RunPhase = Literal["open", "last_call", "closing", "closed"]
HowMany = Literal["none", "some", "most", "everyone"]


class TimerShape(TypedDict):
    """A step's timer. `ends_at` moves when time is added; while held, `held_at` says when it stopped."""

    started_at: int
    ends_at: int
    held_at: int | None


class ActivityShape(TypedDict):
    """A run of an activity as phones, tablet and wall know it."""

    run: str
    step: str
    kind: str
    settings: dict[str, Any]
    """As in the module, in the language of the view; phones and wall have them without what is held back yet."""
    promise: Literal["named", "anonymous", "private"] | None
    phase: RunPhase
    opened_at: int
    """When it was opened. It moves on by the length of a hold, so that what runs from it stands still meanwhile."""
    closes_at: int | None
    """When a last call closes, or a closing is sealed."""
    frame_bytes: int
    key_id: str | None
    """Random id of the key of a sealed run; a new one asks phones to seal and send again."""
    shared: NotRequired[dict[str, Any]]
    """The shared state of a kind that lives."""


class ResultShape(TypedDict):
    """A result that the facilitator chose to show."""

    run: str
    kind: str
    settings: dict[str, Any]
    tally: dict[str, Any] | None
    too_few: bool
    cards: list[CardShape]
    shared: NotRequired[dict[str, Any]]
    """The shared state of a kind that lives."""


class StepShape(TypedDict):
    """The present step for one audience in one language."""

    id: str
    module: str
    """The module's title."""
    title: str
    discipline: str
    number: int
    of: int
    blocks: list[Block]


class NoticesShape(TypedDict):
    """What every screen must say about this server."""

    demo: bool
    insecure: bool


class CrisisShape(TypedDict):
    """One line of help from the programme's settings. `href` is `tel:`, `sms:` or `https:`."""

    label: str
    href: str


class ParticipantView(TypedDict):
    """What every phone of one language sees; encoded once for all of them."""

    boot: str
    version: int
    beat: int
    language: str
    day: str
    """A neutral name for the day, such as *Thursday evening*."""
    phase: Phase
    phones: Literal["up", "down"]
    held: bool
    step: StepShape | None
    timer: TimerShape | None
    activity: ActivityShape | None
    soon: str
    """The kind that the next step asks for, to fetch its code before it is needed; empty where it asks for none."""
    lingering: ActivityShape | None
    """The activity of the step before, for whoever is still writing."""
    shown: list[ResultShape]
    two_minutes: str | None
    """The id of the question *two minutes with staff after group?*, while it is asked."""
    agreement: str
    """Its version; a phone that accepted another reads it again."""
    crisis: list[CrisisShape]
    walk_to: str
    """Whom to turn to when a call does not reach the tablet, in the programme's words."""
    notices: NoticesShape


class OwnAnswerShape(TypedDict):
    """This seat's own named answer. Never made for an anonymous run."""

    run: str
    revision: int
    passed: bool
    answer: dict[str, Any] | None
    ok_to_show: bool
    by_staff: bool


class OwnCallShape(TypedDict):
    call: str
    status: Literal["sent", "delivered", "seen"]
    seen_by: str | None


class OwnView(TypedDict):
    """What only this seat sees."""

    boot: str
    version: int
    seat: str
    name: str
    admission: Literal["knocking", "next_step", "admitted", "removed"]
    accepted: str | None
    """The version of the agreement that was accepted."""
    call: OwnCallShape | None
    two_minutes: bool | None
    answers: list[OwnAnswerShape]
    pieces: list[OwnPieceShape]
    living: dict[str, Any] | None
    """What this seat alone may see of an activity that lives."""


class JoinShape(TypedDict):
    """How to come in. `qr` is an SVG path in a square of `size` modules, `url` what it says."""

    code: str
    address: str
    url: str
    qr: str
    size: int


class DisplayView(TypedDict):
    """What the wall shows: only what was approved."""

    boot: str
    version: int
    beat: int
    language: str
    day: str
    phase: Phase
    covered: bool
    held: bool
    step: StepShape | None
    timer: TimerShape | None
    activity: ActivityShape | None
    soon: str
    """As phones have it."""
    shown: list[ResultShape]
    cards: list[CardShape]
    pictures: list[str]
    """All that may be on the wall now: any other is forgotten at once."""
    join: JoinShape | None
    notices: NoticesShape


class PairingView(TypedDict):
    """What a wall shows before a tablet has paired it."""

    code: str
    notices: NoticesShape


# --- the tablet ----------------------------------------------------------------------------------


class RunShape(TypedDict):
    """A run on the tablet."""

    activity: ActivityShape
    how_many: HowMany
    """Anonymous: moves on a timer. Named: as it is."""
    tally: dict[str, Any] | None
    before: NotRequired[dict[str, Any] | None]
    """The tally of the earlier step that this one is set beside; only where there is such a step."""
    too_few: bool
    """Sealed below *k*: nobody read them and they are erased."""
    on_wall: bool
    on_phones: bool
    asked_aloud: bool
    can_reopen: bool
    nobody_yet: bool
    """Open for a while and nothing has come: offer *More time · Ask aloud · Move on*."""
    for_staff: bool
    """Its summary is shown neither on the wall nor on phones."""
    led: NotRequired[dict[str, Any]]
    """What staff see of an activity that lives besides what everyone sees; it may hold seats."""


class RosterShape(TypedDict):
    """One seat on the roster. It never says who answered an anonymous activity."""

    seat: str
    name: str
    admission: Literal["knocking", "next_step", "admitted", "removed"]
    phone: Literal["connected", "gone", "none"]
    minutes: Literal["in", "out", "away", "unconfirmed"]
    since: int | None
    asks: list[str]
    """`group_time`, `staff_time`, `two_minutes`."""
    answered: dict[str, bool] | None
    """For the present named run: `{run: answered or passed}`; None otherwise."""
    accepted: bool
    here: bool
    """In the room, as far as staff and phones have told."""
    heard: bool | None
    """In this round; None while nobody has been marked, for then nobody is counting."""


class CallShape(TypedDict):
    call: str
    seat: str
    name: str
    at: int
    seen: bool
    seen_by: str | None
    grown: bool
    """Unseen for a minute."""


class WallShape(TypedDict):
    """A paired wall and what it last confirmed."""

    wall: str
    connected: bool
    confirmed_version: int
    confirmed_at: int | None
    shows: DisplayView | None
    """The view that the wall last said it was showing."""


class UndoShape(TypedDict):
    tap: str
    label: str
    """A key of the word catalogue, such as `step`, `show`, `phones`."""


class StepTimeShape(TypedDict):
    """Ahead of (negative) or behind (positive) the plan, in whole minutes."""

    behind: int
    left_today: int


class FacilitatorView(TypedDict):
    boot: str
    version: int
    beat: int
    plan: int
    language: str
    day: str
    group: str
    phase: Phase
    ends_for_good_at: int | None
    step: str | None
    visited: list[str]
    timer: TimerShape | None
    pace: StepTimeShape | None
    phones: Literal["up", "down"]
    held: bool
    covered: bool
    locked: bool
    join: JoinShape
    join_on_wall: bool
    runs: list[RunShape]
    """The present step's run first, then any still lingering or closing, then those shown."""
    cannot_open: str | None
    """Why the present step's anonymous activity did not open (`too_few_seats`)."""
    k: int
    calls: list[CallShape]
    waiting: list[WaitingShape]
    roster: list[RosterShape]
    walls: list[WallShape]
    tablets: list[str]
    """Names of the staff whose tablets are connected."""
    two_minutes: str | None
    undo: UndoShape | None
    room_checked: dict[str, bool]
    """`wall`, `phone`, `support`: what *Check the room* has seen work."""
    trouble: str | None
    """A banner: `disk` when nothing can be stored, `curriculum` when a file has a problem."""
    notices: NoticesShape


class SeatValuesShape(TypedDict):
    """A seat's named answers, asked for by tapping the roster row; hidden again after a minute."""

    seat: str
    name: str
    values: list[dict[str, Any]]
    """`{run, kind, settings, answer, passed}`, oldest first."""
    compared: list[dict[str, Any]]
    """`{key, first, last}`: then and now, of what was asked more than once."""
