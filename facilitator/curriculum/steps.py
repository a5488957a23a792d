"""The body of a module → its preparation and its steps, each with its name, its minutes and at most one activity."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from markdown_it.tree import SyntaxTreeNode

from facilitator.curriculum import before_and_after
from facilitator.curriculum.activity_block import read_activity
from facilitator.curriculum.blocks import BlockReader, Texts
from facilitator.curriculum.markdown import parse
from facilitator.curriculum.media import Files
from facilitator.curriculum.model import ActivitySpec, Block, Step
from facilitator.curriculum.problems import Page, did_you_mean, shown
from facilitator.curriculum.wording import plain_text

MOST_STEPS = 100
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_POSITION = re.compile(r"s[0-9]+")
_NUMBER = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")


@dataclass
class Body:
    """What stands below the front matter. `lines` tells where each step begins, by its key."""

    preparation: list[Block]
    steps: list[Step]
    lines: dict[str, int]


@dataclass
class _Draft:
    """A step while it is read."""

    line: int
    title: str
    key: str
    minutes: float | None
    ratings: list[str] = field(default_factory=list)
    """What is asked before and after it."""
    nodes: list[SyntaxTreeNode] = field(default_factory=list)


def read_body(page: Page, first_line: int, minutes: int | None, files: Files | None, language: str) -> Body:
    """The steps from `first_line` on. `minutes` are the whole module's, None if they could not be read."""
    nodes = parse(page, first_line).children
    preparation, drafts = _divided(nodes, page)
    texts = Texts.for_facilitator()
    BlockReader(page, texts, files).read(preparation)
    if not drafts:
        page.error(len(page.lines), 1, "This module has no step yet.", 'A step begins with a line such as "## Arrive".')
    if len(drafts) > MOST_STEPS:
        page.error(
            drafts[MOST_STEPS].line,
            1,
            f"This module has {len(drafts)} steps; at most {MOST_STEPS} can be used.",
            "Split it into several modules.",
        )
        drafts = drafts[:MOST_STEPS]
    _no_name_twice(drafts, page)
    shares = _shares(drafts, minutes, page)
    body = Body(texts.everyone, [], {})
    for draft, share in zip(drafts, shares, strict=True):
        _room_for_ratings(draft, share, page)
        steps = before_and_after.around(_step(draft, share, page, files), draft.ratings, language)
        body.steps.extend(steps)
        body.lines.update((step.key, draft.line) for step in steps)
    return body


def _divided(nodes: Iterable[SyntaxTreeNode], page: Page) -> tuple[list[SyntaxTreeNode], list[_Draft]]:
    preparation: list[SyntaxTreeNode] = []
    drafts: list[_Draft] = []
    for node in nodes:
        if node.type == "heading" and node.tag == "h2":
            drafts.append(_draft(node, len(drafts) + 1, page))
        else:
            (drafts[-1].nodes if drafts else preparation).append(node)
    return preparation, drafts


def _draft(node: SyntaxTreeNode, position: int, page: Page) -> _Draft:
    line = node.map[0] + 1 if node.map else 1
    title = plain_text(BlockReader(page, Texts()).words_of(node)).strip()
    if node.markup.startswith("-"):
        page.error(
            line,
            1,
            "The dashes below this line make it the heading of a step.",
            'For a step write "## " before it; for a line across the page leave an empty line above the dashes.',
        )
    elif not title:
        page.error(line, 1, "This step has no title.", 'Write it after the ##: "## Arrive".')
    draft = _Draft(line, title, f"s{position}", None)
    if "braces" in node.meta:
        _read_braces(str(node.meta["braces"]), draft, position, page)
    return draft


def _read_braces(braces: str, draft: _Draft, position: int, page: Page) -> None:
    start = page.column_of("{", draft.line)
    for part in braces.replace(",", " ").split():
        column = page.column_of(part, draft.line, start)
        name, equals, value = part.partition("=")
        if part.startswith("#"):
            _read_name(part[1:], draft, position, page, column)
        elif name == "minutes" and equals:
            _read_minutes(value.strip("\"'"), draft, page, column)
        elif name == "before_after" and equals:
            _read_ratings(value.strip("\"'"), draft, page, column)
        else:
            hint = did_you_mean(name.rstrip(":"), ["minutes"]) and 'Did you mean "minutes=5"?'
            hint = hint or did_you_mean(part, [f"before_after={rating}" for rating in before_and_after.RATINGS])
            page.error(
                draft.line,
                column,
                f'"{shown(part)}" has no meaning after a heading.',
                hint or "Write {minutes=5} or {minutes=5 #name}.",
            )


