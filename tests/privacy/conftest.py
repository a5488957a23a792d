"""A folder in memory where there is one, else an ordinary one: the files behave alike."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.privacy.tmpfs import staging_root


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    folder = staging_root(str(tmp_path), {}) or tmp_path / "staging"
    folder.mkdir(exist_ok=True)
    yield folder
    shutil.rmtree(folder)
