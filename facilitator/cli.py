"""The command line: what an operator and an author type."""

import os
import sys
from collections.abc import Callable
from typing import Any

import click
import structlog

from facilitator import config as configuration
from facilitator.cli_check import check
from facilitator.cli_record import audit, keys, purge
from facilitator.config import Config
from facilitator.saying_why import says_why
from facilitator.storage import lock


@click.group()
def cli() -> None:
    """Facilitator leads a therapy group in the room."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


for _command in (check, audit, keys, purge):
    cli.add_command(_command)


def _settings(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--host", help="The address to listen on."),
        click.option("--port", help="The port to listen on."),
        click.option("--tls-cert", help="The certificate file (PEM)."),
        click.option("--tls-key", help="The certificate's private key (PEM)."),
        click.option("--insecure-trial", is_flag=True, default=None, help="Serve a network without TLS, to try it."),
    ):
        command = option(command)
    return command


@cli.command()
@_settings
@says_why
def run(**given: Any) -> None:
    """Start the server."""
    from facilitator.running_server import run_server

    run_server(_config(given))


@cli.command()
@_settings
@says_why
def demo(**given: Any) -> None:
    """Start a demo: a throw-away store, a group under way, eight pretend participants."""
    from facilitator.demo.evening import run_demo

    run_demo(lambda data: _config({**given, "data": str(data)}))


@cli.command("reset-password")
@click.argument("sign_in_name")
@click.password_option(help="The new password; asked for if it is not given.")
@says_why
def reset_password(sign_in_name: str, password: str) -> None:
    """Give a staff member a new password, on the server's console. Stop the server first."""
    from facilitator.people import passwords, staff
    from facilitator.storage.database import open_store
    from facilitator.storage.writer import Writer

    config = _config({})
    with lock.hold(config.data):
        store = open_store(config.data)
        passwords.check_password(password, [sign_in_name])
        hashed = passwords.Passwords(lambda call: call()).hash(password)
        Writer(store, step=True).wait(lambda conn: staff.reset_password(conn, sign_in_name, hashed))
        store.close()
    click.echo("The new password is set. Every device of this account is signed out.")


def _config(given: dict[str, Any]) -> Config:
    return configuration.read(os.environ, **{name: value for name, value in given.items() if value is not None})
