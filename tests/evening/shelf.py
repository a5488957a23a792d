"""The modules of an evening's plan, and no others: to read all that we ship takes a server a second of work."""

import shutil
from pathlib import Path

from facilitator.places import curricula

PLAN = ("01-check-in", "02-riding-out-an-urge", "break", "08-check-out")


def a_shelf(folder: Path) -> str:
    """Copies them into `folder`; what `FACILITATOR_CURRICULA` then names."""
    root, foundations = folder / "curricula", folder / "curricula" / "iop-foundations"
    foundations.mkdir(parents=True)
    for name in ("agreement", "concern"):
        for page in curricula().glob(f"{name}*.md"):
            shutil.copy(page, root)
    for module in PLAN:
        for page in (curricula() / "iop-foundations").glob(f"{module}*.md"):
            shutil.copy(page, foundations)
    (foundations / "curriculum.md").write_text("---\ntitle: IOP foundations\nlanguage: en\n---\n")
    return str(root)
