"""The shape of what a phone is told of its own pictures."""

from typing import Literal, TypedDict


class OwnPieceShape(TypedDict):
    """A picture that this seat has sent, how far it goes, and what was asked, by language."""

    run: str
    part: str
    rung: Literal["facilitator", "group", "record", "elsewhere"]
    asked: dict[str, str]
