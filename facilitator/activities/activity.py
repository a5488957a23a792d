"""What every activity knows how to do. Pure: no clock, no store, no randomness of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any, ClassVar, Literal, cast

from marshmallow import RAISE, Schema, ValidationError, fields, validate

from facilitator.activities import quick_answer
from facilitator.activities.picture import Picture
from facilitator.errors import Refused

Promise = Literal["named", "anonymous", "private"]
PROMISES: tuple[Promise, ...] = ("named", "anonymous", "private")

Asked = Mapping[str, Any]
"""The settings of an activity, as its schema loaded them."""
Given = Mapping[str, Any]
"""One answer, as `check` gave it back."""
State = Mapping[str, Any]
"""The state of a run of a kind that lives: plain JSON, and never changed in place."""
Tally = dict[str, Any]

# Below this many answers an anonymous tally speaks in words, because counts of 1 or 2 point at people.
WORDS_BELOW = 10


@cache
def _reader(answer: type[Schema]) -> tuple[quick_answer.Read | None, Schema]:
    """One for each kind: making a schema takes longer than reading an answer with it."""
    schema = answer(unknown=RAISE)
    return quick_answer.reader(schema), schema


class SettingsSchema(Schema):
    """What every kind's block in a module may say; kinds add their own fields."""

    class Meta:
        unknown = RAISE

    title = fields.String(validate=validate.Length(min=1, max=80))


def promise_field(*allowed: Promise) -> fields.String:
    """The promise a module gives with an activity; there is no default, so that an author decides."""
    return fields.String(required=True, validate=validate.OneOf(allowed or PROMISES))


@dataclass(frozen=True)
class Composed:
    """Words that a person wrote, which wait for approval. `part` names where in the answer they stand."""

    part: str
    text: str
    picture: Picture | None = None
    """What was drawn, where these are the words for it; the words may then be empty."""


@dataclass(frozen=True)
class Approved:
    """What somebody wrote and staff let the room see. It is gone from here once it is withdrawn or taken down.

    `id` may hold a seat: it may stand in a state, and in what staff see of it, and never in `shared`.
    """

    id: str
    run: str
    step: str
    part: str
    """Where in `answer` it stands, as in `Composed`."""
    text: str
    """As it was shown, which may be an edited copy."""
    answer: Given
    picture: str = ""
    """The id of the picture that it is the words for. It tells nothing, and so it may stand in `shared`."""
    seat: str | None = None
    """Whose it is, where it was given with a name: it may stand in a state, and never in `shared`."""


@dataclass(frozen=True)
class Around:
    """What a kind that lives may know of the room as it begins or moves. The time and chance are handed in."""

    now: int
    """In ms, UTC."""
    random: Random
    seats: tuple[str, ...] = ()
    """Everyone in the room as far as staff and phones have told, those without a phone too; in order of their ids."""
    cards: tuple[Approved, ...] = ()
    """Everything approved in this session so far, in the order in which it was shown."""
    k: int = 4
    """How many people something must stand for before it is told of them together."""
    step: str = ""
    """The step that this run belongs to, as `cards` name theirs."""
    earlier: tuple[Mapping[str, Any], ...] = ()
    """The states of earlier runs of this kind in this session, oldest first."""


