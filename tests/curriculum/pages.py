"""Modules as the tests write them: a front matter that is fine, and the body that matters."""

from typing import Any

from facilitator.curriculum.model import Block, Module, Span
from facilitator.curriculum.problems import Problem
from facilitator.curriculum.reader import ModuleReading, read_module

PATH = "curricula/evenings/03-riding-out-an-urge.md"
FRONT = "---\ntitle: Riding out an urge\ndiscipline: education\nminutes: 45\n---\n"
FIRST = 6
"""The line on which a body begins."""
SCALE = "```scale\nquestion: How strong is the urge?\npromise: anonymous\n```\n"


def read(body: str, front: str = FRONT, **how: Any) -> ModuleReading:
    return read_module((front + body).encode(), how.pop("path", PATH), **how)


def module(body: str, front: str = FRONT, **how: Any) -> Module:
    """The module, which has no errors."""
    reading = read(body, front, **how)
    assert reading.module is not None, "\n".join(map(str, reading.problems))
    return reading.module


def problems(body: str, front: str = FRONT, **how: Any) -> list[Problem]:
    return read(body, front, **how).problems


def told(body: str, front: str = FRONT, **how: Any) -> list[str]:
    """Each problem as `line:column: what is wrong and what to write`, the line counted in the body (1 is its first)."""
    first = 0 if front != FRONT else FIRST - 1
    return [f"{p.line - first}:{p.column}: {p.message} {p.hint}".strip() for p in problems(body, front, **how)]


def the_one(body: str, front: str = FRONT, **how: Any) -> str:
    said = told(body, front, **how)
    assert len(said) == 1, said
    return said[0]


def words(found: list[Block] | list[Span]) -> str:
    """All words of blocks or spans, with a bar between blocks."""
    return "|".join(filter(None, (_words(one) for one in found)))


def _words(one: Any) -> str:
    if isinstance(one, dict):
        text = one.get("text", "") + "".join(_words(span) for span in one.get("spans", []))
        inner = [*one.get("blocks", []), *(block for item in one.get("items", []) for block in item)]
        return "|".join(filter(None, [text, *map(_words, inner)]))
    return ""
