"""The closed tree of blocks that a page draws: nothing else comes through."""

from typing import Any

import pytest

from facilitator.curriculum.model import Block
from tests.curriculum.pages import module, told, words


def blocks(text: str) -> list[Block]:
    return module(f"## Arrive\n\n{text}\n").steps[0].everyone


def text(words_: str) -> dict[str, Any]:
    return {"type": "text", "text": words_}


def paragraph(*spans: dict[str, Any]) -> dict[str, Any]:
    return {"type": "paragraph", "spans": list(spans)}


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("Hello", paragraph(text("Hello"))),
        ("a **b** c", paragraph(text("a "), {"type": "strong", "spans": [text("b")]}, text(" c"))),
        ("*b*", paragraph({"type": "em", "spans": [text("b")]})),
        ("`b`", paragraph({"type": "code", "text": "b"})),
        ("a\\\nb", paragraph(text("a"), {"type": "break", "text": ""}, text("b"))),
        ("a\nb", paragraph(text("a b"))),
        ("a &amp; b &lt;", paragraph(text("a & b <"))),
        (
            "[a](https://b.org)",
            paragraph({"type": "link", "href": "https://b.org", "spans": [text("a")]}),
        ),
        ("### Small", {"type": "heading", "level": 3, "spans": [text("Small")]}),
        ("###### Tiny", {"type": "heading", "level": 6, "spans": [text("Tiny")]}),
        ("- a\n- b", {"type": "list", "ordered": False, "items": [[paragraph(text("a"))], [paragraph(text("b"))]]}),
        ("3. a", {"type": "list", "ordered": True, "start": 3, "items": [[paragraph(text("a"))]]}),
        ("> a", {"type": "quote", "blocks": [paragraph(text("a"))]}),
        ("```\na\n```", {"type": "code", "text": "a"}),
        ("    a", {"type": "code", "text": "a"}),
        ("***", {"type": "rule"}),
        (
            "|a|b|\n|-|-|\n|c|*d*|",
            {
                "type": "table",
                "head": [[text("a")], [text("b")]],
                "rows": [[[text("c")], [{"type": "em", "spans": [text("d")]}]]],
            },
        ),
        ("![a wave](media/wave.png)", {"type": "image", "src": "evenings/wave.png", "alt": "a wave"}),
    ],
)
def test_each_piece_of_markdown_becomes_its_block(written: str, drawn: dict[str, Any]) -> None:
    assert blocks(written) == [drawn]


def test_a_picture_in_the_middle_of_a_paragraph_divides_it() -> None:
    kinds = [block["type"] for block in blocks("Look\n![a wave](media/a.png)\nand breathe.")]

    assert kinds == ["paragraph", "image", "paragraph"]


def test_lists_may_hold_lists() -> None:
    assert words(blocks("- a\n  - b\n- c")) == "a|b|c"


@pytest.mark.parametrize("html", ["<b>now</b>", "<div>\nnow\n</div>", "<script>alert(1)</script>", "a <br> b"])
def test_html_is_left_out_and_its_author_is_told(html: str) -> None:
    body = f"## Arrive\n\nHello.\n\n{html}\n"

    assert "<" not in str(module(body).steps[0].everyone)
    assert any("HTML is not shown" in line for line in told(body))


def test_a_comment_in_html_is_the_author_s_own_affair() -> None:
    body = "## Arrive\n\nHello.<!-- ask Ana about this -->\n\n<!-- not\nfor all -->\n"

    assert words(module(body).steps[0].everyone) == "Hello."
    assert told(body) == []


@pytest.mark.parametrize("text", ["# Big", "- a\n\n  ## In a list", "> ## In a quote"])
def test_only_a_step_may_have_a_large_heading(text: str) -> None:
    assert any("cannot stand here" in line for line in told(f"## Arrive\n\n{text}\n"))


def test_dashes_that_turn_a_paragraph_into_a_heading_are_pointed_out() -> None:
    assert any(line.startswith("3:1: The dashes below") for line in told("## Arrive\n\nA text\n---\n"))
