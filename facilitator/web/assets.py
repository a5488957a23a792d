"""Hands out the built front end, compressed as the build made it, and the pictures of curricula."""

import re
from pathlib import Path

from flask import Blueprint, Response, abort, request, send_from_directory
from werkzeug.utils import secure_filename

from facilitator.places import static_dist
from facilitator.web.here import house

assets = Blueprint("assets", __name__)

FOR_EVER = "public, max-age=31536000, immutable"
_HASHED = re.compile(r"-[A-Z0-9]{8}\.\w+\Z")
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}
_ENCODINGS = {"br": ".br", "gzip": ".gz"}


@assets.get("/static/<name>")
def built_file(name: str) -> Response:
    """A file of the build. Its name changes with its content, so browsers keep it for good."""
    folder = static_dist()
    kind = _TYPES.get(Path(name).suffix)
    if kind is None or secure_filename(name) != name:
        abort(404)
    encoding = next((each for each in _ENCODINGS if _accepts(each) and (folder / _packed(name, each)).is_file()), None)
    response = send_from_directory(folder, _packed(name, encoding), mimetype=kind)
    if encoding is not None:
        response.headers["Content-Encoding"] = encoding
    response.headers["Content-Type"] = kind
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOR_EVER if _HASHED.search(name) else "no-cache"
    # The service worker lies here and looks after the pages above.
    response.headers["Service-Worker-Allowed"] = "/"
    return response


@assets.get("/media/<path:name>")
def curriculum_media(name: str) -> Response:
    """A picture: `<curriculum>/<file>`. Only what the library saw in that curriculum's `media/` is handed out."""
    found = _picture(name)
    if found is None:
        abort(404)
    response = send_from_directory(found.parent, found.name)
    response.headers["Cache-Control"] = "private, max-age=300"
    return response


def _picture(name: str) -> Path | None:
    curriculum, _, rest = name.partition("/")
    return house().library.media_file(curriculum, rest) if rest else None


def _accepts(encoding: str) -> bool:
    return bool(request.accept_encodings[encoding])


def _packed(name: str, encoding: str | None) -> str:
    return name + _ENCODINGS[encoding] if encoding else name
