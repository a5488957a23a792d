"""What has been kept long enough: kinds of data, each with its own time, counted in days. Pure.

Whatever is on legal hold is never due. What a group answered goes as soon as staff confirm the summary, unless
they keep it on purpose; then it goes with what was said with a name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["responses", "named", "jottings", "names", "rehearsals", "sessions"]
"""`responses`: anonymous answers, edited copies of words, what was drawn or made together. `named`: answers with
a name. `jottings`: the private notes of staff. `names`: what people of a session were called. `rehearsals`: whole
sessions with pretend people. `sessions`: whole sessions, with what is left of them.
"""

KINDS: tuple[Kind, ...] = get_args(Kind)
DAY = 24 * 60 * 60 * 1000
Keep = Mapping[str, int]
"""Days for each kind, and for `audit` and `sign_ins`, which belong to no session."""


@dataclass(frozen=True)
class Ended:
    """A session that is over, as far as keeping it goes. Times in ms, UTC. `has`: the kinds it still holds."""

    id: str
    ended_at: int
    rehearsal: bool
    held: bool
    confirmed_at: int | None
    keep_answers: bool
    has: frozenset[Kind]


@dataclass(frozen=True, order=True)
class Due:
    live_session: str
    kind: Kind


def due(now: int, sessions: Iterable[Ended], keep: Keep) -> list[Due]:
    """What has to go now. A session that goes as a whole takes everything else with it and stands alone."""
    found: list[Due] = []
    for session in sessions:
        kinds = [kind for kind in KINDS if kind in session.has and _is_due(now, kind, session, keep)]
        whole = [kind for kind in kinds if kind in ("rehearsals", "sessions")]
        found += [Due(session.id, kind) for kind in whole[:1] or kinds]
    return sorted(found)


def goes_at(kind: Kind, session: Ended, keep: Keep) -> int | None:
    """When this kind of data of this session goes; None while it is on hold, or where there never is any."""
    if session.held or kind == ("sessions" if session.rehearsal else "rehearsals"):
        return None
    if kind != "responses":
        return session.ended_at + keep[kind] * DAY
    if session.keep_answers:
        return session.ended_at + keep["named"] * DAY
    by_itself = session.ended_at + keep["responses"] * DAY
    return by_itself if session.confirmed_at is None else min(by_itself, session.confirmed_at)


def older_than(now: int, days: int) -> int:
    """Whatever is from before this moment (ms, UTC) has been kept for so many days."""
    return now - days * DAY


def _is_due(now: int, kind: Kind, session: Ended, keep: Keep) -> bool:
    at = goes_at(kind, session, keep)
    return at is not None and now >= at
