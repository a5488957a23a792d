"""Planted leaks on the whole path: each is the product with one mistake somebody could make, put in for a test alone.

`caught_by` names the property that has to see it (the file of this folder).
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count
from typing import Any
from unittest.mock import patch

from sqlalchemy import text

from facilitator.conducting import answering, live_room, sealed_runs, writing_down
from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.live_session import evolving, roster, tablet_view, views
from facilitator.live_session.rules import decide
from facilitator.privacy.sealed import SealedAnswer
from facilitator.privacy.shelf import Shelf
from facilitator.privacy.staging import Staging
from facilitator.records import summary
from facilitator.storage import sealed_answers
from facilitator.storage.writer import Writer
from tests.privacy import leaks as in_the_sealing

Seal = Callable[..., None]
_seal: Seal = answering.Answering._seal
log = logging.getLogger("facilitator")


@dataclass(frozen=True)
class Leak:
    """`plant` is a context manager maker."""

    name: str
    caught_by: str
    plant: Callable[[], Any]


def _of_the_sealing(kind: type) -> Callable[[], Any]:
    """One of the mistakes of `tests/privacy/leaks.py`, now with everything around it."""
    return lambda: patch.object(sealed_runs, "SealedRun", kind)


def _also(do: Callable[..., None]) -> Callable[[], Any]:
    """Where an anonymous answer comes in, something is done besides: do(self, room, run, seat, say, checked)."""

    def sealed(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any, then: Any) -> None:
        _seal(self, room, run, seat, say, checked, then)
        do(self, room, run, seat, say, checked)

    return lambda: patch.object(answering.Answering, "_seal", sealed)


def _kept_with_it(what: Callable[..., Any]) -> Callable[[], Any]:
    """Something is stored inside the answer."""

    def sealed(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any, then: Any) -> None:
        more = None if checked is None else {**checked, "more": what(self, seat, say)}
        _seal(self, room, run, seat, say, more, then)

    return lambda: patch.object(answering.Answering, "_seal", sealed)


def _job(write: Callable[..., None]) -> Callable[..., None]:
    def do(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any) -> None:
        self.writer.submit(lambda conn: write(conn, self, room, seat, checked), urgent=False, then=lambda outcome: None)

    return do


def _a_line(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any) -> None:
    log.info(f"answer {checked} from {seat}")  # noqa: G004


def _a_live_count(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any) -> None:
    room.facts.of(run.id).how_many = room.sealed[run.id].how_many(len(room.present()))
    self.answered(room)


def _told_of_each(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any) -> None:
    room.facts.beat += 1
    self.answered(room)
    room.facts.trouble = None if room.facts.trouble else "disk"


def _a_measure(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any) -> None:
    log.debug("bytes taken in: %d", len(str(checked)))


def _event_of_each(conn: Any, self: Any, room: Any, seat: str, checked: Any) -> None:
    row = {"l": room.id, "c": f"answered:{seat}"}
    conn.execute(text("insert or ignore into commands (live_session, command) values (:l, :c)"), row)


def _a_draft(conn: Any, self: Any, room: Any, seat: str, checked: Any) -> None:
    row = {"l": room.id, "c": f"draft of {seat}: {checked}"}
    conn.execute(text("insert or ignore into commands (live_session, command) values (:l, :c)"), row)


@contextmanager
def _remembering_arrival(use: Callable[[list[str]], Any]) -> Iterator[None]:
    """Something keeps the order of arrival, and another place uses it."""
    came: list[str] = []
    of: list[Any] = []

    def noted(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any) -> None:
        if not of or of[0] is not room:
            of[:] = [room]
            came.clear()
        if checked is not None and "text" in checked:
            came.append(checked["text"])

    with _also(noted)(), use(came):
        yield


def _place(came: list[str], words: str) -> int:
    return came.index(words) if words in came else len(came)


def _export_as_they_came() -> Any:
    whole = summary._approved

    def approved(*given: Any) -> tuple[str, ...]:
        return tuple(sorted(whole(*given), key=lambda words: _place(kept, words)))

    kept: list[str] = []

    def use(came: list[str]) -> Any:
        nonlocal kept
        kept = came
        return patch.object(summary, "_approved", approved)

    return _remembering_arrival(use)


def _tablet_as_they_came() -> Any:
    whole = tablet_view._waiting
    kept: list[str] = []

    def use(came: list[str]) -> Any:
        nonlocal kept
        kept = came
        return patch.object(
            tablet_view, "_waiting", lambda *a: sorted(whole(*a), key=lambda w: _place(kept, w["text"]))
        )

    return _remembering_arrival(use)


def _cards_as_they_came() -> Any:
    whole = views.cards_on_wall
    kept: list[str] = []

    def cards(*given: Any) -> list[Any]:
        return [{**card, "id": f"{_place(kept, card['text']):012x}"} for card in whole(*given)]

    def use(came: list[str]) -> Any:
        nonlocal kept
        kept = came
        return patch.object(views, "cards_on_wall", cards)

    return _remembering_arrival(use)


def _who_answered_on_the_roster() -> Any:
    spoke: set[str] = set()
    row = roster.row

    def told(state: Any, facts: Any, seat: Any, *runs: Any) -> Any:
        return {**row(state, facts, seat, *runs), "answered": seat.id in spoke}

    stack = ExitStack()
    stack.enter_context(_also(lambda self, room, run, seat, say, checked: (spoke.add(seat), self.answered(room))[0])())
    stack.enter_context(patch.object(roster, "row", told))
    stack.enter_context(patch.object(roster, "_still_true", lambda *_: False))
    return stack


def _own_length() -> Any:
    return patch.object(sealed_answers, "_one_size", lambda answer, *size: sealed_answers.json.dumps(answer))


def _steps_of_a_kilobyte() -> Any:
    """Padded to the next kilobyte, accents written out: a long text takes a step more than a short one."""

    def size(answer: Any, *_: int) -> str:
        body = sealed_answers.json.dumps(answer)
        return body + " " * (-len(body) % 1024)

    return patch.object(sealed_answers, "_one_size", size)


def _quoting_check() -> Any:
    whole = answering.Answering._checked

    def checked(self: Any, room: Any, run: Any, say: Any) -> Any:
        try:
            return whole(self, room, run, say)
        except Exception:
            log.exception("could not read %r", say.answer)
            raise

    return patch.object(answering.Answering, "_checked", checked)


def _promise_by_tap() -> Any:
    whole = evolving.evolve

    def turned(state: Any, recorded: Any) -> Any:
        after = whole(state, recorded)
        if isinstance(recorded.event, e.ActivityReopened):
            run = after.runs[recorded.event.run]
            after = replace(after, runs={**after.runs, run.id: replace(run, promise="named")})
        return after

    return patch.object(live_room, "evolve", turned)


def _sealed_reopens() -> Any:
    registered = decide.dispatch(c.ReopenActivity)

    def reopen(command: Any, state: Any, given: Any) -> Any:
        run = state.runs.get(command.run)
        return [e.ActivityReopened(run.id)] if run and run.phase == "closed" else registered(command, state, given)

    @contextmanager
    def planted() -> Iterator[None]:
        decide.register(c.ReopenActivity)(reopen)
        try:
            yield
        finally:
            decide.register(c.ReopenActivity)(registered)

    return planted()


def _kept_in_clear() -> Any:
    add = sealed_answers.add

    def told(conn: Any, live_session: str, run: str, wave: str, shuffled: Any, **how: Any) -> None:
        add(conn, live_session, run, wave, shuffled, **how)
        conn.exec_driver_sql("create table if not exists scratch (body text)")
        for _, answer in shuffled:
            conn.exec_driver_sql("insert into scratch values (?)", (str(answer),))

    return patch.object(writing_down.sealed_answers, "add", told)


def _shelf_forgets_to_shred() -> Any:
    def remove(self: Any) -> None:
        pass

    return patch.object(Shelf, "remove", remove)


def _log_keeps() -> Any:
    return patch.object(Writer, "truncate_log", lambda self, then: None)


def _staging_in_backup() -> Any:
    """Key and staging lie in the data folder, where every copy of it takes them along."""
    init = sealed_runs.SealedRuns.__init__

    def on_disk(self: Any, root: Any, chance: Any) -> None:
        inside = root.parent / "data" / "staging"
        inside.mkdir(parents=True, exist_ok=True)
        init(self, inside, chance)

    return patch.object(sealed_runs.SealedRuns, "__init__", on_disk)


def _digest(self: Any, seat: str, say: Any) -> str:
    return sha256(seat.encode()).hexdigest()[:8]


_S = in_the_sealing
_counting = count()


class OneKey(_S._Leaky):
    """One key for every run: what an id begins with is the same for the same person."""

    @classmethod
    def open(cls, root: Any, live_session: str, run: str, size: int, stored_waves: Any = ()) -> Any:
        return cls(Staging.open(live_session, run, None, lambda size: b"k" * size), size, stored_waves)

    def leak(self, told: Any, chance: Any) -> Any:
        rows = [SealedAnswer(where.hex()[:16] + chance.randbytes(8).hex(), dict(one)) for where, one in told]
        chance.shuffle(rows)
        return rows


class CountedUp(_S._Leaky):
    """An id is counted up when its answer comes; the store gives its rows by it."""

    def leak(self, told: Any, chance: Any) -> Any:
        rows = [SealedAnswer(f"{next(_counting):032}", dict(one)) for _, one in told]
        chance.shuffle(rows)
        return rows


LEAKS: tuple[Leak, ...] = (
    Leak("answers stored as they came", "swap", _of_the_sealing(_S.WrittenAsTheyCame)),
    Leak("ids counted up", "swap", _of_the_sealing(CountedUp)),
    Leak("slots as ids", "swap", _of_the_sealing(_S.SlotsAsIds)),
    Leak("a shuffle without sorting", "swap", _of_the_sealing(_S.ShuffledUnsorted)),
    Leak("a place in the queue, stored", "swap", _of_the_sealing(_S.Numbered)),
    Leak("the time, stored with the answer", "swap", _kept_with_it(lambda self, seat, say: self.clock())),
    Leak("the phone's own id, stored", "swap", _kept_with_it(_digest)),
    Leak("the export in order of arrival", "swap", _export_as_they_came),
    Leak("the tablet in order of arrival", "swap", _tablet_as_they_came),
    Leak("cards numbered by arrival", "swap", _cards_as_they_came),
    Leak("a metric that grows with the words", "swap", _also(_a_measure)),
    Leak("answers in order, tablet", "attackers", _of_the_sealing(_S.WrittenAsTheyCame)),
    Leak("ids counted up, in the store", "attackers", _of_the_sealing(CountedUp)),
    Leak("a shuffle that anybody can repeat", "attackers", _of_the_sealing(_S.KnownChance)),
    Leak("the export in order", "attackers", _export_as_they_came),
    Leak("cards numbered", "attackers", _cards_as_they_came),
    Leak("the time beside the answer", "attackers", _kept_with_it(lambda self, seat, say: self.clock())),
    Leak("the seat's hash beside the answer", "attackers", _kept_with_it(_digest)),
    Leak("an f-string in a log", "attackers", _also(_a_line)),
    Leak("a length in a log", "attackers", _also(_a_measure)),
    Leak("an f-string in the log", "canary", _also(_a_line)),
    Leak("a refusal that quotes", "canary", _quoting_check),
    Leak("a draft in the store", "canary", _also(_job(_a_draft))),
    Leak("sealed answers kept in clear", "canary", _kept_in_clear),
    Leak("rows as long as the words", "canary", _own_length),
    Leak("rows that grow by kilobytes", "canary", _steps_of_a_kilobyte),
    Leak("key and staging in the data folder", "shred", _staging_in_backup),
    Leak("key and frames left behind", "shred", _shelf_forgets_to_shred),
    Leak("a write-ahead log that is not emptied", "shred", _log_keeps),
    Leak("a row for each who answered", "counter", _also(_job(_event_of_each))),
    Leak("a live counter", "counter", _also(_a_live_count)),
    Leak("a view sent for each answer", "counter", _also(_told_of_each)),
    Leak("answered, on the roster", "counter", _who_answered_on_the_roster),
    Leak("a promise that a tap can turn", "promise", _promise_by_tap),
    Leak("waves one too small", "threshold", _of_the_sealing(_S.OneTooFew)),
    Leak("waves that leave nobody to hide", "threshold", _of_the_sealing(_S.NobodyLeftToHide)),
    Leak("withdrawals that count", "threshold", _of_the_sealing(_S.CountsWithdrawals)),
    Leak("spent slots that speak again", "threshold", _of_the_sealing(_S.ForgetsWhoSpoke)),
    Leak("a late copy wins", "once", _of_the_sealing(_S.LastToComeWins)),
    Leak("one key for two runs", "links", _of_the_sealing(OneKey)),
    Leak("answers in order, twice", "links", _of_the_sealing(_S.WrittenAsTheyCame)),
)


def of(property_: str) -> list[Leak]:
    return [leak for leak in LEAKS if leak.caught_by == property_]
