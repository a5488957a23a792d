"""The page about ASVS says of each requirement how it stands: by a test that is there, by a reason, or open."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "asvs.md"
TO_THE_THIRD_LEVEL = {"7", "8", "9", "14", "16"}
"""Chapters of which level 3 counts too: sessions, authorisation, self-contained tokens, data protection, logging."""
_ROW = re.compile(r"^\| (\d+\.[\d.*]+) \| ([^|]*) \| ([^|]*) \| (.*) \|$", re.MULTILINE)
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_NAMED = re.compile(r"`(?:facilitator|static|templates|scripts|tests)/[\w/.]+|\]\([\w-]+\.md|tsconfig")


@dataclass(frozen=True)
class Row:
    number: str
    words: str
    stands: str
    where: str


def rows(text: str) -> list[Row]:
    return [Row(*found.groups()) for found in _ROW.finditer(text)]


def asked() -> list[str]:
    """The numbers of every requirement that has to be on the page."""
    found: list[str] = []
    for line in (Path(__file__).parent / "asvs_ids.txt").read_text().splitlines():
        if not line.startswith("#"):
            section, levels = line.split()
            third = section.partition(".")[0] in TO_THE_THIRD_LEVEL
            found += [f"{section}.{at}" for at, level in enumerate(levels, 1) if level in "12" or third]
    return found


def meant(row: Row) -> list[str]:
    """The requirements that a row is about."""
    if not row.number.endswith("*"):
        return [row.number]
    return [number for number in asked() if number.startswith(row.number[:-1])]


def counts(text: str) -> Counter[str]:
    return Counter(row.stands for row in rows(text) for _ in meant(row))


def problems(text: str) -> Iterator[str]:
    told = Counter(number for row in rows(text) for number in meant(row))
    yield from (f"{number} is missing" for number in asked() if number not in told)
    yield from (f"{number} is not one of the standard's" for number in told if number not in asked())
    yield from (f"{number} stands there twice" for number, times in told.items() if times > 1)
    for row in rows(text):
        yield from (f"{row.number}: {problem}" for problem in _problems_of(row))
    sentence = _sentence(counts(text))
    if sentence not in text:
        yield f"the count is wrong: {sentence}"


def _sentence(found: Counter[str]) -> str:
    parts = (
        f"{found['test']} by test, {found['reading']} by reading, {found['not here']} not here, {found['open']} open"
    )
    return f"Of {found.total()} requirements: {parts}."


def _problems_of(row: Row) -> Iterator[str]:
    tests = _TEST.findall(row.where)
    yield from (f"there is no {path}::{name}" for path, name in tests if not exists(path, name))
    if not row.words.strip():
        yield "says not what it asks"
    lacking = {
        "test": "" if tests else "names no test",
        "reading": "" if _NAMED.search(row.where) else "names nothing to read",
        "not here": "" if len(row.where) >= 4 else "does not say why",
        "open": "" if len(row.where) >= 20 else "does not say what is open",
    }.get(row.stands, f"does not say how it stands, but {row.stands!r}")
    if lacking:
        yield lacking


def exists(path: str, name: str) -> bool:
    file = ROOT / path
    return file.is_file() and any(
        isinstance(node, ast.FunctionDef) and node.name == name and name.startswith("test_")
        for node in ast.parse(file.read_text()).body
    )


def test_every_requirement_has_its_line_and_every_line_its_evidence() -> None:
    assert list(problems(PAGE.read_text())) == []


def test_the_list_of_requirements_is_the_standards() -> None:
    levels = "".join(
        line.split()[1]
        for line in (Path(__file__).parent / "asvs_ids.txt").read_text().splitlines()
        if not line.startswith("#")
    )
    assert Counter(levels) == {"1": 70, "2": 183, "3": 92}


@pytest.mark.parametrize(
    ("instead", "told"),
    [
        ("", "3.3.2 is missing"),
        ("| 3.3.1 | x | open | it is open, since nobody has begun |", "3.3.1 stands there twice"),
        ("| 3.3.9 | x | open | it is open, since nobody has begun |", "3.3.9 is not one of the standard's"),
        ("| 3.3.2 | x | test | `tests/web/test_guards.py` |", "3.3.2: names no test"),
        ("| 3.3.2 | x | test | `tests/web/test_guards.py::test_no` |", "no tests/web/test_guards.py::test_no"),
        ("| 3.3.2 | x | test | `tests/web/gone.py::test_no` |", "no tests/web/gone.py::test_no"),
        ("| 3.3.2 | x | reading | it is met |", "3.3.2: names nothing to read"),
        ("| 3.3.2 | x | open | later |", "3.3.2: does not say what is open"),
        ("| 3.3.2 | x | not here |  |", "3.3.2: does not say why"),
        ("| 3.3.2 | x | met | because |", "3.3.2: does not say how it stands"),
        ("| 3.3.2 |  | open | it is open, since nobody has begun |", "3.3.2: says not what it asks"),
        ("| 3.3.2 | x | open | it is open, since nobody has begun |", "the count is wrong"),
    ],
)
def test_a_line_that_does_not_hold_is_told(instead: str, told: str) -> None:
    text = PAGE.read_text()
    (line,) = [line for line in text.splitlines() if line.startswith("| 3.3.2 ")]

    assert [problem for problem in problems(text.replace(line, instead)) if told in problem]
