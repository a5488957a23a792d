"""Packs the phone's plain pages on their way: a phone on a bad network fetches three before its first answer."""

import gzip

from flask import Response, request

_LEVEL = 6
_WORTH_IT = 500
"""Bytes. Below that the packing weighs as much as it saves."""


def pack(response: Response) -> Response:
    """Only what was read. A form that comes back with what was sent holds it beside a secret of the room's QR: packed
    together, the length would tell of the secret.
    """
    if request.method != "GET" or response.mimetype != "text/html":
        return response
    response.vary.add("Accept-Encoding")
    if request.accept_encodings["gzip"] and len(response.data) > _WORTH_IT:
        response.data = gzip.compress(response.data, _LEVEL, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
    return response
