"""What libraries say when a request or a packet breaks them, without a word of what was sent and without an address.

Their own messages quote the line they could not read, and whoever sent it.
"""

import io
import logging
import re
from typing import Any

import structlog

log = structlog.get_logger()

_A_POLL = "post request handler error"
_PLACE = re.compile(r"line (\d+), in (\w+)")


class _KindAlone(logging.Handler):
    """Tells of a defect by its kind. What is no defect is not told at all: it is about somebody's network."""

    def emit(self, record: logging.LogRecord) -> None:
        problem, _, trace = record.exc_info or (None, None, None)
        # A poll that cannot be read is its sender's doing.
        if problem is not None and not (record.msg == _A_POLL and issubclass(problem, ValueError)):
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            where = trace and f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}"
            log.error("a defect below the doors", problem=problem.__name__, where=where)


class _Nowhere(io.TextIOBase):
    def write(self, text: str) -> int:
        return len(text)


NOWHERE = _Nowhere()
"""For what would print the address of a phone whose line broke."""


def sockets_logger() -> logging.Logger:
    """For Socket.IO and Engine.IO. At INFO they would print what people wrote."""
    logger = logging.getLogger("facilitator.sockets")
    logger.setLevel(logging.ERROR)
    logger.propagate, logger.handlers = False, [_KindAlone()]
    return logger


def told_by_werkzeug(_level: str, message: str, *more: Any) -> None:
    """In place of a werkzeug server's own log, which prints whole tracebacks."""
    places = _PLACE.findall(str(more[0] if more else message))
    # To `write` comes an answer whose line has gone: it was taken for a socket, which then broke.
    if message.startswith("Error on request") and places and places[-1][1] != "write":
        log.error("a defect below the doors", problem="request", where=":".join(places[-1]))


def told_by_a_thread(ended: Any) -> None:
    """In place of `threading.excepthook`. A socket that breaks while it is being closed is about somebody's network."""
    if ended.exc_type.__name__ != "LocalProtocolError":
        log.error("a defect below the doors", problem=ended.exc_type.__name__)
