"""docs/adding-an-activity.md is followed to the letter: the kind it adds works, with no edit to any other file."""

import json
import re
from pathlib import Path

import pytest

from facilitator.activities import kinds
from facilitator.errors import Refused

GUIDE = Path(__file__).parents[2] / "docs" / "adding-an-activity.md"


def written(language: str) -> str:
    """The first block of code in this language."""
    block = re.search(rf"^```{language}\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert block
    return block.group(1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kinds_of_the_tests: None) -> str:
    """A folder of kinds with what the guide says to write."""
    package = tmp_path / "kinds_of_the_guide"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "traffic_light.py").write_text(written("python"), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return package.name


def test_the_kind_of_the_guide_does_what_its_examples_say(folder: str) -> None:
    kinds.look_also_in(folder)
    kind = kinds.find("traffic_light")
    for example in json.loads(written("json")):
        assert kind.Settings().load(example["settings"]) == example["settings"]
        answers = [kind.check(example["settings"], answer) for answer in example["answers"]]
        assert kind.tally(example["settings"], answers) == example["tally"]
        for raw in example["refuses"]:
            with pytest.raises(Refused):
                kind.check(example["settings"], raw)


def test_every_part_of_the_contract_is_explained() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    parts = [name for name in vars(kinds.ActivityKind) if not name.startswith("_")]

    assert [part for part in parts if f"`{part}" not in guide] == []
