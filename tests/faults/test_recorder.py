"""What is recorded for the power cuts is the one store, and nothing else that this process has open."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.faults.recorder import Recorder


def write_something(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "facilitator.sqlite")) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("CREATE TABLE told (words TEXT)")
        conn.commit()


def test_another_store_of_the_same_name_leaves_no_trace(tmp_path: Path) -> None:
    ours, another = tmp_path / "ours", tmp_path / "another"
    for folder in (ours, another):
        folder.mkdir()
    recorder = Recorder(ours)
    with recorder.recording():
        write_something(another)
        assert recorder.ops == []

        write_something(ours)

    assert {op.what for op in recorder.ops} >= {"open", "write", "sync", "delete"}
    assert {op.file for op in recorder.ops} >= {"facilitator.sqlite", "facilitator.sqlite-wal"}
