"""Finds the kinds of activity by looking in this folder; nobody lists them. Knows no kind by name."""

import difflib
import importlib
import pkgutil
from functools import cache

import facilitator.activities as folder
from facilitator.activities.activity import ActivityKind
from facilitator.errors import Refused

_SUPPORT = {"activity", "kinds"}
_further_folders: list[str] = []


def look_also_in(package: str) -> None:
    """Find kinds in this package too: the tests keep kinds of their own there."""
    if package not in _further_folders:
        _further_folders.append(package)
        all_kinds.cache_clear()


@cache
def all_kinds() -> dict[str, ActivityKind]:
    """Every kind, by its name, in the order of the alphabet."""
    found: dict[str, ActivityKind] = {}
    packages = [folder, *(importlib.import_module(name) for name in _further_folders)]
    for package in packages:
        for entry in pkgutil.iter_modules(package.__path__):
            if entry.name not in _SUPPORT:
                found.update(_kinds_in(f"{package.__name__}.{entry.name}"))
    return dict(sorted(found.items()))


def _kinds_in(module_name: str) -> dict[str, ActivityKind]:
    module = importlib.import_module(module_name)
    return {
        thing.kind: thing()
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, ActivityKind) and thing.__module__ == module_name
        # What several kinds share has no name of its own.
        if hasattr(thing, "kind")
    }


def find(kind: str) -> ActivityKind:
    """The kind of this name. Raises `Refused("unknown_kind", …)`, which names the nearest."""
    try:
        return all_kinds()[kind]
    except KeyError:
        near = difflib.get_close_matches(kind, all_kinds(), n=1)
        hint = f' Did you mean "{near[0]}"?' if near else ""
        known = ", ".join(all_kinds())
        raise Refused("unknown_kind", f'There is no activity kind "{kind}". The kinds are: {known}.{hint}') from None
