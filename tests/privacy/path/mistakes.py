"""The mistakes behind the planted leaks of `leaks.py`: each gives a context in which the product makes it."""

import logging
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from hashlib import sha256
from itertools import count
from typing import Any
from unittest.mock import patch

from sqlalchemy import text

from facilitator.conducting import answering, live_room, sealed_runs, writing_down
from facilitator.live_session import asking, evolving, facts, roster
from facilitator.live_session import events as e
from facilitator.privacy.sealed import SealedAnswer, slot
from facilitator.privacy.shelf import Shelf
from facilitator.privacy.staging import Staging
from facilitator.storage import sealed_answers
from facilitator.storage.writer import Writer
from tests.privacy import leaks as in_the_sealing

Seal = Callable[..., None]
_seal: Seal = answering.Answering._seal
log = logging.getLogger("facilitator")


def of_the_sealing(kind: type) -> Callable[[], Any]:
    """One of the mistakes of `tests/privacy/leaks.py`, now with everything around it."""
    return lambda: patch.object(sealed_runs, "SealedRun", kind)


def also(do: Callable[..., None]) -> Callable[[], Any]:
    """Where an anonymous answer comes in, something is done besides: do(self, room, run, seat, say, checked)."""

    def sealed(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any, then: Any) -> None:
        _seal(self, room, run, seat, say, checked, then)
        do(self, room, run, seat, say, checked)

    return lambda: patch.object(answering.Answering, "_seal", sealed)


def kept_with_it(what: Callable[..., Any]) -> Callable[[], Any]:
    """Something is stored inside the answer."""

    def sealed(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any, then: Any) -> None:
        more = None if checked is None else {**checked, "more": what(self, seat, say)}
        _seal(self, room, run, seat, say, more, then)

    return lambda: patch.object(answering.Answering, "_seal", sealed)


def job(write: Callable[..., None]) -> Callable[..., None]:
    def do(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any) -> None:
        self.writer.submit(lambda conn: write(conn, self, room, seat, checked), urgent=False, then=lambda outcome: None)

    return do


def a_line(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any) -> None:
    log.info(f"answer {checked} from {seat}")  # noqa: G004


def a_live_count(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any) -> None:
    room.facts.of(run.id).how_many = room.sealed[run.id].how_many(len(room.present()))
    self.answered(room)


def a_figure(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any) -> None:
    room.revisions[run.id, seat] = say.revision


def told_of_each(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any) -> None:
    room.facts.beat += 1
    self.answered(room)
    room.facts.trouble = None if room.facts.trouble else "disk"


def a_measure(self: Any, room: Any, run: Any, seat: str, say: Any, checked: Any) -> None:
    log.debug("bytes taken in: %d", len(str(checked)))


def event_of_each(conn: Any, self: Any, room: Any, seat: str, checked: Any) -> None:
    row = {"l": room.id, "c": f"answered:{seat}"}
    conn.execute(text("insert or ignore into commands (live_session, command) values (:l, :c)"), row)


def a_draft(conn: Any, self: Any, room: Any, seat: str, checked: Any) -> None:
    row = {"l": room.id, "c": f"draft of {seat}: {checked}"}
    conn.execute(text("insert or ignore into commands (live_session, command) values (:l, :c)"), row)


def who_answered_on_the_roster() -> Any:
    spoke: set[str] = set()
    row = roster.row

    def told(state: Any, facts: Any, seat: Any, *runs: Any) -> Any:
        return {**row(state, facts, seat, *runs), "answered": seat.id in spoke}

    stack = ExitStack()
    stack.enter_context(also(lambda self, room, run, seat, say, checked: (spoke.add(seat), self.answered(room))[0])())
    stack.enter_context(patch.object(roster, "row", told))
    stack.enter_context(patch.object(roster, "_differing", lambda known, state, facts: set(state.seats)))
    return stack


