"""Writes Python's types as TypeScript's. Knows types only, no message and no file."""

import types
from typing import Any, Literal, Union, get_args, get_origin

from facilitator.generating.fields import Field, doc_of, fields_of, has_fields

_SIMPLE = {str: "string", int: "number", float: "number", bool: "boolean", type(None): "null", Any: "unknown"}


class TypeScript:
    """Collects every shape that is mentioned; `aliases` are the named choices such as `Phase`."""

    def __init__(self, aliases: dict[str, Any]) -> None:
        self._aliases = aliases
        self._interfaces: dict[str, str] = {}

    def text(self, hint: Any) -> str:
        """The TypeScript for one Python type. Raises TypeError for one that has no equal."""
        for name, alias in self._aliases.items():
            if hint == alias:
                return name
        if has_fields(hint):
            self._remember(hint)
            return str(hint.__name__)
        if get_origin(hint) is not None:
            return self._compound(hint)
        try:
            return _SIMPLE[hint]
        except KeyError:
            raise TypeError(f"There is no TypeScript for {hint!r} yet: add it here.") from None

    def _compound(self, hint: Any) -> str:
        origin, inside = get_origin(hint), get_args(hint)
        if origin is Literal:
            return " | ".join(f'"{choice}"' for choice in inside)
        if origin in (Union, types.UnionType):
            return " | ".join(self.text(one) for one in inside)
        if origin in (list, tuple):
            item = self.text(inside[0])
            return f"({item})[]" if " | " in item else f"{item}[]"
        if origin is dict:
            return f"Record<{self.text(inside[0])}, {self.text(inside[1])}>"
        raise TypeError(f"There is no TypeScript for {hint!r} yet: add it here.")

    def interface(self, name: str, shape: type) -> str:
        """`export interface …` with the author's words as comments."""
        lines = [self._line(field) for field in fields_of(shape)]
        if not lines:
            return f"{comment(doc_of(shape))}export type {name} = Record<string, never>;\n"
        return f"{comment(doc_of(shape))}export interface {name} {{\n{''.join(lines)}}}\n"

    def inline(self, fields: list[Field]) -> str:
        return "{ " + "; ".join(self._member(field) for field in fields) + " }" if fields else "Nothing"

    def interfaces(self) -> list[str]:
        """Every shape that was mentioned, those it stands on first."""
        return list(self._interfaces.values())

    def alias_lines(self) -> list[str]:
        return [f"export type {name} = {self._compound(alias)};\n" for name, alias in self._aliases.items()]

    def _remember(self, shape: type) -> None:
        if shape.__name__ not in self._interfaces:
            self._interfaces[shape.__name__] = ""  # a block holds blocks: known before its fields are read
            text = self.interface(shape.__name__, shape)
            del self._interfaces[shape.__name__]
            self._interfaces[shape.__name__] = text

    def _line(self, field: Field) -> str:
        return f"{comment(field.doc, '  ')}  {self._member(field)};\n"

    def _member(self, field: Field) -> str:
        return f"{field.name}{'?' if field.optional else ''}: {self.text(field.type)}"


def comment(text: str, indent: str = "") -> str:
    return f"{indent}/** {text} */\n" if text else ""
