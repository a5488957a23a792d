"""Words within a block → spans, a closed set without any HTML. Says aloud what it leaves out."""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from facilitator.curriculum import links
from facilitator.curriculum.model import Span
from facilitator.curriculum.problems import Page, shown

# Scripts that put no space between words, besides the wide ones: their lines join without one.
_NO_SPACES = ("THAI ", "LAO ", "KHMER ", "MYANMAR ", "TIBETAN ")


@dataclass
class SpanReader:
    """Reads the words of one block, which stands on `first`…`last` of the page."""

    page: Page
    files: Collection[str] | None
    first: int = 1
    last: int = 1

    def spans(self, nodes: Iterable[SyntaxTreeNode]) -> list[Span]:
        """The spans of these nodes, texts joined."""
        spans: list[Span] = []
        for node in nodes:
            for span in self._span(node):
                _append(spans, span)
        return _joined(spans)

    def _span(self, node: SyntaxTreeNode) -> list[Span]:
        match node.type:
            case "text" | "code_inline" | "softbreak" | "hardbreak":
                return _words(node)
            case "strong" | "em":
                inner = self.spans(node.children)
                return [{"type": "strong", "spans": inner} if node.type == "strong" else {"type": "em", "spans": inner}]
            case "link":
                return self._link(node)
            case "image":
                hint = "Put it on its own line, with empty lines around it."
                spot = self.page.spot_of(str(node.attrs.get("src", "")), self.first, self.last)
                self.page.error(*spot, "A picture stands in a paragraph of its own.", hint)
                return []
            case _:
                self._left_out(node)
                return []

    def _link(self, node: SyntaxTreeNode) -> list[Span]:
        href = str(node.attrs.get("href", ""))
        inner = self.spans(node.children)
        if links.may_be_opened(href):
            return [{"type": "link", "href": href, "spans": inner}]
        path = None if links.scheme_of(href) else links.as_file(href)
        if path and links.is_missing(path, self.files):
            self._warn(href, f'There is no file "{shown(path)}".', "Look at its name, or take the link out.")
        else:
            self._warn(
                href,
                f'The link to "{shown(href)}" cannot be opened from a phone; only its text is shown.',
                "Links begin with https://, http:// or mailto:",
            )
        return inner

    def _left_out(self, node: SyntaxTreeNode) -> None:
        if node.type == "html_inline" and not node.content.startswith("<!--"):
            self._warn(
                node.content.split("\n")[0], f"HTML is not shown: {shown(node.content)}", "Write it in Markdown."
            )

    def _warn(self, text: str, message: str, hint: str) -> None:
        self.page.warn(*self.page.spot_of(text, self.first, self.last), message, hint)


def _words(node: SyntaxTreeNode) -> list[Span]:
    match node.type:
        case "softbreak":
            return [{"type": "text", "text": "\n"}]
        case "hardbreak":
            return [{"type": "break", "text": ""}]
        case "code_inline":
            return [{"type": "code", "text": node.content}]
        case _:
            return [{"type": "text", "text": node.content}] if node.content else []


def _append(spans: list[Span], span: Span) -> None:
    if spans and span["type"] == "text" == spans[-1]["type"]:
        spans[-1] = {"type": "text", "text": spans[-1]["text"] + span["text"]}
    else:
        spans.append(span)


def _joined(spans: list[Span]) -> list[Span]:
    """The same spans, with every end of a line as a space, or as nothing between words of a script without spaces."""
    return [{"type": "text", "text": _in_one_line(span["text"])} if span["type"] == "text" else span for span in spans]


def _in_one_line(text: str) -> str:
    first, *rest = text.split("\n")
    for line in rest:
        needs_none = first and line and _without_spaces(first[-1]) and _without_spaces(line[0])
        first += line if needs_none else " " + line
    return first


def _without_spaces(character: str) -> bool:
    name = unicodedata.name(character, "")
    wide = unicodedata.east_asian_width(character) in "WF" and not name.startswith("HANGUL")
    return wide or name.startswith(_NO_SPACES)
