"""Asks the public lists of known holes about every package that we stand on. Used by `make audit`; needs a network.

An answer counts only if the same list, asked in the same way, names the hole of a package that is known to have one.
Ends with 0 (no known hole), 1 (a hole was found) or 2 (not run: some list could not be asked, and that is no pass).
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import front_end
import locks

OSV = "https://api.osv.dev/v1/query"
NPM = "https://registry.npmjs.org/"
BAD_PYTHON = "jinja2==2.10"
BAD_NPM = ("minimist", "0.0.8")
_PATIENCE = 15
_UNREACHED = (
    "ConnectionError",
    "Timeout",
    "timed out",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ETIMEDOUT",
    "network",
)


class NotRun(Exception):
    """Why nothing is known."""


@dataclass(frozen=True, order=True)
class Hole:
    package: str
    what: str
    mend: str


@dataclass(frozen=True)
class Audit:
    """One list: `control` asks it about a package with a known hole, `ask` about ours."""

    title: str
    where: str
    control: Callable[[], list[Hole]]
    ask: Callable[[], list[Hole]]
    packages: list[locks.Locked]

    def holes(self) -> list[Hole]:
        """Raises `NotRun`."""
        if not self.control():
            raise NotRun("It did not know the hole of a package that has one, so its answers cannot be trusted.")
        return sorted(self.ask())


def python_audit(root: Path, osv: str) -> Audit:
    packages = locks.python_packages(root)

    def control() -> list[Hole]:
        with tempfile.TemporaryDirectory() as folder:
            bad = Path(folder) / "known-bad.txt"
            bad.write_text(f"{BAD_PYTHON}\n")
            return list(_python_holes(_pip_audit(bad, osv, "--no-deps"), {}))

    def ask() -> list[Hole]:
        told = _pip_audit(root / locks.TESTED, osv, "--require-hashes")
        missing = {one.name for one in packages if one.always} - {each["name"] for each in told}
        if missing:
            raise NotRun(f"It was not asked about {', '.join(sorted(missing))}.")
        return list(_python_holes(told, {one.name: one for one in packages}))

    return Audit("Python", osv, control, ask, packages)


def _pip_audit(file: Path, osv: str, how: str) -> list[dict[str, Any]]:
    asked = ["--strict", "--disable-pip", how, "--requirement", str(file), "--vulnerability-service", "osv"]
    quiet = ["--osv-url", osv, "--timeout", str(_PATIENCE), "--progress-spinner", "off", "--format", "json"]
    told = _json([sys.executable, "-m", "pip_audit", *asked, *quiet])
    if "dependencies" not in told:
        raise NotRun("pip-audit gave no list of packages.")
    return list(told["dependencies"])


def _python_holes(told: list[dict[str, Any]], ours: dict[str, locks.Locked]) -> Iterator[Hole]:
    for each in told:
        for hole in each.get("vulns", ()):
            mend = ", ".join(hole["fix_versions"])
            yield Hole(_shown(each["name"], each["version"], ours.get(each["name"])), hole["id"], mend)


def npm_audit(root: Path, registry: str) -> Audit:
    packages = locks.npm_packages(root)

    def control() -> list[Hole]:
        name, version = BAD_NPM
        with tempfile.TemporaryDirectory() as folder:
            bad: dict[str, Any] = {"name": "known-bad", "version": "1.0.0", "dependencies": {name: version}}
            (Path(folder) / "package.json").write_text(json.dumps(bad))
            held = {"": bad, f"node_modules/{name}": {"version": version}}
            lock = {**bad, "lockfileVersion": 3, "requires": True, "packages": held}
            (Path(folder) / locks.FRONT_END).write_text(json.dumps(lock))
            return list(_npm_holes(_npm(Path(folder), registry), {}))

    def ask() -> list[Hole]:
        told = _npm(root, registry)
        asked, held = told["metadata"]["dependencies"]["total"], _entries(root)
        if asked < held:
            raise NotRun(f"It was asked about {asked} packages of {held}.")
        return list(_npm_holes(told, {one.name: one for one in packages}))

    return Audit("Front end", registry, control, ask, packages)


def _entries(root: Path) -> int:
    return sum(bool(path) for path in json.loads((root / locks.FRONT_END).read_text())["packages"])


def _npm(folder: Path, registry: str) -> dict[str, Any]:
    home = front_end.node_home()
    npm = str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")
    patience = [f"--registry={registry}", "--fetch-retries=0", f"--fetch-timeout={_PATIENCE * 1000}"]
    told = _json([str(home / "bin" / "node"), npm, "audit", "--json", "--package-lock-only", *patience], folder)
    if "vulnerabilities" not in told:
        raise NotRun(_plainly(str(told.get("message") or told.get("error") or told)))
    return told


def _npm_holes(told: dict[str, Any], ours: dict[str, locks.Locked]) -> Iterator[Hole]:
    for name, each in told["vulnerabilities"].items():
        for hole in each["via"]:
            # A word alone names another package of this list, by way of which this one is not safe either.
            if isinstance(hole, dict):
                yield Hole(_shown(name, each["range"], ours.get(name)), f"{hole['title']} ({hole['url']})", "")


def _shown(name: str, version: str, found: locks.Locked | None) -> str:
    if found is None:
        return f"{name} {version}"
    return f"{name} {found.version}, {'part of the server' if found.served else 'for building and testing alone'}"


def _plainly(last: str) -> str:
    """What a tool's last line means to whoever waits for the result."""
    if any(word in last for word in _UNREACHED):
        return "It could not be reached from here."
    return f"It answered, but not as such a list does: {last[:200]}"


def _json(command: list[str], folder: Path | None = None) -> dict[str, Any]:
    """What a tool says on its standard output. What it exits with does not tell a hole from a missing network."""
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    try:
        told = json.loads(done.stdout)
    except ValueError:
        last = next((line.strip() for line in reversed(done.stderr.splitlines()) if line.strip()), "nothing")
        raise NotRun(_plainly(last)) from None
    return told if isinstance(told, dict) else {}


def run(audits: list[Audit]) -> int:
    """Tell what each of them found. Gives what to end with: a hole that was found outweighs a list that was not."""
    found, not_run = 0, 0
    for audit in audits:
        print(f"· {audit.title}: {len(audit.packages)} packages, asking {urlsplit(audit.where).hostname}", flush=True)
        try:
            holes = audit.holes()
        except NotRun as why:
            print(f"  NOT RUN: {why}\n  Nothing is known about these packages. This is not a pass.")
            not_run += 1
            continue
        for hole in holes:
            print(f"  {hole.package}: {hole.what}{f'; mended in {hole.mend}' if hole.mend else ''}")
        print("  The known-bad package was found, so the list counts.")
        print(f"  {len(holes)} known {'hole' if len(holes) == 1 else 'holes'}." if holes else "  No known hole.")
        found += len(holes)
    return 1 if found else 2 if not_run else 0


def main() -> int:
    """What make calls."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--osv-url", default=OSV, help="the list for Python, or a mirror of it")
    arguments.add_argument("--npm-registry", default=NPM, help="the registry whose list is asked, or a mirror of it")
    asked = arguments.parse_args()
    root = Path(__file__).resolve().parent.parent
    return run([python_audit(root, asked.osv_url), npm_audit(root, asked.npm_registry)])


if __name__ == "__main__":
    sys.exit(main())