def own_length() -> Any:
    return patch.object(sealed_answers, "_one_size", lambda answer, *size: sealed_answers.json.dumps(answer))


def steps_of_a_kilobyte() -> Any:
    """Padded to the next kilobyte, accents written out: a long text takes a step more than a short one."""

    def size(answer: Any, *_: int) -> str:
        body = sealed_answers.json.dumps(answer)
        return body + " " * (-len(body) % 1024)

    return patch.object(sealed_answers, "_one_size", size)


def quoting_check() -> Any:
    whole = answering.Answering._checked

    def checked(self: Any, room: Any, run: Any, say: Any) -> Any:
        try:
            return whole(self, room, run, say)
        except Exception:
            log.exception("could not read %r", say.answer)
            raise

    return patch.object(answering.Answering, "_checked", checked)


def promise_by_tap() -> Any:
    whole = evolving.evolve

    def turned(state: Any, recorded: Any) -> Any:
        after = whole(state, recorded)
        if isinstance(recorded.event, e.ActivityReopened):
            run = after.runs[recorded.event.run]
            after = replace(after, runs={**after.runs, run.id: replace(run, promise="named")})
        return after

    return patch.object(live_room, "evolve", turned)


def a_slot_for_each_send() -> Any:
    def say(self: Any, seat: str, said: Any) -> Any:
        return self._keep(slot(self._staging.key, f"{seat} {said.revision}"), said)

    return patch.object(sealed_runs.SealedRun, "say", say)


def a_ledger_that_believes_itself() -> Any:
    """After a kill a wave that was begun counts as not written, without a look at the store."""
    settle = Staging.settle

    def settled(self: Any, stored: Any) -> bool:
        pending = self.pending
        settle(self, ())
        return set(stored) <= self.waves | {pending}

    return patch.object(Staging, "settle", settled)


def opens_for_two() -> Any:
    return patch.object(asking, "cannot_open", lambda state, step, given: None)


def _what_waits(room: Any, run: str) -> list[dict[str, Any]]:
    sealed = room.sealed[run]
    said = [sealed._read(where).answer for where in sealed._standing]
    return [dict(answer) for answer in said if answer is not None]


def tally_of_what_waits() -> Any:
    """Summed up as answers come in, so that a chart on the tablet grows."""

    def count(self: Any, room: Any) -> None:
        for run in room.sealed:
            room.facts.of(run).waits = _what_waits(room, run)

    whole = facts.RunFacts.answers
    stack = ExitStack()
    stack.enter_context(patch.object(sealed_runs.SealedRuns, "count", count))
    stack.enter_context(
        patch.object(facts.RunFacts, "answers", lambda self: [*whole(self), *getattr(self, "waits", [])])
    )
    return stack


def kept_in_clear() -> Any:
    add = sealed_answers.add

    def told(conn: Any, live_session: str, run: str, wave: str, shuffled: Any, **how: Any) -> None:
        add(conn, live_session, run, wave, shuffled, **how)
        conn.exec_driver_sql("create table if not exists scratch (body text)")
        for _, answer in shuffled:
            conn.exec_driver_sql("insert into scratch values (?)", (str(answer),))

    return patch.object(writing_down.sealed_answers, "add", told)


def shelf_forgets_to_shred() -> Any:
    def remove(self: Any) -> None:
        pass

    return patch.object(Shelf, "remove", remove)


def log_keeps() -> Any:
    return patch.object(Writer, "truncate_log", lambda self, then: None)


def staging_in_backup() -> Any:
    """Key and staging lie in the data folder, where every copy of it takes them along."""
    init = sealed_runs.SealedRuns.__init__

    def on_disk(self: Any, root: Any, chance: Any) -> None:
        inside = root.parent / "data" / "staging"
        inside.mkdir(parents=True, exist_ok=True)
        init(self, inside, chance)

    return patch.object(sealed_runs.SealedRuns, "__init__", on_disk)


def digest(self: Any, seat: str, say: Any) -> str:
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
