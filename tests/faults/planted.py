"""Bugs to plant in the server, one at a time. Each is a way in which a live session could break its word.

They are put into a running copy of the product, never into its files. `catching.py` says which fault run has
to meet each of them, and the checker has to catch it there.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import delete, insert

from facilitator.activities.kinds import find
from facilitator.conducting import answering, remembering
from facilitator.conducting.conductor import Conductor
from facilitator.errors import Refused
from facilitator.live_session import views
from facilitator.live_session.events import Stepped
from facilitator.privacy.staging import Staging
from facilitator.realtime import broadcast
from facilitator.realtime.broadcast import Broadcast
from facilitator.realtime.doors import Door
from facilitator.storage import answers, event_log, sealed_answers
from facilitator.storage.batches import Outcome
from facilitator.storage.tables import events
from facilitator.storage.writer import Writer
from tests.faults.control import Control

Bug = Callable[[], None]
BUGS: dict[str, Bug] = {}
ON_THE_PHONE = ("the_outbox_is_dropped_on_a_reload",)
"""Bugs of our own phones (`clients.py`), which mirror the page's."""


def plant(control: Control) -> None:
    """Plant the bug that the runs have named, if any. Raises KeyError for a name that there is not."""
    name = control.now().get("bug")
    if name and name not in ON_THE_PHONE:
        BUGS[name]()


def _bug(make: Bug) -> Bug:
    BUGS[make.__name__] = make
    return make


@_bug
def acknowledges_before_the_commit() -> None:
    original = Writer.submit

    def submit(self: Writer, job: Any, *, urgent: bool, then: Any, **how: Any) -> None:
        original(self, job, urgent=urgent, then=then if urgent else lambda outcome: None, **how)
        if not urgent:
            self._tell(partial(then, Outcome(value=True)))

    Writer.submit = submit  # type: ignore[method-assign]


def _row(live_session: str, entry: Any) -> dict[str, Any]:
    return dict(zip(events.c.keys(), event_log._row(live_session, entry), strict=True))


@_bug
def log_takes_any_version() -> None:
    """And commands are decided on what is committed, so that two at once are decided on the same step."""
    original = Conductor.ask

    def ask(self: Conductor, live_session: str, *rest: Any) -> None:
        room = self.room(live_session)
        room.ahead = room.state
        original(self, live_session, *rest)

    def append(conn: Any, live_session: str, recorded: Any) -> None:
        first = event_log.last_version(conn, live_session) + 1
        rows = [_row(live_session, entry) for entry in recorded]
        conn.execute(insert(events), [{**row, "version": first + place} for place, row in enumerate(rows)])

    Conductor.ask = ask  # type: ignore[method-assign]
    event_log.append = append


@_bug
def a_tap_moves_on_from_wherever_the_group_is() -> None:
    original = Conductor.ask

    def ask(self: Conductor, live_session: str, command: Any, *rest: Any) -> None:
        if hasattr(command, "from_step"):
            command = replace(command, from_step=self.room(live_session).ahead.step)
        original(self, live_session, command, *rest)

    Conductor.ask = ask  # type: ignore[method-assign]


@_bug
def a_repeated_command_is_done_again() -> None:
    original = Conductor.ask

    def ask(self: Conductor, live_session: str, command: Any, command_id: str, by: str, then: Any) -> None:
        room = self.room(live_session)
        room.done.clear()
        original(self, live_session, command, command_id, by, then)

    def append(conn: Any, live_session: str, recorded: Any) -> None:
        conn.execute(insert(events), [_row(live_session, entry) for entry in recorded])

    Conductor.ask = ask  # type: ignore[method-assign]
    event_log.append = append


@_bug
def a_view_without_version() -> None:
    original = Broadcast._emit

    def emit(self: Broadcast, what: str, view: Any, to: str, audience: Any) -> None:
        told = {key: value for key, value in view.items() if key not in ("version", "boot")} if what == "view" else view
        original(self, what, told, to, audience)

    Broadcast._emit = emit  # type: ignore[method-assign]


