"""A page of the documents as its parts: prose, code, links, headings. Knows nothing of what they should say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GENERATED = ("docs/protocol.md", "docs/configuration.md")

_FENCE = re.compile(r"^ *(`{3,}|~{3,})")
_LIST = re.compile(r"^ *(?:[-*+]|\d+[.)]) +")
_CODE = re.compile(r"(`+)(.+?)\1")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)[^)]*\)")


@dataclass(frozen=True)
class Page:
    """One Markdown file. `path` is relative to the root and need not exist: planted pages are made up."""

    path: str
    text: str

    @property
    def folder(self) -> Path:
        return (ROOT / self.path).parent

    def lines(self) -> Iterator[tuple[int, str]]:
        """(number, line) outside of fences and comments."""
        fence, comment = "", False
        for number, line in enumerate(self.text.split("\n"), 1):
            found = _FENCE.match(line)
            if found and (not fence or found[1].startswith(fence)):
                fence = "" if fence else found[1]
                continue
            comment = comment or line.startswith("<!--")
            if not (fence or comment):
                yield number, line
            comment = comment and "-->" not in line

    def fenced(self) -> Iterator[str]:
        """The lines inside of fences."""
        outside = {number for number, _ in self.lines()}
        for number, line in enumerate(self.text.split("\n"), 1):
            if number not in outside:
                yield line

    def code(self) -> Iterator[tuple[int, str]]:
        """Inline code."""
        for number, line in self.lines():
            for _, code in _CODE.findall(line):
                yield number, code

    def links(self) -> Iterator[tuple[int, str]]:
        """Where its links and pictures lead."""
        for number, line in self.lines():
            for target in _LINK.findall(_CODE.sub("code", line)):
                yield number, target

    def anchors(self) -> set[str]:
        """What a link may name after `#`, spelled as hosts of Markdown spell it."""
        headings = (line for _, line in self.lines() if line.startswith("#"))
        return {re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-") for line in headings}

    def prose(self) -> Iterator[tuple[int, str, bool]]:
        """(number, words, whether more of the same paragraph follows): no headings, tables, code or links' targets."""
        lines = dict(self.lines())
        for number, line in lines.items():
            if not _is_prose(line):
                continue
            after = lines.get(number + 1, "")
            yield number, _words(line), _is_prose(after) and not _LIST.match(after)


def the_pages() -> list[Page]:
    """Every document that people read, also those that are generated."""
    paths = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    return [Page(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in sorted(paths)]


def page(path: str) -> Page:
    return Page(path, (ROOT / path).read_text("utf-8"))


def _is_prose(line: str) -> bool:
    bare = line.strip().lstrip("> ")
    return bool(bare) and not bare.startswith(("#", "|", "---", "<"))


def _words(line: str) -> str:
    """The line without its bullet, its code and where its links lead."""
    plain = _CODE.sub("code", _LIST.sub("", line.strip().lstrip("> ")))
    return re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", plain).replace("*", "").replace("_", " ")
