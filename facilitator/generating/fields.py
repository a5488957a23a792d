"""Reads the fields of a shape (a TypedDict or a command) with what its author wrote beside them."""

import ast
import dataclasses
import inspect
import itertools
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

from facilitator.live_session.commands import PREPARED


@dataclass(frozen=True)
class Field:
    """One field. `type` is the Python type without wrappers; `optional` fields may be left out."""

    name: str
    type: Any
    optional: bool
    doc: str


def has_fields(thing: Any) -> bool:
    return is_typeddict(thing) or (isinstance(thing, type) and dataclasses.is_dataclass(thing))


def fields_of(shape: type) -> list[Field]:
    """The fields that travel, in the order they were written; those the conductor prepares are left out."""
    docs = _field_docs(shape)
    hints = get_type_hints(shape, include_extras=True)
    defaults = _defaulted(shape)
    return [
        Field(name, _bare(hint), name in defaults or get_origin(hint) is NotRequired, docs.get(name, ""))
        for name, hint in hints.items()
        if not _prepared(hint)
    ]


def doc_of(thing: type) -> str:
    """The docstring, on one line; empty when a dataclass only has the one Python makes for it."""
    made_by_python = f"{thing.__name__}("
    text = inspect.cleandoc(thing.__doc__ or "")
    return "" if text.startswith(made_by_python) else " ".join(text.split())


def _defaulted(shape: type) -> set[str]:
    if not dataclasses.is_dataclass(shape):
        return set()
    missing = dataclasses.MISSING
    return {f.name for f in dataclasses.fields(shape) if not (f.default is missing and f.default_factory is missing)}


def _prepared(hint: Any) -> bool:
    return get_origin(hint) is Annotated and PREPARED in get_args(hint)[1:]


def _bare(hint: Any) -> Any:
    return _bare(get_args(hint)[0]) if get_origin(hint) in (NotRequired, Annotated) else hint


def _field_docs(shape: type) -> dict[str, str]:
    """A string that stands right below a field is what the author says about it."""
    body = ast.parse(textwrap.dedent(inspect.getsource(shape))).body[0]
    return dict(_documented(body.body)) if isinstance(body, ast.ClassDef) else {}


def _documented(lines: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for line, below in itertools.pairwise(lines):
        match line, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, " ".join(text.split())
