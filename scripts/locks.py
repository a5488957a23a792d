"""What the lock files hold: every package, its version, and whether the server needs it or only those who build it."""

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SERVED, TESTED, FRONT_END = "requirements.lock", "requirements-dev.lock", "package-lock.json"
_LINE = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;]+)(?P<marker>\s*;[^\\]*)?", re.MULTILINE
)
_SUM = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, order=True)
class Locked:
    """`where`: `pypi` or `npm`. `served`: it comes with the server or its pages. `sums`: (algorithm, hex) of its files.

    `always`: it is meant for every machine, not for some alone.
    """

    where: str
    name: str
    version: str
    served: bool
    always: bool
    sums: tuple[tuple[str, str], ...]

    @property
    def purl(self) -> str:
        return f"pkg:{self.where}/{self.name.replace('@', '%40')}@{self.version}"


def python_packages(root: Path) -> list[Locked]:
    """Every package of the longer lock; the shorter one tells which of them the server needs."""
    served = {_plain(found["name"]) for found in _LINE.finditer((root / SERVED).read_text())}
    text = (root / TESTED).read_text()
    found = list(_LINE.finditer(text))
    ends = [each.start() for each in found[1:]] + [len(text)]
    return sorted(
        Locked(
            where="pypi",
            name=_plain(each["name"]),
            version=each["version"],
            served=_plain(each["name"]) in served,
            always=each["marker"] is None,
            sums=tuple(("SHA-256", one) for one in _SUM.findall(text, each.end(), end)),
        )
        for each, end in zip(found, ends, strict=True)
    )


def npm_packages(root: Path) -> list[Locked]:
    """Every package of the front end's lock. The same one may lie in several places; it is told once."""
    found = sorted(_npm(json.loads((root / FRONT_END).read_text())["packages"]))
    # Of two that differ in nothing but who needs them, the served one comes last, and stays.
    return list({one.purl: one for one in found}.values())


def _npm(packages: dict[str, dict[str, object]]) -> Iterator[Locked]:
    for path, found in packages.items():
        if path:
            algorithm, _, coded = str(found["integrity"]).partition("-")
            yield Locked(
                where="npm",
                name=path.rpartition("node_modules/")[2],
                version=str(found["version"]),
                served="dev" not in found,
                always="optional" not in found,
                sums=((algorithm.upper().replace("SHA", "SHA-"), base64.b64decode(coded).hex()),),
            )


def _plain(name: str) -> str:
    """The one form of a Python package's name."""
    return re.sub(r"[-_.]+", "-", name).lower()
