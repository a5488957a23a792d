"""A fenced block whose first word is a kind of activity → the activity, checked by that kind's own schema."""

from markdown_it.tree import SyntaxTreeNode
from marshmallow import Schema

from facilitator.activities import kinds
from facilitator.curriculum.media import Files, with_files
from facilitator.curriculum.model import ActivitySpec
from facilitator.curriculum.problems import Page, shown
from facilitator.curriculum.schema_words import load
from facilitator.curriculum.yaml_positions import read_settings
from facilitator.errors import Refused


def read_activity(node: SyntaxTreeNode, page: Page, files: Files | None = None) -> ActivitySpec | None:
    """The activity, or None with every problem of it on the page."""
    first, last = (node.map[0] + 1, node.map[1]) if node.map else (1, 1)
    kind, *rest = node.info.split()
    column = page.column_of(kind, first)
    schema = _schema_of(kind, page, first, column)
    if rest:
        page.error(
            first,
            column,
            f'Only the kind stands after {node.markup}; found "{shown(node.info)}".',
            "Put settings on the lines below.",
        )
    if not _is_closed(node, page, last):
        page.error(
            first,
            1,
            "This activity is opened and not closed: it swallows all that follows.",
            f"Write {node.markup} on a line of its own where it ends.",
        )
        return None
    indent = len(page.line(first)) - len(page.line(first).lstrip(" "))
    settings = read_settings(node.content, page, first + 1, indent)
    if schema is None or settings is None:
        return None
    loaded = load(schema, settings, page, f'the activity "{kind}"')
    return None if loaded is None else ActivitySpec(kind, with_files(loaded, schema, settings, page, files))


def _schema_of(kind: str, page: Page, line: int, column: int) -> Schema | None:
    try:
        return kinds.find(shown(kind)).Settings()
    except Refused as unknown:
        page.error(line, column, unknown.message, "Plain text has no word after ```.")
        return None


def _is_closed(node: SyntaxTreeNode, page: Page, last: int) -> bool:
    closing = page.line(last).strip()
    return (
        len(closing) >= len(node.markup)
        and set(closing) == {node.markup[0]}
        and last > (node.map[0] + 1 if node.map else 0)
    )
