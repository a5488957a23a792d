"""What `docs/performance.md` says is what the committed results say."""

import re

import pytest

from bench.report import document, results
from bench.report.document import BEGIN, END, PAGE, committed
from bench.report.table import cells
from bench.rows import DEFAULT

_FIGURE = re.compile(r"(?<![\w.,])(\d[\d,.]*\d|\d) ?(?:ms|µs|kB|s|%|times|answers/s|steps/s)\b")
_SAID_WITHOUT_MEASURING = {"1"}


def prose() -> str:
    before, _, rest = PAGE.read_text().partition(BEGIN)
    return before + rest.partition(END)[2]


def figures_in(text: str) -> set[str]:
    return set(_FIGURE.findall(text)) - _SAID_WITHOUT_MEASURING


def measured() -> set[str]:
    """Every figure of every row, as the table writes it."""
    drawn = " ".join(" ".join(cells(row)) for path in committed() for row in results.read(path)[1])
    return set(re.findall(r"\d[\d,.]*\d|\d", drawn))


def test_the_tables_are_those_of_the_committed_results() -> None:
    assert PAGE.read_text() == document.with_tables(PAGE.read_text())


def test_each_figure_of_the_prose_was_measured() -> None:
    assert figures_in(prose()) - measured() == set()


@pytest.mark.parametrize("wrong", ["It takes 0.0123 ms.", "It is 98,765 times faster.", "Each needs 4.321 kB."])
def test_a_figure_that_was_not_measured_is_seen(wrong: str) -> None:
    assert len(figures_in(wrong) - measured()) == 1


def test_a_whole_default_run_is_committed_and_names_no_machine() -> None:
    found = [results.read(path) for path in committed()]

    assert any(set(DEFAULT) <= {row.row for row in rows} and not about["small"] for about, rows in found)
    for about, rows in found:
        assert set(about["machine"]) >= {"processor", "cores", "memory_gib", "disk", "kernel", "python", "node"}
        assert not {"host", "hostname", "name", "user"} & set(about["machine"])
        assert all(row.rounds >= 1 and (row.low or 0) <= (row.ratio or row.ours) <= (row.high or 0) for row in rows)
