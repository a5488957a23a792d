"""The command line for the record's own safety: its keys, its audit log, and letting go of what was kept enough."""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from facilitator import config as configuration
from facilitator.config import Config
from facilitator.records.forgetting import Forgetting
from facilitator.records.purging import Purge
from facilitator.saying_why import says_why
from facilitator.storage import audit_log, lock, rotating
from facilitator.storage.database import Store, open_store, open_to_read
from facilitator.storage.writer import Writer

_WORDS = {
    "responses": "what the group answered",
    "named": "answers with a name",
    "jottings": "jottings",
    "names": "names",
    "rehearsals": "whole rehearsals",
    "sessions": "whole sessions",
}


@click.group()
def keys() -> None:
    """The key that opens names and words."""


@keys.command("rotate")
@says_why
def rotate() -> None:
    """Lock everything with a new key and destroy the old one. Stop the server first.

    If it is interrupted, run it again. Older backups still need the key file that you kept with them.
    """
    with _stopped() as (_, store):
        done = rotating.rotate(store, at=_now(), tell=lambda count: click.echo(f"{count} values …", err=True))
    click.echo(f"Done: {done} values are locked with the new key, and the old key is destroyed.")
    click.echo("Copy the new key file to where you keep it. Backups made before need the old copy of it.")


@keys.command("check")
@says_why
def check_keys() -> None:
    """See whether the key file opens everything in the store. The server may go on running."""
    with _looking() as store:
        found, held = rotating.check(store), len(store.locks.keys.all)
    for key_id, count in found.values.items():
        click.echo(f"Key {key_id}: {count} values.")
    if held > 1:
        click.echo('A change of keys was interrupted. Stop the server and run "facilitator keys rotate".')
    if found.broken:
        click.echo(f"{len(found.broken)} values do not open:", err=True)
        for place in found.broken:
            click.echo(f"  {place}", err=True)
        sys.exit(1)
    click.echo("Everything opens.")


@click.group()
def audit() -> None:
    """The log of who saw, changed, exported or deleted what."""


@audit.command("verify")
@click.option("--expect", help="What this command told you an earlier time: it must still be in the log.")
@says_why
def verify(expect: str | None) -> None:
    """Check the audit log from its first entry to its last. The server may go on running."""
    number, _, hashed = (expect or "").partition(":")
    expected = (int(number) if number.isdecimal() else 0, hashed) if expect else None
    with _looking() as store, store.reading() as conn:
        found = audit_log.verify(conn, expected=expected)
    if found.problem is not None:
        click.echo(f"The audit log does not hold. {found.problem}", err=True)
        sys.exit(1)
    click.echo(f"The audit log holds: {found.held} entries.")
    click.echo(f"Keep this somewhere else, for --expect next time: {found.last}:{found.last_hash}")


@click.command()
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@click.option(
    "--backups",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of backups to search as well.",
)
@says_why
def purge(dry_run: bool, backups: Path | None) -> None:
    """Let go of what was kept long enough, then search the files for it. Stop the server first.

    A running server does the same every hour by itself.
    """
    with _stopped() as (config, store):
        writer = Writer(store, step=True)
        forgetting = Forgetting(store, writer, config.keep_days, _now, backups=backups)
        if dry_run:
            _say(forgetting.would_go(), "would go")
        else:
            forgotten = forgetting.forget(by="console")
            _say(forgotten.went, "went")
            _say_left(forgotten.left)
        writer.stop()


def _say(purged: Purge, verb: str) -> None:
    if purged.is_empty:
        click.echo("Nothing is old enough to go.")
    for kind, count in Counter(due.kind for due in purged.gone).items():
        click.echo(f"{_WORDS[kind]}, of {count} {'session' if count == 1 else 'sessions'}: {verb}")
    for count, what in ((purged.audit, "entries of the audit log"), (purged.sign_ins, "old sign-ins and links")):
        if count:
            click.echo(f"{count} {what}: {verb}")


def _say_left(left: dict[Path, int]) -> None:
    if not left:
        click.echo("The store, its log and the backups named were searched: nothing of it is left in them.")
        return
    click.echo("These files still hold some of it. Delete them when your programme may:", err=True)
    for path, count in left.items():
        click.echo(f"  {path}: {count} pieces", err=True)
    sys.exit(1)


@contextmanager
def _stopped() -> Iterator[tuple[Config, Store]]:
    """The store of this data folder, while no server runs with it. Raises `Refused("running")`."""
    config = configuration.read(os.environ)
    with lock.hold(config.data):
        store = open_store(config.data, key_file=config.key_file)
        try:
            yield config, store
        finally:
            store.close()


@contextmanager
def _looking() -> Iterator[Store]:
    config = configuration.read(os.environ)
    store = open_to_read(config.data, key_file=config.key_file)
    try:
        yield store
    finally:
        store.close()


def _now() -> int:
    return time.time_ns() // 1_000_000
