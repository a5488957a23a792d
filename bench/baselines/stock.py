"""A bare Flask-SocketIO server as its documentation shows one: no checks, no versions, no authority.

    python stock.py PORT VIEW.json eventlet|gevent nothing|each|group FILE

It lets everyone in, passes one view on to a room, and says `done`. Its settings are the library's own, but for the
number of connections, which eventlet would stop at 1,024.
"""

import json
import sys
import warnings

port, view_file, mode, way, kept = sys.argv[1:6]
warnings.simplefilter("ignore")
if mode == "eventlet":
    import eventlet

    eventlet.monkey_patch()
else:
    from gevent import monkey

    monkey.patch_all()

from pathlib import Path  # noqa: E402 - patching comes first
from typing import Any  # noqa: E402

from flask import Flask, request  # noqa: E402
from flask_socketio import SocketIO, emit, join_room  # noqa: E402
from storing import WAYS  # noqa: E402

app = Flask("stock")
sockets = SocketIO(app, async_mode=mode, cors_allowed_origins="*")
view = json.loads(Path(view_file).read_text())
keeping = WAYS[way](kept)
rooms: dict[str, str] = {}


@sockets.on("connect", namespace="/participant")
def phone(auth: dict[str, str]) -> None:
    join_room(auth["room"])
    emit("view", view)


@sockets.on("connect", namespace="/facilitator")
def tablet(auth: dict[str, str]) -> None:
    rooms[request.sid] = auth["room"]  # type: ignore[attr-defined]
    emit("view", view)


@sockets.on("next_step", namespace="/facilitator")
def next_step(sent: dict[str, Any]) -> None:
    view["version"] += 1
    room = rooms[request.sid]  # type: ignore[attr-defined]
    emit("view", view, to=room, namespace="/participant")
    emit("done", {"id": sent["id"]})


@sockets.on("answer", namespace="/participant")
def answer(sent: dict[str, Any]) -> None:
    sid = request.sid  # type: ignore[attr-defined]
    row = (sent["run"], sid, sent["say"]["revision"], json.dumps(sent["say"]))
    keeping.keep(row, lambda: sockets.emit("done", {"id": sent["id"]}, to=sid, namespace="/participant"))


more: dict[str, Any] = {"max_size": 20_000, "log_output": False} if mode == "eventlet" else {}
sockets.run(app, host="127.0.0.1", port=int(port), **more)
