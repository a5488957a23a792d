"""What a page needs of the built front end: its script, its style, its kinds. Knows no page's content."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.errors import Refused


@dataclass(frozen=True)
class Page:
    """Addresses of a page's built files; None where it has no script or no style of its own."""

    js: str | None
    css: str | None
    kinds: dict[str, tuple[str, ...]]
    """What each kind of activity adds when this page first draws it."""
    words: dict[str, str]
    """The file of each language, where a page fetches its words by language."""


class Pages:
    """Reads `manifest.json` of the built front end, again whenever a new build has replaced it."""

    def __init__(self, dist: Path) -> None:
        self._manifest = dist / "manifest.json"
        self._read_at: int | None = None
        self._known: dict[str, Any] = {}

    def page(self, name: str) -> Page:
        """The files of `static/<name>.tsx` and `static/styles/<name>.css`. Raises `Refused("not_built", …)`."""
        found = self._manifest_now()["pages"].get(name)
        if found is None:
            raise Refused("not_built", f'The page "{name}" is not built. Run "make run" or install the package again.')
        kinds = {kind: _urls(files.values()) for kind, files in found["kinds"].items()}
        words = {language: f"/static/{name}" for language, name in found["words"].items()}
        return Page(_url(found["js"]), _url(found["css"]), kinds, words)

    def image(self, name: str) -> str | None:
        """The address of `static/images/<name>`, if there is one."""
        return _url(self._manifest_now()["images"].get(f"images/{name}"))

    def _manifest_now(self) -> dict[str, Any]:
        try:
            changed = self._manifest.stat().st_mtime_ns
            if changed != self._read_at:
                self._known, self._read_at = json.loads(self._manifest.read_bytes()), changed
        except FileNotFoundError:
            raise Refused("not_built", 'The front end is not built. Run "make run".') from None
        return self._known


def _urls(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(f"/static/{name}" for name in names if name)


def _url(name: str | None) -> str | None:
    return None if name is None else f"/static/{name}"
