"""What rules may know besides the session itself: the time, who is there, what has been answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.live_session.state import PieceName


@dataclass(frozen=True)
class Response:
    """Composed words that are waiting somewhere; `may_show` is the writer's consent."""

    run: str
    may_show: bool
    piece: PieceName | None = None
    """Of words for a picture: which picture that is."""


@dataclass(frozen=True)
class Circumstances:
    """`now` in ms UTC; `by` who asks.

    `present` are admitted seats that could answer: by a phone that is connected, or by the clinic's tablet.

    `answered` counts what has been released of each run (named: answers; anonymous: of waves and the seal).
    """

    now: int
    by: str
    present: frozenset[str] = frozenset()
    answered: Mapping[str, int] = field(default_factory=dict)
    responses: Mapping[str, Response] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()
    """Anonymous runs whose key went after a wave had gone out: they can only be closed."""
    new_id: str = ""
    """A fresh random id, for what a command makes."""
