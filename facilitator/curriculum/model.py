"""What is written in `curricula/`, as facts: a curriculum holds modules, a module holds steps. Pure and frozen.

Blocks and spans are plain JSON-ready dicts (see `Block`, `Span`), because views carry them as they are.
"""

from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal, NotRequired, TypedDict

from facilitator.activities import kinds

Discipline = Literal["education", "music", "art", "process", "recreation"]
DISCIPLINES: tuple[Discipline, ...] = ("education", "music", "art", "process", "recreation")


class Span(TypedDict):
    """A run of text inside a block. `link` opens outside the live page; `break` has an empty text."""

    type: Literal["text", "strong", "em", "code", "link", "break"]
    text: NotRequired[str]
    spans: NotRequired[list["Span"]]
    href: NotRequired[str]


class Block(TypedDict):
    """One block of text, a closed set: nothing else is ever drawn.

    paragraph/heading: `spans` (heading: `level` 3–6). list: `ordered`, `start`, `items` (each a list of blocks).
    quote: `blocks`. code: `text`. table: `head` (cells of spans), `rows`. image: `src` (`<curriculum>/<file>`
    of its `media/`), `alt`. rule: nothing.
    """

    type: Literal["paragraph", "heading", "list", "quote", "code", "table", "image", "rule"]
    spans: NotRequired[list[Span]]
    level: NotRequired[int]
    ordered: NotRequired[bool]
    start: NotRequired[int]
    items: NotRequired[list[list["Block"]]]
    blocks: NotRequired[list["Block"]]
    text: NotRequired[str]
    head: NotRequired[list[list[Span]]]
    rows: NotRequired[list[list[list[Span]]]]
    src: NotRequired[str]
    alt: NotRequired[str]


@dataclass(frozen=True)
class ActivitySpec:
    """An activity as a module asks for it. `settings` were loaded by the kind's schema."""

    kind: str
    settings: dict[str, Any]

    @property
    def promise(self) -> str | None:
        return self.settings.get("promise")

    def worded(self, language: str) -> "ActivitySpec":
        """With the kind's own words in this language wherever its author wrote none."""
        return ActivitySpec(self.kind, kinds.find(self.kind).worded(self.settings, language))


@dataclass(frozen=True)
class Step:
    """One step. `minutes` is what the author gave or the share of what was left (a float, minutes)."""

    key: str
    """`{#id}` of the heading, else its position as `s1`, `s2`…; the same in every language."""
    title: str
    minutes: float
    everyone: list[Block] = field(default_factory=list)
    """Text for phones and the room screen."""
    notes: list[Block] = field(default_factory=list)
    """For the facilitator only."""
    display: list[Block] = field(default_factory=list)
    """For the room screen only, after `everyone`."""
    phone: list[Block] = field(default_factory=list)
    """For phones only, after `everyone`."""
    activity: ActivitySpec | None = None

    def worded(self, language: str) -> "Step":
        return self if self.activity is None else replace(self, activity=self.activity.worded(language))


@dataclass(frozen=True)
class Module:
    """One module in one language."""

    curriculum: str
    slug: str
    """The file's name without language and ending: `02-riding-out-an-urge`."""
    language: str
    title: str
    discipline: Discipline
    minutes: int
    topics: list[str]
    objectives: list[str]
    summary: str
    preparation: list[Block]
    steps: list[Step]
    content_hash: str
    """SHA-256 (hex) of the file's bytes."""

    @property
    def ref(self) -> str:
        """`iop-foundations/02-riding-out-an-urge`: how an agenda names a module, in whatever language."""
        return f"{self.curriculum}/{self.slug}"

    def to_json(self) -> dict[str, Any]:
        """A plain dict, to pin the module in a live session."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Module":
        """The module that `to_json` wrote down; an earlier version of the house may have written fewer words."""
        steps = [
            Step(**{**s, "activity": ActivitySpec(**s["activity"]) if s["activity"] else None}).worded(data["language"])
            for s in data["steps"]
        ]
        return cls(**{**data, "steps": steps})


@dataclass(frozen=True)
class Curriculum:
    """A folder of modules, in the order of the track. `modules` maps ref → language → module."""

    slug: str
    title: str
    language: str
    introduction: list[Block]
    order: list[str]
    """The refs of all its modules: those that `curriculum.md` orders, then the others by name."""
    modules: dict[str, dict[str, Module]]
    length: str = ""
    """How long the track takes, in the author's words."""
    agreement: dict[str, "Document"] = field(default_factory=dict)
    """What people accept who come to this track, by language; empty where the programme's own agreement holds."""


@dataclass(frozen=True)
class Document:
    """A plain Markdown text of the programme: the group agreement, the concern script."""

    title: str
    language: str
    version: str
    blocks: list[Block]
