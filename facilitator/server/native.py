"""The real threads of the operating system, for the writer; `threading` itself may be patched to be green."""

import sys
import threading
from types import ModuleType


def native_threads() -> ModuleType:
    """`threading` as it was before eventlet patched it; `threading` itself where nothing patched it."""
    # Asked of `sys.modules`: importing eventlet just to ask would load it in threading mode too.
    patcher = sys.modules.get("eventlet.patcher")
    if patcher is None or not patcher.is_monkey_patched("thread"):
        return threading
    original: ModuleType = patcher.original("threading")
    return original
