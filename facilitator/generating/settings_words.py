"""Says in words what each setting of an activity takes, from its marshmallow schema."""

import json
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields, missing, validate

from facilitator.activities import asking


@dataclass(frozen=True)
class Setting:
    """`default` as an author would write it; empty where there is none, or nothing."""

    name: str
    needed: bool
    takes: str
    default: str


def settings_of(schema: type[Schema]) -> list[Setting]:
    """Every setting that an author may write, in the order of the schema; `title` last, since every kind has it."""
    rows = [_setting(name, field) for name, field in schema().fields.items()]
    return sorted(rows, key=lambda row: row.name == "title")


def _setting(name: str, field: fields.Field[Any]) -> Setting:
    return Setting(field.data_key or name, field.required, takes(field), _default(field.load_default))


def _default(value: Any) -> str:
    value = value() if callable(value) else value
    return "" if value in (missing, None, "", [], {}) else json.dumps(value, ensure_ascii=False)


def takes(field: fields.Field[Any]) -> str:
    """What may be written there: `text of up to 200 characters`, `one of one, several`."""
    told = field.metadata.get("takes")
    if told:
        return str(told)
    one_of = _rule(field, validate.OneOf)
    if one_of:
        return f"one of {', '.join(f'`{choice}`' for choice in one_of.choices)}"
    return _by_type(field)


def _by_type(field: fields.Field[Any]) -> str:
    match field:
        case asking.Choices():
            return f"{field.least} to {field.most} keys with texts"
        case asking.Labels():
            return "points with texts"
        case fields.List():
            return _list(field)
        case fields.Nested():
            return f"settings: {_inside(field.schema)}"
        case fields.Boolean():
            return "`true` or `false`"
        case fields.Integer() | fields.Float():
            return _number(field)
        case fields.String():
            return _text(field)
        case _:
            return str(type(field).__doc__).split("\n")[0].split(".")[0]


def _list(field: fields.List[Any]) -> str:
    inner = field.inner
    of = f"settings ({_inside(inner.schema)})" if isinstance(inner, fields.Nested) else takes(inner)
    return f"a list{_how_many(field)}, each {of}"


def _how_many(field: fields.Field[Any]) -> str:
    length = _rule(field, validate.Length)
    if length is None:
        return ""
    return f" of {_span(length.equal or length.min or 0, length.equal or length.max)}"


def _inside(schema: Any) -> str:
    return ", ".join(f"`{field.data_key or name}`" for name, field in schema.fields.items())


def _number(field: fields.Field[Any]) -> str:
    whole = "a whole number" if isinstance(field, fields.Integer) else "a number"
    reach = _rule(field, validate.Range)
    return whole if reach is None else f"{whole} from {reach.min} to {reach.max}"


def _text(field: fields.Field[Any]) -> str:
    longest = [rule.max for rule in field.validators if isinstance(rule, validate.Length) and rule.max]
    if any(isinstance(rule, validate.Regexp) for rule in field.validators):
        return "a short key"
    return f"text of up to {longest[0]} characters" if longest else "text"


def _span(least: int, most: int | None) -> str:
    if most is None:
        return f"at least {least}"
    return str(most) if least == most else f"{least or 1} to {most}"


def _rule(field: fields.Field[Any], kind: Any) -> Any:
    return next((rule for rule in field.validators if isinstance(rule, kind)), None)
