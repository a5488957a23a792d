"""Whatever a phone does, it harms itself alone: it is refused, slowed or closed, and the others go on."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.server.wire import frames
from tests.evening.cast import Phone, Tablet
from tests.evening.conftest import Evening, opened, signed_in
from tests.evening.server import LiveServer
from tests.evening.shelf import a_shelf
from tests.wire.raw_phone import PATIENCE, RawPhone

PATHS = {
    "fast": {"FACILITATOR_WIRE": "fast"},
    "stock": {"FACILITATOR_WIRE": "stock"},
    "threading": {"FACILITATOR_ASYNC_MODE": "threading"},
}


@pytest.fixture(params=PATHS, scope="module")
def path(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def evening(path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    folder = tmp_path_factory.mktemp("evening")
    server = LiveServer(folder / "data", FACILITATOR_CURRICULA=a_shelf(folder), **PATHS[path]).start()
    staff = signed_in(server)
    live_session = opened(staff)
    evening = Evening(server, staff, live_session, Tablet(staff, live_session))
    evening.tablet.begin()
    yield evening
    for screen in [evening.tablet, *evening.screens]:
        screen.disconnect()
    assert server.stop() == 0, server.said


@pytest.fixture(scope="module")
def ana(evening: Evening) -> Phone:
    return evening.phone("Ana")


@pytest.fixture(scope="module")
def seat(evening: Evening) -> str:
    """The cookie of somebody in the group whose phone is not what it seems."""
    return evening.phone("Mallory").browser.cookie


@pytest.fixture
def mallory(evening: Evening, seat: str) -> Iterator[RawPhone]:
    phone = RawPhone(evening.server.port, seat)
    yield phone
    phone.close()


HANDSHAKES = (
    "Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version: x\r\nSec-WebSocket-Key: x",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
)


@pytest.mark.parametrize("heads", HANDSHAKES)
def test_a_handshake_that_is_none_is_a_bad_request(evening: Evening, heads: str) -> None:
    port = evening.server.port
    asked = (
        f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        f"Origin: http://127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n{heads}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as line:
        line.sendall(asked.encode())
        told = line.recv(4096)

    assert told.startswith((b"HTTP/1.1 400", b"HTTP/1.0 400"))
    assert "defect" not in evening.server.said


def memory(server: LiveServer) -> float:
    """MiB that the server's process holds."""
    assert server._process is not None
    status = Path(f"/proc/{server._process.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def still_well(ana: Phone) -> None:
    ana.answers({"values": {"craving": 5}})


def test_no_message_is_compressed(mallory: RawPhone) -> None:
    assert "extensions" not in mallory.headers.lower()


def test_bytes_are_not_taken(path: str, mallory: RawPhone, ana: Phone) -> None:
    mallory.socket.sendall(mallory.frame(b"\x00" * 100, 0x82))

    code = mallory.closed_with()
    assert code == frames.NOT_TEXT or path != "fast"
    still_well(ana)


def test_a_binary_event_that_never_ends_is_not_waited_for(mallory: RawPhone, ana: Phone) -> None:
    mallory.text('451000-/participant,["answer",{"_placeholder":true,"num":0}]')

    mallory.closed_with()
    still_well(ana)


@pytest.mark.parametrize(
    "said", ["4", "42", "49", "42/participant,[", "42/participant,[]", "42/participant,[7]", "x", "9"]
)
def test_what_cannot_be_read_harms_nobody(mallory: RawPhone, ana: Phone, said: str) -> None:
    mallory.text(said)
    still_well(ana)


def test_a_message_that_nobody_knows_is_said_to_be_so(mallory: RawPhone) -> None:
    mallory.emit("format_the_disk", id="m-1")

    assert mallory.hears_back("m-1") == "unknown"


def test_a_drawing_of_ten_megabytes_is_refused_and_takes_no_room(
    path: str, evening: Evening, mallory: RawPhone, ana: Phone
) -> None:
    before = memory(evening.server)
    drawing = json.dumps(["answer", {"id": "m-2", "run": "r", "say": "x" * 10_000_000}], separators=(",", ":"))
    try:
        mallory.text(f"42/participant,{drawing}")
        refused = mallory.hears_back("m-2") if path == "fast" else "too_long"
    except (EOFError, OSError):
        refused = "too_long" if path != "fast" else "hung up"

    assert refused == "too_long"
    assert memory(evening.server) - before < 24
    still_well(ana)


def test_after_a_drawing_that_was_too_long_the_phone_goes_on(path: str, mallory: RawPhone) -> None:
    if path != "fast":
        pytest.skip("the library's own path can only hang up")
    mallory.emit("answer", id="m-3", run="r", say="x" * 70_000)
    assert mallory.hears_back("m-3") == "too_long"

    mallory.emit("call_staff", id="m-4", call="call-1")

    assert mallory.hears_back("m-4") == "done"


def test_a_flood_is_asked_to_slow_down_and_the_others_are_not(evening: Evening, ana: Phone) -> None:
    mallory = RawPhone(evening.server.port, evening.phone("Mallory").browser.cookie)
    for number in range(180):
        mallory.emit("cancel_call", id=f"f-{number}", call="none")

    assert mallory.hears_back("f-179") == "slow_down"
    still_well(ana)
    mallory.close()


def test_phones_that_never_read_are_closed_and_welcome_back(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path)
    server = LiveServer(tmp_path / "data", FACILITATOR_CURRICULA=shelf, FACILITATOR_SEAT_RATE="100000").start()
    staff = signed_in(server)
    live_session = opened(staff)
    evening = Evening(server, staff, live_session, Tablet(staff, live_session))
    ana, mallory = evening.phones("Ana", "Mallory")
    dead = [RawPhone(server.port, mallory.browser.cookie, small_buffer=True) for _ in range(15)]
    before = memory(server)
    for number in range(2000):
        tap = evening.tablet.send("set_phones", position=("down", "up")[number % 2])
        if number % 50 == 49:
            evening.tablet.hear_back(tap)
    ana.wait("view", lambda view: view["phones"] == "up")
    assert memory(server) - before < 32

    assert [phone.closed_with() for phone in dead] == [0] * 15
    back = RawPhone(server.port, mallory.browser.cookie)
    back.emit("call_staff", id="b-1", call="call-2")
    assert back.hears_back("b-1") == "done"
    for phone in (*dead, back, evening.tablet, ana, mallory):
        phone.close() if isinstance(phone, RawPhone) else phone.disconnect()
    server.stop()


@pytest.mark.parametrize("name", ["connect", "disconnect", "*"])
def test_a_message_is_not_taken_for_one_of_the_librarys_own_calls(mallory: RawPhone, ana: Phone, name: str) -> None:
    environ = {"HTTP_ORIGIN": "x", "HTTP_HOST": "x", "HTTP_COOKIE": "place=made-up"}
    mallory.text(f"42/participant,{json.dumps([name, environ, {}])}")
    mallory.emit("cancel_call", id="m-9", call="none")

    with pytest.raises((EOFError, OSError)):
        mallory.hears_back("m-9")
    still_well(ana)
