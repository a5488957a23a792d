"""The fast path is taken only where the libraries are as it needs them. In a process of its own: it is patched."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

IN_PLACE = """
from facilitator import _boot
_boot.patch()
import structlog
structlog.configure(logger_factory=structlog.PrintLoggerFactory())
import socketio, engineio
from facilitator.server.wire import probes
from facilitator.server.wire.rooms import Rooms
from facilitator.server.wire.setting_up import set_up
{planted}
sio = socketio.Server(async_mode={mode!r}, async_handlers={handlers}, client_manager=Rooms())
loop = set_up(sio, {wanted!r}, lambda *told: True, most_a_second=200)
print("fast" if loop else "stock")
"""


def path_taken(*, planted: str = "", mode: str = "eventlet", handlers: bool = False, wanted: str = "fast") -> str:
    code = IN_PLACE.format(planted=planted, mode=mode, handlers=handlers, wanted=wanted)
    environ = {"FACILITATOR_ASYNC_MODE": mode, "PATH": ""}
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, check=False, cwd=ROOT, env=environ, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_fast_path_is_taken_with_the_libraries_that_are_locked() -> None:
    assert path_taken() == "fast\n"


def test_it_is_not_taken_where_it_is_not_wanted_or_there_is_no_hub() -> None:
    assert path_taken(wanted="stock") == "stock\n"
    assert path_taken(mode="threading") == "stock\n"


def test_a_library_that_connects_in_another_way_is_left_alone_and_the_log_says_so() -> None:
    said = path_taken(planted="engineio.Server._handle_connect = lambda self, environ: None")

    assert said.endswith("stock\n")
    assert "engineio.Server._handle_connect(environ, start_response, transport, jsonp_index)" in said


def test_rooms_of_another_shape_are_seen() -> None:
    said = path_taken(planted="Rooms.sid_from_eio_sid = lambda self, eio_sid, namespace: None")

    assert "socketio.Manager.rooms[namespace][room] maps sid to eio sid, and back" in said


def test_handlers_that_would_overtake_each_other_are_seen() -> None:
    assert "async_handlers is off" in path_taken(handlers=True)
