"""CommonMark (with tables) → a tree of syntax nodes, in bounded time whatever the text."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.tree import SyntaxTreeNode

from facilitator.curriculum.marks import take_marks
from facilitator.curriculum.problems import Page

# Some runs of brackets in one paragraph take time in the square of its length. It is also more than a phone can show.
LONGEST_PARAGRAPH = 2_000
MOST_BRACKETS = 80
MOST_PARTS = 10_000
_DEEPEST = 14


def parse(page: Page, first_line: int) -> SyntaxTreeNode:
    """The tree of what stands from `first_line` on. Lines of nodes count from 0, within the whole page."""
    reader = MarkdownIt("commonmark").enable("table")
    reader.core.ruler.after("block", "bounds", lambda state: _keep_in_bounds(state, page))
    reader.core.ruler.after("bounds", "marks", lambda state: take_marks(state, page))
    # Which links are kept is for `links` to say, aloud, not for the library in silence.
    reader.validateLink = lambda url: True  # type: ignore[method-assign]
    text = "\n" * (first_line - 1) + "\n".join(page.lines[first_line - 1 :])
    env: dict[str, dict[str, dict[str, list[int]]]] = {}
    tree = SyntaxTreeNode(reader.parse(text, env))
    for name, reference in env.get("references", {}).items():
        if name.startswith("!"):
            line = reference["map"][0] + 1
            page.error(
                line,
                1,
                f'The ":" right after "[{name}]" makes this line disappear.',
                f'Write "> [{name}]" alone on its line, and the text below it.',
            )
    return tree


def _keep_in_bounds(state: StateCore, page: Page) -> None:
    if len(state.tokens) > MOST_PARTS:
        page.error(1, 1, "There are too many lists, tables and paragraphs in this file.", "Split it into several.")
        state.tokens.clear()
    too_deep: set[int] = set()
    for token in state.tokens:
        line = token.map[0] + 1 if token.map else 1
        if token.type == "inline" and len(token.content) > LONGEST_PARAGRAPH:
            page.error(
                line,
                1,
                f"This paragraph is too long: {len(token.content)} characters; at most {LONGEST_PARAGRAPH}.",
                "Divide it with empty lines.",
            )
            token.content = ""
        elif token.type == "inline" and token.content.count("[") > MOST_BRACKETS:
            page.error(
                line, 1, f'This paragraph has more than {MOST_BRACKETS} signs "[".', "Divide it with empty lines."
            )
            token.content = ""
        if token.level > _DEEPEST and line not in too_deep:
            too_deep.add(line)
            page.error(line, 1, "This stands too deep in lists and quotes.", "Use fewer levels.")
