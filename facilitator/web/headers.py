"""What every response says to the browser: nothing from elsewhere, nothing kept, nothing told to others."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask, Response, request

from facilitator.config import Config
from facilitator.web.here import house

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "media-src": "'self' blob:",
    "font-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
_NEVER = (
    *("accelerometer", "browsing-topics", "camera", "display-capture", "encrypted-media", "geolocation"),
    *("gyroscope", "hid", "identity-credentials-get", "idle-detection", "local-fonts", "magnetometer", "microphone"),
    *("midi", "payment", "publickey-credentials-get", "serial", "usb", "xr-spatial-tracking"),
)
"""What no page of ours may use, whatever ran on it: a microphone in a therapy room most of all."""
_YEAR = 365 * 24 * 60 * 60
_HEADERS = {
    # Not `no-referrer`: with it, browsers without Sec-Fetch-Site would send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        [
            *(f"{name}=()" for name in _NEVER),
            # A phone stays awake while its question is open; a wall fills its screen.
            *(f"{name}=(self)" for name in ("screen-wake-lock", "fullscreen")),
        ]
    ),
    # A page about people must not come back out of a cache after somebody else took the device.
    "Cache-Control": "no-store",
}
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:[0-9]+)?\Z|\[[0-9A-Fa-f:]+\](:[0-9]+)?\Z")


def content_security_policy(host: str) -> str:
    """The policy for a page of this host. Older Safari does not count its own WebSockets among 'self'."""
    sockets = f" ws://{host} wss://{host}" if _HOST.match(host) else ""
    rules = {**_POLICY, "connect-src": f"'self'{sockets}"}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def transport_security(config: Config) -> str:
    """Empty where browsers do not come over TLS: there they would not heed it."""
    if not config.reached_over_tls or config.hsts == "off":
        return ""
    return f"max-age={_YEAR}" + ("; includeSubDomains" if config.hsts == "subdomains" else "")


def add_headers(app: Flask) -> None:
    """Put them on every response; a response may say otherwise only about its caching."""

    @app.after_request
    def guarded(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = content_security_policy(request.host)
        hsts = transport_security(house().config)
        if hsts:
            response.headers["Strict-Transport-Security"] = hsts
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response


def guard_sockets(app: Flask, config: Config) -> None:
    """The same on what the sockets' library answers by itself, such as long polling, which carries views of people.

    Call it once the library has put itself before the app.
    """
    inner = app.wsgi_app
    told = {**_HEADERS, "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"}
    if hsts := transport_security(config):
        told["Strict-Transport-Security"] = hsts

    def guarded(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            said = {name.lower() for name, _ in headers}
            return start_response(
                status, [*headers, *(each for each in told.items() if each[0].lower() not in said)], *more
            )

        return inner(environ, start)

    app.wsgi_app = guarded  # type: ignore[method-assign]
