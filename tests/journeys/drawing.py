"""Drawing with a finger, and seeing on any screen that something was drawn."""

from playwright.sync_api import Locator

from tests.journeys.device import Device
from tests.journeys.phone import Phone

RED = (181, 50, 44)
# How many dots of a canvas have this colour.
_DOTS = """(canvas, [r, g, b]) => {
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
  let dots = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] === r && data[at + 1] === g && data[at + 2] === b) dots++;
  return dots;
}"""


def paper(phone: Phone) -> Locator:
    return phone.page.locator("canvas.paper")


def red(canvas: Locator) -> int:
    dots: int = canvas.evaluate(_DOTS, list(RED))
    return dots


def shows_red(screen: Device, canvas: str = "canvas.drawn") -> None:
    """Waits until the first picture there has come and has been drawn: a page paints when it comes to it."""
    _waits_for_red(screen, canvas, "> 500")


def shows_no_red(screen: Device, canvas: str = "canvas.drawn") -> None:
    """Waits until the first picture there has been drawn anew without it."""
    _waits_for_red(screen, canvas, "=== 0")


def _waits_for_red(screen: Device, canvas: str, much: str) -> None:
    screen.page.wait_for_function(
        f"([at, ink]) => ({_DOTS})(document.querySelector(at), ink) {much}", arg=[canvas, list(RED)]
    )


def draws(phone: Phone) -> None:
    """A red line across the paper, as a finger would."""
    phone.page.get_by_role("radio", name="Red").click()
    paper(phone).scroll_into_view_if_needed()
    box = paper(phone).bounding_box()
    assert box is not None
    mouse = phone.page.mouse
    mouse.move(box["x"] + 40, box["y"] + 60)
    mouse.down()
    for step in range(1, 20):
        mouse.move(box["x"] + 40 + 10 * step, box["y"] + 60 + 4 * (step % 5))
    mouse.up()


def rung(phone: Phone, key: str) -> Locator:
    return phone.page.get_by_role("radio", name=phone.word(key), exact=True)