@_bug
def a_refused_answer_is_acknowledged() -> None:
    original = Door.answer

    def answer(self: Door, sid: str, message_id: str) -> Any:
        then = original(self, sid, message_id)
        return lambda refused: then(None)

    def refuse(self: Door, sid: str, message_id: str, refused: Refused) -> None:
        original(self, sid, message_id)(None)

    Door.answer, Door.refuse = answer, refuse  # type: ignore[method-assign]


@_bug
def a_late_answer_overwrites_a_newer_one() -> None:
    keep_all = answers.keep_all

    def keep_the_last(conn: Any, said: Any) -> int:
        table = answers.answers
        for each in said:
            conn.execute(delete(table).where(table.c.run == each.run, table.c.seat == each.seat))
        return keep_all(conn, said)

    answers.keep_all = keep_the_last
    original = answering.Answering._name

    def name(self: Any, room: Any, run: Any, seat: str, *rest: Any) -> None:
        room.revisions.pop((run.id, seat), None)
        original(self, room, run, seat, *rest)

    answering.Answering._name = name  # type: ignore[method-assign]


@_bug
def sealed_answers_are_stored_twice() -> None:
    original = sealed_answers.add

    def add(conn: Any, live_session: str, run: str, wave: str, shuffled: Any, **how: Any) -> None:
        again = [(f"{name}-again", answer) for name, answer in shuffled]
        original(conn, live_session, run, wave, [*shuffled, *again], **how)

    sealed_answers.add = add


@_bug
def spent_slots_are_forgotten() -> None:
    original = Staging._note

    def note(self: Staging, spent: Any, *rest: Any) -> None:
        self.spent = frozenset()
        original(self, frozenset(), *rest)

    Staging._note = note  # type: ignore[method-assign]


@_bug
def staging_is_lost_with_the_process() -> None:
    """The key of a sealed run lives nowhere but in memory, and phones are not told of another one."""
    original = Staging.start_over
    Staging._load = lambda self: False  # type: ignore[method-assign]

    def start_over(self: Staging) -> None:
        original(self)
        self.key_id = "always the same"

    Staging.start_over = start_over  # type: ignore[method-assign]


@_bug
def names_on_the_wall() -> None:
    original = views.cards_on_wall

    def cards(state: Any, facts: Any, language: str) -> Any:
        names = ", ".join(facts.names.values())
        return [{**card, "text": f"{card['text']}: {names}"} for card in original(state, facts, language)]

    views.cards_on_wall = cards


@_bug
def words_on_the_wall_before_they_are_approved() -> None:
    def cards(state: Any, facts: Any, language: str) -> Any:
        return [
            {"id": answer.id, "run": run, "text": composed.text}
            for run, known in facts.runs.items()
            if state.runs[run].promise == "anonymous"
            for answer in known.released
            for composed in find(state.runs[run].kind).composed({}, answer.answer)
        ]

    views.cards_on_wall = cards


@_bug
def everything_goes_to_everyone() -> None:
    original = Broadcast._emit

    def emit(self: Broadcast, what: str, view: Any, to: str, audience: Any) -> None:
        for connection in list(self.connections.by_sid.values()):
            if connection.audience == audience:
                original(self, what, view, connection.sid, audience)

    Broadcast._emit = emit  # type: ignore[method-assign]


@_bug
def steps_are_not_replayed() -> None:
    original = remembering.replay

    def replay(live_session: str, recorded: Any) -> Any:
        entries = list(recorded)
        last = max((entry.version for entry in entries if isinstance(entry.event, Stepped)), default=0)
        return original(live_session, [entry for entry in entries if entry.version != last])

    remembering.replay = replay


@_bug
def a_call_is_delivered_before_a_tablet_shows_it() -> None:
    original = broadcast.own_view

    def own(state: Any, facts: Any, seat: str) -> Any:
        facts.delivered |= set(state.calls)
        return original(state, facts, seat)

    broadcast.own_view = own
