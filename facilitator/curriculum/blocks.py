"""Syntax nodes → the closed tree of blocks that a page draws, sorted by who may see them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from markdown_it.tree import SyntaxTreeNode

from facilitator.curriculum import links
from facilitator.curriculum.model import Block, Span
from facilitator.curriculum.problems import Page, shown
from facilitator.curriculum.spans import SpanReader


@dataclass
class Texts:
    """What was read, by audience. An audience that is None cannot be addressed here."""

    everyone: list[Block] = field(default_factory=list)
    notes: list[Block] | None = field(default_factory=list)
    display: list[Block] | None = field(default_factory=list)
    phone: list[Block] | None = field(default_factory=list)
    activities: list[SyntaxTreeNode] | None = field(default_factory=list)

    @classmethod
    def for_facilitator(cls) -> "Texts":
        """A text that only the facilitator reads: a note in it is nothing special."""
        blocks: list[Block] = []
        return cls(blocks, notes=blocks, display=None, phone=None, activities=None)

    @classmethod
    def plain(cls) -> "Texts":
        """A text for all who open it."""
        return cls(notes=None, display=None, phone=None, activities=None)

    def for_audience(self, name: str) -> list[Block] | None:
        return {"notes": self.notes, "display": self.display, "phone": self.phone}[name]


@dataclass
class BlockReader:
    """Reads blocks into `texts`. `files` are the files of the curriculum, if they are known."""

    page: Page
    texts: Texts
    files: Collection[str] | None = None
    top_heading: int = 3
    """The largest heading that may stand here (2 in plain documents, where it is drawn as a 3)."""
    in_audience: bool = False

    def read(self, nodes: Iterable[SyntaxTreeNode]) -> None:
        for node in nodes:
            if node.type == "fence" and node.info.strip() and self.texts.activities is not None:
                self.texts.activities.append(node)
            else:
                self.texts.everyone.extend(self.block(node))

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> list[Block]:
        return [block for node in nodes for block in self.block(node)]

    def block(self, node: SyntaxTreeNode) -> list[Block]:
        """What a node becomes: mostly one block; none for what is left out; several for a paragraph with pictures."""
        match node.type:
            case "paragraph":
                return self.paragraph(node)
            case "heading":
                return self.heading(node)
            case "bullet_list" | "ordered_list":
                return [self.list_of(node)]
            case "blockquote":
                return self.quote(node)
            case "fence" | "code_block":
                return self.code(node)
            case "table":
                return [self.table(node)]
            case "hr":
                return [{"type": "rule"}]
            case _:
                self.left_out(node)
                return []

    def paragraph(self, node: SyntaxTreeNode) -> list[Block]:
        blocks: list[Block] = []
        words: list[SyntaxTreeNode] = []
        for inner in [*_words(node), None]:
            if inner is not None and inner.type != "image":
                words.append(inner)
                continue
            spans = _trimmed(self.spans(node, words))
            if spans:
                blocks.append({"type": "paragraph", "spans": spans})
            if inner is not None:
                blocks.extend(self.image(node, inner))
            words = []
        return blocks

    def heading(self, node: SyntaxTreeNode) -> list[Block]:
        line, level = _line(node), int(node.tag[1:])
        if level < self.top_heading:
            hint = (
                "Steps stand at the very left, outside of lists and quotes."
                if level == 2
                else "The title stands in the first lines. A step begins with ##, a heading inside one with ###."
            )
            self.page.error(line, 1, f'A heading with "{"#" * level}" cannot stand here.', hint)
        if "braces" in node.meta:
            self.page.error(
                line,
                self.page.column_of("{", line),
                "Only the heading of a step can have minutes or a name.",
                "Take out the braces.",
            )
        return [{"type": "heading", "level": max(3, level), "spans": self.words_of(node)}]

    def list_of(self, node: SyntaxTreeNode) -> Block:
        items = [self.blocks(item.children) for item in node.children]
        if node.type == "ordered_list":
            return {"type": "list", "ordered": True, "start": int(node.attrs.get("start", 1)), "items": items}
        return {"type": "list", "ordered": False, "items": items}

    def quote(self, node: SyntaxTreeNode) -> list[Block]:
        if "audience" not in node.meta:
            return [{"type": "quote", "blocks": self.blocks(node.children)}]
        line, name = _line(node), str(node.meta["audience"])
        audience = self.texts.for_audience(name)
        if audience is None or self.in_audience:
            self.page.error(
                line,
                self.page.column_of("[!", line),
                "This text cannot be kept for one audience here.",
                "Use it in a step, outside of other such quotes.",
            )
            return []
        self.in_audience = True
        blocks = self.blocks(node.children)
        self.in_audience = False
        if not blocks:
            self.page.error(
                line,
                self.page.column_of("[!", line),
                "Nothing follows this mark in its quote.",
                'Begin each line of the text with "> ", empty lines with ">".',
            )
        audience.extend(blocks)
        return []

    def code(self, node: SyntaxTreeNode) -> list[Block]:
        if node.type == "fence" and node.info.strip():
            self.page.error(
                _line(node),
                1,
                "An activity cannot stand here.",
                "Put it in a step, at the very left, outside of lists and quotes. Plain text has no word after ```.",
            )
            return []
        return [{"type": "code", "text": node.content.removesuffix("\n")}]

    def table(self, node: SyntaxTreeNode) -> Block:
        rows = [[self.words_of(cell, row) for cell in row.children] for part in node.children for row in part.children]
        return {"type": "table", "head": rows[0] if rows else [], "rows": rows[1:]}

    def image(self, paragraph: SyntaxTreeNode, node: SyntaxTreeNode) -> list[Block]:
        src, alt = str(node.attrs.get("src", "")), node.content.strip()
        spot = self.page.spot_of(src, *_lines(paragraph))
        name = links.media_name(src)
        if name is None:
            self.page.error(
                *spot,
                f'The picture "{shown(src)}" is not in the folder media/.',
                'Put its file there and write "![what it shows](media/name.png)".',
            )
            return []
        if links.is_missing(links.MEDIA + name, self.files):
            self.page.warn(
                *spot, f'There is no file "media/{shown(name)}".', "Look at its name, or put the file there."
            )
        if not alt:
            self.page.warn(
                *spot,
                f'The picture "{shown(name)}" has no words for those who cannot see it.',
                f'Write "![what it shows]({shown(src)})".',
            )
        # Two curricula may each have a picture of this name.
        curriculum = PurePosixPath(self.page.path).parent.name
        return [{"type": "image", "src": f"{curriculum}/{name}", "alt": alt}]

    def left_out(self, node: SyntaxTreeNode) -> None:
        if node.type == "html_block" and not node.content.lstrip().startswith("<!--"):
            self.page.warn(_line(node), 1, f"HTML is not shown: {shown(node.content)}", "Write it in Markdown.")

    def words_of(self, node: SyntaxTreeNode, around: SyntaxTreeNode | None = None) -> list[Span]:
        """The words of a heading, or of a cell in the row `around` it."""
        return self.spans(around or node, _words(node))

    def spans(self, node: SyntaxTreeNode, words: Iterable[SyntaxTreeNode]) -> list[Span]:
        return SpanReader(self.page, self.files, *_lines(node)).spans(words)


def _words(node: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    return node.children[0].children if node.children else []


def _lines(node: SyntaxTreeNode) -> tuple[int, int]:
    return (node.map[0] + 1, node.map[1]) if node.map else (1, 1)


def _line(node: SyntaxTreeNode) -> int:
    return _lines(node)[0]


def _trimmed(spans: list[Span]) -> list[Span]:
    """Without the blanks that a picture or a mark leaves behind at the ends."""
    spans = list(spans)
    if spans and spans[0]["type"] == "text":
        spans[0] = {"type": "text", "text": spans[0]["text"].lstrip()}
    if spans and spans[-1]["type"] == "text":
        spans[-1] = {"type": "text", "text": spans[-1]["text"].rstrip()}
    while spans and (spans[0]["type"] == "break" or spans[0].get("text") == ""):
        spans.pop(0)
    while spans and (spans[-1]["type"] == "break" or spans[-1].get("text") == ""):
        spans.pop()
    return spans
