"""The key of the record may lie outside the data folder: then a copy of that folder, or of a backup, opens nothing."""

import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facilitator import config as configuration
from facilitator.cli import cli
from facilitator.errors import Refused
from facilitator.operating.doctor import look_over
from facilitator.people import staff
from facilitator.storage.database import open_store, open_to_read
from facilitator.storage.keys import keys_for
from facilitator.storage.writer import Writer

Run = Callable[..., Result]


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    folder = tmp_path / "safe"
    folder.mkdir(mode=0o750)
    return folder / "record.key"


@pytest.fixture
def data(tmp_path: Path, key_file: Path) -> Path:
    """A data folder that holds a name, and whose key lies elsewhere."""
    store = open_store(tmp_path / "data", key_file=key_file)
    writer = Writer(store, step=True)
    writer.wait(
        lambda conn: staff.add(conn, "okoye", sign_in_name="okoye", name="Dr. Okoye", password_hash="x", at=1)
    )  # fmt: skip
    writer.stop()
    store.close()
    return store.data


@pytest.fixture
def run(data: Path, key_file: Path) -> Run:
    environ = {"FACILITATOR_DATA": str(data), "FACILITATOR_KEY_FILE": str(key_file)}
    return lambda *words: CliRunner().invoke(cli, words, env=environ)


def test_nothing_in_the_data_folder_opens_it(data: Path, key_file: Path, tmp_path: Path) -> None:
    keys = keys_for(data, may_make=False, elsewhere=key_file)
    stolen = shutil.copytree(data, tmp_path / "stolen")

    with pytest.raises(Refused, match="key file"):
        open_to_read(stolen)
    held = b"".join(path.read_bytes() for path in stolen.rglob("*") if path.is_file())
    assert [key for key in (keys.newest, keys.lookup) if key in held or key.hex().encode() in held] == []
    assert b"Okoye" not in held


def test_the_file_is_for_the_servers_account_alone_and_the_folder_keeps_its_rights(data: Path, key_file: Path) -> None:
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(key_file.parent.stat().st_mode) == 0o750
    key_file.chmod(0o640)

    with pytest.raises(Refused, match=f"chmod 600 {key_file}"):
        open_store(data, key_file=key_file)


def test_it_is_changed_and_checked_where_it_lies(run: Run, data: Path, key_file: Path) -> None:
    before = key_file.read_text()

    assert run("keys", "rotate").exit_code == 0
    assert key_file.read_text() != before
    assert "Everything opens." in run("keys", "check").output
    assert not (data / "keys").exists()


def test_a_backup_says_which_key_it_needs_and_comes_back_with_it(run: Run, key_file: Path, tmp_path: Path) -> None:
    backup = tmp_path / "monday.sqlite"
    assert str(key_file) in run("backup", str(backup)).output

    assert run("restore", "--over", str(backup)).exit_code == 0
    key_file.unlink()
    told = run("restore", "--over", str(backup))
    assert (told.exit_code, str(key_file) in told.output) == (1, True)


def test_the_doctor_says_where_it_would_be_better(data: Path, key_file: Path, tmp_path: Path) -> None:
    def advice(**environ: str) -> list[str]:
        config = configuration.read({"FACILITATOR_DATA": str(data), **environ})
        return [finding.do for finding in look_over(config, {}, 1) if "FACILITATOR_KEY_FILE" in finding.do]

    assert advice(FACILITATOR_KEY_FILE=str(key_file)) == []
    (data / "keys").mkdir()
    shutil.move(key_file, data / "keys" / "field.key")
    assert len(advice()) == 1
