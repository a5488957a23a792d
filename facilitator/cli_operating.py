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

_passphrase_file = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file that holds the passphrase by which the backup is sealed.",
)


@click.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@_passphrase_file
@says_why
def backup(path: Path, passphrase_file: Path | None) -> None:
    """Copy the store into the new file PATH. The server may run meanwhile."""
    from facilitator.operating.backing_up import back_up
    from facilitator.operating.sealing_up import back_up_sealed
    from facilitator.storage import console_notes
    from facilitator.storage.keys import key_path

    config = configuration.read(os.environ)
    data = config.data
    size = back_up(data, path) if passphrase_file is None else back_up_sealed(data, path, passphrase_file)
    console_notes.leave(data, "backup_made", at=time.time_ns() // 1_000_000)
    if passphrase_file is not None:
        click.echo("It is sealed: without its passphrase nobody opens it, you neither.")
    click.echo(f"{path} holds the whole store ({size / 1_000_000:.1f} MB).")
    place = key_path(data, config.key_file)
    click.echo(f"It opens only with the key file {place}: keep a copy of that too, and keep it elsewhere.")


@click.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--over", is_flag=True, help="Put the store that is there aside.")
@_passphrase_file
@says_why
def restore(path: Path, over: bool, passphrase_file: Path | None) -> None:
    """Put the backup in PATH in the place of the store. Stop the server first."""
    from facilitator.operating import backing_up
    from facilitator.operating.sealing_up import opened

    config = configuration.read(os.environ)
    data = config.data
    with lock.hold(data), opened(data, path, passphrase_file) as plain:
        aside = backing_up.restore(data, plain, over=over, key_file=config.key_file)
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
