"""Puts the rooms together, top to bottom. Nothing here decides anything."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from random import SystemRandom
from secrets import token_hex
from typing import Any, TypeVar

import orjson
from flask import Flask
from flask_socketio import SocketIO

from facilitator import _boot, places
from facilitator.conducting.answering import Answering
from facilitator.conducting.conductor import Conductor
from facilitator.conducting.joining import Joining
from facilitator.conducting.opening import Opening
from facilitator.conducting.passing_round import PassingRound
from facilitator.conducting.preparing import Preparations
from facilitator.conducting.remembering import Surroundings
from facilitator.conducting.sealed_runs import SealedRuns
from facilitator.config import Config
from facilitator.curriculum.library import Library
from facilitator.house import House
from facilitator.live_session.shapes import CrisisShape, NoticesShape
from facilitator.people.again import Again
from facilitator.people.join_guesses import JoinGuesses
from facilitator.people.passwords import Passwords
from facilitator.people.second_step import SecondSteps
from facilitator.people.sign_in import SignIns
from facilitator.people.turned_away import TurnedAway
from facilitator.people.walls import Pairing
from facilitator.privacy.tmpfs import staging_root
from facilitator.realtime import display, participant
from facilitator.realtime.broadcast import Broadcast
from facilitator.realtime.connections import Audience, Connections
from facilitator.realtime.doors import Door, too_long
from facilitator.realtime.facilitator import TabletDoor
from facilitator.realtime.origins import own_origin
from facilitator.realtime.pace import Pace
from facilitator.realtime.rights import Rights
from facilitator.realtime.walls_pairing import settle_walls
from facilitator.records.forgetting import Forgetting
from facilitator.server import native
from facilitator.server.address import address_of
from facilitator.server.hub import Hub, make_hub
from facilitator.server.metrics import Figures, serve_figures
from facilitator.server.running import Running
from facilitator.server.wire.rooms import Rooms
from facilitator.server.wire.setting_up import set_up
from facilitator.server.wordless import sockets_logger
from facilitator.storage import audit_log
from facilitator.storage.database import Store, open_store
from facilitator.storage.writer import Writer
from facilitator.web.headers import guard_sockets
from facilitator.web.together import put_together

T = TypeVar("T")

MOST_BYTES_A_MESSAGE = 64_000


@dataclass
class Server:
    """A server that is put together and not yet listening."""

    app: Flask
    house: House
    running: Running
    broadcast: Broadcast
    forgetting: Forgetting
    over: Callable[[str], None] = lambda live_session: None
    """Told of each live session that has ended for good."""

    def start(self) -> None:
        """Begin to write and to tick, and take up what was running before."""
        self.house.conductor.over = self._is_over
        self.house.writer.start()
        self.house.writer.wait(partial(audit_log.begin, at=self.house.clock()))
        self.house.opening.take_up_all()
        self.house.conductor.sealed_runs.sweep(self.house.conductor.rooms.values())
        self.running.start()
        self.house.hub.spawn(self.forgetting.go_on, self.house.hub.sleep)

    def _is_over(self, live_session: str) -> None:
        self.broadcast.forget(live_session)
        self.house.joining.guesses.over(live_session)
        self.over(live_session)

    def stop(self) -> None:
        """Everyone is asked to come back soon; what was taken in is written; the store is closed."""
        self.broadcast.come_back(within=3_000)
        self.house.hub.sleep(0.2)
        self.running.stop()
        self.house.writer.stop()
        self.house.store.close()


def create_app(config: Config, *, demo: bool = False) -> Server:
    """The server for these settings. Whoever calls it holds the data folder's lock."""
    house, broadcast, connections = _house(config, demo)
    app = Flask("facilitator", template_folder=str(places.templates()), static_folder=None)
    app.extensions["facilitator"] = house
    put_together(app)
    is_own = own_origin(config)
    socket_io = SocketIO(
        app,
        async_mode=_boot.mode(),
        async_handlers=False,
        cors_allowed_origins=lambda _origin, environ: is_own(environ),
        json=_Orjson,
        client_manager=Rooms(),
        max_http_buffer_size=MOST_BYTES_A_MESSAGE,
        http_compression=False,
        logger=sockets_logger(),
        engineio_logger=sockets_logger(),
        ping_interval=20,
        ping_timeout=15,
    )
    guard_sockets(app, config)
    broadcast.sio = socket_io.server
    wire = set_up(socket_io.server, config.wire, too_long(socket_io.server), most_a_second=10 * config.seat_rate)
    if config.metrics:
        serve_figures(config.metrics, Figures(house, broadcast, wire))
    _open_doors(socket_io.server, house, broadcast, connections, is_own)
    forgetting = Forgetting(house.store, house.writer, config.keep_days, _clock, house.hub.run_blocking)
    return Server(app, house, Running(house, broadcast), broadcast, forgetting)


