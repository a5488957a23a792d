"""Looks through a page for text that has become something else: an element, a handler, an address, a script that ran.

Three nets, since each has holes: what the page is made of, what its policy complains of, and what really ran. For the
last one a window may be opened without the policy, so that nothing but our own escaping stands in the way.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, Request

from tests.doors.catching_up import Pending
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
  const read = /^(alt|title|placeholder|aria-label|label)$/;
  // What is folded up is there to be read too.
  for (const one of document.querySelectorAll("main details")) one.open = true;
  const shown = [document.title, document.body?.innerText];
  for (const one of document.querySelectorAll("*")) {
    const tag = one.tagName.toLowerCase();
    const wrong = why => found.push(`${why}: ${one.outerHTML.slice(0, 200)}`);
    if (never.has(tag)) wrong("an element that no page of ours has");
    if (tag === "script" && !one.src && one.type !== "application/json") wrong("a script within the page");
    if (tag === "meta" && one.httpEquiv) wrong("a page that is told what to do");
    if (/^(input|textarea|option)$/.test(tag)) shown.push(one.value, one.textContent);
    for (const { name, value } of attributesOf(one)) {
      if (read.test(name)) shown.push(value);
      if (/^on|[^a-z0-9:_.-]/i.test(name)) wrong(`an attribute called ${name}`);
      if (!/^(xlink:)?href$|^(src|srcset|srcdoc|action|formaction|poster|data)$/.test(name)) continue;
      if (scripts.test(value)) wrong("an address that is a script");
      if (loads(tag, name) && !/^\\s*(data|blob):/.test(value) && elsewhere(value)) wrong("something from elsewhere");
    }
  }
  return [found, shown.join("\\n")];
}"""


@dataclass
class Lookout:
    """Over every window of a run. `wrong` must be empty at its end.

    `plant` is handed every window before it opens, to make its pages careless and see them caught.
    """

    host: str
    hostile: Hostile
    plant: Callable[[BrowserContext], None] | None = None
    wrong: list[str] = field(default_factory=list)
    looks: Counter[str] = field(default_factory=Counter)
    shown: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """By surface, the numbers that people could have read there."""
    pending: Pending = field(default_factory=Pending)

    def follow(self, context: BrowserContext, who: str) -> None:
        """To be called before its first page is opened."""
        context.expose_function(CALLED, lambda *which: self.wrong.append(f"{who}: script {which} ran"))
        context.on("page", lambda page: self._listen(page, who))
        if self.plant:
            self.plant(context)

    def _listen(self, page: Page, who: str) -> None:
        page.on("dialog", lambda dialog: self._dialog(who, dialog))
        page.on("console", lambda message: self._console(who, message))
        page.on("pageerror", lambda error: self.wrong.append(f"{who}: a script stopped: {error}"))
        page.on("request", lambda request: self._asked(who, request))
        self.pending.follow(page)

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

    def look(self, page: Page, surface: str, when: str = "") -> set[int]:
        """Look through the page as it is now; gives the numbers that it shows."""
        found, shown = page.evaluate(MADE_OF)
        self.wrong += [f"{surface}, {when} at {page.url}: {each}" for each in found]
        return self.read(shown, surface)

    def read(self, text: str, surface: str) -> set[int]:
        """Takes note of what is read there, in a browser or out of it."""
        self.looks[surface] += 1
        now = self.hostile.shown(text)
        self.shown[surface] |= now
        return now
