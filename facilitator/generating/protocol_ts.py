"""Writes `static/protocol.ts`: what the browser may ask and is told, as the one registry in Python says."""

from typing import Any, Literal, get_args, get_origin

from facilitator.curriculum import model
from facilitator.generating.fields import Field, doc_of, fields_of
from facilitator.generating.typescript import TypeScript, comment
from facilitator.live_session import shapes
from facilitator.live_session.commands import Command
from facilitator.realtime.messages import ASKED, TOLD, Audience, Message

_HEAD = """\
// Written by `python -m facilitator.generate` from facilitator/realtime/messages.py. Never edited by hand.

/** Every view and message that the rooms share, and nothing else. Times are milliseconds since 1970 in UTC. */

"""
_NOTHING = "/** A message without a payload of its own. */\nexport type Nothing = Record<never, never>;\n"
_ID = Field("id", str, optional=False, doc="")


def protocol_ts() -> str:
    """The whole file."""
    typescript = TypeScript({**_choices(model), **_choices(shapes)})
    tables = [_table(typescript, audience) for audience in get_args(Audience)]
    return _HEAD + "\n".join([*typescript.alias_lines(), *typescript.interfaces(), _NOTHING, *tables])


def payload_fields(message: Message) -> list[Field]:
    """What travels. A command's message carries an `id` besides its fields, for its acknowledgement."""
    fields = fields_of(message.payload)
    return [_ID, *fields] if issubclass(message.payload, Command) else fields


def _choices(module: Any) -> dict[str, Any]:
    return {name: thing for name, thing in vars(module).items() if get_origin(thing) is Literal}


def _table(typescript: TypeScript, audience: str) -> str:
    asked = [m for m in ASKED if m.audience == audience]
    told = [m for m in TOLD if m.audience == audience]
    name = audience.capitalize()
    return "\n".join(
        [
            _group(
                typescript,
                f"{name}Asks",
                "Acknowledged: answered by `done` or `refused`.",
                [m for m in asked if m.acknowledged],
            ),
            _group(
                typescript,
                f"{name}Tells",
                "Sent without waiting for an answer.",
                [m for m in asked if not m.acknowledged],
            ),
            _group(typescript, f"{name}IsTold", "What the server sends.", told),
        ]
    )


def _group(typescript: TypeScript, name: str, doc: str, messages: list[Message]) -> str:
    if not messages:
        return f"{comment(doc)}export type {name} = Nothing;\n"
    lines = "".join(_member(typescript, message) for message in messages)
    return f"{comment(doc)}export interface {name} {{\n{lines}}}\n"


def _member(typescript: TypeScript, message: Message) -> str:
    if message.direction == "told":
        return f"  {message.name}: {typescript.text(message.payload)};\n"
    said = comment(doc_of(message.payload), "  ")
    fields = [f for f in payload_fields(message) if not (message.acknowledged and f.name == "id")]
    return f"{said}  {message.name}: {typescript.inline(fields)};\n"
