"""A server that an operator looks after, with an evening under way in it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.evening.conftest import Evening, an_evening, signed_in
from tests.evening.server import ROOT, LiveServer
from tests.evening.shelf import a_shelf

Types = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(params=["eventlet", "threading"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def server(mode: str, tmp_path: Path) -> Iterator[LiveServer]:
    server = LiveServer(tmp_path / "data", mode, FACILITATOR_CURRICULA=a_shelf(tmp_path)).start()
    yield server
    server.stop()


@pytest.fixture
def evening(server: LiveServer) -> Iterator[Evening]:
    with an_evening(server, signed_in(server)) as evening:
        yield evening


@pytest.fixture
def types(tmp_path: Path) -> Types:
    """What an operator types, with the data folder of the test."""

    def run(*words: object, **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "facilitator", *map(str, words)],
            check=False,
            cwd=ROOT,
            env={**os.environ, "FACILITATOR_DATA": str(tmp_path / "data"), **environ},
            capture_output=True,
            text=True,
        )

    return run
