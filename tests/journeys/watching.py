"""What every page of a journey must not do: ask a third party, break the page's own policy, complain in its console."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebSocket

# What a browser says by itself when the other end is away. Only journeys in which it is may hear it.
AWAY = re.compile(r"net::ERR_|WebSocket connection to .* failed|WebSocket is closed before|400 .*/socket\.io/")


@dataclass
class Traffic:
    """Everything that one device said to the server and heard from it, as text."""

    said: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("request", self._asked)
        page.on("websocket", self._opened)

    def _asked(self, request: Request) -> None:
        self.said.append(f"{request.method} {request.url}\n{request.post_data_buffer or b''!r}")

    def _opened(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: self.said.append(_text(frame)))
        socket.on("framereceived", lambda frame: self.heard.append(_text(frame)))


def _text(frame: str | bytes) -> str:
    return frame if isinstance(frame, str) else frame.decode(errors="replace")


class Watch:
    """Over all devices of a journey. `complaints` must be empty at its end."""

    def __init__(self, address: str) -> None:
        self.complaints: list[str] = []
        self.network_comes_and_goes = False
        self._ours = urlsplit(address).netloc
        self._expected: list[str] = []

    def expect(self, words: str) -> None:
        """A complaint with these words belongs to the story."""
        self._expected.append(words)

    def follow(self, context: BrowserContext, who: str) -> None:
        context.on("page", lambda page: self._listen(page, who))

    def _listen(self, page: Page, who: str) -> None:
        page.on("console", lambda message: self._console(who, message))
        page.on("pageerror", lambda error: self._complain(who, f"a script stopped: {error}"))
        page.on("request", lambda request: self._asked(who, request.url))
        page.on("websocket", lambda socket: self._asked(who, socket.url))

    def _console(self, who: str, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._complain(who, f"{message.type}: {message.text} ({message.location.get('url', '')})")

    def _asked(self, who: str, url: str) -> None:
        address = urlsplit(url)
        if address.scheme not in ("data", "blob", "about") and address.netloc != self._ours:
            self._complain(who, f"asked a third party: {url}")

    def _complain(self, who: str, what: str) -> None:
        if self.network_comes_and_goes and AWAY.search(what):
            return
        if not any(words in what for words in self._expected):
            self.complaints.append(f"{who}: {what}")