class _Orjson:
    """Socket.IO's packets by orjson; its floats and keys are ours alone."""

    @staticmethod
    def dumps(value: Any, **_options: Any) -> str:
        return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()

    @staticmethod
    def loads(text: str | bytes, **_options: Any) -> Any:
        return orjson.loads(text)


def _clock() -> int:
    return time.time_ns() // 1_000_000


def _house(config: Config, demo: bool) -> tuple[House, Broadcast, Connections]:
    hub, store = make_hub(), open_store(config.data, key_file=config.key_file)
    writer = Writer(store, tell=hub.tell, threads=native.native_threads(), waiter=hub.waiter)
    library = Library(config.curricula or places.curricula(), wait=hub.sleep)
    pairing, connections = Pairing(), Connections()
    broadcast = Broadcast(_NotYet(), connections, _clock)
    sealed_runs = SealedRuns(staging_root(str(config.data.resolve()), os.environ), SystemRandom())
    preparations = Preparations(library, pairing, _clock)
    conductor = Conductor(writer, preparations, sealed_runs, _clock, hub.waiter, broadcast.changed)
    conductor.ticked = broadcast.ticked
    boot = token_hex(8)
    sign_ins = _sign_ins(config, store, writer, hub)
    second_steps = SecondSteps(sign_ins)
    house = House(
        config=config,
        clock=_clock,
        hub=hub,
        store=store,
        writer=writer,
        library=library,
        conductor=conductor,
        answering=Answering(writer, _clock, broadcast.later),
        opening=Opening(store, writer, library, conductor, _surroundings(config, boot, demo), _clock, config.k),
        joining=Joining(store, writer, conductor, JoinGuesses(_clock), _clock),
        passing_round=PassingRound(store, writer, conductor, JoinGuesses(_clock), _clock),
        sign_ins=sign_ins,
        second_steps=second_steps,
        again=Again(sign_ins, second_steps),
        turned_away=TurnedAway(writer, _clock),
        pairing=pairing,
        boot=boot,
        demo=demo,
    )
    return house, broadcast, connections


def _sign_ins(config: Config, store: Store, writer: Writer, hub: Hub) -> SignIns:
    return SignIns(
        store,
        writer,
        Passwords(hub.run_blocking),
        _clock,
        idle_ms=config.staff_idle_minutes * 60_000,
        longest_ms=config.staff_longest_hours * 60 * 60_000,
        second_factor=config.second_factor,
    )


def _surroundings(config: Config, boot: str, demo: bool) -> Surroundings:
    crisis = {
        language: [CrisisShape(label=line["label"], href=line["href"]) for line in lines]
        for language, lines in config.crisis_lines.items()
    }
    return Surroundings(
        boot=boot,
        languages=config.languages,
        zone=config.zone,
        address=address_of(config),
        notices=NoticesShape(demo=demo, insecure=config.insecure),
        crisis=_in_every_language(crisis, config.languages),
        walk_to=_in_every_language(dict(config.walk_to), config.languages),
    )


def _in_every_language(known: dict[str, T], languages: tuple[str, ...]) -> dict[str, T]:
    """What the programme has written; where a language is missing, the first one written stands in."""
    first = next(iter(known.values()))
    return {language: known.get(language, first) for language in languages}


class _NotYet:
    """Stands in for the sockets until they are there; nobody is connected yet."""

    def emit(self, event: str, data: Any = None, to: str | None = None, *, namespace: str) -> None:
        raise RuntimeError("The sockets are not open yet.")

    def disconnect(self, sid: str, namespace: str) -> None:
        raise RuntimeError("The sockets are not open yet.")


def _open_doors(
    sio: Any, house: House, broadcast: Broadcast, connections: Connections, is_own: Callable[[dict[str, Any]], bool]
) -> None:
    rights, pace = Rights(house), Pace(house.config.seat_rate, time.monotonic)

    def door(audience: Audience) -> Door:
        return Door(sio, connections, broadcast, audience, is_own, rights, pace)

    walls, tablets = door("display"), door("facilitator")
    display.open_door(walls, house)
    phones = door("participant")
    participant.open_door(phones, house)

    def cut_off(live_session: str, seats: list[str]) -> None:
        for each in [one for seat in seats for one in phones.connections_of(live_session, seat)]:
            phones.close(each.sid)

    tablet_door = TabletDoor(tablets, house, lambda live_session: settle_walls(walls, house, live_session), cut_off)
    house.sign_ins.look_again = tablet_door.look_again
