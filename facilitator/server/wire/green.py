"""Where the fast path meets eventlet: takes a socket from its web server, waits for the epoll, ticks."""

from socket import SO_SNDBUF as _SEND_BUFFER
from socket import SOL_SOCKET as _SOCKET
from typing import Any

KERNEL_KEEPS = 128 * 1024
"""Bytes that the system may keep for a phone which does not read; by itself it would go to some megabytes."""


def take_over(environ: dict[str, Any]) -> Any:
    """The connection's plain, non-blocking socket, which the web server then no longer has. None for TLS."""
    from eventlet import wsgi
    from eventlet.greenio import GreenSocket

    given = environ.get("eventlet.input")
    green: Any = given.get_socket() if given is not None else None
    # TLS sockets are of another class: what they send must go through their own layer.
    if type(green) is not GreenSocket or "wsgi.url_scheme" not in environ or environ["wsgi.url_scheme"] != "http":
        return None
    plain = green.fd
    raw = type(plain)(fileno=plain.detach())
    raw.setblocking(False)
    raw.setsockopt(_SOCKET, _SEND_BUFFER, KERNEL_KEEPS)
    wsgi.WSGI_LOCAL.already_handled = True
    return raw


def make_epoll() -> Any:
    from eventlet.patcher import original

    return original("select").epoll()


def sleep(seconds: float) -> None:
    import eventlet

    eventlet.sleep(seconds)


def spawn(call: Any, *args: Any) -> None:
    import eventlet

    eventlet.spawn(call, *args)
