"""A bare python-socketio server on ASGI, under uvicorn, that stores nothing: python asgi.py PORT VIEW.json"""

import json
import sys
from pathlib import Path
from typing import Any

import socketio
import uvicorn

port, view_file = sys.argv[1:3]
view = json.loads(Path(view_file).read_text())
sockets = socketio.AsyncServer(async_mode="asgi", cors_allowed_origins="*")
rooms: dict[str, str] = {}


@sockets.on("connect", namespace="/participant")
async def phone(sid: str, environ: dict[str, Any], auth: dict[str, str]) -> None:
    await sockets.enter_room(sid, auth["room"], namespace="/participant")
    await sockets.emit("view", view, to=sid, namespace="/participant")


@sockets.on("connect", namespace="/facilitator")
async def tablet(sid: str, environ: dict[str, Any], auth: dict[str, str]) -> None:
    rooms[sid] = auth["room"]
    await sockets.emit("view", view, to=sid, namespace="/facilitator")


@sockets.on("next_step", namespace="/facilitator")
async def next_step(sid: str, sent: dict[str, Any]) -> None:
    view["version"] += 1
    await sockets.emit("view", view, to=rooms[sid], namespace="/participant")
    await sockets.emit("done", {"id": sent["id"]}, to=sid, namespace="/facilitator")


@sockets.on("answer", namespace="/participant")
async def answer(sid: str, sent: dict[str, Any]) -> None:
    await sockets.emit("done", {"id": sent["id"]}, to=sid, namespace="/participant")


uvicorn.run(socketio.ASGIApp(sockets), host="127.0.0.1", port=int(port), log_level="error", ws="websockets")
