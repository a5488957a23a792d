"""What tests of the library say often."""

from pathlib import Path

from facilitator.curriculum.library import Library
from tests.curriculum.pages import FRONT

GOOD = FRONT + "## Arrive\n\nHello.\n"
ARRIVE = "evenings/01-arrive"


def save(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def problems(library: Library) -> list[str]:
    """The first line of each problem."""
    return [str(problem).split("\n")[0] for problem in library.snapshot().problems]


def title(library: Library) -> str:
    """The title of the first step of the module *Arrive*."""
    module = library.snapshot().module(ARRIVE)
    assert module is not None
    return module.steps[0].title
