"""Which links and pictures a page may hold: to the web and to mail; pictures from its own `media/`. Pure."""

import posixpath
from collections.abc import Collection
from urllib.parse import unquote, urlsplit

OPENED = ("http", "https", "mailto")
MEDIA = "media/"


def may_be_opened(href: str) -> bool:
    """Whether a page may offer this link: a whole address of the web or of mail."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return parts.scheme.lower() in OPENED and bool(
        parts.netloc or parts.path if parts.scheme.lower() == "mailto" else parts.netloc
    )


def scheme_of(href: str) -> str:
    """`javascript`, `tel`…; empty for a path to a file."""
    head, colon, _ = href.partition(":")
    return head.lower() if colon and "/" not in head else ""


def as_file(href: str) -> str | None:
    """The path of a file within the curriculum that a link without a scheme names; None if it leads out of it."""
    path = unquote(href.partition("#")[0].partition("?")[0])
    normal = posixpath.normpath(path) if path else ""
    leads_out = not normal or normal.startswith(("/", "..")) or "\\" in normal or "\0" in normal
    return None if leads_out else normal


def media_name(src: str) -> str | None:
    """The name within `media/` of a picture that may be shown; None for any other place."""
    if scheme_of(src) or src.startswith("//"):
        return None
    path = as_file(src)
    return path.removeprefix(MEDIA) if path and path.startswith(MEDIA) and len(path) > len(MEDIA) else None


def is_missing(path: str, files: Collection[str] | None) -> bool:
    """Whether a file is known not to be there. Without a list of files nothing is known."""
    return files is not None and path not in files
