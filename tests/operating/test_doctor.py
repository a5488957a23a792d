"""The doctor finds what is wrong, says what to do, and changes nothing."""

import shutil
import time
from collections import namedtuple
from pathlib import Path

import pytest

from facilitator import config as configuration
from facilitator.operating import doctor
from facilitator.operating.doctor import Finding, look_over
from facilitator.storage.database import open_store
from facilitator.storage.keys import key_path

NOW = time.time_ns() // 1_000_000
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    open_store(data).close()
    return data


def findings(data: Path, now: int = NOW, **environ: str) -> list[Finding]:
    config = configuration.read({"FACILITATOR_DATA": str(data), **environ})
    return list(look_over(config, environ, now))


def to_mend(found: list[Finding]) -> str:
    return " ".join(f"{finding.what} {finding.do}" for finding in found if finding.grade == "mend")


def test_a_fresh_store_is_well(data: Path) -> None:
    assert to_mend(findings(data)) == ""
    assert "The store is whole" in str(findings(data))


def test_before_the_first_start_there_is_nothing_to_mend(tmp_path: Path) -> None:
    assert to_mend(findings(tmp_path / "nothing yet")) == ""


def test_a_damaged_store_is_found(data: Path) -> None:
    store = data / "facilitator.sqlite"
    body = bytearray(store.read_bytes())
    body[4096 * 2 : 4096 * 20] = b"\xff" * 4096 * 18
    store.write_bytes(body)

    assert "restore the newest backup" in to_mend(findings(data))


def test_a_key_that_others_can_read_or_that_is_gone_is_found(data: Path) -> None:
    key_path(data).chmod(0o644)
    assert "chmod 600" in to_mend(findings(data))

    shutil.rmtree(data / "keys")
    assert "key file" in to_mend(findings(data))


def test_a_disk_that_is_nearly_full_is_found(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda place: Usage(10**12, 10**12, 5_000_000))

    assert "Make room" in to_mend(findings(data))


def test_a_clock_behind_the_store_is_found(data: Path) -> None:
    import sqlite3

    with sqlite3.connect(data / "facilitator.sqlite") as conn:
        conn.execute("PRAGMA foreign_keys = OFF")
        conn.execute("INSERT INTO events VALUES ('tonight', 1, ?, 'clock', 'tap', 'Held', '{}')", (NOW + 3_600_000,))
    conn.close()

    assert "Set the clock" in to_mend(findings(data))


def test_a_certificate_that_cannot_be_read_is_found(data: Path, tmp_path: Path) -> None:
    (tmp_path / "cert.pem").write_text("nothing")
    (tmp_path / "key.pem").write_text("nothing")
    tls = {"FACILITATOR_TLS_CERT": str(tmp_path / "cert.pem"), "FACILITATOR_TLS_KEY": str(tmp_path / "key.pem")}

    assert "certificate" in to_mend(findings(data, **tls))


def test_looking_changes_nothing(data: Path) -> None:
    """But for the notes of SQLite that somebody reads, beside the store."""
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    findings(data)

    assert {path: path.read_bytes() for path in before} == before
