"""Runs before anything else: chooses the async mode and, for eventlet, patches the standard library.

The only file beside `server/` that names eventlet. It must stay the first import of every entry point:
patching after other imports leaves a process half patched.
"""

import os
import warnings
from typing import Literal, cast

AsyncMode = Literal["eventlet", "threading"]
VARIABLE = "FACILITATOR_ASYNC_MODE"


def mode() -> AsyncMode:
    """The async mode of this process. Raises `SystemExit` with a clear line for a mode that does not exist."""
    chosen = os.environ.get(VARIABLE, "eventlet")
    if chosen not in ("eventlet", "threading"):
        raise SystemExit(f'{VARIABLE} must be "eventlet" or "threading"; found "{chosen}".')
    return cast(AsyncMode, chosen)


def patch() -> None:
    """Make the standard library green, where that is the mode."""
    if mode() != "eventlet":
        return
    # Its own resolver of names would load a package that takes a tenth of the start; this server asks for none.
    os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")
    with warnings.catch_warnings():
        # Its maintainers ask everyone to move on. That this project has not yet is a decision (docs/decisions),
        # said there and not at every start.
        warnings.simplefilter("ignore")
        import eventlet

    eventlet.monkey_patch()
