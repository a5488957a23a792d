"""What people are called and wrote lies locked, each value in its own place, its key beside the database."""

import itertools
import stat
from collections.abc import Callable
from functools import partial
from hashlib import sha512
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import StatementError

from facilitator.errors import Refused
from facilitator.people import seats
from facilitator.storage import jottings, people, texts
from facilitator.storage.database import Store, open_store
from facilitator.storage.fields import Encrypted, lock, open_locked
from facilitator.storage.keys import key_path, keys_for
from facilitator.storage.tables import metadata, names
from facilitator.storage.tables import texts as texts_table
from facilitator.storage.writer import Writer

Call = Callable[..., Any]


def test_a_name_comes_back_as_it_was(write: Call, read: Call) -> None:
    write(people.keep_name, "seat:1", "Ána 🎵")

    assert read(people.name_of, "seat:1") == "Ána 🎵"


def test_a_locked_name_moved_to_another_row_does_not_open(write: Call, read: Call) -> None:
    write(people.keep_name, "seat:ana", "Ana")
    write(people.keep_name, "seat:ben", "Ben")
    taken = read(lambda conn: conn.execute(select(names.c.name).where(names.c.owner == "seat:ana")).scalar())
    write(lambda conn: conn.execute(update(names).where(names.c.owner == "seat:ben").values(name=taken)))

    assert read(people.name_of, "seat:ana") == "Ana"
    with pytest.raises(Refused, match="damaged"):
        read(people.name_of, "seat:ben")


def test_a_locked_value_moved_to_another_column_does_not_open(write: Call, read: Call) -> None:
    def move(conn: Connection) -> None:
        open_locked(conn, names.c.name, ("one",), lock(conn, texts_table.c.body, ("one",), "words"))

    with pytest.raises(Refused, match="damaged"):
        read(move)


def test_a_row_of_two_parts_is_not_another_row_with_the_same_letters(read: Call) -> None:
    def move(conn: Connection) -> None:
        open_locked(conn, names.c.name, ("a", "bc"), lock(conn, names.c.name, ("ab", "c"), "words"))

    with pytest.raises(Refused, match="damaged"):
        read(move)


def test_a_changed_value_does_not_open(read: Call) -> None:
    def change(conn: Connection) -> None:
        locked = lock(conn, names.c.name, ("one",), "words")
        open_locked(conn, names.c.name, ("one",), type(locked)(locked[:-1] + bytes([locked[-1] ^ 1])))

    with pytest.raises(Refused, match="damaged"):
        read(change)


def test_the_same_name_is_never_locked_alike(read: Call) -> None:
    twice = read(lambda conn: {lock(conn, names.c.name, ("one",), "Ana") for _ in range(50)})

    assert len(twice) == 50


def test_an_encrypted_column_takes_nothing_that_is_not_locked(write: Call) -> None:
    with pytest.raises(StatementError, match=r"fields\.lock"):
        write(lambda conn: conn.execute(insert(names), {"owner": "seat:1", "name": b"Ana"}))


def test_every_column_that_could_hold_a_name_or_words_is_encrypted() -> None:
    encrypted = {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Encrypted)
    }

    assert encrypted == {
        "agendas.name", "answers.body", "jottings.body", "live_sessions.qr_secret", "living_states.state",
        "names.name", "sealed_answers.body", "second_steps.secret", "texts.body",
    }  # fmt: skip
    named_like_it = {"name", "words", "note", "answer", "text", "state"}
    plain = {f"{table.name}.{column.name}" for table in metadata.sorted_tables for column in table.columns} - encrypted
    assert not {column for column in plain if column.split(".")[1] in named_like_it}


def test_no_name_and_no_words_lie_open_on_the_disk(
    write: Call, tonight: str, on_disk: Callable[[], bytes], store: Store
) -> None:
    write(seats.rename, "ana", "Quetzalcoatlus")
    write(texts.add, tonight, "copy", "It rained on Xylander Street")
    write(jottings.keep, tonight, "okoye", "Zwieback helped", at=1)

    for word in (b"Quetzalcoatlus", b"Xylander", b"Zwieback"):
        assert word not in on_disk()


def test_the_key_lies_apart_and_only_its_owner_reads_it(store: Store) -> None:
    path = key_path(store.data)
    key = store.locks.keys.newest

    assert path.parent != store.path.parent
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    assert key not in store.path.read_bytes()


def test_a_key_file_that_others_can_read_is_refused(store: Store) -> None:
    key_path(store.data).chmod(0o640)

    with pytest.raises(Refused, match="chmod 600"):
        open_store(store.data)


def test_a_missing_key_file_is_said_and_never_made_anew(store: Store) -> None:
    key_path(store.data).unlink()

    with pytest.raises(Refused, match="key_missing"):
        open_store(store.data)
    assert not key_path(store.data).exists()


def test_a_damaged_key_file_is_said(store: Store) -> None:
    key_path(store.data).write_text('{"keys": {}}')

    with pytest.raises(Refused, match="key_damaged"):
        open_store(store.data)


def test_a_value_of_another_key_is_said_to_be_so(tmp_path: Path, read: Call) -> None:
    other = open_store(tmp_path / "other")
    with other.reading() as conn:
        strange = lock(conn, names.c.name, ("one",), "Ana")
    other.close()

    with pytest.raises(Refused, match="key_missing"):
        read(lambda conn: open_locked(conn, names.c.name, ("one",), strange))


def test_the_keys_stay_the_same_from_start_to_start(tmp_path: Path) -> None:
    first = keys_for(tmp_path, may_make=True)

    assert keys_for(tmp_path, may_make=False) == first


def test_a_half_written_key_file_of_a_start_that_was_cut_off_does_no_harm(tmp_path: Path) -> None:
    folder = key_path(tmp_path).parent
    folder.mkdir()
    (folder / "field.new").write_text('{"ke')

    assert keys_for(tmp_path, may_make=True).newest
    assert [path.name for path in folder.iterdir()] == ["field.key"]


def test_with_the_same_chance_the_same_evening_is_the_same_file(tmp_path: Path) -> None:
    """What proofs of anonymity stand on: nothing but the chance passed in makes two files differ."""

    def an_evening(folder: Path, seed: bytes) -> bytes:
        drawn = itertools.count()
        store = open_store(folder, random_bytes=lambda size: sha512(b"%s %d" % (seed, next(drawn))).digest()[:size])
        writer = Writer(store, step=True)
        for number in range(20):
            writer.wait(partial(people.keep_name, owner=f"seat:{number}", name="Ana"))
        writer.stop()
        store.close()
        return store.path.read_bytes()

    assert an_evening(tmp_path / "a", b"one") == an_evening(tmp_path / "b", b"one")
    assert an_evening(tmp_path / "c", b"one") != an_evening(tmp_path / "d", b"two")
