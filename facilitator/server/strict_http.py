"""Refuses a request whose length a proxy in front could count in another way: what it calls a body, we would answer as
the next request of somebody else."""

from typing import Any

from eventlet.wsgi import HttpProtocol

_NO = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class StrictProtocol(HttpProtocol):  # type: ignore[misc]
    """Of the library's own; it refuses already a length beside pieces, and a negative one."""

    headers: Any
    wfile: Any

    def log_message(self, *_said: Any) -> None:
        """Not a word: it would print a line that could not be read beside its sender's address."""

    def parse_request(self) -> bool:
        if not super().parse_request():
            return False
        lengths = self.headers.get_all("content-length", [])
        plain = all(length.isascii() and length.isdecimal() for length in lengths) and len(lengths) <= 1
        if plain and not any(name != name.strip() for name in self.headers):
            return True
        self.wfile.write(_NO)
        self.close_connection = True
        return False
