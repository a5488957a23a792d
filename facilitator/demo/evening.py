"""The demo: a throw-away store, a group, tonight's agenda under way, and a link that signs its visitor in."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from secrets import token_urlsafe

import click

from facilitator.app import Server
from facilitator.config import Config
from facilitator.live_session.commands import Begin
from facilitator.people import groups, staff
from facilitator.running_server import run_server
from facilitator.server.address import address_of

AGENDA: tuple[tuple[str, int | None], ...] = (
    ("iop-foundations/01-check-in", None),
    ("iop-foundations/02-riding-out-an-urge", None),
    ("break", 10),
    ("iop-foundations/05-from-this-mood-to-that-one", None),
    ("iop-foundations/08-check-out", None),
)
FACILITATOR = "Dr. Okoye"


def run_demo(configured: Callable[[Path], Config]) -> None:
    """Serve a demo until Ctrl-C; nothing of it is kept. `configured` gives the settings for a data folder."""
    with tempfile.TemporaryDirectory(prefix="facilitator-demo-") as folder:
        run_server(configured(Path(folder)), demo=True, ready=begin)


def begin(server: Server) -> None:
    """An evening that is already under way, and where to see it."""
    house = server.house
    now, staff_id, group = house.clock(), house.store.new_id(), house.store.new_id()
    # Nobody signs in to a demo by name: this password is never told.
    hashed = house.sign_ins.passwords.hash(token_urlsafe(32))
    house.writer.wait(
        partial(staff.add, staff_id=staff_id, sign_in_name="demo", name=FACILITATOR, password_hash=hashed, at=now)
    )
    house.writer.wait(partial(groups.add, group=group, owner=staff_id, name="Demo group", at=now))
    live_session = house.opening.open_session(group=group, blocks=AGENDA, by=staff_id)
    house.conductor.ask_and_wait(live_session, Begin(), f"staff:{staff_id}")
    house.demo_token = token_urlsafe(16)
    house.rehearse(live_session)
    address = address_of(house.config)
    click.echo(f"This is a demo. Open the tablet: {address}/staff/demo/{house.demo_token}")
    click.echo(f"A phone of your own: {house.conductor.room(live_session).facts.join['url']}")
