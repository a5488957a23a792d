"""Where the files beside the code are: the built front end, the page shells and the curricula.

In a checkout they are top-level folders beside the package; in an installed wheel they lie inside it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "_bundled"


def static_dist() -> Path:
    """The built front end, with its `manifest.json`."""
    return _root() / "static" / "dist"


def templates() -> Path:
    """The page shells, one for each audience."""
    return _root() / "templates"


def curricula() -> Path:
    """The curricula that come with the product."""
    return _root() / "curricula"


def _root() -> Path:
    """Only a wheel holds the bundled folder: a checkout is built beside the package, never into it."""
    return _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent
