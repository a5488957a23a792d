"""Looks through a page for text that has become something else: an element, a handler, an address, a script that ran.

Three nets, since each has holes: what the page is made of, what its policy complains of, and what really ran. For the
last one a window may be opened without the policy, so that nothing but our own escaping stands in the way.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, Request
from playwright.sync_api import TimeoutError as Late

from tests.doors.strings import Hostile

CALLED = "ran"
"""What the strings would call."""

# What a page of ours never holds; the rest are handlers, addresses that are scripts, and whatever lies elsewhere.
MADE_OF = """() => {
  const found = [];
  const never = new Set(["base", "embed", "frame", "iframe", "isindex", "marquee", "math", "object", "style", "x"]);
  const scripts = /^\\s*(java|vb)script:|^\\s*data:text/i;
  const elsewhere = value => {
    try { return new URL(value, location.href).origin !== location.origin; } catch { return false; }
  };
  // A form whose field is called `attributes` would answer for itself.
  const attributesOf = one => [...Object.getOwnPropertyDescriptor(Element.prototype, "attributes").get.call(one)];
  const loads = (tag, name) => name !== "href" || !["a", "area"].includes(tag);
  for (const one of document.querySelectorAll("*")) {
    const tag = one.tagName.toLowerCase();
    const wrong = why => found.push(`${why}: ${one.outerHTML.slice(0, 200)}`);
    if (never.has(tag)) wrong("an element that no page of ours has");
    if (tag === "script" && !one.src && one.type !== "application/json") wrong("a script within the page");
    if (tag === "meta" && one.httpEquiv) wrong("a page that is told what to do");
    for (const { name, value } of attributesOf(one)) {
      if (/^on|[^a-z0-9:_.-]/i.test(name)) wrong(`an attribute called ${name}`);
      if (!/^(xlink:)?href$|^(src|srcset|srcdoc|action|formaction|poster|data)$/.test(name)) continue;
      if (scripts.test(value)) wrong("an address that is a script");
      if (loads(tag, name) && !/^\\s*(data|blob):/.test(value) && elsewhere(value)) wrong("something from elsewhere");
    }
  }
  const typed = [...document.querySelectorAll("input, textarea")].map(one => one.value).join("\\n");
  return [found, `${document.title}\\n${document.documentElement.outerHTML}\\n${typed}`];
}"""


@dataclass
class Lookout:
    """Over every window of a run. `wrong` must be empty at its end."""

    host: str
    hostile: Hostile
    wrong: list[str] = field(default_factory=list)
    pages: int = 0

    def follow(self, context: BrowserContext, who: str) -> None:
        """To be called before its first page is opened."""
        context.expose_function(CALLED, lambda *which: self.wrong.append(f"{who}: script {which} ran"))
        context.on("page", lambda page: self._listen(page, who))

    def _listen(self, page: Page, who: str) -> None:
        page.on("dialog", lambda dialog: self._dialog(who, dialog))
        page.on("console", lambda message: self._console(who, message))
        page.on("pageerror", lambda error: self.wrong.append(f"{who}: a script stopped: {error}"))
        page.on("request", lambda request: self._asked(who, request))

    def _dialog(self, who: str, dialog: Dialog) -> None:
        self.wrong.append(f"{who}: a dialog: {dialog.message}")
        dialog.dismiss()

    def _console(self, who: str, message: ConsoleMessage) -> None:
        """The page's own policy speaks here."""
        if message.type == "error" and "Failed to load resource: the server responded" not in message.text:
            self.wrong.append(f"{who}: {message.text}")

    def _asked(self, who: str, request: Request) -> None:
        if request.url.startswith(("http", "ws")) and self.host not in request.url.split("/")[2]:
            self.wrong.append(f"{who}: asked elsewhere: {request.url[:200]}")

    def look(self, page: Page, who: str) -> set[int]:
        """Look through the page as it is now; gives the numbers that it shows."""
        self.pages += 1
        found, shown = page.evaluate(MADE_OF)
        self.wrong += [f"{who} at {page.url}: {each}" for each in found]
        return self.hostile.shown(shown)


def wait_for(page: Page, text: str, patience: float = 5_000) -> None:
    """Until the page shows this, or it has had time enough to."""
    shows: Any = "text => document.documentElement.textContent.includes(text)"
    # Whatever it shows by then is looked at; that it shows enough is counted.
    with suppress(Late):
        page.wait_for_function(shows, arg=text, timeout=patience)
