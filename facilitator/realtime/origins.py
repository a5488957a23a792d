"""Whether a socket's handshake comes from a page of this server: any other origin, or none, is turned away."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from facilitator.config import Config


def own_origin(config: Config) -> Callable[[dict[str, Any]], bool]:
    """True for the host that the request itself was sent to, for the clinic's public address, and for this machine.

    The last are for pretend participants: their library leaves the port out of the host it asks for.
    """
    known = {urlsplit(config.public_address).netloc.lower(), f"127.0.0.1:{config.port}", f"localhost:{config.port}"}
    known.add(f"{config.host}:{config.port}".lower())

    def is_own(environ: dict[str, Any]) -> bool:
        page = urlsplit(_page(environ))
        host = environ.get("HTTP_HOST", "").lower()
        return page.scheme in ("http", "https") and page.netloc.lower() in (known | {host}) - {""}

    return is_own


def _page(environ: dict[str, Any]) -> str:
    """What the browser says of the page that asks.

    Long polling begins with a plain read, and with those of our own pages browsers send no Origin. Our pages' policy
    has them send the Referer to this server alone. A WebSocket always has its Origin.
    """
    origin: str = environ.get("HTTP_ORIGIN", "")
    if origin or "HTTP_UPGRADE" in environ:
        return origin
    referer: str = environ.get("HTTP_REFERER", "")
    return referer
