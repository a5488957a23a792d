"""A command that is ready to be decided."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from facilitator.live_session.commands import Command

Row = Callable[[Connection], object]


def _nothing() -> None:
    """Nothing else becomes true."""


@dataclass(frozen=True)
class Prepared:
    """A command with the rows to store beside its events, and what is true in memory once that is committed."""

    command: Command
    rows: tuple[Row, ...] = ()
    now_true: Callable[[], None] = _nothing
    living: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    """Run → the shared state that this command leads to, once it is decided."""
