"""Which words of a step the people in the group see. Pure."""

from collections.abc import Iterable, Iterator
from typing import Any

from facilitator.curriculum.model import Block, Document, Span, Step

CHOICES = ("promise", "type", "choose", "key", "asks", "compare_as", "as", "right", "board", "sound", "file")
"""Settings whose text is a choice for the program, not words for people."""


def seen_by_the_group(step: Step) -> list[str]:
    """The title, the texts for phones and the room, and what the activity asks: one string for each paragraph."""
    texts = [text for blocks in (step.everyone, step.display, step.phone) for text in _paragraphs(blocks)]
    asked = list(_in_settings(step.activity.settings)) if step.activity else []
    return [step.title, *texts, *asked]


def in_words(document: Document) -> str:
    """A text of the programme in plain words, to stand beside a question."""
    return " ".join(text for text in _paragraphs(document.blocks) if text)


def plain_text(spans: Iterable[Span]) -> str:
    """The words of spans, without their looks."""
    return "".join(" " if s["type"] == "break" else s.get("text", "") + plain_text(s.get("spans", [])) for s in spans)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield plain_text(block.get("spans", []))
        yield from _paragraphs(block.get("blocks", []))
        for item in block.get("items", []):
            yield from _paragraphs(item)
        for row in [block.get("head", []), *block.get("rows", [])]:
            for cell in row:
                yield plain_text(cell)


def _in_settings(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, str) and name not in CHOICES:
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _in_settings(inner, str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _in_settings(inner, name)
