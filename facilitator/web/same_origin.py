"""Only our own pages may change anything: every request that is not a plain read must come from this very site.

Browsers say where a request comes from; a page elsewhere cannot forge it. Cookies alone would not do: SameSite
lets a page of a neighbouring host through. Where something on the way has taken both headers, a form's own token
tells (`form_tokens.py`); what a script sends has none, and is refused.
"""

from typing import cast
from urllib.parse import urlsplit

from flask import Flask, current_app, request

from facilitator.errors import Refused
from facilitator.web.form_tokens import FIELD, FormTokens
from facilitator.web.here import house

_READS = {"GET", "HEAD", "OPTIONS"}


def check_origin() -> None:
    """Raises `Refused("other_site", …)`."""
    if request.method in _READS:
        return
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin", "")
    if site:
        # `none` is the person's own doing, such as loading a page again.
        ours = site in ("same-origin", "none")
    elif origin:
        ours = urlsplit(origin).netloc in _own_hosts()
    else:
        ours = form_tokens().fits(request.form.get(FIELD, "")[:200])
    if not ours:
        raise Refused("other_site", "This did not come from our own page. Open the page again and try once more.")


def _own_hosts() -> set[str]:
    """The host that was asked for; behind a proxy that changes it, the one the clinic has set."""
    public = urlsplit(house().config.public_address).netloc
    return {request.host, public} - {""}


def form_tokens() -> FormTokens:
    return cast(FormTokens, current_app.extensions["facilitator.form_tokens"])


def guard(app: Flask) -> None:
    """Also puts the token into every form of the app's templates."""
    app.extensions["facilitator.form_tokens"] = FormTokens(app.jinja_env)
    app.before_request(check_origin)
