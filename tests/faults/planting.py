"""The server as the fault runs start it: `facilitator`, with steps at which it can be killed and bugs to plant.

None of this is in the product. It is wrapped around the product's own functions by name, here and in
`points.py` and `planted.py`; a name that is gone ends the server at once, so nothing is silently not tested.
With `--zygote` it imports everything once and forks a server for each line that it reads: `kill -9` and a
start then take a tenth of a second instead of a whole one.
"""

from facilitator import _boot

_boot.patch()

import os  # noqa: E402 - nothing may be imported before it is patched
import sys  # noqa: E402
from types import ModuleType  # noqa: E402

from facilitator.__main__ import main  # noqa: E402
from tests.faults import planted, points  # noqa: E402
from tests.faults.control import Control  # noqa: E402


def _native(name: str) -> ModuleType:
    """A module as it is without green threads, which must not begin before the fork."""
    patcher = sys.modules.get("eventlet.patcher")
    return patcher.original(name) if patcher is not None else sys.modules[name]


def _zygote() -> None:
    native = _native("os")
    import facilitator.running_server  # noqa: F401 - the point of the zygote

    print("ready", flush=True)
    for _ in sys.stdin:
        child = native.fork()
        if child == 0:
            _serve()
        print(f"pid {child}", flush=True)
        native.waitpid(child, 0)
        print(f"ended {child}", flush=True)


def _serve() -> None:
    control = Control.from_environ()
    points.plant(control)
    planted.plant(control)
    sys.argv = ["facilitator", "run"]
    main()
    os._exit(0)


if __name__ == "__main__":
    _zygote() if "--zygote" in sys.argv else _serve()
