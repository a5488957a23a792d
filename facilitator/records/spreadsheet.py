"""Rows as CSV that a spreadsheet opens as text: nothing that somebody wrote can become a formula there. Pure.

A name such as `=HYPERLINK(…)` would otherwise be run by the program of whoever opens the file, with their rights.
"""

import csv
import io
from collections.abc import Iterable, Sequence

_BEGINS_A_FORMULA = tuple("=+-@|%\t\r\n\uff1d\uff0b\uff0d\uff20")
"""With their full-width likenesses, which some programs read as the same."""
BYTE_ORDER = "\ufeff"
"""Tells Excel that this is UTF-8."""

Cell = str | int | None


def as_csv(rows: Iterable[Sequence[Cell]]) -> str:
    """Every cell in quotation marks, so that no name ends its own."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return BYTE_ORDER + text.getvalue()


def harmless(cell: Cell) -> str:
    """What stands in the cell. Numbers are ours and stay as they are."""
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    told = cell.replace("\r", " ").replace("\n", " ").replace("\x00", "")
    return f"'{told}" if told.lstrip().startswith(_BEGINS_A_FORMULA) or told.startswith(_BEGINS_A_FORMULA) else told
