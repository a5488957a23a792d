"""The installed package holds all it needs: front end, page shells and curricula."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PIP = (sys.executable, "-m", "pip")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and installed apart from the checkout; what it depends on is this environment's."""
    wheels, target = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("installed")
    _run(*PIP, "wheel", "-qq", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(ROOT))
    _run(*PIP, "install", "-qq", "--no-deps", "--target", str(target), *map(str, wheels.glob("*.whl")))
    return target


def test_an_installed_package_finds_its_own_files(installed: Path) -> None:
    asked = (
        "from facilitator import places as p; print(p.static_dist() / 'manifest.json', p.templates(), p.curricula())"
    )

    found = _run(sys.executable, "-c", asked, at=installed).split()

    assert [Path(path).is_relative_to(installed) and Path(path).exists() for path in found] == [True] * 3


def test_an_installed_package_carries_the_licences_of_others(installed: Path) -> None:
    notices = (installed / "facilitator/_bundled/static/dist/THIRD_PARTY_LICENSES").read_text()

    assert "preact" in notices


def test_an_installed_package_reads_its_curricula_clean(installed: Path) -> None:
    _run(str(installed / "bin" / "facilitator"), "check", at=installed)


def _run(*command: str, at: Path | None = None) -> str:
    environment = os.environ | ({"PYTHONPATH": str(at)} if at else {})
    done = subprocess.run(command, cwd=at or ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
