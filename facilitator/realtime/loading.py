"""Checks what a client sent against the shape that `messages.py` gives it. Made once from the annotations."""

import dataclasses
import types
from functools import cache
from typing import Annotated, Any, Literal, NotRequired, Union, cast, get_args, get_origin, get_type_hints, is_typeddict

from marshmallow import RAISE, Schema, ValidationError, fields, validate

from facilitator.errors import Refused
from facilitator.live_session.commands import PREPARED

LONGEST_TEXT = 8192
"""The padding of an anonymous answer is the longest: a whole frame of the largest kind, a check-in's."""
LONGEST_ID = 80


def load(payload: type, sent: object, *, with_id: bool) -> tuple[str, dict[str, Any]]:
    """The message's id (empty where it has none) and its fields. Raises `Refused("malformed", …)`."""
    if not isinstance(sent, dict):
        raise Refused("malformed", "This could not be read. Please reload the page.")
    try:
        loaded = cast(dict[str, Any], _schema(payload, with_id)().load(sent))
    except ValidationError as problem:
        raise Refused("malformed", "This could not be read. Please reload the page.") from problem
    return str(loaded.pop("id", "")) if with_id else "", loaded


@cache
def _schema(payload: type, with_id: bool) -> type[Schema]:
    shape: dict[str, fields.Field[Any]] = {}
    hints = get_type_hints(payload, include_extras=True)
    optional = _optional_keys(payload)
    for name, hint in hints.items():
        if get_origin(hint) is Annotated and PREPARED in get_args(hint)[1:]:
            continue
        shape[name] = _field(hint, required=name not in optional)
    if with_id:
        # It is written into the log, which holds no words; and no client takes the ids of the clock, `clock:…`.
        shape["id"] = fields.String(required=True, validate=validate.Regexp(rf"[A-Za-z0-9_-]{{1,{LONGEST_ID}}}\Z"))
    named = Schema.from_dict(cast(Any, shape), name=payload.__name__)
    return type(named.__name__, (named,), {"Meta": type("Meta", (), {"unknown": RAISE})})


def _optional_keys(payload: type) -> frozenset[str]:
    if is_typeddict(payload):
        return cast(frozenset[str], payload.__optional_keys__)  # type: ignore[attr-defined]
    missing = dataclasses.MISSING
    return frozenset(
        field.name
        for field in dataclasses.fields(payload)
        if field.default is not missing or field.default_factory is not missing
    )


def _field(hint: Any, *, required: bool) -> fields.Field[Any]:
    origin = get_origin(hint)
    if origin in (NotRequired, Annotated):
        return _field(get_args(hint)[0], required=required)
    if origin in (Union, types.UnionType):
        given = next(each for each in get_args(hint) if each is not type(None))
        field = _field(given, required=required)
        field.allow_none = True
        return field
    if origin is Literal:
        return fields.String(required=required, validate=validate.OneOf(get_args(hint)))
    if origin is list:
        return fields.List(
            _field(get_args(hint)[0], required=True), required=required, validate=validate.Length(max=200)
        )
    if origin is dict:
        return fields.Dict(keys=fields.String(), required=required)
    if is_typeddict(hint):
        return fields.Nested(_schema(hint, False), required=required)
    return _plain(hint, required)


def _plain(hint: Any, required: bool) -> fields.Field[Any]:
    if hint is bool:
        return fields.Boolean(required=required, truthy={True}, falsy={False})
    if hint is int:
        return fields.Integer(required=required, strict=True, validate=validate.Range(-(2**53), 2**53))
    if hint is str:
        return fields.String(required=required, validate=validate.Length(max=LONGEST_TEXT))
    raise TypeError(f"No field for {hint!r}: a message holds only text, whole numbers, yes or no, lists and objects.")
