"""`make audit`: a hole is told, no hole is told, and a list that could not be asked is never called a pass."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.security.lists import Lists, served

ROOT = Path(__file__).resolve().parent.parent.parent


def test_where_no_package_has_a_known_hole_it_says_so_and_every_package_was_asked_about() -> None:
    with served(Lists()) as lists:
        code, said = audit(lists)

    assert (code, said.count("No known hole."), said.count("The known-bad package was found")) == (0, 2, 2)
    assert {"flask", "eventlet", "pytest", "preact", "esbuild"} <= {name for name, _ in lists.asked}


def test_a_package_of_the_server_with_a_hole_is_named_with_its_mend() -> None:
    with served(Lists()) as lists:
        lists.python.add(("flask", locked("flask")))
        code, said = audit(lists)

    assert code == 1
    assert f"flask {locked('flask')}, part of the server: PYSEC-flask; mended in 999" in said


def test_a_package_of_the_front_end_with_a_hole_is_named() -> None:
    version = json.loads((ROOT / "package-lock.json").read_text())["packages"]["node_modules/esbuild"]["version"]
    with served(Lists()) as lists:
        lists.npm["esbuild"] = version
        code, said = audit(lists)

    assert code == 1
    assert f"esbuild {version}, for building and testing alone: A hole (https://example.org/esbuild)" in said


@pytest.mark.parametrize("broken", [True, False])
def test_a_list_that_cannot_be_asked_is_not_run_and_no_pass(broken: bool) -> None:
    """Once it answers with an error, once nobody is there."""
    with served(Lists(broken=broken)) as lists:
        if broken:
            code, said = audit(lists)
    if not broken:
        code, said = audit(lists)

    assert (code, said.count("NOT RUN"), "No known hole" in said) == (2, 2, False)
    why = "It answered, but not as such a list does" if broken else "It could not be reached from here."
    assert said.count(why) == 2


def test_a_list_that_does_not_know_the_known_bad_package_is_not_trusted() -> None:
    """As from a page that answers everything kindly, such as a hotel's network does."""
    with served(Lists(python=set(), npm={})) as lists:
        code, said = audit(lists)

    assert (code, said.count("its answers cannot be trusted"), "No known hole" in said) == (2, 2, False)


def test_a_hole_that_was_found_is_not_hidden_by_a_list_that_was_not_asked() -> None:
    with served(Lists()) as lists:
        lists.python.add(("flask", locked("flask")))
        code, said = audit(lists, "--npm-registry", "http://127.0.0.1:9")

    assert (code, said.count("NOT RUN"), said.count("1 known hole.")) == (1, 1, 1)


def audit(lists: Lists, *more: str) -> tuple[int, str]:
    asked = ["--osv-url", f"{lists.address}/osv", "--npm-registry", lists.address, *more]
    done = subprocess.run(
        [sys.executable, "scripts/audit.py", *asked],
        cwd=ROOT,
        env={**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def locked(name: str) -> str:
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    return next(line for line in lines if line.startswith(f"{name}==")).split()[0].partition("==")[2]
