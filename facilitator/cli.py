"""The command line: what an operator and an author type."""

import os
import sys
from collections.abc import Callable
from typing import Any, TextIO

import click
import structlog

from facilitator import config as configuration
from facilitator.cli_check import check
from facilitator.cli_operating import backup, doctor, restore
from facilitator.cli_people import recover_operator, reset_password
from facilitator.cli_record import audit, keys, purge
from facilitator.config import Config
from facilitator.saying_why import says_why


@click.group()
def cli() -> None:
    """Facilitator leads a therapy group in the room."""
    log_to(sys.stderr)


def log_to(stream: TextIO) -> None:
    """The server's own log. Values are written as Python would, so that none of them begins a line of its own."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        logger_factory=structlog.PrintLoggerFactory(stream),
    )


for _command in (audit, backup, check, doctor, keys, purge, recover_operator, reset_password, restore):
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


def _config(given: dict[str, Any]) -> Config:
    return configuration.read(os.environ, **{name: value for name, value in given.items() if value is not None})
