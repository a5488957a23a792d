"""When a page has caught up: it has heard all that the server has told it so far, fetched what it draws that with, and
drawn it. Nothing is guessed from a clock: the question goes over the page's own line, behind whatever is under way."""

from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count

from playwright.sync_api import BrowserContext, Page, Request
from playwright.sync_api import TimeoutError as Late

# The server answers `clock` over the same line, in order. Ours are below zero, and the page does not hear of them.
_LINE = """(() => {
  const Plain = window.WebSocket;
  let line = null, space = "", asked = 0;
  const ask = () => asked && space && line?.readyState === 1 && line.send(`42${space},["clock",{"sent":${asked}}]`);
  window.caughtUp = { heard: 0, ask: number => { asked = number; ask(); } };
  window.WebSocket = class extends Plain {
    constructor(...how) {
      super(...how);
      line = this;
      space = "";
      this.addEventListener("message", event => {
        const answer = /^42\\/\\w+,\\["clock",\\{"sent":(-\\d+)/.exec(event.data);
        const begun = /^40(\\/\\w+),/.exec(event.data);
        if (answer) {
          window.caughtUp.heard = Number(answer[1]);
          event.stopImmediatePropagation();
        }
        if (begun) {
          space = begun[1];
          setTimeout(ask);
        }
      });
    }
  };
})()"""
_FRAMES = "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
_numbers = count(1)


@dataclass
class Pending:
    """Code and styles that pages have asked for and not got yet."""

    _of: dict[Page, set[Request]] = field(default_factory=dict)

    def follow(self, page: Page) -> None:
        pending = self._of.setdefault(page, set())

        def asked(request: Request) -> None:
            if request.resource_type in ("script", "stylesheet"):
                pending.add(request)

        def ended(request: Request) -> None:
            pending.discard(request)

        page.on("request", asked)
        page.on("requestfinished", ended)
        page.on("requestfailed", ended)

    def drawn(self, page: Page) -> None:
        """Waits until all that it needs has come, and is drawn. What came may ask for more."""
        page.evaluate(_FRAMES)
        while self._of[page]:
            # One that came between the two lines has woken nobody.
            with suppress(Late):
                page.wait_for_event("requestfinished", timeout=1_000)
            page.evaluate(_FRAMES)


def can_be_asked(context: BrowserContext) -> None:
    """To be called before its first page is opened."""
    context.add_init_script(_LINE)


def all_caught_up(pages: list[Page], pending: Pending) -> None:
    """Pages with a line to the server: they are asked at once, and each waited for."""
    number = -next(_numbers)
    for page in pages:
        page.evaluate("number => window.caughtUp.ask(number)", number)
    for page in pages:
        page.wait_for_function("number => window.caughtUp.heard === number", arg=number)
        pending.drawn(page)
