"""A small folder of curricula, and the library that reads it."""

from pathlib import Path

import pytest

from facilitator.curriculum.library import Library
from tests.curriculum.shelves import GOOD


@pytest.fixture
def curricula(tmp_path: Path) -> Path:
    root = tmp_path / "curricula"
    folder = root / "evenings"
    (folder / "media").mkdir(parents=True)
    (folder / "curriculum.md").write_text(
        "---\ntitle: Evenings\norder: [02-wave, 01-arrive]\nlength: A week\n---\n\nWelcome.\n"
    )
    (folder / "01-arrive.md").write_text(GOOD)
    (folder / "02-wave.md").write_text(GOOD.replace("Hello", "A wave"))
    (root / "agreement.md").write_text(
        "---\ntitle: Our agreement\nversion: 1.10\n---\n\n## We listen\n\n- You can pass.\n"
    )
    (root / "agreement.es.md").write_text("---\ntitle: Nuestro acuerdo\nversion: 1.10\n---\n\nPuede pasar.\n")
    (root / "concern.md").write_text("---\ntitle: When you worry\nversion: 2\n---\n\nStay.\n")
    return root


@pytest.fixture
def library(curricula: Path) -> Library:
    return Library(curricula)
