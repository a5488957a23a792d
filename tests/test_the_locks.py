"""The lock files name what is installed, and no machine to get it from."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYTHON_LOCKS = ("requirements.lock", "requirements-dev.lock")


@pytest.mark.parametrize("name", [*PYTHON_LOCKS, "package-lock.json", ".npmrc", "pyproject.toml"])
def test_no_lock_names_a_registry(name: str) -> None:
    text = (ROOT / name).read_text()

    assert re.findall(r'"resolved"|index-url|find-links|registry[.=]|/simple\b', text) == []


def test_the_server_gets_the_versions_that_were_tested() -> None:
    served, tested = (_versions(name) for name in PYTHON_LOCKS)

    assert served.items() <= tested.items()


def test_every_locked_package_has_a_checksum() -> None:
    python = {name: (ROOT / name).read_text() for name in PYTHON_LOCKS}
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    for name, text in python.items():
        assert len(re.findall(r" \\\n +--hash=sha256:", text)) >= len(_versions(name))
    assert [path for path, found in packages.items() if path and "integrity" not in found] == []


def _versions(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)(?:\[[a-z,]+\])?==(\S+)", (ROOT / name).read_text(), re.MULTILINE))
