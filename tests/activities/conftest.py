"""The examples that Python and TypeScript share, and the kinds that exist only in the tests."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitator.activities import kinds
from facilitator.activities.activity import ActivityKind

EXAMPLES = Path(__file__).parent / "examples"

# Their files are named after their kinds, `test_pairs` and `test_canvas`, but hold no tests.
collect_ignore_glob = ["kinds_of_the_tests/*"]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `kind_name` runs for each kind; one that asks for `example` for each of their examples."""
    names = list(kinds.all_kinds())
    if "example" in metafunc.fixturenames:
        pairs = [(name, example) for name in names for example in _read(name)]
        metafunc.parametrize("kind_name,example", pairs, ids=[f"{name}: {example['says']}" for name, example in pairs])
    elif "kind_name" in metafunc.fixturenames:
        metafunc.parametrize("kind_name", names)


def _read(name: str) -> list[dict[str, Any]]:
    file = EXAMPLES / f"{name}.json"
    return list(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else []


@pytest.fixture
def kind(kind_name: str) -> ActivityKind:
    return kinds.find(kind_name)


@pytest.fixture
def envelope_bytes() -> int:
    """Room that a frame leaves for what the phone's page puts around an answer."""
    return 128


@pytest.fixture
def kinds_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """For this test the folder of kinds that live is looked into as well."""
    monkeypatch.setattr(kinds, "_further_folders", [])
    kinds.look_also_in("tests.activities.kinds_of_the_tests")
    yield
    kinds.all_kinds.cache_clear()
