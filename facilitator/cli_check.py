"""`facilitator check`: says what is to mend in modules before a group meets them. Reads; never writes.

Exit codes: 0 nothing to mend (warnings are allowed), 1 problems, 2 something could not be read.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from facilitator import places
from facilitator.curriculum.library import Library
from facilitator.curriculum.problems import Problem, printable
from facilitator.curriculum.reader import named
from facilitator.curriculum.shelf import FRONT_PAGE, belongs

CLEAN, PROBLEMS, UNREADABLE = 0, 1, 2
# A bar for a handful of files would only flicker.
_WORTH_A_BAR = 20


@dataclass(frozen=True)
class _Target:
    """What to read: a root of curricula, which names in it, and (if one file was asked for) the file."""

    root: Path
    only: frozenset[str] | None
    file: Path | None = None


@dataclass
class _Found:
    """What the check came to."""

    files: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)

    def of(self, severity: str) -> list[Problem]:
        return [problem for problem in self.problems if problem.severity == severity]

    @property
    def exit_code(self) -> int:
        if self.unreadable:
            return UNREADABLE
        return PROBLEMS if self.of("error") else CLEAN


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="json is for editors.")
def check(paths: tuple[Path, ...], form: str) -> None:
    """Check modules: files, a curriculum's folder, or a folder of curricula (./curricula if nothing is said)."""
    found = _Found()
    targets = [target for path in paths or (_default(),) for target in _targets(path, found)]
    with _progress(targets) as on_file:
        for target in targets:
            _check(target, found, on_file)
    found.problems = sorted(set(found.problems))
    click.echo(_as_json(found) if form == "json" else _as_text(found))
    sys.exit(found.exit_code)


def _default() -> Path:
    here = Path("curricula")
    return here if here.is_dir() else places.curricula()


def _targets(path: Path, found: _Found) -> Iterator[_Target]:
    whole = path.resolve()
    if whole.is_file() and whole.suffix == ".md":
        alone = belongs(whole.name) and not (whole.parent / FRONT_PAGE).exists()
        root, name = (whole.parent, whole.name) if alone else (whole.parent.parent, whole.parent.name)
        yield _Target(root, frozenset({name, *_of_the_programme(root)}), whole)
    elif whole.is_dir() and _holds_curricula(whole):
        yield _Target(whole, None)
    elif whole.is_dir() and any(whole.glob("*.md")):
        yield _Target(whole.parent, frozenset({whole.name, *_of_the_programme(whole.parent)}))
    else:
        found.unreadable.append(_as_typed(str(whole)))


def _of_the_programme(root: Path) -> Iterator[str]:
    """Texts beside the curricula on which it hangs what groups are asked."""
    return (file.name for file in root.glob("use*.md") if named(file.name)[0] == "use")


def _holds_curricula(folder: Path) -> bool:
    inside, own = any(folder.glob("*/*.md")), list(folder.glob("*.md"))
    return any(folder.glob(f"*/{FRONT_PAGE}")) or any(belongs(file.name) for file in own) or (inside and not own)


def _check(target: _Target, found: _Found, on_file: Callable[[str], object]) -> None:
    read: list[str] = []

    def hear(path: str) -> None:
        read.append(path)
        on_file(path)

    shelf = Library(target.root, called=str(target.root), only=target.only, on_file=hear).snapshot()
    wanted = {str(target.file)} if target.file else {*read, *shelf.unreadable, *(p.path for p in shelf.problems)}
    found.files |= wanted & set(read)
    found.problems += [replace(p, path=_as_typed(p.path)) for p in shelf.problems if p.path in wanted]
    found.unreadable += [_as_typed(path) for path in shelf.unreadable if path in wanted]
    if target.file and str(target.file) not in read:
        found.unreadable.append(_as_typed(str(target.file)))


def _as_typed(path: str) -> str:
    """Below the folder one stands in without that folder, as compilers do it and editors understand."""
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path


@contextmanager
def _progress(targets: Iterable[_Target]) -> Iterator[Callable[[str], object]]:
    total = sum(1 for target in targets for _ in target.root.glob("*/*.md"))
    if total < _WORTH_A_BAR or not sys.stderr.isatty():
        yield lambda path: None
        return
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=total)
        yield lambda path: bar.advance(task)


def _as_text(found: _Found) -> str:
    errors, warnings = found.of("error"), found.of("warning")
    unreadable = [f"{printable(path)}: there is no module here that can be read." for path in found.unreadable]
    unreadable = [line for line in unreadable if not any(p.path == line.partition(": ")[0] for p in found.problems)]
    parts = [*unreadable, *map(str, errors)]
    if warnings:
        parts += ["", "Worth a second look:", "", *map(str, warnings)]
    files = _counted(len(found.files), "file")
    told = [_counted(len(errors), "problem")] if errors else []
    told += [_counted(len(warnings), "warning")] if warnings else []
    parts.append(f"{' and '.join(told) or 'Nothing to mend'} in {files}.")
    return "\n".join(parts)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _as_json(found: _Found) -> str:
    return json.dumps(
        {
            "files": len(found.files),
            "problems": [problem.to_json() for problem in found.of("error")],
            "warnings": [problem.to_json() for problem in found.of("warning")],
            "unreadable": found.unreadable,
        },
        ensure_ascii=False,
        indent=2,
    )
