"""Starts a server and says on the console what to open. Holds the data folder for as long as it runs."""

from collections.abc import Callable

import click
import segno

from facilitator.app import Server, create_app
from facilitator.config import Config
from facilitator.demo.company import Company
from facilitator.people import first_account
from facilitator.privacy.tmpfs import swap_is_on
from facilitator.server.address import address_of
from facilitator.server.listening import bound, secured, serve
from facilitator.storage import live_sessions, lock


def _nothing_more(server: Server) -> None:
    """A plain server has nothing to add."""


def run_server(config: Config, *, demo: bool = False, ready: Callable[[Server], None] = _nothing_more) -> None:
    """Serve until Ctrl-C or SIGTERM. Raises `Refused` if the port, the data folder or the certificate refuse."""
    with lock.hold(config.data):
        listener = bound(config.host, config.port)
        if config.tls_cert is not None and config.tls_key is not None:
            listener = secured(listener, config.tls_cert, config.tls_key)
        server = create_app(config, demo=demo)
        server.start()
        company = Company(_own_address(config))
        server.house.rehearse = lambda live_session: company.join(live_session, _secret_of(server, live_session))
        server.over = company.leave

        def say_and_go_on() -> None:
            _say(server)
            ready(server)

        try:
            serve(server.app, listener, say_and_go_on, server.stop)
        finally:
            company.leave_all()
        click.echo("Stopped. Nothing is left half done.")


def _own_address(config: Config) -> str:
    """Where pretend participants on this machine reach the server."""
    host = "127.0.0.1" if config.host in ("0.0.0.0", "::", "localhost") else config.host  # noqa: S104 - compared only
    return f"{'https' if config.has_tls else 'http'}://{f'[{host}]' if ':' in host else host}:{config.port}"


def _secret_of(server: Server, live_session: str) -> str:
    with server.house.store.reading() as conn:
        return live_sessions.qr_secret(conn, live_session)


def _say(server: Server) -> None:
    config, address = server.house.config, address_of(server.house.config)
    click.echo(f"Facilitator is running. Staff open {address}/staff/  ·  the room screen opens {address}/display")
    click.echo(f"Phones join at {address}  ·  Ctrl-C stops")
    if not config.is_loopback:
        click.echo(_qr(address))
    if config.insecure:
        click.echo("This is a trial without TLS: others on this network can read along. Not for real patients.")
    if swap_is_on():
        click.echo("This machine swaps memory to disk: keys of anonymous answers could end up there. Turn swap off.")
    link = server.house.writer.wait(lambda conn: first_account.make_link(conn, at=server.house.clock()))
    if link is not None and not server.house.demo:
        click.echo(f"Make the first account here, once, within a day: {address}/staff/first#{link}")


def _qr(address: str) -> str:
    """The address as a QR of half blocks, for phones on the same network."""
    rows = [list(row) for row in segno.make(address, error="m", micro=False).matrix_iter(border=2)]
    rows += [[0] * len(rows[0])] * (len(rows) % 2)
    blocks = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
    return "\n".join(
        "".join(blocks[bool(upper), bool(lower)] for upper, lower in zip(*pair, strict=True))
        for pair in zip(rows[::2], rows[1::2], strict=True)
    )
