"""Bytes and a path → what they say, and every problem in them. Pure: it opens no file and asks no clock."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from facilitator.curriculum import links
from facilitator.curriculum.blocks import BlockReader, Texts
from facilitator.curriculum.cautions import add_cautions
from facilitator.curriculum.front_matter import CurriculumSays, DocumentSays, ModuleSays, read_front_matter
from facilitator.curriculum.markdown import parse
from facilitator.curriculum.media import Files
from facilitator.curriculum.model import Block, Document, Module
from facilitator.curriculum.page_text import open_page
from facilitator.curriculum.problems import Page, Problem, shown
from facilitator.curriculum.steps import read_body

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class ModuleReading:
    """What was made of a module's file: the module, unless an error keeps it from being used; and what is to mend."""

    module: Module | None
    problems: list[Problem]
    lines: dict[str, int] = field(default_factory=dict)
    """Where each step begins, by its key."""


@dataclass(frozen=True)
class CurriculumPage:
    """What `curriculum.md` says of the track as a whole."""

    title: str
    language: str
    order: list[str]
    length: str
    introduction: list[Block]


def named(path: str) -> tuple[str, str | None]:
    """The slug and the language in a file's name: `03-an-urge.es.md` → `03-an-urge`, `es`; None: its curriculum's."""
    stem = PurePosixPath(path).name.removesuffix(".md")
    slug, dot, language = stem.rpartition(".")
    return (slug, language) if dot else (stem, None)


def read_module(data: bytes, path: str, language: str = "en", files: Files | None = None) -> ModuleReading:
    """The module in `data`. `language` is its curriculum's; `files` are what lies in that folder, if it is known."""
    page = open_page(data, path)
    if not page.lines:
        return ModuleReading(None, page.problems())
    slug, translated_to = _checked_name(page)
    front, end, _ = read_front_matter(page, ModuleSays(), "a module")
    spoken = translated_to or language
    body = read_body(page, end + 1, front["minutes"] if front else None, files, spoken)
    lines = body.lines
    if front is None or page.broken:
        return ModuleReading(None, page.problems(), lines)
    module = Module(
        curriculum=PurePosixPath(path).parent.name,
        slug=slug,
        language=spoken,
        preparation=body.preparation,
        steps=[step.worded(spoken) for step in body.steps],
        content_hash=hashlib.sha256(data).hexdigest(),
        **front,
    )
    add_cautions(module, page, lines)
    return ModuleReading(module, page.problems(), lines)


def read_curriculum_page(
    data: bytes, path: str, files: Files | None = None
) -> tuple[CurriculumPage | None, list[Problem]]:
    """What `curriculum.md` says, or None with the problems."""
    page = open_page(data, path)
    if not page.lines:
        return None, page.problems()
    front, end, settings = read_front_matter(page, CurriculumSays(), "this file")
    for place, slug in enumerate(front["order"] if front else ()):
        if links.is_missing(f"{slug}.md", files):
            spot = settings.values[("order", place)]
            page.warn(
                spot.line,
                spot.column,
                f'There is no file "{shown(slug)}.md" for this place in the order.',
                "Look at its name, or take it out.",
            )
    introduction = _plain_blocks(page, end + 1, Texts.for_facilitator(), files)
    if front is None or page.broken:
        return None, page.problems()
    return CurriculumPage(introduction=introduction, **front), page.problems()


def read_document(data: bytes, path: str, language: str = "en") -> tuple[Document | None, list[Problem]]:
    """A text of the programme, such as the group agreement, or None with the problems."""
    page = open_page(data, path)
    if not page.lines:
        return None, page.problems()
    _checked_name(page)
    front, end, settings = read_front_matter(page, DocumentSays(), "this file")
    blocks = _plain_blocks(page, end + 1, Texts.plain(), None)
    if front is not None:
        _version(front, page, settings.values)
    if front is None or page.broken:
        return None, page.problems()
    return Document(front["title"], named(path)[1] or language, front["version"], blocks), page.problems()


def _version(front: dict[str, Any], page: Page, values: Any) -> None:
    spot = values.get(("version",))
    # As it was written: 1.10 is another version than 1.1, though the same number.
    front["version"] = spot.written if spot else ""
    if isinstance(front["version"], str) and spot and len(spot.written) > 40:
        page.error(
            spot.line,
            spot.column,
            '"version" is too long; at most 40 characters.',
            'Write a date or a number: "2026-11".',
        )


def _plain_blocks(page: Page, first_line: int, texts: Texts, files: Files | None) -> list[Block]:
    BlockReader(page, texts, files, top_heading=2).read(parse(page, first_line).children)
    return texts.everyone


def _checked_name(page: Page) -> tuple[str, str | None]:
    slug, language = named(page.path)
    if language is not None and not _LANGUAGE.fullmatch(language):
        page.error(
            1,
            1,
            "The name of this file does not end in a language.",
            'Name it like "03-riding-out-an-urge.es.md", or without dots.',
        )
    if not _SLUG.fullmatch(slug):
        page.error(
            1,
            1,
            "The name of this file must be small letters, digits and dashes.",
            'Name it like "03-riding-out-an-urge.md".',
        )
    return slug, language
