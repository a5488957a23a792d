"""The shapes of composed words: as a card that everyone may see, and on their way there."""

from typing import Literal, NotRequired, TypedDict


class CardShape(TypedDict):
    """Approved words, and the id of the picture that they are for. No name, no time, an order that says nothing."""

    id: str
    run: str
    text: str
    picture: NotRequired[str]
    which: NotRequired[str]
    """Which of several things that were asked at once it answers, in words."""


class WaitingShape(TypedDict):
    """Composed words on the tablet, and the picture that they are the words for, as on a card."""

    id: str
    run: str
    text: str
    edited: bool
    name: str | None
    """Only for a named answer."""
    may_show: bool
    """False: the writer did not tick *OK to show*."""
    where: Literal["waiting", "tray", "parked", "wall", "shown_before"]
    picture: NotRequired[str]
    which: NotRequired[str]
    rung: NotRequired[Literal["facilitator", "group", "record", "elsewhere"]]
