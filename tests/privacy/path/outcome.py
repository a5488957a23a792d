"""What came of one property: its figures, and whatever was wrong."""

from dataclasses import dataclass, field


@dataclass
class Outcome:
    """`figures` are for people: what was tried, and how far from chance. No `wrong`: the property holds."""

    name: str
    seed: int
    figures: dict[str, object] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.wrong
