"""The walls of the house and the small sizes it keeps. Each check is shown to fail on a planted fault.

Where this differs from the first plan, and why:
* `conducting` is a room of its own; it holds the conductor, answering, and what makes live rooms.
* `storage` is reached from `conducting`, `people`, `records`, `web` and, for jottings and authority, from `realtime`.
* `records` draws a day from a room as `conducting` remembers it, so that both read the store in the same way.
* `server` knows the one class of `realtime` that it flushes; `generating` reads the registry of messages.
* A room may hold files that touch the world where its name for them says so: `curriculum/library.py` opens files,
  `privacy/staging.py`, `shelf.py` and `tmpfs.py` keep them in memory, and `sealing.py` holds a staging.
* The functions of a migration are lists of columns, and never change: their length is not looked at.
* A file's length is counted in lines that hold something: the blank lines between small things are what makes it airy.
"""

import ast
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

Sources = dict[str, str]
"""Path below the root → what stands in the file."""
Check = Callable[[Sources], list[str]]

MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "places": set(),
    "_boot": set(),
    "activities": {"errors"},
    "curriculum": {"activities", "errors"},
    "live_session": {"activities", "curriculum", "errors"},
    "privacy": {"activities", "errors"},
    "storage": {"curriculum", "errors", "live_session"},
    "people": {"errors", "storage"},
    "conducting": {"activities", "curriculum", "errors", "live_session", "people", "privacy", "storage"},
    "records": {"activities", "conducting", "curriculum", "errors", "live_session", "people", "storage"},
    "config_fields": {"errors"},
    "config": {"config_fields", "errors"},
    "house": {"conducting", "config", "curriculum", "people", "server", "storage"},
    "operating": {"config", "errors", "privacy", "storage"},
    "server": {"_boot", "config", "errors", "house", "realtime", "storage"},
    "realtime": {"conducting", "config", "errors", "house", "live_session", "people", "storage"},
    "web": {
        *("activities", "conducting", "config", "curriculum", "errors", "house", "live_session", "people", "places"),
        *("records", "storage"),
    },
    "generating": {"activities", "config", "curriculum", "live_session", "realtime"},
    "generate": {"generating"},
}
"""Room → the rooms that it may know. Those that put the others together (`app`, the command line) may know all."""
AT_THE_TOP = {
    "__main__",
    "app",
    "cli",
    "cli_check",
    "cli_operating",
    "cli_people",
    "cli_record",
    "demo",
    "running_server",
    "saying_why",
}

PURE = ("activities", "curriculum", "live_session", "privacy")
TOUCHES_THE_WORLD = {f"facilitator/privacy/{name}.py" for name in ("sealing", "shelf", "staging", "tmpfs")} | {
    "facilitator/curriculum/library.py"
}
MAY_BORROW = {
    "activities": {"marshmallow"},
    "curriculum": {"markdown_it", "marshmallow", "mdit_py_plugins", "ruamel"},
    "live_session": set(),
    "privacy": {"cryptography"},
}
THE_WORLD = {
    *("asyncio", "builtins", "datetime", "glob", "io", "logging", "multiprocessing", "os", "pathlib", "secrets"),
    *("select", "shutil", "signal", "socket", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "time"),
    *("urllib", "uuid", "zoneinfo"),
}
MOST_LINES, LONGEST_FUNCTION = 300, 40


def the_code() -> Sources:
    return {path.relative_to(ROOT).as_posix(): path.read_text() for path in (ROOT / "facilitator").rglob("*.py")}


def with_trees(sources: Sources) -> Iterator[tuple[str, str, ast.Module]]:
    """(path, room, tree) of each file."""
    for path, source in sources.items():
        part = path.removeprefix("facilitator/").split("/")[0]
        yield path, part.removesuffix(".py"), ast.parse(source)


def imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """(module, name) of everything that a file imports, wherever in it; the name is empty for `import module`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield from (("." * node.level + (node.module or ""), alias.name) for alias in node.names)


def called(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", ""), node


# --- checks over sources ------------------------------------------------------------------------------------


def walls(sources: Sources) -> list[str]:
    """Rooms that know a room which they should not."""
    broken = []
    for path, room, tree in with_trees(sources):
        for module, name in imported(tree):
            if module.startswith("."):
                broken.append(f"{path} imports {module}{name} by a relative path")
            elif module.split(".")[0] == "facilitator":
                known = (*module.split("."), name)[1]
                if known and known != room and room not in AT_THE_TOP and known not in MAY_IMPORT.get(room, set()):
                    broken.append(f"{path} knows {known}")
    return broken


def purity(sources: Sources) -> list[str]:
    """Pure rooms that ask for a clock, chance, a file, or a library that they have no business with."""
    broken = []
    for path, room, tree in with_trees(sources):
        if room not in PURE or path in TOUCHES_THE_WORLD:
            continue
        for module, name in imported(tree):
            top = module.split(".")[0]
            if module == "urllib.parse" or name == "PurePosixPath":
                continue
            if top in THE_WORLD or (top == "random" and name != "Random"):
                broken.append(f"{path} imports {module} {name}".strip())
            elif top not in sys.stdlib_module_names and top not in {"facilitator", *MAY_BORROW[room]}:
                broken.append(f"{path} borrows {top}")
        plain = [call.func.id for _, call in called(tree) if isinstance(call.func, ast.Name)]
        broken += [f"{path} calls {name}" for name in plain if name in ("Random", "SystemRandom", "open")]
    return broken


def handed_on(call: ast.Call) -> bool:
    """`super().emit(…)`: the wire that carries what somebody else said."""
    return isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "super()"


def emits(sources: Sources) -> list[str]:
    """Emits to anyone but the caller, outside the one file that may."""
    return [
        f"{path}:{call.lineno}"
        for path, room, tree in with_trees(sources)
        for name, call in called(tree)
        if name == "emit" and room != "demo" and not handed_on(call) and path != "facilitator/realtime/broadcast.py"
        if not any(
            key.arg == "to" and isinstance(key.value, ast.Name) and key.value.id == "sid" for key in call.keywords
        )
    ]


def eventlet_is_named(sources: Sources) -> list[str]:
    return [
        path
        for path, room, tree in with_trees(sources)
        if room not in ("_boot", "server")
        if any(module.split(".")[0] in ("eventlet", "greenlet") for module, _ in imported(tree))
    ]


def full_inits(sources: Sources) -> list[str]:
    return [path for path, source in sources.items() if path.endswith("__init__.py") and source.strip()]


def long_files(sources: Sources) -> list[str]:
    lengths = {path: sum(bool(line.strip()) for line in source.splitlines()) for path, source in sources.items()}
    return [f"{path}: {length} lines" for path, length in lengths.items() if length > MOST_LINES]


def long_functions(sources: Sources) -> list[str]:
    return [
        f"{path}:{node.lineno} {node.name}"
        for path, _, tree in with_trees(sources)
        if "/migrations/versions/" not in path
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]


def unsaid(sources: Sources) -> list[str]:
    """Files that do not open by saying what they are for."""
    return [
        path
        for path, _, tree in with_trees(sources)
        if not path.endswith("__init__.py") and not ast.get_docstring(tree)
    ]


CHECKS: list[Check] = [walls, purity, emits, eventlet_is_named, full_inits, long_files, long_functions, unsaid]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_house_is_as_it_says(check: Check) -> None:
    assert check(the_code()) == []


def test_our_tests_are_small_files_too() -> None:
    tests = {path.relative_to(ROOT).as_posix(): path.read_text() for path in (ROOT / "tests").rglob("*.py")}

    assert long_files(tests) == []


IN = "facilitator/live_session/planted.py"
PLANTED: list[tuple[Check, str, str]] = [
    (walls, IN, "from facilitator.storage import event_log"),
    (walls, IN, "import facilitator.conducting.conductor"),
    (walls, IN, "from facilitator import storage"),
    (walls, IN, "from ..storage import event_log"),
    (walls, IN, "def late():\n    from facilitator.web import home"),
    (walls, "facilitator/activities/planted.py", "from facilitator.live_session import events"),
    (walls, "facilitator/storage/planted.py", "from facilitator.conducting import conductor"),
    (walls, "facilitator/people/planted.py", "from facilitator.web import here"),
    (walls, "facilitator/cellar/planted.py", "from facilitator.errors import Refused"),
    (purity, IN, "import time"),
    (purity, IN, "from datetime import datetime"),
    (purity, IN, "import random"),
    (purity, IN, "from random import SystemRandom"),
    (purity, IN, "from random import Random\nchance = Random()"),
    (purity, IN, "import flask"),
    (purity, IN, "from sqlalchemy import Connection"),
    (purity, IN, "def read():\n    return open('notes')"),
    (purity, "facilitator/curriculum/planted.py", "import socketio"),
    (purity, "facilitator/privacy/planted.py", "import os"),
    (purity, "facilitator/activities/planted.py", "import threading"),
    (emits, "facilitator/realtime/planted.py", "sio.emit('view', {})"),
    (emits, "facilitator/realtime/planted.py", "sio.emit('view', {}, to=room)"),
    (emits, "facilitator/web/planted.py", "emit('view', {}, broadcast=True)"),
    (eventlet_is_named, "facilitator/conducting/planted.py", "import eventlet"),
    (eventlet_is_named, "facilitator/conducting/planted.py", "from eventlet.green import time"),
    (full_inits, "facilitator/web/__init__.py", "from facilitator.web import home"),
    (long_files, IN, "x = 1\n" * 301),
    (long_functions, IN, "def long():\n" + "    x = 1\n" * 40),
    (unsaid, IN, "x = 1"),
]


@pytest.mark.parametrize(("check", "path", "fault"), PLANTED, ids=lambda it: getattr(it, "__name__", None))
def test_a_planted_fault_is_seen(check: Check, path: str, fault: str) -> None:
    assert check({path: fault})
