"""Writes `docs/protocol.md`: every message, for whoever writes a client or a test of one."""

from typing import get_args

from facilitator.generating.fields import doc_of, has_fields
from facilitator.generating.protocol_ts import payload_fields
from facilitator.generating.typescript import TypeScript
from facilitator.live_session import plan_shapes, shapes
from facilitator.live_session.commands import Command
from facilitator.realtime.messages import ASKED, TOLD, Audience, Message

SHAPES = (shapes.__name__, plan_shapes.__name__)
"""Shapes from here are named rather than spelled out."""

_HEAD = """\
# The protocol

<!-- Written by `python -m facilitator.generate` from facilitator/realtime/messages.py. Never edited by hand. -->

Each audience has its own Socket.IO namespace: `/facilitator`, `/participant`, `/display`.
Messages marked ✓ carry an `id` that the client makes.
The server answers each with `done {id}` once it is written down, or with `refused {id, why, message}`.
A message sent again under the same `id` is acknowledged again and not done again.
The shapes are spelled out in [`static/protocol.ts`](../static/protocol.ts).
Views are always whole; a client drops one that is older than what it shows (`version`, then `beat`, within one `boot`).
"""


def protocol_md() -> str:
    """The whole file."""
    return "\n".join([_HEAD, *(_audience(audience) for audience in get_args(Audience))])


def _audience(audience: str) -> str:
    asked = [_row(m) for m in ASKED if m.audience == audience]
    told = [_row(m) for m in TOLD if m.audience == audience]
    return f"## `/{audience}`\n\n### May send\n\n{_table(asked)}\n### Is told\n\n{_table(told)}"


def _table(rows: list[str]) -> str:
    return "| Message | Payload | ✓ | What it means |\n|---|---|---|---|\n" + "".join(rows)


def _row(message: Message) -> str:
    tick = "✓" if message.acknowledged else ""
    cells = (f"`{message.name}`", f"`{_payload(message)}`", tick, doc_of(message.payload))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _payload(message: Message) -> str:
    """A view is named; a message's own fields are written out."""
    if message.payload.__module__ in SHAPES and not issubclass(message.payload, Command):
        return message.payload.__name__
    typescript = TypeScript({})
    fields = payload_fields(message)
    return typescript.inline(fields) if fields and has_fields(message.payload) else "{ }"
