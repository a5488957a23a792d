"""Where phones find this server."""

import socket

from facilitator.config import Config


def address_of(config: Config) -> str:
    """`https://group.example` as the clinic has set it, else worked out from what is served. No slash at the end."""
    if config.public_address:
        return config.public_address.rstrip("/")
    scheme, usual = ("https", 443) if config.has_tls else ("http", 80)
    host = _lan_address() if config.host in ("0.0.0.0", "::") else config.host  # noqa: S104 - compared, not bound
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}" if config.port == usual else f"{scheme}://{shown}:{config.port}"


def _lan_address() -> str:
    """This machine's address on its own network. A UDP socket that is only connected sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()
