"""From bytes to the lines of a page, or a clear sentence why they are not text that can be read. Pure."""

import re
from collections.abc import Iterator

from facilitator.curriculum.problems import Page

# A rich module of an hour takes about 20 kB. The bounds keep the reading of any file under a second.
MOST_BYTES = 64 * 1024
MOST_LINES = 3_000

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udfff]")
_MOST_HIDDEN = 5


def open_page(data: bytes, path: str) -> Page:
    """The page with its lines; if it cannot be read as text, a page without lines whose problem says why."""
    page = Page(path)
    if len(data) > MOST_BYTES:
        size = f"{len(data) / 1_000_000:.1f} MB" if len(data) >= 1_000_000 else f"{len(data) // 1000} kB"
        page.error(
            1,
            1,
            f"This file is too large: {size}; at most {MOST_BYTES // 1024} kB can be read.",
            "Split it into several modules.",
        )
        return page
    text = _decoded(data, page)
    lines = re.split(r"\r\n?|\n", text)
    if len(lines) > MOST_LINES:
        page.error(
            1,
            1,
            f"This file is too long: {len(lines)} lines; at most {MOST_LINES} can be read.",
            "Split it into several modules.",
        )
        return page
    page.lines = lines
    for line, column, character in _hidden(lines):
        page.error(
            line,
            column,
            f"There is a hidden control character here (U+{ord(character):04X}).",
            "Delete it and type the text again.",
        )
    if page.broken:
        page.lines = []
    return page


def _decoded(data: bytes, page: Page) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        page.error(1, 1, "This file is saved as UTF-16.", 'In your editor choose "Save as" and the encoding UTF-8.')
        return ""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        _say_where(data, wrong.start, page)
        return ""
    # Line separators pasted from design programs: a space keeps every column where it was.
    return text.replace("\u2028", " ").replace("\u2029", " ")


def _say_where(data: bytes, start: int, page: Page) -> None:
    before = data[:start].decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    page.error(
        line, column, "From here on this is not UTF-8 text.", 'In your editor choose "Save as" and the encoding UTF-8.'
    )


def _hidden(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    told = 0
    for number, line in enumerate(lines, start=1):
        for match in _NOT_TEXT.finditer(line):
            yield number, match.start() + 1, match.group()
            told += 1
            if told == _MOST_HIDDEN:
                return
