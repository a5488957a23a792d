"""What the library holds at one moment: files as they were read → curricula, documents, and what is to mend. Pure."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from facilitator.activities import kinds
from facilitator.curriculum.drift import drifted
from facilitator.curriculum.media import Files
from facilitator.curriculum.model import ActivitySpec, Curriculum, Document, Module, Step
from facilitator.curriculum.problems import Problem
from facilitator.curriculum.reader import (
    CurriculumPage,
    ModuleReading,
    named,
    read_curriculum_page,
    read_document,
    read_module,
)
from facilitator.curriculum.wording import in_words

FRONT_PAGE = "curriculum.md"
DOCUMENTS = ("agreement", "concern", "use")
OWN_DOCUMENTS = ("agreement",)
"""Those that a curriculum may bring for itself: for a group of another kind, such as families."""
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
    use: dict[str, Document] = field(default_factory=dict)
    """What a *yes* about use leads to here, by language; while there is none, nobody is asked."""
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

    def agreement_for(self, refs: Iterable[str]) -> dict[str, Document]:
        """What people accept who come to these modules: a curriculum's own words, if all of them are of that one."""
        tracks = {ref.partition("/")[0] for ref in refs}
        own = self.curricula[tracks.pop()].agreement if len(tracks) == 1 else {}
        return own or self.agreement

    def as_opened(self, module: Module) -> Module:
        """The module as a session holds it: what it needs of the programme put in, or left out with its question."""
        programme = {
            name: in_words(versions.get(module.language) or next(iter(versions.values())))
            for name, versions in (("use", self.use),)
            if versions
        }
        return replace(module, steps=[_as_opened(step, programme) for step in module.steps])


def _as_opened(step: Step, programme: Mapping[str, str]) -> Step:
    if step.activity is None:
        return step
    kind, settings = step.activity.kind, step.activity.settings
    return replace(step, activity=ActivitySpec(kind, kinds.find(kind).as_opened(settings, programme)))


def belongs(relative: str) -> bool:
    """Whether a path below the library's root is one that it reads."""
    folder, name = posixpath.split(relative)
    if not name.endswith(".md") or name.startswith((".", "_")) or name.lower() == "readme.md":
        return False
    return bool(folder) or named(name)[0] in DOCUMENTS


def read_file(relative: str, data: bytes, path: str, language: str, files: Files | None) -> Read:
    """Read one file for what its place says it is."""
    folder, name = posixpath.split(relative)
    if named(name)[0] in (OWN_DOCUMENTS if folder else DOCUMENTS):
        return Read(path, *read_document(data, path, language))
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
    problems = [*problems, *(problem for read in now.values() for problem in read.problems), *_left_out(now, good)]
    for folder in folders:
        problems += _about_folder(folder, now, root)
    return Shelf(
        curricula={folder: _curriculum(folder, good) for folder in folders},
        agreement=_documents("agreement", good),
        concern=_documents("concern", good),
        use=_documents("use", good),
        problems=sorted(problems, key=lambda problem: (problem.path, problem.line, problem.column)),
        behind=[read.path for relative, read in now.items() if read.made is None and relative in good],
        unreadable=list(unreadable),
    )


def _left_out(now: Mapping[str, Read], good: Mapping[str, Read]) -> Iterator[Problem]:
    """Questions that nobody will be asked, because the programme has not written what belongs to them."""
    hint = 'Write it into "use.md" beside "concern.md", with a title and a version, or take the question out.'
    for read in now.values() if not _documents("use", good) else ():
        for step in read.made.steps if isinstance(read.made, Module) else ():
            if step.activity and kinds.find(step.activity.kind).needs(step.activity.settings):
                message = "The question about use is left out: the programme has not written what a yes leads to."
                yield Problem(read.path, read.lines.get(step.key, 1), 1, message, hint, severity="warning")


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
        folder,
        page.title,
        page.language,
        page.introduction,
        order,
        {ref: modules[ref] for ref in order},
        page.length,
        _documents("agreement", good, folder),
    )


def _modules(folder: str, read: Mapping[str, Read]) -> list[tuple[Read, Module]]:
    inside = [one for relative, one in sorted(read.items()) if posixpath.dirname(relative) == folder]
    return [(one, one.made) for one in inside if isinstance(one.made, Module)]


def _documents(name: str, good: Mapping[str, Read], folder: str = "") -> dict[str, Document]:
    places = {relative: posixpath.split(relative) for relative in good}
    mine = [good[at].made for at, (where, page) in places.items() if where == folder and named(page)[0] == name]
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
