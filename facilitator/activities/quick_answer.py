"""Reads an answer quickly where its shape is of the plainest: lists of words and numbers, as most answers are.

What it gives, marshmallow would give; what it is not sure of, it leaves to marshmallow. Made once for each shape.
"""

from collections.abc import Callable
from typing import Any

from marshmallow import Schema, ValidationError, fields, missing

Read = Callable[[Any], dict[str, Any] | None]
"""The answer, or None where marshmallow has to look."""

_PLAIN: dict[type[fields.Field[Any]], type] = {fields.String: str, fields.Boolean: bool}


class _NotSure(Exception):
    """Perhaps wrong, perhaps only of a rarer shape."""


def reader(schema: Schema) -> Read | None:
    """How to read answers of this shape; None where it has a field or a rule that only marshmallow knows."""
    known = schema.load_fields
    checks = {name: check for name, field in known.items() if (check := _check_of(field)) is not None}
    if any(schema._hooks.values()) or len(checks) < len(known):
        return None
    must_be_there = [name for name, field in known.items() if field.required or field.load_default is not missing]

    def read(given: Any) -> dict[str, Any] | None:
        if type(given) is not dict or not all(name in given for name in must_be_there):
            return None
        try:
            # In the order of the shape: the order in which a page has sent them is nobody's business.
            answer = {name: check(given[name]) for name, check in checks.items() if name in given}
        except (_NotSure, ValidationError):
            return None
        return answer if len(answer) == len(given) else None

    return read


def _check_of(field: fields.Field[Any]) -> Callable[[Any], Any] | None:
    """Gives the value back, and raises for what may be wrong. Validators are the field's own."""
    kind: Any = _PLAIN.get(type(field))
    if type(field) is fields.Integer and field.strict:
        kind = int
    inner = _check_of(field.inner) if type(field) is fields.List else None
    if inner is not None:
        kind = list
    if kind is None or field.data_key is not None or field.attribute is not None:
        return None

    def check(value: Any) -> Any:
        if type(value) is not kind:
            raise _NotSure
        for validate in field.validators:
            validate(value)
        return value if inner is None else [inner(each) for each in value]

    return check
