"""The folder of curricula that a server reads: what none may be without, and modules that a test writes."""

from pathlib import Path

from tests.evening.server import ROOT

CURRICULUM = "evenings"


def write_house(root: Path) -> None:
    """What every folder of curricula holds besides."""
    for name in ("agreement.md", "concern.md", "agreement.es.md", "concern.es.md"):
        (root / name).write_bytes((ROOT / "curricula" / name).read_bytes())


def write_library(root: Path, modules: dict[str, str]) -> Path:
    """One curriculum with these modules, by their slugs. The root again."""
    write_house(root)
    shelf = root / CURRICULUM
    shelf.mkdir()
    (shelf / "curriculum.md").write_text("---\ntitle: Evenings\nlanguage: en\n---\n")
    for slug, text in modules.items():
        (shelf / f"{slug}.md").write_text(text, encoding="utf-8")
    return root
