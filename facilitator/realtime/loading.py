"""Checks what a client sent against the shape that `messages.py` gives it. Made once from the annotations."""

import dataclasses
import types
from functools import cache
from typing import Annotated, Any, Literal, NotRequired, Union, cast, get_args, get_origin, get_type_hints, is_typeddict

from marshmallow import RAISE, Schema, ValidationError, fields, validate

from facilitator.errors import Refused
from facilitator.live_session.commands import PREPARED
from facilitator.realtime import quick_check

LONGEST_TEXT = 8192
"""The padding of an anonymous answer is the longest: a whole frame of the largest kind, a check-in's."""
LONGEST_ID = 80
MOST_ITEMS = 200
ID = rf"[A-Za-z0-9_-]{{1,{LONGEST_ID}}}\Z"
"""It is written into the log, which holds no words; and no client takes the ids of the clock, `clock:…`."""


def load(payload: type, sent: object, *, with_id: bool) -> tuple[str, dict[str, Any]]:
    """The message's id (empty where it has none) and its fields. Raises `Refused("malformed", …)`."""
    if not isinstance(sent, dict):
        raise Refused("malformed", "This could not be read. Please reload the page.")
    if _quick_check(payload, with_id)(sent):
        loaded = dict(sent)
        return loaded.pop("id", "") if with_id else "", loaded
    return thorough(payload, sent, with_id=with_id)


def thorough(payload: type, sent: dict[str, Any], *, with_id: bool) -> tuple[str, dict[str, Any]]:
    """As `load`, by marshmallow alone: for what a quick look is not sure of."""
    try:
        loaded = cast(dict[str, Any], _schema(payload, with_id)().load(sent))
    except ValidationError as problem:
        raise Refused("malformed", "This could not be read. Please reload the page.") from problem
    return str(loaded.pop("id", "")) if with_id else "", loaded


def _hints(payload: type) -> dict[str, Any]:
    """Field → its annotation, without what the conductor prepares."""
    hints = get_type_hints(payload, include_extras=True)
    return {
        name: hint
        for name, hint in hints.items()
        if not (get_origin(hint) is Annotated and PREPARED in get_args(hint)[1:])
    }


@cache
def _quick_check(payload: type, with_id: bool) -> quick_check.Check:
    limits = {"longest_text": LONGEST_TEXT, "most_items": MOST_ITEMS}
    checks = {name: quick_check.check_of(hint, **limits) for name, hint in _hints(payload).items()}
    if with_id:
        checks["id"] = quick_check.text_like(ID)
    return quick_check.object_of(checks, _optional_keys(payload))


@cache
def _schema(payload: type, with_id: bool) -> type[Schema]:
    optional = _optional_keys(payload)
    shape = {name: _field(hint, required=name not in optional) for name, hint in _hints(payload).items()}
    if with_id:
        shape["id"] = fields.String(required=True, validate=validate.Regexp(ID))
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
            _field(get_args(hint)[0], required=True), required=required, validate=validate.Length(max=MOST_ITEMS)
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
