"""A network that lets pages through and no WebSocket, as some hotels' and clinics' do. It stands before a server."""

import socket
import threading
from contextlib import suppress

HEAD = 65_536
NO = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class NarrowNetwork:
    """Forwards every request but those that would upgrade. Each request gets a connection of its own."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.refused = 0
        self.polled = 0
        self._door = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._door.getsockname()[1]}"

    def __enter__(self) -> "NarrowNetwork":
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *_problem: object) -> None:
        self._door.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                caller, _ = self._door.accept()
                threading.Thread(target=self._serve, args=(caller,), daemon=True).start()

    def _serve(self, caller: socket.socket) -> None:
        with caller, suppress(OSError):
            head, separator, rest = _until_blank_line(caller)
            if b"\r\nupgrade: websocket" in head.lower():
                self.meets_a_websocket(caller, head + separator + rest)
                return
            self.polled += b"transport=polling" in head.partition(b"\r\n")[0]
            with socket.create_connection(("127.0.0.1", self._port)) as server:
                server.sendall(_closing(head) + separator + rest)
                threading.Thread(target=_pump, args=(caller, server), daemon=True).start()
                _pump(server, caller)

    def meets_a_websocket(self, caller: socket.socket, _request: bytes) -> None:
        self.refused += 1
        caller.sendall(NO)


def _until_blank_line(caller: socket.socket) -> tuple[bytes, bytes, bytes]:
    came = b""
    while b"\r\n\r\n" not in came and len(came) < HEAD:
        more = caller.recv(HEAD)
        if not more:
            break
        came += more
    return came.partition(b"\r\n\r\n")


def _closing(head: bytes) -> bytes:
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:")]
    return b"\r\n".join([*lines, b"Connection: close"])


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while came := source.recv(HEAD):
            sink.sendall(came)
        sink.shutdown(socket.SHUT_WR)
