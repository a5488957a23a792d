"""What the library holds at one moment: files as they were read → curricula, documents, and what is to mend. Pure."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from facilitator.curriculum.drift import drifted
from facilitator.curriculum.model import Curriculum, Document, Module
from facilitator.curriculum.problems import Problem
from facilitator.curriculum.reader import (
    CurriculumPage,
    ModuleReading,
    named,
    read_curriculum_page,
    read_document,
    read_module,
)

FRONT_PAGE = "curriculum.md"
DOCUMENTS = ("agreement", "concern")
DEFAULT_LANGUAGE = "en"

Made = Module | CurriculumPage | Document


@dataclass(frozen=True)
class Read:
    """A file as it was read: what it became, unless an error keeps it from being used, and what is to mend."""

    path: str
    """How people are told of it."""
    made: Made | None
    problems: list[Problem]
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Shelf:
    """The library at one moment. Nothing in it changes."""

    curricula: dict[str, Curriculum] = field(default_factory=dict)
    agreement: dict[str, Document] = field(default_factory=dict)
    """The group agreement, by language."""
    concern: dict[str, Document] = field(default_factory=dict)
    """What to do when a response worries, by language."""
    problems: list[Problem] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    """Files with an error in them, of which the last good version is used."""
    unreadable: list[str] = field(default_factory=list)
    """Files that could not be opened."""

    def module(self, ref: str, language: str = "") -> Module | None:
        """The module in this language, else in its curriculum's; None if there is none."""
        curriculum = self.curricula.get(ref.partition("/")[0])
        if curriculum is None or ref not in curriculum.modules:
            return None
        by_language = curriculum.modules[ref]
        return by_language.get(language) or by_language.get(curriculum.language) or next(iter(by_language.values()))


def belongs(relative: str) -> bool:
    """Whether a path below the library's root is one that it reads."""
    folder, name = posixpath.split(relative)
    if not name.endswith(".md") or name.startswith((".", "_")) or name.lower() == "readme.md":
        return False
    return bool(folder) or named(name)[0] in DOCUMENTS


def read_file(relative: str, data: bytes, path: str, language: str, files: frozenset[str] | None) -> Read:
    """Read one file for what its place says it is."""
    folder, name = posixpath.split(relative)
    if not folder:
        return Read(path, *read_document(data, path))
    if named(name)[0] == named(FRONT_PAGE)[0]:
        page, problems = read_curriculum_page(data, path, files)
        if name != FRONT_PAGE:
            hint = "Take the file away, or wait until tracks have translations."
            problems.append(
                Problem(path, 1, 1, f'Only "{FRONT_PAGE}" is used, in one language.', hint, severity="warning")
            )
        return Read(path, page, problems)
    reading = read_module(data, path, language, files)
    return Read(path, reading.module, reading.problems, reading.lines)


def assemble(
    now: Mapping[str, Read], good: Mapping[str, Read], problems: Iterable[Problem], unreadable: Iterable[str], root: str
) -> Shelf:
    """Put the shelf together. `good` is the last version of each file that could be used, `now` what is there."""
    folders = sorted({relative.partition("/")[0] for relative in now if "/" in relative})
    problems = [*problems, *(problem for read in now.values() for problem in read.problems)]
    for folder in folders:
        problems += _about_folder(folder, now, root)
    return Shelf(
        curricula={folder: _curriculum(folder, good) for folder in folders},
        agreement=_documents("agreement", good),
        concern=_documents("concern", good),
        problems=sorted(problems, key=lambda problem: (problem.path, problem.line, problem.column)),
        behind=[read.path for relative, read in now.items() if read.made is None and relative in good],
        unreadable=list(unreadable),
    )


def front_page(folder: str, read: Mapping[str, Read]) -> CurriculumPage:
    """What `curriculum.md` of a folder says; where it says nothing, the folder's name stands for the title."""
    page = read.get(f"{folder}/{FRONT_PAGE}")
    if page is not None and isinstance(page.made, CurriculumPage):
        return page.made
    return CurriculumPage(folder, DEFAULT_LANGUAGE, [], "", [])


def _curriculum(folder: str, good: Mapping[str, Read]) -> Curriculum:
    page = front_page(folder, good)
    modules: dict[str, dict[str, Module]] = {}
    for _, module in _modules(folder, good):
        modules.setdefault(module.ref, {})[module.language] = module
    first = [ref for ref in (f"{folder}/{slug}" for slug in dict.fromkeys(page.order)) if ref in modules]
    order = first + sorted(set(modules) - set(first))
    return Curriculum(
        folder, page.title, page.language, page.introduction, order, {ref: modules[ref] for ref in order}, page.length
    )


def _modules(folder: str, read: Mapping[str, Read]) -> list[tuple[Read, Module]]:
    inside = [one for relative, one in sorted(read.items()) if posixpath.dirname(relative) == folder]
    return [(one, one.made) for one in inside if isinstance(one.made, Module)]


def _documents(name: str, good: Mapping[str, Read]) -> dict[str, Document]:
    mine = [one.made for relative, one in good.items() if "/" not in relative and named(relative)[0] == name]
    return {document.language: document for document in mine if isinstance(document, Document)}


def _about_folder(folder: str, now: Mapping[str, Read], root: str) -> list[Problem]:
    problems: list[Problem] = []
    if f"{folder}/{FRONT_PAGE}" not in now:
        path = posixpath.join(root, folder, FRONT_PAGE)
        problems.append(
            Problem(path, 1, 1, "This curriculum has no such file yet.", 'Begin it with "---", "title: …", "---".')
        )
    language = front_page(folder, now).language
    modules = _modules(folder, now)
    originals = {module.ref: module for _, module in modules if module.language == language}
    for read, module in modules:
        original = originals.get(module.ref)
        if module.language == language:
            if module is not original:
                message = f'There is another file for "{module.slug}" in the language "{language}".'
                problems.append(Problem(read.path, 1, 1, message, "Keep one of them."))
            continue
        if original is not None:
            problems += drifted(original, ModuleReading(module, [], read.lines), read.path)
        elif f"{folder}/{module.slug}.md" not in now:
            problems.append(
                Problem(
                    read.path,
                    1,
                    1,
                    f'This translates "{module.slug}.md", which is not there.',
                    "Look at the names of both files.",
                    severity="warning",
                )
            )
    return problems
