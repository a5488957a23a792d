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
        origin = urlsplit(environ.get("HTTP_ORIGIN", ""))
        host = environ.get("HTTP_HOST", "").lower()
        return origin.scheme in ("http", "https") and origin.netloc.lower() in (known | {host}) - {""}

    return is_own
