"""Asks axe-core about a page. It reaches the page through the browser's own door, so the page's policy stays whole."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parent.parent.parent / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
  const late = new Promise((_, no) => setTimeout(() => no(new Error("axe-core took a minute")), 60_000));
  const { violations } = await Promise.race([axe.run(document, { resultTypes: ["violations"] }), late]);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary}`));
}"""


@cache
def _axe() -> str:
    return AXE.read_text()


def problems_of(page: Page) -> list[str]:
    """What axe-core finds wrong with the page as it is now, by all its rules."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_axe())
    found: list[str] = page.evaluate(RUN)
    return found
