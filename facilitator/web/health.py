"""Whether this server can serve: asked by the operator's tools, answered without a word about people."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from facilitator.web.here import house

health = Blueprint("health", __name__)


@health.get("/healthz")
def can_serve() -> ResponseReturnValue:
    """200 while the store can be read and the last write was kept; 503 otherwise."""
    checks = {"reading": _can_read(), "writing": not house().writer.failing}
    well = all(checks.values())
    return jsonify({"ok": well, **checks}), 200 if well else 503


def _can_read() -> bool:
    try:
        with house().store.reading() as conn:
            conn.execute(text("SELECT 1 FROM live_sessions LIMIT 1"))
    except SQLAlchemyError:
        return False
    return True