def _read_name(name: str, draft: _Draft, position: int, page: Page, column: int) -> None:
    if not _NAME.fullmatch(name):
        page.error(
            draft.line,
            column,
            f'The name "#{shown(name)}" must be small letters, digits and dashes.',
            'Write it like "#the-wave".',
        )
    elif _POSITION.fullmatch(name) and name != f"s{position}":
        page.error(
            draft.line,
            column,
            f'The name "#{name}" is what another step is called by its place.',
            'Choose a word, such as "#the-wave".',
        )
    else:
        draft.key = name


def _read_minutes(value: str, draft: _Draft, page: Page, column: int) -> None:
    if _NUMBER.fullmatch(value) and float(value) > 0:
        draft.minutes = float(value)
    else:
        page.error(
            draft.line,
            column,
            f'The minutes of a step must be a number above 0; found "{shown(value)}".',
            "Write {minutes=5}.",
        )


def _read_ratings(value: str, draft: _Draft, page: Page, column: int) -> None:
    ratings = before_and_after.ratings_in(value)
    if ratings is None:
        page.error(
            draft.line,
            column,
            f'"{shown(value)}" cannot be asked before and after a step.',
            "Write {before_after=craving}, {before_after=mood} or {before_after=craving+mood}.",
        )
    draft.ratings = ratings or []


def _room_for_ratings(draft: _Draft, minutes: float, page: Page) -> None:
    needed = before_and_after.takes(draft.ratings)
    if draft.ratings and minutes <= needed:
        page.error(
            draft.line,
            1,
            f"The ratings before and after this step take {needed} of its {minutes:g} minutes.",
            "Give the step more minutes; each rating takes one.",
        )


def _no_name_twice(drafts: list[_Draft], page: Page) -> None:
    seen: dict[str, int] = {}
    for draft in drafts:
        if draft.key in seen:
            column = page.column_of(f"#{draft.key}", draft.line)
            page.error(
                draft.line,
                column,
                f'Two steps have the name "#{draft.key}"; the first is on line {seen[draft.key]}.',
                "Give one of them another name.",
            )
        seen.setdefault(draft.key, draft.line)


def _shares(drafts: list[_Draft], whole: int | None, page: Page) -> list[float]:
    """The minutes of each step: its own, or an equal share of what the others leave."""
    given = sum(draft.minutes for draft in drafts if draft.minutes is not None)
    without = [draft for draft in drafts if draft.minutes is None]
    if whole is None or not drafts:
        return [draft.minutes or 1.0 for draft in drafts]
    left = whole - given
    if without and left <= 0:
        page.warn(
            without[0].line,
            1,
            f"No minutes are left for this step: the others take {given:g} of {whole}.",
            "Change the minutes of a step or of the module.",
        )
    elif not without and left:
        page.warn(
            drafts[-1].line,
            1,
            f"The steps take {given:g} minutes together; the module says {whole}.",
            "Change the minutes of a step or of the module.",
        )
    share = left / len(without) if without and left > 0 else 1.0
    return [draft.minutes if draft.minutes is not None else share for draft in drafts]


def _step(draft: _Draft, minutes: float, page: Page, files: Files | None) -> Step:
    texts = Texts()
    BlockReader(page, texts, files).read(draft.nodes)
    return Step(
        draft.key,
        draft.title,
        minutes,
        texts.everyone,
        texts.notes or [],
        texts.display or [],
        texts.phone or [],
        _activity(texts.activities or [], page, files),
    )


def _activity(nodes: list[SyntaxTreeNode], page: Page, files: Files | None) -> ActivitySpec | None:
    for further in nodes[1:]:
        line = further.map[0] + 1 if further.map else 1
        page.error(line, 1, "This step has an activity already.", 'Begin a new step for this one, with a "##" heading.')
    specs = [read_activity(node, page, files) for node in nodes]
    return specs[0] if specs else None
