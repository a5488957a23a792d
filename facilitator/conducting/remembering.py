"""A live room as the store remembers it: the log replayed, and beside it names, answers and pinned words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from secrets import token_hex

import segno
from sqlalchemy import Connection

from facilitator.conducting.live_room import LiveRoom
from facilitator.live_session.engine import replay
from facilitator.live_session.facts import Facts, NamedAnswer, ReleasedAnswer, WallFacts
from facilitator.live_session.shapes import CrisisShape, JoinShape, NoticesShape
from facilitator.live_session.state import LiveSession
from facilitator.people import clinic_tablets, staff
from facilitator.storage import answers, event_log, live_sessions, living_states, people, pins, sealed_answers, texts

_PARTS = {"en": ("morning", "afternoon", "evening"), "es": ("por la mañana", "por la tarde", "por la noche")}
_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "es": ("Lunes", "Martes", "Miércoles", "Jueves", "Viernes", "Sábado", "Domingo"),
}


@dataclass(frozen=True)
class Surroundings:
    """What the facts of every live room of this server share."""

    boot: str
    languages: Sequence[str]
    zone: tzinfo
    address: str
    """Where phones find this server: `https://group.example`, no slash at the end."""
    notices: NoticesShape
    crisis: Mapping[str, list[CrisisShape]]
    walk_to: Mapping[str, str]


def remember(conn: Connection, live_session: str, around: Surroundings) -> LiveRoom:
    """The room of a live session that is in the store. Raises `LookupError` if it is not."""
    stored = live_sessions.find(conn, live_session)
    if stored is None:
        raise LookupError(live_session)
    state = replay(live_session, event_log.read(conn, live_session))
    secret = live_sessions.qr_secret(conn, live_session)
    facts = Facts(
        boot=around.boot,
        languages=around.languages,
        day=day_names(state.opened_at, around.zone, around.languages),
        group=people.name_of(conn, f"group:{stored.group}") or "",
        modules=dict(pins.modules(conn, live_session)),
        concern=pins.documents(conn, live_session, "concern"),
        join=join_shape(around.address, stored.join_code or "", f"{around.address}/join#s={secret}"),
        notices=around.notices,
        salt=token_hex(16),
        crisis=around.crisis,
        walk_to=around.walk_to,
        names={owner.removeprefix("seat:"): name for owner, name in people.names_in(conn, live_session).items()},
        copies=texts.of_live_session(conn, live_session),
        staff={f"staff:{name.id}": name.name for name in staff.everyone(conn)},
        walls={wall: WallFacts() for wall in state.walls},
        clinic_tablet=clinic_tablets.are_there(conn, live_session),
        ever_connected=any(seat.has_phone for seat in state.seats.values()),
    )
    room = LiveRoom(live_session, stored.group, stored.rehearsal, state, facts)
    _remember_answers(conn, room)
    room.done = dict.fromkeys(event_log.done(conn, live_session))
    return room


def _remember_answers(conn: Connection, room: LiveRoom) -> None:
    for said in answers.of_live_session(conn, room.id):
        room.revisions[said.run, said.seat] = said.revision
        if said.did != "withdraw":
            kept = NamedAnswer(said.revision, said.answer, said.ok_to_show, said.by_staff)
            room.facts.of(said.run).named[said.seat] = kept
    _remember_runs(conn, room.id, room.state, room.facts)


def _remember_runs(conn: Connection, live_session: str, state: LiveSession, facts: Facts) -> None:
    for run in state.runs.values():
        known = facts.of(run.id)
        if run.promise == "anonymous":
            sealed = sealed_answers.of_run(conn, live_session, run.id)
            known.released = [ReleasedAnswer(name, answer) for name, answer in sealed]
        living = living_states.find(conn, live_session, run.id)
        known.living = living[1] if living else None


def day_names(at: int, zone: tzinfo, languages: Sequence[str]) -> dict[str, str]:
    """A neutral name for the day in each language: *Thursday evening*. `at` in ms UTC."""
    local = datetime.fromtimestamp(at / 1000, zone)
    part = 0 if local.hour < 12 else 1 if local.hour < 17 else 2
    return {
        language: f"{_DAYS.get(language, _DAYS['en'])[local.weekday()]} {_PARTS.get(language, _PARTS['en'])[part]}"
        for language in languages
    }


def join_shape(address: str, code: str, url: str) -> JoinShape:
    """How to come in, with the QR as one SVG path (a square of `size` modules, quiet zone of 2 included)."""
    path, size = qr_path(url)
    plain = address.removeprefix("https://").removeprefix("http://")
    return JoinShape(code=code, address=plain, url=url, qr=path, size=size)


def qr_path(text: str, quiet: int = 2) -> tuple[str, int]:
    """The dark modules of a QR code as an SVG path, and the side of its square."""
    code = segno.make(text, error="m", micro=False)
    rows = list(code.matrix)
    runs = [
        f"M{start + quiet} {y + quiet}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _dark_runs(row)
    ]
    return "".join(runs), len(rows) + 2 * quiet


def _dark_runs(row: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for x, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            runs.append((start, x - start))
            start = None
    return runs
