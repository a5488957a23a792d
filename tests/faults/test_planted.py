"""A planted bug takes the place of what it breaks: were it called otherwise than that, it would only be a crash."""

import inspect
import sys
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

import pytest

from tests.faults import points
from tests.faults.planted import BUGS

Places = dict[tuple[object, str], Callable[..., Any]]


def places() -> Places:
    """Every function of the product by where it stands: in its module, in those that import it, in its class."""
    modules = [module for name, module in sys.modules.items() if name.startswith("facilitator") and module is not None]
    classes = {each for module in modules for each in vars(module).values() if inspect.isclass(each)}
    owners = [*modules, *(each for each in classes if each.__module__.startswith("facilitator"))]
    return {
        (owner, name): value
        for owner in owners
        for name, value in vars(owner).items()
        if isinstance(value, FunctionType)
    }


@pytest.fixture
def before() -> Iterator[Places]:
    there = places()
    yield there
    for (owner, name), original in there.items():
        if vars(owner).get(name) is not original:
            setattr(owner, name, original)


def as_it_is_called(function: Callable[..., Any]) -> tuple[list[object], dict[str, object]]:
    wanted = inspect.signature(function).parameters.values()
    named = {each.name: None for each in wanted if each.kind is each.KEYWORD_ONLY and each.default is each.empty}
    return [None for each in wanted if each.kind in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD)], named


@pytest.mark.parametrize("bug", BUGS)
def test_a_planted_bug_can_be_called_like_what_it_stands_for(before: Places, bug: str) -> None:
    assert points.STEPS
    BUGS[bug]()
    planted = {place: now for place, now in places().items() if now is not before.get(place)}

    assert planted
    for place, now in planted.items():
        positional, named = as_it_is_called(before[place])
        inspect.signature(now).bind(*positional, **named)
