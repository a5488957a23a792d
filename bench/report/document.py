"""Writes the tables of `docs/performance.md` from the committed results: `python -m bench.report.document`.

A test compares the two, and looks for each figure of the prose in the results as well.
"""

from pathlib import Path
from typing import Any

from bench.report import results
from bench.report.results import Result
from bench.report.table import HEAD, cells
from bench.targets.process import ROOT

PAGE = ROOT / "docs" / "performance.md"
COMMITTED = ROOT / "bench" / "results"
BEGIN, END = "<!-- Made by python -m bench.report.document -->", "<!-- End of what is made -->"


def committed() -> list[Path]:
    return sorted(COMMITTED.glob("*.json"))


def tables() -> str:
    """Every committed file with what it was taken on."""
    return "\n\n".join(_section(*results.read(path)) for path in committed())


def _section(about: dict[str, Any], found: list[Result]) -> str:
    machine, load = about["machine"], about["load"]
    where = f"{machine['processor']}, {machine['cores']} cores, {machine['disk']}"
    lines = [
        f"Taken on {about['taken'][:10]} in {about['minutes']:g} minutes on {where}.",
        f"The load was {load[0]:g} before and {load[1]:g} after.",
        *(
            [f"A view had {about['view_bytes']:,} bytes, and a durable write took {about['write_ms']:.2g} ms."]
            if "view_bytes" in about
            else []
        ),
        "",
        _row(HEAD),
        _row(["---"] * len(HEAD)),
        *(_row(cells(each)) for each in found),
        *(f"\nNot measured: {each}." for each in about["failed"]),
    ]
    return "\n".join(lines)


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def with_tables(page: str) -> str:
    """The page with the tables as they should be."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{tables()}\n\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text()))
