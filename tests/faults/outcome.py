"""What came of one fault run."""

from collections import Counter
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from tests.faults.checker import Wrong
from tests.faults.group import Group

OUTPUT = Path(__file__).parent.parent.parent / "test-output" / "faults"


@dataclass
class Outcome:
    """One row of the table. `seconds`: how long each return took."""

    run: str
    seed: int
    fault: str
    goal: str = ""
    measured: str = ""
    wrong: list[Wrong] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    places: set[str] = field(default_factory=set)
    seconds: list[float] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    took: float = 0.0

    def judge(self, group: Group) -> None:
        """Ask the checker; keep the history of a run in which something is wrong."""
        self.counts["acknowledged"] += sum(1 for _ in group.history.all("done"))
        wrong = group.judged()
        for each in wrong:
            group.history.note("checker", "wrong", judgement=each.judgement, found=each.what)
        if wrong:
            group.history.keep(OUTPUT / f"{self.run}-{self.seed}-{group.live_session[:6]}.jsonl")
        self.wrong += wrong

    def as_json(self) -> dict[str, Any]:
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        return {**told, "places": sorted(self.places), "wrong": [str(each) for each in self.wrong]}
