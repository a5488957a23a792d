"""What must hold in the documents. Each check is given pages and says what is wrong with them, line by line."""

import ast
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from click import Command, Group
from flask import Flask
from werkzeug.exceptions import HTTPException

from facilitator.cli import cli
from facilitator.config import describe
from facilitator.web.together import put_together
from tests.documents.reading import GENERATED, ROOT, Page

# What a run makes; not there in a fresh clone.
MADE_LATER = (
    *(".venv", "node_modules", "static/dist", "static/generated", "dist/", "test-output", "./var", "keys/"),
    *("facilitator.lock", "bench/results.json", "bench/results.svg"),
)
# What the guides have their readers make.
OF_THE_READER = ("traffic_light", "tuesday-evenings")
_BESIDE = (ROOT, ROOT / "facilitator", ROOT / "static")
_FILE = re.compile(r"[\w.<>*\-]+(?:/[\w.<>*\-]*)+|[\w\-]+\.(?:py|tsx?|css|mjs)")
_ENDS_AS_FILE = re.compile(r"\.(?:py|tsx?|css|mjs|json|html|md|toml|lock)$")
_SHORT = re.compile(r"\b(?:Dr|Mr|Ms|e\.g|i\.e)\.")
_SENTENCE_ENDS = re.compile(r"[.!?][\"”)]? +[\"“(]?[A-ZÁÉÍÓÚ0-9]|[.!?][\"”)]? +code\b")
_FUNCTION = re.compile(r"(\w+)\(\)")
_TYPE = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)*")
_OTHERS_OWN = {"DEMO", "ARGS", "NO_BROWSER", "PYTHON", "ONLY", "FULL", "ROUNDS", "FAULTS", "FACILITATOR_EVENINGS"}
"""What the Makefile and the tests read from the environment besides the settings."""


def wrong_paths(pages: Iterable[Page]) -> list[str]:
    """Files and folders that are named and not there; addresses of pages that the server does not have."""
    return [
        f"{page.path}:{number}: there is no {code}"
        for page in pages
        for number, code in page.code()
        if not (_is_page(code) if code.startswith("/") else _is_there(code, page))
    ]


def _is_there(code: str, page: Page) -> bool:
    if not _FILE.fullmatch(code) or code.startswith(MADE_LATER) or any(name in code for name in OF_THE_READER):
        return True
    if "/" not in code:
        return any(next(beside.rglob(code), None) is not None for beside in (ROOT / "facilitator", ROOT / "static"))
    known = any((beside / code.split("/", maxsplit=1)[0]).exists() for beside in _BESIDE)
    if not known and not _ENDS_AS_FILE.search(code):
        return True
    pattern = re.sub(r"<\w+>", "*", code).rstrip("/")
    return any(next(beside.glob(pattern), None) is not None for beside in (*_BESIDE, page.folder))


@cache
def _pages_of_the_server() -> Flask:
    app = Flask("documents", static_folder=None)
    put_together(app)
    return app


def _is_page(code: str) -> bool:
    # Sockets' namespaces are spelled like pages; folders of the machine are none of ours.
    if code in ("/facilitator", "/participant", "/display") or Path(code).parts[1:2] in [("dev",), ("etc",), ("opt",)]:
        return True
    try:
        _pages_of_the_server().url_map.bind("here").match(code)
    except HTTPException:
        return False
    return True


def wrong_links(pages: Iterable[Page]) -> list[str]:
    """Links between documents that lead nowhere. Links to the world outside are not followed."""
    known = {page.path: page for page in pages}
    return [
        f"{page.path}:{number}: {target} leads nowhere"
        for page in known.values()
        for number, target in page.links()
        if not target.startswith(("https:", "http:", "mailto:")) and not _leads_somewhere(page, target, known)
    ]


def _leads_somewhere(page: Page, target: str, known: dict[str, Page]) -> bool:
    path, _, anchor = target.partition("#")
    place = Path(os.path.normpath(page.folder / path)) if path else ROOT / page.path
    if not place.is_relative_to(ROOT):
        return False
    found = known.get(place.relative_to(ROOT).as_posix())
    if found is None:
        return not anchor and place.exists()
    return not anchor or anchor in found.anchors()


def wrong_commands(pages: Iterable[Page]) -> list[str]:
    """Targets of make, commands and options of `facilitator`, and variables that do not exist."""
    return [
        f"{page.path}: {problem}"
        for page in pages
        for line in (*(code for _, code in page.code()), *page.fenced())
        for problem in (*_make(line), *_facilitator(line), *_variables(line))
    ]


