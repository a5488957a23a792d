"""A file for a spreadsheet in which nothing that somebody wrote is run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.records.spreadsheet import BYTE_ORDER, as_csv, harmless

FORMULAS = (
    '=HYPERLINK("http://evil.example","Ana")', "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1",
    "  =1+1",
    "=cmd|'/C calc'!A0", "|calc", "%0A=1", "＝1+1", "＋1", "－1", "＠A", '=IMPORTXML("http://evil.example")',
    "\u00a0=1+1", "\x00=1+1",
)  # fmt: skip
FIRST = set("=+-@|%\t\r\n＝＋－＠")


def cells(text: str) -> list[list[str]]:
    """As a spreadsheet reads the file."""
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER))))


@pytest.mark.parametrize("name", FORMULAS)
def test_a_name_that_would_be_a_formula_is_text(name: str) -> None:
    told = harmless(name)

    assert told.startswith("'") or told.lstrip()[0] not in FIRST


@given(st.lists(st.lists(st.text(max_size=30) | st.sampled_from(FORMULAS), min_size=1, max_size=4), max_size=5))
def test_nothing_written_leaves_its_cell_or_begins_a_formula(rows: list[list[str]]) -> None:
    read = cells(as_csv(rows))

    assert [len(row) for row in read] == [len(row) for row in rows]
    for cell in (cell for row in read for cell in row):
        assert cell.lstrip()[:1] not in FIRST


def test_what_is_harmless_stays_as_it_is() -> None:
    assert cells(as_csv([("Ana", 45, None, 'O"Neil; Ben, é')])) == [["Ana", "45", "", 'O"Neil; Ben, é']]
