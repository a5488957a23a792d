"""The list of what Facilitator is made of: all of the locks and nothing else, the same bytes each time."""

import base64
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import ComponentScope

ROOT = Path(__file__).resolve().parent.parent.parent
DEV_LOCK = ROOT / "requirements-dev.lock"
MADE_FROM = ("pyproject.toml", "requirements.lock", "requirements-dev.lock", "package-lock.json")


def test_every_locked_package_is_in_it_with_its_version_and_nothing_else() -> None:
    told = {one["purl"] for one in written()["components"]}

    python = re.findall(r"^([a-z0-9-]+)(?:\[.*?\])?==([^\s;]+)", DEV_LOCK.read_text(), re.MULTILINE)
    npm = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    names = {path: path.split("node_modules/")[-1].replace("@", "%40") for path in npm if path}
    assert len(python) > 80
    assert told == {f"pkg:pypi/{name}@{version}" for name, version in python} | {
        f"pkg:npm/{name}@{npm[path]['version']}" for path, name in names.items()
    }


def test_every_checksum_of_the_locks_is_in_it() -> None:
    sums = {
        (each["alg"], each["content"])
        for one in written()["components"]
        for file in one["externalReferences"]
        for each in file["hashes"]
    }

    python = re.findall(r"sha256:([0-9a-f]{64})", DEV_LOCK.read_text())
    npm = re.findall(r'"sha512-([^"]+)"', (ROOT / "package-lock.json").read_text())
    assert {("SHA-256", one) for one in python} <= sums
    assert {("SHA-512", base64.b64decode(one).hex()) for one in npm} <= sums
    assert len(sums) == len({*python, *npm})


def test_it_tells_what_is_served_from_what_only_builds_and_tests() -> None:
    scope = {one["purl"].partition("@")[0]: one["scope"] for one in written()["components"]}

    assert {scope[f"pkg:pypi/{name}"] for name in ("flask", "cryptography", "eventlet")} == {"required"}
    assert {scope[f"pkg:pypi/{name}"] for name in ("pytest", "bandit", "mypy")} == {"excluded"}
    assert (scope["pkg:npm/preact"], scope["pkg:npm/esbuild"]) == ("required", "excluded")


def test_a_reader_of_the_format_reads_it() -> None:
    bill = Bom.from_json(written())  # type: ignore[attr-defined]

    assert len({one.bom_ref.value for one in bill.components}) == len(bill.components) > 150
    assert sum(one.scope == ComponentScope.REQUIRED for one in bill.components) > 40
    assert bill.metadata.component.name == "facilitator"


def test_the_same_locks_give_the_same_bytes_and_another_lock_another_number(tmp_path: Path) -> None:
    for name in MADE_FROM:
        shutil.copy(ROOT / name, tmp_path / name)
    first, again = made(ROOT), made(tmp_path)

    lock = tmp_path / "requirements-dev.lock"
    lock.write_text(re.sub(r"^pytest==\S+", "pytest==0.0.1", lock.read_text(), flags=re.MULTILINE))
    other = made(tmp_path)

    assert first == again
    assert json.loads(other)["serialNumber"] != json.loads(first)["serialNumber"]


def written() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(made(ROOT))
    return found


def made(root: Path) -> str:
    command = [sys.executable, "scripts/sbom.py", "--root", str(root)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
