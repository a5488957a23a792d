"""A backup is made while the group goes on, and an evening comes back from it."""

import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from tests.evening.conftest import Evening
from tests.operating.conftest import Types


@pytest.fixture
def mode() -> str:
    return "eventlet"


def test_an_evening_comes_back_from_a_backup_that_was_made_while_it_ran(
    evening: Evening, types: Types, tmp_path: Path
) -> None:
    ana = evening.phone("Ana")
    evening.tablet.begin()
    ana.answers({"values": {"craving": 7, "hope": "A quiet evening"}})
    backup = tmp_path / "backup.sqlite"

    made = types("backup", backup)
    ana.answers({"values": {"craving": 2}})
    assert made.returncode == 0, made.stderr
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert b"A quiet evening" not in backup.read_bytes()
    refused = types("restore", backup)
    assert (refused.returncode, "already running" in refused.stderr) == (1, True)

    evening.server.stop()
    assert "--over" in types("restore", backup).stderr
    restored = types("restore", backup, "--over")
    assert restored.returncode == 0, restored.stderr
    evening.server.start()
    evening.tablet.come_back()
    evening.tablet.ask("see_values", seat=evening.tablet.seat_of("Ana")["seat"])
    values = evening.tablet.wait("seat_values", lambda values: values["name"] == "Ana")
    assert values["values"][0]["answer"]["values"]["craving"] == 7
    assert list((tmp_path / "data").glob("before-restore-*.sqlite"))


def test_on_a_new_machine_the_key_file_comes_first(evening: Evening, types: Types, tmp_path: Path) -> None:
    evening.phone("Ana")
    backup, elsewhere = tmp_path / "backup.sqlite", tmp_path / "elsewhere"
    types("backup", backup)

    without = types("restore", backup, FACILITATOR_DATA=str(elsewhere))
    assert without.returncode == 1
    assert "key" in without.stderr
    assert not (elsewhere / "facilitator.sqlite").exists()

    shutil.copytree(tmp_path / "data" / "keys", elsewhere / "keys")
    assert types("restore", backup, FACILITATOR_DATA=str(elsewhere)).returncode == 0
    assert types("doctor", FACILITATOR_DATA=str(elsewhere)).returncode == 0


def test_with_the_key_of_another_clinic_nothing_is_put_in_place(evening: Evening, types: Types, tmp_path: Path) -> None:
    backup, other = tmp_path / "backup.sqlite", tmp_path / "other"
    types("backup", backup)
    keys = other / "keys"
    keys.mkdir(parents=True, mode=0o700)
    (keys / "field.key").write_text(
        '{"keys": {"00000000": "%s"}, "newest": "00000000", "lookup": "%s"}' % (("00" * 32,) * 2)
    )
    (keys / "field.key").chmod(0o600)

    assert "not the one of this backup" in types("restore", backup, FACILITATOR_DATA=str(other)).stderr
    assert not (other / "facilitator.sqlite").exists()


def test_what_is_no_backup_is_refused_clearly(types: Types, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Dr. Okoye")
    with sqlite3.connect(tmp_path / "another.sqlite") as conn:
        conn.execute("CREATE TABLE birds (name)")
    conn.close()

    assert "There is no file" in types("restore", tmp_path / "nothing").stderr
    assert "damaged" in types("restore", tmp_path / "letter.txt").stderr
    assert "not a store of Facilitator" in types("restore", tmp_path / "another.sqlite").stderr
    assert "nothing" in types("backup", tmp_path / "new.sqlite").stderr


def test_a_backup_is_never_written_over_something(evening: Evening, types: Types, tmp_path: Path) -> None:
    (tmp_path / "kept.sqlite").write_text("kept")
    refused = types("backup", tmp_path / "kept.sqlite")

    assert (refused.returncode, (tmp_path / "kept.sqlite").read_text()) == (1, "kept")


def test_a_damaged_backup_is_not_restored(evening: Evening, types: Types, tmp_path: Path) -> None:
    backup = tmp_path / "backup.sqlite"
    types("backup", backup)
    evening.server.stop()
    body = bytearray(backup.read_bytes())
    body[4096 * 3 : 4096 * 12] = b"\xff" * 4096 * 9
    backup.write_bytes(body)

    assert "damaged" in types("restore", backup, "--over").stderr
    assert types("doctor").returncode == 0