def targets() -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def _make(line: str) -> Iterator[str]:
    for target in re.findall(r"^(?:[A-Z_]+=\S+ )*make ([a-z][a-z-]*)", line):
        if target not in targets():
            yield f"make has no target {target}"


def _facilitator(line: str) -> Iterator[str]:
    for name, rest in re.findall(r"^(?:\S+=\S+ )*(?:\S*bin/)?facilitator ([a-z][a-z-]*)(.*)", line):
        command = cli.commands.get(name)
        if command is None:
            yield f"facilitator has no command {name}"
            continue
        yield from (f"facilitator {name} has no {option}" for option in _options(rest) - _known(command))
    if re.fullmatch(r"--[a-z][a-z-]*", line) and line not in _known(cli):
        yield f"facilitator has no {line}"


def _options(line: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])(--[a-z][a-z-]*)", line))


def _known(command: Command) -> set[str]:
    known = {option for each in command.params for option in each.opts}
    below = command.commands.values() if isinstance(command, Group) else ()
    return known.union({"--help"}, *(_known(each) for each in below))


def _of_make() -> set[str]:
    """What can be said to `make` on its command line."""
    return set(re.findall(r"\$\((?:filter-out 0,\$\()?([A-Z]+)\)", (ROOT / "Makefile").read_text()))


def _variables(line: str) -> Iterator[str]:
    known = {setting.variable for setting in describe()} | _OTHERS_OWN | _of_make()
    for name in re.findall(r"\bFACILITATOR_[A-Z0-9_]+|\b[A-Z]{2,}(?==\S)", line):
        if name not in known and not line.startswith("Environment"):
            yield f"there is no setting {name}"


def crowded_lines(pages: Iterable[Page]) -> list[str]:
    """Lines with two sentences, and sentences over two lines."""
    found: list[str] = []
    for page in pages:
        if page.path in GENERATED:
            continue
        for number, words, goes_on in page.prose():
            bare = _SHORT.sub("Dr", words)
            if _SENTENCE_ENDS.search(bare):
                found.append(f"{page.path}:{number}: two sentences on one line")
            elif goes_on and not re.search(r"[.:!?][\"”)]*$", bare):
                found.append(f"{page.path}:{number}: a sentence goes on in the next line")
    return found


def wrong_names(page: Page) -> list[str]:
    """Functions that the file named beside them does not define, and classes that are nowhere."""
    found: list[str] = []
    for number, line in page.lines():
        source = ""
        for code in re.findall(r"`([^`]+)`", line):
            if "/" in code and (ROOT / code).is_file():
                source = (ROOT / code).read_text("utf-8")
                continue
            function = _FUNCTION.fullmatch(code)
            # A file may also be named after its function: *`x()` in `y.py`*.
            later = re.search(rf"`{re.escape(code)}` (?:in|of) `([^`]+)`", line)
            if function and not _defines((ROOT / later[1]).read_text("utf-8") if later else source, function[1]):
                found.append(f"{page.path}:{number}: {code} is not in its file")
            elif _TYPE.fullmatch(code) and code not in _types():
                found.append(f"{page.path}:{number}: there is no class {code}")
    return found


@cache
def _types() -> set[str]:
    sources = (path.read_text() for path in (ROOT / "facilitator").rglob("*.py"))
    return {name for source in sources for name in re.findall(r"^class (\w+)", source, re.MULTILINE)}


def _defines(source: str, name: str) -> bool:
    before = r"(?:def|function|const) +|^ +(?:private |async |readonly )*"
    return re.search(rf"(?:{before}){name}\b *(?:<.*>)?(?:\(| *= *\()", source, re.MULTILINE) is not None


def rows_under(page: Page, heading: str) -> set[str]:
    """The first cells of the tables below a heading, as written in code."""
    part = page.text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `([^`]+)`", part, re.MULTILINE))


def rooms(folder: Path) -> set[str]:
    """The folders that hold source; what a build or a run makes is none."""
    return {f"{each.name}/" for each in folder.iterdir() if each.is_dir() and _holds_source(each)}


def _holds_source(folder: Path) -> bool:
    if folder.name.startswith(".") or folder.name in _MADE:
        return False
    kinds = {".py", ".ts", ".tsx", ".css", ".json", ".html", ".md", ".mjs"}
    inside = (path for path in folder.rglob("*") if path.suffix in kinds and "__pycache__" not in path.parts)
    return any(path.stat().st_size for path in inside)


_MADE = ("__pycache__", "dist", "generated", "node_modules", "_bundled", "var", "test-output")


def top_level(folder: Path) -> set[str]:
    """The Python files of a folder that say something."""
    return {path.name for path in folder.glob("*.py") if ast.parse(path.read_text()).body}
