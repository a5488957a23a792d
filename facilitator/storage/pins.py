"""What a live session was opened with: its modules and documents stay as they were, whatever is saved later."""

import json
from collections.abc import Iterable

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from facilitator.curriculum.model import Document, Module
from facilitator.storage.tables import pinned_documents, pinned_modules


def pin_modules(conn: Connection, live_session: str, pinned: Iterable[Module]) -> None:
    """Keep modules, each in its language. One that is pinned already stays as it is."""
    for module in pinned:
        values = {
            "live_session": live_session,
            "ref": module.ref,
            "language": module.language,
            "content_hash": module.content_hash,
            "body": json.dumps(module.to_json()),
        }
        conn.execute(insert(pinned_modules).values(values).on_conflict_do_nothing())


def modules(conn: Connection, live_session: str) -> dict[str, dict[str, Module]]:
    """ref → language → module."""
    pinned: dict[str, dict[str, Module]] = {}
    rows = select(pinned_modules.c.body).where(pinned_modules.c.live_session == live_session)
    for body in conn.execute(rows).scalars():
        module = Module.from_json(json.loads(body))
        pinned.setdefault(module.ref, {})[module.language] = module
    return pinned


def pin_document(conn: Connection, live_session: str, what: str, document: Document) -> None:
    """Keep a document (`agreement`, `concern`) in its language. One that is pinned already stays as it is."""
    values = {
        "live_session": live_session,
        "what": what,
        "language": document.language,
        "version": document.version,
        "body": json.dumps({"title": document.title, "blocks": document.blocks}),
    }
    conn.execute(insert(pinned_documents).values(values).on_conflict_do_nothing())


def documents(conn: Connection, live_session: str, what: str) -> dict[str, Document]:
    """language → document."""
    wanted = (pinned_documents.c.live_session == live_session) & (pinned_documents.c.what == what)
    return {
        row.language: Document(language=row.language, version=row.version, **json.loads(row.body))
        for row in conn.execute(select(pinned_documents).where(wanted))
    }
