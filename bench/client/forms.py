"""Plain forms sent by many at once: how phones of a crowd join before they connect."""

import select
import socket
from collections.abc import Sequence

from bench.client.packets import Door

PATIENCE = 60.0


class NotTaken(Exception):
    """A form was answered by something else than a page or a redirection."""


def send_all(door: Door, requests: Sequence[bytes], at_once: int) -> list[bytes]:
    """The whole answer to each request, in their order. Each has a connection of its own. Raises `NotTaken`."""
    epoll = select.epoll()
    waiting = list(enumerate(requests))[::-1]
    open_: dict[int, tuple[int, socket.socket]] = {}
    answers: list[list[bytes]] = [[] for _ in requests]
    while waiting or open_:
        while waiting and len(open_) < at_once:
            place, request = waiting.pop()
            raw = socket.create_connection((door.host, door.port), timeout=PATIENCE)
            raw.sendall(request)
            raw.setblocking(False)
            open_[raw.fileno()] = (place, raw)
            epoll.register(raw.fileno(), select.EPOLLIN)
        events = epoll.poll(PATIENCE)
        if not events:
            raise NotTaken("The server does not answer any more.")
        for number, _ in events:
            place, raw = open_[number]
            some = raw.recv(65_536)
            answers[place].append(some)
            if not some:
                epoll.unregister(number)
                raw.close()
                del open_[number]
    epoll.close()
    return [_taken(b"".join(each)) for each in answers]


def _taken(answer: bytes) -> bytes:
    if not answer.startswith((b"HTTP/1.1 2", b"HTTP/1.1 3")):
        raise NotTaken(answer[:200].decode(errors="replace"))
    return answer


def cookies_of(answer: bytes) -> str:
    """The cookies that an answer sets, as a request would bring them."""
    head = answer.partition(b"\r\n\r\n")[0].decode()
    lines = (line.partition(":") for line in head.split("\r\n"))
    return "; ".join(value.strip().split(";")[0] for name, _, value in lines if name.lower() == "set-cookie")
