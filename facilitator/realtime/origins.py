"""Whether a socket's handshake comes from a page of this server: any other origin, or none, is turned away."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit


def own_origin(public_address: str) -> Callable[[dict[str, Any]], bool]:
    """True for the host that the request itself was sent to, and for the address that the clinic has set."""
    public = urlsplit(public_address).netloc.lower()

    def is_own(environ: dict[str, Any]) -> bool:
        origin = urlsplit(environ.get("HTTP_ORIGIN", ""))
        host = environ.get("HTTP_HOST", "").lower()
        return origin.scheme in ("http", "https") and bool(origin.netloc) and origin.netloc.lower() in (host, public)

    return is_own
