"""What may be changed in an agenda, and how it is read when a page sends it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate

from facilitator.curriculum.shelf import Shelf
from facilitator.errors import Refused
from facilitator.storage.agendas import AgendaBlock

BREAK = "break"
BREAK_MINUTES = 10
LEAST_MINUTES, MOST_MINUTES = 1, 240
MOST_BLOCKS = 30
LONGEST_NAME = 80

_MINUTES = validate.Range(LEAST_MINUTES, MOST_MINUTES)


class _Block(Schema):
    class Meta:
        unknown = RAISE

    id = fields.String(required=True, validate=validate.Regexp(r"[a-z0-9]{1,32}\Z"))
    ref = fields.String(required=True, validate=validate.Length(1, 200))
    minutes = fields.Integer(required=True, strict=True, allow_none=True, validate=_MINUTES)


class _Sent(Schema):
    class Meta:
        unknown = RAISE

    name = fields.String(required=True, validate=validate.Length(1, LONGEST_NAME))
    blocks = fields.List(fields.Nested(_Block), required=True, validate=validate.Length(max=MOST_BLOCKS))
    changed_at = fields.Integer(required=True, strict=True)
    """The version that was changed: somebody else may have saved another meanwhile."""


@dataclass(frozen=True)
class Sent:
    name: str
    blocks: tuple[AgendaBlock, ...]
    changed_at: int


def read_sent(sent: object) -> Sent:
    """What the editor saves. Raises `Refused("agenda", …)`, with the sentence for what is wrong first."""
    try:
        loaded: Mapping[str, Any] = _Sent().load(sent if isinstance(sent, dict) else {})
    except ValidationError as problem:
        raise Refused("agenda", _sentence(problem.messages)) from problem
    name = " ".join(loaded["name"].split())
    blocks = tuple(AgendaBlock(**block) for block in loaded["blocks"])
    if not name:
        raise Refused("agenda", _sentence({"name": []}))
    if len({block.id for block in blocks}) < len(blocks):
        raise Refused("agenda", "One part is in the plan twice. Load the page again.")
    return Sent(name, blocks, loaded["changed_at"])


def _sentence(messages: Any) -> str:
    if "name" in messages:
        return f"Give the plan a name of up to {LONGEST_NAME} letters."
    if "blocks" in messages and isinstance(messages["blocks"], list):
        return f"A plan holds up to {MOST_BLOCKS} parts. Take some out first."
    if "blocks" in messages:
        return f"Minutes are whole numbers from {LEAST_MINUTES} to {MOST_MINUTES}."
    return "This could not be read. Load the page again."


def moved(blocks: Sequence[AgendaBlock], block: str, by: int) -> tuple[AgendaBlock, ...]:
    """The block one place up (-1) or down (1); at an end it stays."""
    names = [each.id for each in blocks]
    if block not in names:
        return tuple(blocks)
    place = names.index(block)
    target = min(len(blocks) - 1, max(0, place + by))
    rest = [each for each in blocks if each.id != block]
    return (*rest[:target], blocks[place], *rest[target:])


def without(blocks: Sequence[AgendaBlock], block: str) -> tuple[AgendaBlock, ...]:
    return tuple(each for each in blocks if each.id != block)


def added(blocks: Sequence[AgendaBlock], ref: str, new_id: str) -> tuple[AgendaBlock, ...]:
    """Raises `Refused("agenda", …)` when the plan is full."""
    if len(blocks) >= MOST_BLOCKS:
        raise Refused("agenda", f"A plan holds up to {MOST_BLOCKS} parts. Take some out first.")
    return (*blocks, AgendaBlock(new_id, ref, BREAK_MINUTES if ref == BREAK else None))


def with_minutes(blocks: Sequence[AgendaBlock], typed: Mapping[str, str]) -> tuple[AgendaBlock, ...]:
    """Minutes as typed beside each block's id; an empty field means the author's own."""
    return tuple(replace(block, minutes=_whole(typed[block.id])) if block.id in typed else block for block in blocks)


def _whole(typed: str) -> int | None:
    if not typed.strip():
        return None
    try:
        minutes = int(typed)
    except ValueError:
        minutes = 0
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise Refused("agenda", f"Minutes are whole numbers from {LEAST_MINUTES} to {MOST_MINUTES}.")
    return minutes


@dataclass(frozen=True)
class Row:
    """A block as the editor shows it. `gone`: its module is not in the library any more."""

    id: str
    ref: str
    title: str
    discipline: str
    minutes: int
    authors_minutes: int
    gone: bool = False


def rows(blocks: Sequence[AgendaBlock], shelf: Shelf, language: str = "en") -> list[Row]:
    return [_row(block, shelf, language) for block in blocks]


def _row(block: AgendaBlock, shelf: Shelf, language: str) -> Row:
    if block.ref == BREAK:
        return Row(block.id, BREAK, "Break", BREAK, block.minutes or BREAK_MINUTES, BREAK_MINUTES)
    module = shelf.module(block.ref, language)
    if module is None:
        return Row(block.id, block.ref, block.ref.rpartition("/")[2], "", block.minutes or 0, 0, gone=True)
    minutes = block.minutes or module.minutes
    return Row(block.id, block.ref, module.title, module.discipline, minutes, module.minutes)
