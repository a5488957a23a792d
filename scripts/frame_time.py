"""Measures what moving pictures cost a slow phone: main-thread time for each frame, in Chromium slowed four times.

Each kind that moves stands on a phone of its own, with motion wanted, and is watched for some seconds. The goal is
8 ms a frame, so that the page answers a tap within the same frame.

    python scripts/frame_time.py [--seconds 5] [--slower 4] [--to bench/results/motion.json]
"""

import argparse
import json
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.report import machine, results  # noqa: E402
from bench.report.results import Result  # noqa: E402
from facilitator.activities.kinds import find as find_kind  # noqa: E402
from facilitator.generating.activities_md import example_of  # noqa: E402
from scripts.find_chromium import find  # noqa: E402
from scripts.page_weight import FLAGS  # noqa: E402
from tests.evening.cast import Phone, Tablet  # noqa: E402
from tests.evening.conftest import opened, signed_in  # noqa: E402
from tests.evening.server import LiveServer  # noqa: E402

MOVING = ("breathing", "urge_surf", "pulse")
LED = ("pulse",)
"""Those that staff set in motion, for everyone at once."""
OTHERS = 5
"""Phones beside the one that is watched: an anonymous activity opens for a group only."""
GOAL_MS = 8.0
HEAD = "---\ntitle: {kind}\ndiscipline: process\nminutes: 20\n---\n\n## Together {{#together minutes=20}}\n\n"
COUNT_FRAMES = """() => {
  window.framesSeen = 0;
  const count = () => { window.framesSeen += 1; requestAnimationFrame(count); };
  requestAnimationFrame(count);
}"""


def slug_of(kind: str) -> str:
    return f"01-{kind.replace('_', '-')}"


def write(root: Path) -> None:
    """A curriculum with one module for each kind that moves."""
    shelf = root / "moving"
    shelf.mkdir(parents=True)
    for name in ("agreement.md", "concern.md"):
        (root / name).write_bytes((ROOT / "curricula" / name).read_bytes())
    (shelf / "curriculum.md").write_text("---\ntitle: Moving\nlanguage: en\n---\n")
    for kind in MOVING:
        (shelf / f"{slug_of(kind)}.md").write_text(HEAD.format(kind=kind) + example_of(find_kind(kind)))


def watch(page: Page, seconds: float, slower: float) -> dict[str, float]:
    """Milliseconds of main thread for each frame, and frames a second."""
    session = page.context.new_cdp_session(page)
    start = page.get_by_role("button", name="Start", exact=True)
    if start.count():
        start.first.click()
    page.evaluate(COUNT_FRAMES)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    session.send("Performance.enable", {"timeDomain": "timeTicks"})
    before = _now(page, session)
    page.wait_for_timeout(seconds * 1000)
    after = _now(page, session)
    frames = after["frames"] - before["frames"]
    return {
        "ms_a_frame": round((after["TaskDuration"] - before["TaskDuration"]) / frames * 1000, 2),
        "frames_a_second": round(frames / (after["Timestamp"] - before["Timestamp"]), 1),
    }


def _now(page: Page, session: Any) -> dict[str, float]:
    told = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    return {**told, "frames": float(page.evaluate("window.framesSeen"))}


def measure(seconds: float, slower: float) -> dict[str, dict[str, float]]:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "curricula")
        server = LiveServer(Path(folder) / "data", FACILITATOR_CURRICULA=str(Path(folder) / "curricula")).start()
        try:
            staff, found = signed_in(server), {}
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=find(), args=list(FLAGS))
                for kind in MOVING:
                    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
                    others = gather(Tablet(staff, opened(staff, (slug_of(kind),), curriculum="moving")), page, kind)
                    found[kind] = watch(page, seconds, slower)
                    for other in others:
                        other.disconnect()
                    page.context.close()
            return found
        finally:
            server.stop()


def gather(tablet: Tablet, page: Page, kind: str) -> list[Phone]:
    """The group at the step; this page shows the kind in motion, or ready to start."""
    address = str(tablet.view["join"]["url"])
    base, secret = address.partition("/join")[0], address.partition("#s=")[2]
    others = [Phone(base, f"Other {number}", secret=secret) for number in range(OTHERS)]
    page.goto(address)
    page.locator("#name").fill("Ana")
    page.locator("#name").press("Enter")
    page.locator("form[action='/group/agreement'] button").click()
    page.wait_for_url("**/group")
    tablet.begin()
    page.get_by_role("heading", name="Together", level=1).wait_for()
    if kind in LED:
        tablet.ask("lead", run=tablet.view["runs"][-1]["activity"]["run"], move={"do": "start"})
    page.wait_for_timeout(5000)
    return others


def rows(measured: dict[str, dict[str, float]]) -> list[Result]:
    """As `make bench` keeps what it finds, a row for each kind."""
    return [_row(kind, figures) for kind, figures in measured.items()]


def _row(kind: str, figures: dict[str, float]) -> Result:
    ours = results.three(figures["ms_a_frame"])
    what = f"main thread for each frame of {kind}, at {figures['frames_a_second']:.0f} frames a second"
    return Result(
        row="motion", what=what, against="self", unit="ms", ours=ours, low=ours, high=ours, goal=GOAL_MS, better="less",
        reached=ours <= GOAL_MS, ratio=None, theirs=None, rounds=1, dropped=0,
    )  # fmt: skip


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seconds", type=float, default=5.0)
    arguments.add_argument("--slower", type=float, default=4.0)
    arguments.add_argument("--to", type=Path, help="keeps what was found for docs/performance.md")
    asked = arguments.parse_args()
    began, load = time.monotonic(), machine.load()
    measured = measure(asked.seconds, asked.slower)
    print(json.dumps({"goal_ms": GOAL_MS, "kinds": measured}, indent=2))
    if asked.to:
        about = {
            "taken": datetime.now(UTC).isoformat(timespec="minutes"),
            "minutes": round((time.monotonic() - began) / 60, 1),
            "machine": machine.describe(),
            "load": [load, machine.load()],
            "small": False,
            "failed": [],
        }
        results.write(asked.to, rows(measured), about)


if __name__ == "__main__":
    main()
