"""The two marks that modules add to CommonMark: `> [!FACILITATOR]` first in a quote, `{minutes=5}` after a heading.

Both are taken off the text before it is parsed further and kept in the `meta` of their block: nobody sees them.
Whatever looks almost like such a mark is a problem: a slip here would put a facilitator's note on everyone's phone.
"""

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from facilitator.curriculum.problems import Page, did_you_mean, shown

AUDIENCES = {"FACILITATOR": "notes", "DISPLAY": "display", "PHONE": "phone"}

_ALERT = re.compile(r"\[!([A-Za-z]+)\][ \t]*(?:\n|$)|\[!([A-Za-z]+)\][ \t]+(?=[^\s:])")
_ALMOST = re.compile(r"\\?\[ {0,3}(!?) {0,3}([A-Za-z]{1,20}) {0,3}\\?\]")
_BRACES = re.compile(r"(?<!\\)\{([^{}\n]*)\}\s*$")


def take_marks(state: StateCore, page: Page) -> None:
    """Take the marks off; what stands in the way of that goes on the page."""
    tokens = state.tokens
    for at, token in enumerate(tokens):
        if token.type == "inline" and tokens[at - 1].type == "heading_open":
            _take_braces(tokens[at - 1], token)
        elif token.type == "inline":
            first = at > 1 and tokens[at - 1].type == "paragraph_open" and tokens[at - 2].type == "blockquote_open"
            if not (first and _take_alert(tokens[at - 2], token, page)):
                _look_for_strays(token, page, of_a_quote=first)


def _take_braces(heading: Token, words: Token) -> None:
    if match := _BRACES.search(words.content):
        heading.meta["braces"] = match.group(1)
        words.content = words.content[: match.start()].rstrip()


def _take_alert(quote: Token, words: Token, page: Page) -> bool:
    match = _ALERT.match(words.content)
    if not match:
        return False
    name = match.group(1) or match.group(2)
    words.content = words.content[match.end() :]
    if name.upper() in AUDIENCES:
        quote.meta["audience"] = AUDIENCES[name.upper()]
        _look_for_strays(words, page, of_a_quote=False)
    else:
        known = ", ".join(f"[!{audience}]" for audience in AUDIENCES)
        line = _line(quote)
        hint = did_you_mean(f"[!{name.upper()}]", [f"[!{audience}]" for audience in AUDIENCES])
        page.error(
            line, page.column_of("[!", line), f'A quote cannot begin with "[!{shown(name)}]"; there are {known}.', hint
        )
    return True


def _look_for_strays(words: Token, page: Page, of_a_quote: bool) -> None:
    for number, text in enumerate(words.content.split("\n")):
        match = _ALMOST.match(text.lstrip("> \t"))
        if not match or match.group(2).upper() not in AUDIENCES:
            continue
        if match.group(1) or (of_a_quote and number == 0):
            line = _line(words) + number
            name = match.group(2).upper()
            page.error(
                line,
                page.column_of("[", line),
                f"This does not mark a text for {name.lower()} yet: everyone would see it.",
                f'Leave an empty line, then write "> [!{name}]" on its own line, and the text below, after "> ".',
            )


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1
