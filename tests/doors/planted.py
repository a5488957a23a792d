"""Pages made careless on purpose: what people wrote is drawn as HTML, so that every surface is seen to be watched."""

from playwright.sync_api import BrowserContext

# Only tags that start by themselves and leave the page where it is.
_CARELESS = """(() => {
  const starts = /<(img|svg|input|video|audio|details)\\b[^<>]*ran\\([^<>]*>/i;
  const never = /^(script|style|title|textarea|option|noscript)$/i;
  const draw = () => {
    for (const one of document.querySelectorAll("body *")) {
      if (one.childElementCount > 0 || never.test(one.tagName)) continue;
      const tag = starts.exec(one.textContent)?.[0];
      if (tag) one.insertAdjacentHTML("beforeend", tag);
    }
  };
  new MutationObserver(draw).observe(document, { subtree: true, childList: true, characterData: true });
})()"""


def careless(context: BrowserContext) -> None:
    """Every page of this window takes text for HTML from now on."""
    context.add_init_script(_CARELESS)
