"""The server's own log: one line for each thing, whatever is in it."""

import io

import structlog

from facilitator.cli import log_to


def test_a_log_line_stays_one_line() -> None:
    written = io.StringIO()
    log_to(written)
    try:
        structlog.get_logger().warning("turned away", why="a\nlevel='error' event='forged'\r\u2028", where="x")
    finally:
        structlog.reset_defaults()

    (line,) = written.getvalue().splitlines()
    assert line.startswith("timestamp='20")
    assert "+00:00" in line or "Z'" in line
    assert "\\nlevel=" in line
