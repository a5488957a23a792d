"""Takes one picture out of the record of a session that is over, for good: somebody asked for it.

Its maker can step it down no more, because the room is gone; so staff do it for them. It is not asked why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, select

from facilitator.activities.kinds import find
from facilitator.activities.pieces import reaches
from facilitator.conducting.remembering import Surroundings, remember
from facilitator.errors import Refused
from facilitator.live_session.consent import rung_of
from facilitator.live_session.events import ResponsePlaced
from facilitator.live_session.facts import NamedAnswer
from facilitator.records.day import Day
from facilitator.records.person import must_be_over
from facilitator.records.pictures import RecordedPicture, recorded
from facilitator.records.purging import locked_slices
from facilitator.storage import answers, audit_log, event_log, keeping
from facilitator.storage import tables as t


class Piece(NamedTuple):
    """Where a picture stands: `part` is the place of its words in the answer of a seat in a run."""

    run: str
    seat: str
    part: str


@dataclass(frozen=True)
class Found:
    """A picture of the record, with the answer that it stands in."""

    drawn: RecordedPicture
    kind: str
    said: NamedAnswer
    answer: dict[str, Any]


def find_picture(conn: Connection, live_session: str, piece: Piece, around: Surroundings) -> Found:
    """As the record shows it. Raises `Refused` (`not_found`, `not_over`, `gone`)."""
    must_be_over(conn, live_session)
    room = remember(conn, live_session, around)
    run, said = room.state.runs.get(piece.run), room.facts.of(piece.run).named.get(piece.seat)
    rung = rung_of(room.state, piece)
    if run is not None and said is not None and said.answer is not None and reaches(rung, "record"):
        day = Day.of(event_log.read(conn, live_session), room.state, room.facts, around.languages[0])
        drawn = _drawn(run.kind, day.asked(run) or {}, said.answer, piece, elsewhere=rung == "elsewhere")
        if drawn is not None:
            return Found(drawn, run.kind, said, said.answer)
    raise Refused("gone", "This picture is not in the record any more.")


def take_out(
    conn: Connection, live_session: str, piece: Piece, around: Surroundings, *, by: str, at: int
) -> set[bytes]:
    """Gives what it looked like, for a search of the files.

    Raises `Refused` (`not_found`, `not_over`, `gone`, `on_hold`).
    """
    found = find_picture(conn, live_session, piece, around)
    keeping.must_not_be_held(conn, live_session)
    looks = _forget_edited_words(conn, live_session, piece) | _looks_of_answer(conn, live_session, piece)
    left = find(found.kind).without(found.answer, piece.part)
    keep = answers.Keep(
        live_session=live_session,
        run=piece.run,
        seat=piece.seat,
        revision=found.said.revision + 1,
        did="withdraw" if left is None else "answer",
        answer=left,
        ok_to_show=found.said.ok_to_show,
        by_staff=found.said.by_staff,
        at=at,
    )
    keep(conn)
    audit_log.append(conn, "picture_taken_out", by=by, at=at, subject=f"seat:{piece.seat}")
    return looks


def _drawn(
    kind: str, settings: Mapping[str, Any], answer: dict[str, Any], piece: Piece, *, elsewhere: bool
) -> RecordedPicture | None:
    composed = find(kind).composed(settings, answer) if find(kind).makes_pieces else []
    return next(
        (
            recorded(
                each.picture,
                each.text,
                find(kind).which(settings, each.part),
                run=piece.run,
                part=each.part,
                elsewhere=elsewhere,
            )
            for each in composed
            if each.part == piece.part and each.picture is not None
        ),
        None,
    )


def _looks_of_answer(conn: Connection, live_session: str, piece: Piece) -> set[bytes]:
    mine = (t.answers.c.live_session == live_session, t.answers.c.run == piece.run, t.answers.c.seat == piece.seat)
    return {look for row in conn.execute(select(t.answers).where(*mine)) for look in locked_slices(row._mapping)}


def _forget_edited_words(conn: Connection, live_session: str, piece: Piece) -> set[bytes]:
    """Words to it that staff edited for the wall. What they looked like."""
    copies = {
        told.event.copy
        for told in event_log.read(conn, live_session)
        if isinstance(told.event, ResponsePlaced) and told.event.copy and _is_of(told.event.response, piece)
    }
    wanted = (t.texts.c.live_session == live_session) & t.texts.c.id.in_(copies)
    looks = {look for row in conn.execute(select(t.texts).where(wanted)) for look in locked_slices(row._mapping)}
    conn.execute(delete(t.texts).where(wanted))
    return looks


def _is_of(response: str, piece: Piece) -> bool:
    """Between seat and part stands which version of the answer it was."""
    return response.startswith(f"{piece.run}.{piece.seat}.") and response.endswith(f".{piece.part}")
