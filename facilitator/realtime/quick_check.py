"""Says quickly whether a message is certainly as its shape wants it. Made once from the same annotations.

What it lets through, marshmallow (`loading.py`) would let through unchanged; what it is not sure of, it leaves to it.
"""

import re
import types
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

Check = Callable[[Any], bool]


def object_of(fields: Mapping[str, Check], optional: frozenset[str]) -> Check:
    """A JSON object with these fields and no other."""
    required = tuple(name for name in fields if name not in optional)

    def check(value: Any) -> bool:
        if type(value) is not dict:
            return False
        for name, given in value.items():
            field = fields.get(name)
            if field is None or not field(given):
                return False
        return all(name in value for name in required)

    return check


def text_like(pattern: str) -> Check:
    compiled = re.compile(pattern)
    return lambda value: type(value) is str and compiled.match(value) is not None


def check_of(hint: Any, *, longest_text: int, most_items: int) -> Check:
    """The check for one annotation."""
    limits = {"longest_text": longest_text, "most_items": most_items}
    origin = get_origin(hint)
    if origin in (NotRequired, Annotated):
        return check_of(get_args(hint)[0], **limits)
    if origin in (Union, types.UnionType):
        given = check_of(next(each for each in get_args(hint) if each is not type(None)), **limits)
        return lambda value: value is None or given(value)
    if origin is Literal:
        words = frozenset(get_args(hint))
        return lambda value: type(value) is str and value in words
    if origin is list:
        item = check_of(get_args(hint)[0], **limits)
        return lambda value: type(value) is list and len(value) <= most_items and all(map(item, value))
    if origin is dict:
        return lambda value: type(value) is dict and all(type(name) is str for name in value)
    if is_typeddict(hint):
        hints = get_type_hints(hint, include_extras=True)
        fields = {name: check_of(each, **limits) for name, each in hints.items()}
        return object_of(fields, hint.__optional_keys__)
    return _plain(hint, longest_text)


def _plain(hint: Any, longest_text: int) -> Check:
    if hint is bool:
        return lambda value: type(value) is bool
    if hint is int:
        return lambda value: type(value) is int and -(2**53) <= value <= 2**53
    if hint is str:
        return lambda value: type(value) is str and len(value) <= longest_text
    raise TypeError(f"No field for {hint!r}: a message holds only text, whole numbers, yes or no, lists and objects.")
