"""Listens on the port, serves until asked to stop, then drains: phones are told to come back, the store is closed."""

import errno
import os
import signal
import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

from facilitator import _boot
from facilitator.errors import Refused
from facilitator.server import wordless

_GREEN: dict[str, Any] = {"log_output": False, "debug": False, "keepalive": 75, "socket_timeout": None}

BACKLOG = 4096
MOST_CONNECTIONS = 20_000


def bound(host: str, port: int, *, variable: str = "PORT") -> socket.socket:
    """A listening socket. Raises `Refused("port_taken", …)` if another server has the port; `variable` sets it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    # Without SO_REUSEPORT: a second server on the same port would start silently and split the phones.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError as problem:
        listener.close()
        raise Refused(*_why_not(problem, host, port, variable)) from problem
    return listener


def _why_not(problem: OSError, host: str, port: int, variable: str) -> tuple[str, str]:
    if problem.errno == errno.EADDRINUSE:
        taken = f"Port {port} is already taken, perhaps by another Facilitator."
        return "port_taken", f"{taken} Set {variable} to another one."
    if problem.errno == errno.EACCES:
        return "port_closed", f"Port {port} may not be opened by this account. Set {variable} to one above 1023."
    return "no_address", f"This machine cannot listen on {host}:{port}: {problem.strerror}."


def secured(listener: socket.socket, cert: Path, key: Path) -> socket.socket:
    """The same socket with TLS. Raises `Refused("tls", …)` if certificate and key do not fit."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # For TLS 1.2; those of 1.3 are all of this kind. A key that is stolen later opens nothing that was recorded before.
    context.set_ciphers("ECDHE+AESGCM:ECDHE+CHACHA20")
    try:
        context.load_cert_chain(cert, key)
    except (OSError, ssl.SSLError) as problem:
        raise Refused("tls", f"The certificate {cert} and the key {key} cannot be used together.") from problem
    return context.wrap_socket(listener, server_side=True, do_handshake_on_connect=False)


def serve(app: Any, listener: socket.socket, ready: Callable[[], None], drain: Callable[[], None]) -> None:
    """Serve `app` until SIGTERM or Ctrl-C, then call `drain`. Returns when all is closed."""
    if _boot.mode() == "eventlet":
        _serve_green(app, listener, ready, drain)
    else:
        _serve_threads(app, listener, ready, drain)


def _serve_green(app: Any, listener: socket.socket, ready: Callable[[], None], drain: Callable[[], None]) -> None:
    import eventlet
    import eventlet.wsgi
    from eventlet.hubs import trampoline
    from eventlet.patcher import original

    from facilitator.server.strict_http import StrictProtocol

    read, write = os.pipe()
    for end in (read, write):
        os.set_blocking(end, False)
    _on_stop(lambda: original("os").write(write, b"."))
    serving = eventlet.spawn(
        eventlet.wsgi.server, _green(listener), app, max_size=MOST_CONNECTIONS, protocol=StrictProtocol, **_GREEN
    )
    ready()
    trampoline(read, read=True)
    drain()
    serving.kill()
    listener.close()


def _green(listener: socket.socket) -> Any:
    from eventlet.green.ssl import GreenSSLSocket
    from eventlet.greenio import GreenSocket

    if isinstance(listener, GreenSocket | GreenSSLSocket):
        return listener
    return GreenSocket(listener)


def _serve_threads(app: Any, listener: socket.socket, ready: Callable[[], None], drain: Callable[[], None]) -> None:
    import threading

    server = _threaded(app, listener)
    if isinstance(listener, ssl.SSLSocket):
        # Ours shakes hands in the thread of each visitor; werkzeug's own would let one slow hand hold up everyone.
        server.socket, server.ssl_context = listener, listener.context
    stop, threading.excepthook = threading.Event(), wordless.told_by_a_thread
    _on_stop(stop.set)
    threading.Thread(target=server.serve_forever, name="serving", daemon=True).start()
    ready()
    stop.wait()
    drain()
    server.shutdown()
    listener.close()


def _threaded(app: Any, listener: socket.socket) -> Any:
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        """Keeps no access log: it would hold addresses."""

        def version_string(self) -> str:
            """What it is made of is nobody's affair."""
            return "Facilitator"

        def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 - werkzeug names it
            pass

    host, port = listener.getsockname()[:2]
    server = make_server(host, port, app, threaded=True, request_handler=Quiet, fd=listener.fileno())
    server.daemon_threads = True  # type: ignore[attr-defined]
    server.log = wordless.told_by_werkzeug  # type: ignore[assignment, method-assign]
    return server


def serve_beside(app: Any, listener: socket.socket) -> None:
    """Serve something small beside the server itself, for as long as the process lives."""
    if _boot.mode() == "eventlet":
        import eventlet
        import eventlet.wsgi

        from facilitator.server.strict_http import StrictProtocol

        eventlet.spawn(eventlet.wsgi.server, _green(listener), app, protocol=StrictProtocol, **_GREEN)
    else:
        import threading

        threading.Thread(target=_threaded(app, listener).serve_forever, name="beside", daemon=True).start()


def _on_stop(stop: Callable[[], Any]) -> None:
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda _number, _frame: stop())
