"""What has to come first comes first: a process is patched before anything else is imported, or not at all."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from facilitator.realtime.messages import ASKED

ROOT = Path(__file__).resolve().parent.parent


def in_a_process(code: str, *, mode: str, data: Path | None = None) -> dict[str, object]:
    """What `code` prints as JSON, in a Python of its own."""
    environ = {**os.environ, "FACILITATOR_ASYNC_MODE": mode, "PYTHONPATH": str(ROOT), "DATA": str(data)}
    ran = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], env=environ, capture_output=True, text=True)  # noqa: PLW1510
    assert ran.returncode == 0, ran.stderr
    told: dict[str, object] = json.loads(ran.stdout.splitlines()[-1])
    return told


def test_patching_comes_before_anything_that_would_have_to_be_patched() -> None:
    told = in_a_process(
        """
        import json, sys
        before = set(sys.modules)
        from facilitator import _boot
        patch, seen = _boot.patch, {}
        def looking() -> None:
            seen["before"] = sorted({name.split(".")[0] for name in set(sys.modules) - before})
            patch()
        _boot.patch = looking
        import facilitator.__main__
        print(json.dumps(seen))
        """,
        mode="eventlet",
    )
    early = set(told["before"]) - set(sys.stdlib_module_names)  # type: ignore[call-overload]
    assert early == {"facilitator"}


AFTER_THE_BOOT = """
    import json, sys
    import _thread, select, socket, time
    originals = {{
        "time.sleep": time.sleep,
        "select.select": select.select,
        "socket.socket": socket.socket,
        "_thread.allocate_lock": _thread.allocate_lock,
    }}
    {first}
    import facilitator.__main__
    import facilitator.app
    from eventlet import patcher
    ours = ("facilitator.", "flask", "socketio", "engineio", "sqlalchemy", "werkzeug", "structlog")
    left = [
        f"{{module}}.{{attribute}} is {{name}}"
        for module, held in sorted(sys.modules.items()) if held is not None and module.startswith(ours)
        for attribute, value in vars(held).items()
        for name, original in originals.items() if value is original
    ]
    names = ("os", "select", "socket", "thread", "time")
    print(json.dumps({{"patched": [name for name in names if patcher.is_monkey_patched(name)], "left": left}}))
"""


def test_the_process_is_patched_from_end_to_end() -> None:
    told = in_a_process(AFTER_THE_BOOT.format(first=""), mode="eventlet")

    assert told == {"patched": ["os", "select", "socket", "thread", "time"], "left": []}


def test_a_process_that_was_half_patched_is_seen() -> None:
    late = "import types; planted = types.ModuleType('facilitator.planted'); from time import sleep\n"
    late += "    planted.sleep = sleep; sys.modules['facilitator.planted'] = planted"
    told = in_a_process(AFTER_THE_BOOT.format(first=late), mode="eventlet")

    assert told["left"] == ["facilitator.planted.sleep is time.sleep"]


def test_in_threading_mode_nothing_is_patched() -> None:
    told = in_a_process(
        """
        import json, sys
        import facilitator.__main__
        import facilitator.app
        print(json.dumps({"eventlet": "eventlet" in sys.modules}))
        """,
        mode="threading",
    )
    assert told == {"eventlet": False}


def test_a_mode_that_does_not_exist_is_said_in_one_line() -> None:
    with pytest.raises(AssertionError, match='must be "eventlet" or "threading"; found "gevent"'):
        in_a_process("from facilitator import _boot; _boot.patch()", mode="gevent")


@pytest.mark.parametrize("mode", ["eventlet", "threading"])
def test_every_message_of_the_registry_has_its_handler(mode: str, tmp_path: Path) -> None:
    told = in_a_process(
        """
        from facilitator import _boot
        _boot.patch()
        import json, os, pathlib
        from facilitator.app import create_app
        from facilitator.config import read
        server = create_app(read({"FACILITATOR_DATA": os.environ["DATA"]}))
        print(json.dumps({name: sorted(found) for name, found in server.broadcast.sio.handlers.items()}), flush=True)
        os._exit(0)
        """,
        mode=mode,
        data=tmp_path / "data",
    )
    for audience in ("facilitator", "participant", "display"):
        asked = {message.name for message in ASKED if message.audience == audience}
        assert set(told[f"/{audience}"]) == asked | {"connect", "disconnect", "*"}  # type: ignore[call-overload]