class ActivityKind:
    """One way for a group to answer or do something together. Each kind is a subclass in its own file.

    Methods take the settings of the module (loaded by `Settings`) and never keep anything:
    the same arguments give the same result.
    """

    kind: ClassVar[str]
    Settings: ClassVar[type[SettingsSchema]]
    Answer: ClassVar[type[Schema] | None] = None
    """The shape of one answer; None where the kind asks for none (breathing)."""
    promises: ClassVar[tuple[Promise, ...]] = ()
    frame_bytes: ClassVar[int] = 1024
    """Every anonymous answer, pass and withdrawal of this kind is padded to this many bytes of JSON."""
    may_be_shown: ClassVar[bool] = True
    """False for kinds whose summary is for staff alone (a check-in)."""
    makes_pieces: ClassVar[bool] = False
    """True where answers are pictures whose makers say, rung by rung, how far each goes (`pieces.py`)."""
    lives: ClassVar[bool] = False
    """True for kinds with a shared state of their own that moves (pairs, a mural)."""

    def worded(self, settings: Asked, language: str) -> dict[str, Any]:
        """The settings with the house's own words, in this language, wherever an author wrote none."""
        return dict(settings)

    def needs(self, settings: Asked) -> set[str]:
        """Texts of the programme without which something here is left out (`use`: what a *yes* leads to)."""
        return set()

    def as_opened(self, settings: Asked, programme: Mapping[str, str]) -> dict[str, Any]:
        """The settings as a session holds them. `programme`: those of the texts it needs that there are, as words."""
        return dict(settings)

    def check(self, settings: Asked, answer: object) -> dict[str, Any]:
        """The answer as it is stored. Raises `Refused("answer_shape", …)` for one that does not fit."""
        if self.Answer is None:
            raise Refused("no_answers", "There is nothing to send here.")
        quickly, schema = _reader(self.Answer)
        try:
            loaded = quickly(answer) if quickly is not None else None
            if loaded is None:
                loaded = cast(dict[str, Any], schema.load(cast(Any, answer)))
        except ValidationError as problem:
            raise Refused("answer_shape", "This answer does not fit the question. Please choose again.") from problem
        self.fits(settings, loaded)
        return loaded

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        """Raise `Refused("answer_shape", …)` if a well-formed answer is not one of this question's."""

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        """The summary of all answers (passes are not among them). Keys, never texts of options.

        For an anonymous activity with fewer than `WORDS_BELOW` answers it speaks in words, not counts.
        It never holds composed words: these travel one by one, after approval.
        """
        raise NotImplementedError

    def composed(self, settings: Asked, answer: Given) -> list[Composed]:
        """The words in this answer that must wait for approval before the room sees them."""
        return []

    def which(self, settings: Asked, part: str) -> str:
        """Of a kind that asks several things at once: which of them is answered at `part`, to stand beside it.

        `settings` are empty where the module is gone.
        """
        return ""

    def called(self, settings: Asked, part: str) -> str:
        """Of a kind that makes pieces: what the picture at `part` was asked for, so that its maker knows it again."""
        return " ".join(filter(None, (settings.get("question"), self.which(settings, part))))

    def without(self, answer: Given, part: str) -> dict[str, Any] | None:
        """Of a kind that makes pieces: the answer once the picture at `part` is its maker's alone again."""
        raise NotImplementedError

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        """One answer as a flat row for the record: column -> value, in the order of the question."""
        raise NotImplementedError

    def compared(self, settings: Asked, answer: Given) -> dict[str, int]:
        """Scale values by key, to set beside the same key asked earlier (craving then and now)."""
        return {}

    def beside(self, settings: Asked) -> str | None:
        """The name of an earlier step of the module whose summary staff see beside this one: before an exercise."""
        return None

    def asks(self, settings: Asked, answer: Given) -> set[str]:
        """What the person asked of staff with this answer: any of `group_time`, `staff_time`."""
        return set()

    def paper(self, settings: Asked) -> list[str]:
        """Lines of plain text for someone without a phone: the question, then its choices."""
        raise NotImplementedError

    def solution(self, settings: Asked) -> list[str]:
        """Lines for the printed guide of whoever leads: what a quiz is after. Never on the sheet for the group."""
        return []

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any] | None:
        """An answer as a pretend participant of the demo might give it; None to pass."""
        return None

    # --- kinds that live ---------------------------------------------------------------------

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        """The first state of a kind that lives. Raises `Refused` where it cannot begin with those who are here."""
        raise NotImplementedError

    def act(self, settings: Asked, state: State, seat: str, move: object, around: Around) -> dict[str, Any]:
        """The next state after a seat's move. Raises `Refused`, with a sentence for this person."""
        raise Refused("move_shape", "There is nothing to do here with the phone.")

    def lead(self, settings: Asked, state: State, move: object, around: Around) -> dict[str, Any]:
        """The next state after a move of the staff. Raises `Refused`, with a sentence for them."""
        raise Refused("move_shape", "There is nothing to do here from the tablet.")

    def told(self, settings: Asked, state: State | None) -> dict[str, Any]:
        """The settings as phones and wall have them now: without what is held back until it is shown (an answer).

        `asked` settings come in, or those of the module where nothing lives yet. The tablet has them whole.
        """
        return dict(settings)

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        """What everyone may see: never a seat, and of what people wrote only what stands in `cards`."""
        raise NotImplementedError

    def own(self, settings: Asked, state: State, seat: str, names: Mapping[str, str]) -> dict[str, Any]:
        """What this one seat may see besides. `names` are those of all seats, for a kind that tells one to another."""
        return {}

    def agreed(self, settings: Asked, state: State, cards: Sequence[Approved]) -> list[str]:
        """What the group has agreed on, as lines for the summary of the session; none while it is still talking."""
        return []

    def led(self, settings: Asked, state: State) -> dict[str, Any]:
        """What the tablet may see besides. It may hold seats; the tablet knows their names."""
        return {}

    def asked(self, settings: Asked, state: State) -> dict[str, Any]:
        """The settings of this run, with what its state adds to the question; only what `initial` has set.

        Everything else is given these settings: `check`, `tally`, `composed`, `export`, the faces.
        """
        return dict(settings)
