"""Weighs what a phone fetches from a real server until its first answer, in Chromium, and prints it as JSON.

It scans the room's QR, joins, agrees and waits until the check-in can be answered, with the browser's cache as a phone
that was never here before. What is counted are the bodies of all responses as they came over the wire (packed), pages
included; headers and what came over the socket are given beside them. Row P9 of `make bench` is made of it.

    python scripts/page_weight.py [--language es]
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.find_chromium import find  # noqa: E402
from tests.evening.cast import Tablet  # noqa: E402
from tests.evening.conftest import opened, signed_in  # noqa: E402
from tests.evening.server import LiveServer  # noqa: E402

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
)
# What may be needed without a network comes soon after the first answer can be given.
ALL_IS_THERE = """() => ["later_parts", "participant.es"].every(
  (name) => performance.getEntriesByType("resource").some((entry) => entry.name.includes(name)))"""
NOTE_WHEN_IT_CAN_BE_ANSWERED = """const look = () => {
  if (document.querySelector("[role=radio]:enabled, [type=radio]:enabled")) window.answerable = performance.now();
  else requestAnimationFrame(look);
};
look();"""
ASKED_FOR_LATER = """() => performance.getEntriesByType("resource")
  .filter((entry) => entry.startTime > window.answerable).map((entry) => new URL(entry.name).pathname)"""
JOIN_FORM, CHECK_IN, OTHER_KINDS = 25_000, 36_000, 6_000
"""The goals of P9: bytes until the form can be sent, and until the check-in can be answered."""


@dataclass
class Fetched:
    """One response. `body` and `head` are bytes on the wire."""

    path: str
    body: int = 0
    head: int = 0
    kept: bool = False
    """It lay in the browser's cache and cost nothing."""


@dataclass
class Scale:
    """Listens to everything that a page fetches."""

    fetched: dict[str, Fetched] = field(default_factory=dict)
    socket: int = 0
    loads: list[dict[str, Any]] = field(default_factory=list)
    """What had come by each page's `load`."""

    def listen(self, session: CDPSession) -> None:
        session.send("Network.enable")
        session.send("Page.enable")
        session.on("Page.loadEventFired", lambda _event: self.loads.append(self.now()))
        session.on("Network.requestServedFromCache", self._had)
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.responseReceived", self._answered)
        session.on("Network.dataReceived", self._came)
        session.on("Network.loadingFinished", self._ended)
        session.on("Network.webSocketFrameReceived", self._heard)

    def _asked(self, event: dict[str, Any]) -> None:
        redirect = event.get("redirectResponse")
        if redirect:
            self.fetched[f"{event['requestId']}→{len(self.fetched)}"] = Fetched(
                _path(redirect["url"]), head=int(redirect["encodedDataLength"])
            )
        self.fetched[event["requestId"]] = Fetched(_path(event["request"]["url"]))

    def _had(self, event: dict[str, Any]) -> None:
        self.fetched[event["requestId"]].kept = True

    def _answered(self, event: dict[str, Any]) -> None:
        one, response = self.fetched[event["requestId"]], event["response"]
        one.head = int(response["encodedDataLength"])
        one.kept |= bool(response.get("fromDiskCache") or response.get("fromPrefetchCache"))

    def _came(self, event: dict[str, Any]) -> None:
        self.fetched[event["requestId"]].body += int(event["encodedDataLength"])

    def _ended(self, event: dict[str, Any]) -> None:
        one = self.fetched[event["requestId"]]
        one.body = max(one.body, int(event["encodedDataLength"]) - one.head)

    def _heard(self, event: dict[str, Any]) -> None:
        self.socket += len(event["response"]["payloadData"].encode())

    def now(self, without: Collection[str] = ()) -> dict[str, Any]:
        """What has come so far, but for these paths; the heaviest first."""
        all_of = (one for one in self.fetched.values() if one.head and not one.kept and one.path not in without)
        came = sorted(all_of, key=lambda one: -one.body)
        return {
            "bytes": sum(one.body for one in came),
            "responses": len(came),
            "headers": sum(one.head for one in came),
            "socket": self.socket,
            "files": {f"{number} {one.path}": one.body for number, one in enumerate(came, start=1)},
        }


def _path(url: str) -> str:
    return "/" + url.split("/", 3)[-1]


def weigh(language: str) -> dict[str, Any]:
    """Starts a server of its own and lets one phone join it."""
    with tempfile.TemporaryDirectory() as data:
        server = LiveServer(Path(data)).start()
        try:
            staff = signed_in(server)
            tablet = Tablet(staff, opened(staff))
            tablet.begin()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=find(), args=list(FLAGS))
                locale = {"en": "en-US", "es": "es-MX"}[language]
                page = browser.new_context(locale=locale, viewport={"width": 390, "height": 844}).new_page()
                return joins(page, str(tablet.view["join"]["url"]))
        finally:
            server.stop()


def joins(page: Page, address: str) -> dict[str, Any]:
    scale = Scale()
    scale.listen(page.context.new_cdp_session(page))
    page.add_init_script(NOTE_WHEN_IT_CAN_BE_ANSWERED)
    page.goto(address)
    expect(page.locator(".suggestions button").first).to_be_visible()
    name = page.locator("#name")
    name.fill("Ana")
    page.wait_for_load_state("networkidle")
    typed = scale.now()
    name.press("Enter")
    page.locator("form[action='/group/agreement'] button").click()
    expect(page.get_by_role("radio").first).to_be_enabled()
    page.wait_for_function(ALL_IS_THERE)
    page.wait_for_load_state("networkidle")
    # By when the page asked for it: on a fast machine, what comes later is here before one can look.
    check_in = scale.now(without=page.evaluate(ASKED_FOR_LATER))
    return {"join_form": scale.loads[0], "name_typed": typed, "check_in": check_in, "at_rest": scale.now()}


def kinds() -> dict[str, int]:
    """Bytes that each other kind adds when a phone first meets it, by addition."""
    dist = ROOT / "static" / "dist"
    sizes = json.loads((dist / "sizes.json").read_text())
    page = json.loads((dist / "manifest.json").read_text())["pages"]["participant"]
    return {kind: sum(sizes[name]["br"] for name in files.values() if name) for kind, files in page["kinds"].items()}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--language", choices=("en", "es"), default="en")
    asked = arguments.parse_args()
    weighed = weigh(asked.language)
    goals = {"join_form": JOIN_FORM, "check_in": CHECK_IN, "other_kinds": OTHER_KINDS}
    print(json.dumps({"row": "P9", "goals": goals, **weighed, "kinds": kinds()}, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
