"""The command line for accounts, where no page helps any more: a lost password, a lost last operator."""

import os
import time
from collections.abc import Callable

import click
from sqlalchemy import Connection

from facilitator import config as configuration
from facilitator.people import second_step, staff
from facilitator.people.passwords import Passwords
from facilitator.saying_why import says_why
from facilitator.storage import audit_log, lock
from facilitator.storage.audit_log import Deed
from facilitator.storage.database import open_store
from facilitator.storage.writer import Writer


@click.command("reset-password")
@click.argument("sign_in_name")
@click.password_option(help="The new password; asked for if it is not given.")
@says_why
def reset_password(sign_in_name: str, password: str) -> None:
    """Give a staff member a new password, on the server's console. Stop the server first."""
    _with_new_password(sign_in_name, password, "password_changed", lambda conn, account: None)
    click.echo("The new password is set. Every device of this account is signed out.")


@click.command("recover-operator")
@click.argument("sign_in_name")
@click.password_option(help="The new password; asked for if it is not given.")
@says_why
def recover_operator(sign_in_name: str, password: str) -> None:
    """Let an account keep the house (again), when no operator can sign in. Stop the server first.

    It gets a new password and the role of operator; it is opened if it was closed, and its second step is turned off.
    """
    _with_new_password(sign_in_name, password, "operator_recovered", _make_operator)
    click.echo(f"{sign_in_name} is an operator, with the new password. Every device of this account is signed out.")
    click.echo("A second step of signing in, if there was one, is off: set up a new one after signing in.")


def _make_operator(conn: Connection, account: str) -> None:
    found = staff.find(conn, account)
    staff.open_again(conn, account)
    staff.give_roles(conn, account, {"operator", *(found.roles if found is not None else ())})
    second_step.reset(conn, account)


def _with_new_password(sign_in_name: str, password: str, deed: Deed, also: Callable[[Connection, str], None]) -> None:
    """Raises `Refused` (`running`, `no_account`, `weak_password`)."""
    config = configuration.read(os.environ)
    now = time.time_ns() // 1_000_000
    with lock.hold(config.data):
        store = open_store(config.data, key_file=config.key_file)
        hashed = Passwords(lambda call: call()).new_hash(password, [sign_in_name])

        def job(conn: Connection) -> None:
            account = staff.reset_password(conn, sign_in_name, hashed)
            also(conn, account)
            audit_log.append(conn, deed, by="console", at=now, subject=f"staff:{account}")

        try:
            Writer(store, step=True).wait(job)
        finally:
            store.close()
