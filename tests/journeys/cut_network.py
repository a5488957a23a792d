"""A network that can be cut at each point: what was sent is held on its way, or the answer to it, or all is cut."""

import socket
import threading
from contextlib import suppress

from tests.journeys.narrow_network import NarrowNetwork

PIECE = 65_536


class CutNetwork(NarrowNetwork):
    """Lets everything through until it is told otherwise. Pages always come through, but when all is cut."""

    def __init__(self, port: int) -> None:
        super().__init__(port)
        self._there, self._back = threading.Event(), threading.Event()
        self._away = False
        self._open: set[socket.socket] = set()
        self.mends()

    def holds_what_is_sent(self) -> None:
        """What the phone says stays on the way."""
        self._there.clear()

    def holds_what_is_answered(self) -> None:
        """What the server says stays on the way."""
        self._back.clear()

    def cuts(self) -> None:
        """Every connection breaks, what was on its way is lost, and no other one is to be had."""
        self._away = True
        self.drops()
        self._there.set()
        self._back.set()

    def drops(self) -> None:
        """The connections that there are break, and what was on its way is lost; it is held as before."""
        for end in list(self._open):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            self._open.discard(end)

    def mends(self) -> None:
        self._away = False
        self._there.set()
        self._back.set()

    def _serve(self, caller: socket.socket) -> None:
        if self._away:
            caller.close()
        else:
            super()._serve(caller)

    def meets_a_websocket(self, caller: socket.socket, request: bytes) -> None:
        with socket.create_connection(("127.0.0.1", self._port)) as server:
            self._open |= {caller, server}
            server.sendall(request)
            threading.Thread(target=self._carry, args=(caller, server, self._there), daemon=True).start()
            self._carry(server, caller, self._back)

    def _carry(self, source: socket.socket, sink: socket.socket, open_way: threading.Event) -> None:
        with suppress(OSError):
            while came := source.recv(PIECE):
                open_way.wait()
                if sink not in self._open:
                    return
                sink.sendall(came)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            self._open.discard(end)
