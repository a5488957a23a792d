"""The port: taken, open to a network, or behind a certificate of the clinic's own; in both async modes."""

import socket
import ssl
import urllib.request
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.evening.server import LiveServer, free_port, run_to_its_end
from tests.server.conftest import trusting


def test_over_tls_pages_come_and_cookies_stay_on_tls(over_tls: LiveServer) -> None:
    with urllib.request.urlopen(f"{over_tls.address}/display", context=trusting()) as response:
        cookie = response.headers["Set-Cookie"]

    assert cookie.startswith("__Host-wall=")
    assert "Secure" in cookie
    assert "HttpOnly" in cookie


def test_only_ciphers_that_a_key_stolen_later_does_not_open(over_tls: LiveServer) -> None:
    told = shaken(over_tls, ssl.TLSVersion.TLSv1_2, "ALL")
    assert told is not None
    assert told[0].startswith("ECDHE-")
    assert shaken(over_tls, ssl.TLSVersion.TLSv1_3, "ALL") is not None
    for version, ciphers in (
        (ssl.TLSVersion.TLSv1_2, "ECDHE+SHA256:!AESGCM:!AESCCM:!CHACHA20"),
        (ssl.TLSVersion.TLSv1_2, "kRSA"),
        (ssl.TLSVersion.TLSv1_1, "ALL:@SECLEVEL=0"),
    ):
        assert shaken(over_tls, version, ciphers) is None, (version, ciphers)


def shaken(server: LiveServer, version: ssl.TLSVersion, ciphers: str) -> tuple[str, str, int] | None:
    """The cipher that server and client agreed on; None if they did not."""
    context = trusting()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = context.maximum_version = version
    context.set_ciphers(ciphers)
    try:
        plain = socket.create_connection(("127.0.0.1", server.port), timeout=5)
        with plain, context.wrap_socket(plain, server_hostname="localhost") as line:
            return line.cipher()
    except (ssl.SSLError, ConnectionError):
        return None


def test_somebody_who_never_finishes_the_handshake_holds_nobody_up(over_tls: LiveServer) -> None:
    with (
        socket.create_connection(("127.0.0.1", over_tls.port)),
        urllib.request.urlopen(f"{over_tls.address}/healthz", context=trusting(), timeout=5) as response,
    ):
        assert response.status == 200


def test_a_second_server_on_the_same_port_refuses_and_says_so(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, said = run_to_its_end(tmp_path / "data", PORT=str(taken.getsockname()[1]))

    assert code == 1
    assert "already taken" in said
    assert "Traceback" not in said


def test_a_second_server_over_the_same_data_refuses_and_says_so(tmp_path: Path) -> None:
    first = LiveServer(tmp_path / "data").start()
    code, said = run_to_its_end(tmp_path / "data", PORT=str(free_port()))
    first.stop()

    assert code == 1
    assert "Traceback" not in said


def test_without_tls_a_network_gets_no_server_unless_it_is_a_trial(tmp_path: Path) -> None:
    code, said = run_to_its_end(tmp_path / "data", HOST="0.0.0.0", PORT=str(free_port()))  # noqa: S104

    assert code == 1
    assert "--insecure-trial" in said


def test_a_trial_says_on_its_pages_that_others_can_read_along(tmp_path: Path) -> None:
    server = LiveServer(tmp_path / "data", HOST="0.0.0.0", FACILITATOR_INSECURE_TRIAL="yes").start()  # noqa: S104
    with urllib.request.urlopen(f"{server.address}/") as response:
        page = response.read().decode()
    server.stop()

    assert "trial" in page.lower()


def test_behind_a_proxy_with_tls_cookies_stay_on_tls_too(tmp_path: Path) -> None:
    server = LiveServer(tmp_path / "data", FACILITATOR_PUBLIC_ADDRESS="https://group.example.org").start()
    with urllib.request.urlopen(f"{server.address}/display") as response:
        cookie = response.headers["Set-Cookie"]
    server.stop()

    assert cookie.startswith("__Host-wall=")
    assert "Secure" in cookie


@pytest.fixture(params=["eventlet", "threading"])
def plain(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LiveServer]:
    server = LiveServer(tmp_path / "data", str(request.param)).start()
    yield server
    server.stop()


@pytest.mark.parametrize(
    "lengths",
    [
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: xchunked\r\nContent-Length: 3",
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: -5",
        "Content-Length: 5\r\nContent-Length: 5",
        "Content-Length: +5",
        "Content-Length : 5",
    ],
)
def test_a_request_cannot_carry_another_past_a_proxy(plain: LiveServer, lengths: str) -> None:
    """Where two could count the length of a body differently, what follows is never answered as a request."""
    hidden = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    told = said_to(plain, f"POST /join HTTP/1.1\r\nHost: x\r\n{lengths}\r\n\r\n0\r\n\r\n{hidden}")

    assert told.count(b"HTTP/1.") == 1
    assert told.startswith((b"HTTP/1.0 4", b"HTTP/1.1 4"))


def test_a_server_does_not_say_what_it_is_made_of(plain: LiveServer) -> None:
    told = said_to(plain, "GET /join HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").lower()

    assert [made for made in (b"werkzeug", b"eventlet", b"python") if made in told] == []


def said_to(server: LiveServer, request: str) -> bytes:
    told = b""
    with socket.create_connection(("127.0.0.1", server.port), timeout=3) as line:
        line.sendall(request.encode())
        try:
            while piece := line.recv(65536):
                told += piece
        except (TimeoutError, ConnectionResetError):
            pass
    return told
