"""Changing the key: everything opens with the new one alone, and being killed in the middle loses nothing."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from facilitator.errors import Refused
from facilitator.people import seats
from facilitator.storage import answers, audit_log, jottings, keys, people, rotating, sealed_answers, texts
from facilitator.storage import tables as t
from facilitator.storage.audit_log import Wanted
from facilitator.storage.database import Store, open_store
from tests.storage.conftest import NOW, Write

ROOT = Path(__file__).parents[2]


@pytest.fixture
def words(write: Write, tonight: str) -> str:
    """Something in every encrypted column that an evening has, and in some of them more than one batch."""

    def job(conn: Connection) -> None:
        for number in range(rotating.BATCH + 50):
            texts.add(conn, tonight, f"copy {number:03}", f"words {number:03}")
        for seat in ("ana", "ben"):
            answers.Keep(
                tonight, "r1", seat, revision=1, did="answer", answer={"hope": seat}, ok_to_show=True,
                by_staff=False, at=1,
            )(conn)  # fmt: skip
        sealed_answers.add(conn, tonight, "r2", "w1", [("random", {"text": "tired"})], frame_bytes=4608)
        jottings.keep(conn, tonight, "okoye", "a private note", at=1)

    write(job)
    return tonight


def everything(store: Store, tonight: str) -> list[object]:
    with store.reading() as conn:
        return [
            people.name_of(conn, "staff:okoye"),
            [seat.name for seat in seats.of_live_session(conn, tonight)],
            texts.of_live_session(conn, tonight),
            [said.answer for said in answers.of_live_session(conn, tonight)],
            sealed_answers.of_run(conn, tonight, "r2"),
            jottings.find(conn, tonight, "okoye"),
        ]


def test_all_of_it_opens_with_the_new_key_alone(store: Store, words: str) -> None:
    before, old = everything(store, words), store.locks.keys
    file = keys.key_path(store.data)
    with file.open("rb") as held_open:
        done = rotating.rotate(store, at=NOW)
        assert not any(held_open.read()), "the old key file was only unlinked"

    written = json.loads(file.read_text())
    assert done > rotating.BATCH
    assert list(written["keys"]) == [store.locks.keys.newest_id.hex()] != [old.newest_id.hex()]
    assert bytes.fromhex(written["lookup"]) == old.lookup
    assert file.stat().st_mode & 0o777 == 0o600
    assert everything(store, words) == before
    again = open_store(store.data)
    assert everything(again, words) == before
    again.close()


def test_what_the_old_key_locked_is_nowhere_any_more(store: Store, words: str, on_disk: Callable[[], bytes]) -> None:
    with store.reading() as conn:
        old = [bytes(body)[:40] for body in conn.execute(select(t.texts.c.body)).scalars()]
    assert old[0] in on_disk()

    rotating.rotate(store, at=NOW)

    assert not [piece for piece in old if piece in on_disk()]


def test_it_is_written_down(store: Store, words: str, read: Write) -> None:
    rotating.rotate(store, at=NOW)

    (entry,) = read(audit_log.read, Wanted(action="keys_rotated"))
    assert (entry.actor, entry.at) == ("console", NOW)


def test_a_value_that_does_not_open_keeps_the_old_key(store: Store, words: str, write: Write) -> None:
    write(lambda conn: conn.exec_driver_sql("UPDATE texts SET body = zeroblob(40) || body WHERE id = 'copy 007'"))
    known = set(store.locks.keys.all)

    with pytest.raises(Refused):
        rotating.rotate(store, at=NOW)

    assert known <= {bytes.fromhex(key) for key in json.loads(keys.key_path(store.data).read_text())["keys"]}


def test_a_check_says_which_value_does_not_open(store: Store, words: str, write: Write) -> None:
    assert rotating.check(store).broken == ()
    write(
        lambda conn: conn.exec_driver_sql(
            "UPDATE names SET name = (SELECT name FROM names WHERE owner = 'seat:ana') WHERE owner = 'seat:ben'"
        )
    )

    assert rotating.check(store).broken == ("names.name of seat:ben",)


KILLED = """
import os, signal, sys
from pathlib import Path
from facilitator.storage import keys, rotating, writer
from facilitator.storage.database import open_store
left = int(sys.argv[2])
def step(original):
    def stepping(*args, **kwargs):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(*args, **kwargs)
    return stepping
os.fsync, os.rename, os.pwrite, Path.rename = map(step, (os.fsync, os.rename, os.pwrite, Path.rename))
rotating._lock_again = step(rotating._lock_again)
writer.Writer._write = step(writer.Writer._write)
writer.Writer._truncate = step(writer.Writer._truncate)
store = open_store(Path(sys.argv[1]))
rotating.BATCH = 40
rotating.rotate(store, at=1)
store.close()
"""


def test_it_may_be_killed_at_every_step_and_called_again(store: Store, words: str) -> None:
    before = everything(store, words)
    ends: list[int] = []
    for step in range(1, 200):
        ends.append(_run(store.data, step))
        again = open_store(store.data)
        assert everything(again, words) == before, f"killed at step {step}"
        assert len(again.locks.keys.all) <= 2, "a change that is taken up again makes no further key"
        again.close()
        if ends[-1] == 0:
            break

    assert ends[-1] == 0
    assert ends.count(-signal.SIGKILL) == len(ends) - 1 > 8
    assert len(json.loads(keys.key_path(store.data).read_text())["keys"]) == 1


def _run(data: Path, step: int) -> int:
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(data), str(step)], cwd=ROOT, env=dict(os.environ), check=False
    ).returncode
