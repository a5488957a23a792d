"""Whether everything on a wall can be read from four metres: nothing cut off, no letter below 48 on 1080 lines."""

from playwright.sync_api import Page

LEAST = 48
# Small on purpose: what must be said of the server, an address that is scanned far more often than typed, and the line
# with a button for whoever stands right before the wall, which says again what is said large above it.
SMALL = ".wall-notices, .address, .listening-line, .aside"
# Boxes whose pages turn are looked at from their first column to their last: each word stands whole in one page.
LOOK = """([least, small]) => {
  const found = new Set();
  const clips = (one) => /hidden|auto|scroll|clip/.test(getComputedStyle(one).overflow);
  const walker = document.createTreeWalker(document.querySelector(".wall"), NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode()); ) {
    const holder = text.parentElement;
    if (!text.textContent.trim() || holder.closest(small)) continue;
    const says = `"${text.textContent.trim().slice(0, 40)}"`;
    const size = Number.parseFloat(getComputedStyle(holder).fontSize);
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      if (!line.width) continue;
      if (size < least - 0.5) found.add(`${says} is ${size} px`);
      const turning = holder.closest("[data-turns]");
      const page = turning?.getBoundingClientRect();
      const turn = page ? page.width + Number.parseFloat(getComputedStyle(turning).columnGap) : 0;
      const away = page ? turn * Math.floor((line.left - page.left + 1) / turn) : 0;
      for (let one = holder; one; one = one.parentElement) {
        const root = one === document.documentElement;
        if (!root && !clips(one)) continue;
        const { left, top, right, bottom } = root
          ? { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
          : one.getBoundingClientRect();
        const moved = turning && one.contains(turning) ? away : 0;
        const sideways = Math.max(left - line.left + moved, line.right - moved - right);
        const over = Math.max(sideways, top - line.top, line.bottom - bottom);
        if (over > 0.15 * size) found.add(`${says} is cut off by ${Math.round(over)} px`);
      }
    }
  }
  for (const drawn of document.querySelectorAll(".wall :is(svg, canvas, img)")) {
    const { width, left, top, right, bottom } = drawn.getBoundingClientRect();
    if (!width || drawn.closest("[data-turns]")) continue;
    if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
      found.add(`a picture reaches out: ${drawn.outerHTML.slice(0, 80)}`);
  }
  return [...found];
}"""

# Every box that is fitted, as it stands in one frame and in the next ones.
FRAMES = """async () => {
  const seen = new Set();
  for (let frame = 0; frame < 20; frame++) {
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    const boxes = [...document.querySelectorAll(".fit")];
    seen.add(boxes.map((one) => [one.className, one.clientHeight, one.clientWidth, one.dataset.fit].join()).join());
  }
  return seen.size;
}"""


def hard_to_read(page: Page) -> list[str]:
    """What somebody at the back of the room could not read."""
    found: list[str] = page.evaluate(LOOK, [LEAST, SMALL])
    return found


def comes_to_rest(page: Page) -> bool:
    """Whether what shares the room has found its size: two boxes could give way to each other for ever."""
    return any(page.evaluate(FRAMES) == 1 for _ in range(5))
