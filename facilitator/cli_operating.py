"""What an operator types beside `run`: copies of the store, the way back, and a look over everything."""

import os
import sys
import time
from pathlib import Path

import click

from facilitator import config as configuration
from facilitator.errors import Refused
from facilitator.saying_why import says_why
from facilitator.storage import lock

_SIGNS = {"well": "✓", "look": "·", "mend": "✗"}


@click.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@says_why
def backup(path: Path) -> None:
    """Copy the store into the new file PATH. The server may run meanwhile."""
    from facilitator.operating.backing_up import back_up
    from facilitator.storage.keys import key_path

    data = configuration.read(os.environ).data
    size = back_up(data, path)
    click.echo(f"{path} holds the whole store ({size / 1_000_000:.1f} MB).")
    click.echo(f"It opens only with the key file {key_path(data)}: keep a copy of that too, and keep it elsewhere.")


@click.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--over", is_flag=True, help="Put the store that is there aside.")
@says_why
def restore(path: Path, over: bool) -> None:
    """Put the backup in PATH in the place of the store. Stop the server first."""
    from facilitator.operating import backing_up

    data = configuration.read(os.environ).data
    with lock.hold(data):
        aside = backing_up.restore(data, path, over=over)
    click.echo(f"{data} now holds what {path} held. Start the server.")
    if aside is not None:
        click.echo(f"What was there before is in {aside}. Delete it once all is well: it holds what people wrote.")


@click.command()
@says_why
def doctor() -> None:
    """Look over disk, clock, store, key and settings, and say what to do."""
    from facilitator.operating.doctor import look_over

    config = configuration.read(os.environ)
    grades = []
    for finding in look_over(config, os.environ, time.time_ns() // 1_000_000):
        grades.append(finding.grade)
        click.echo(f"{_SIGNS[finding.grade]} {finding.what}")
        if finding.do:
            click.echo(f"  → {finding.do}")
    if "mend" in grades:
        raise Refused("mend", "Something has to be mended first.")
    click.echo("All is well." if "look" not in grades else "It can run; what is marked with a dot could be better.")
    sys.exit(0)
