"""Chooses the path that sockets take: the fast one where it can be had, else the library's, and says which."""

from typing import Any

import structlog

from facilitator.server.readable import Readable
from facilitator.server.wire import green, library, probes
from facilitator.server.wire.engine import Engine, TooLong
from facilitator.server.wire.loop import Loop

log = structlog.get_logger()


def set_up(sio: Any, wanted: str, too_long: TooLong, *, most_a_second: int) -> Loop | None:
    """Call once, before anything is served. The loop of the fast path, or None on the library's.

    `most_a_second`: messages of one socket that are read in a second; the others wait for the next.
    """
    library.bound(sio)
    if wanted == "stock" or sio.eio.async_mode != "eventlet":
        return None
    missing = probes.unexpected(sio)
    if missing:
        log.warning("sockets take the library's own path, which is slower", not_as_expected=missing)
        return None
    engine = Engine(sio, green.take_over, too_long)
    engine.loop = Loop(
        engine,
        green.make_epoll,
        Readable,
        ping_every=int(sio.eio.ping_interval),
        ping_within=int(sio.eio.ping_timeout),
        most_a_second=most_a_second,
    )
    sio.eio._handle_connect = engine.connect
    green.spawn(engine.loop.run)
    green.spawn(engine.loop.tick_forever, green.sleep)
    return engine.loop
