"""The phones' door. A phone is known by its ticket; it may only ever speak for its own seat."""

from functools import partial
from typing import Any

from facilitator.conducting.answering import Say
from facilitator.errors import Refused
from facilitator.house import House
from facilitator.live_session.commands import Command
from facilitator.people.cookies import read_cookie
from facilitator.realtime.broadcast import own_name, room_name
from facilitator.realtime.connections import Connection
from facilitator.realtime.doors import Door
from facilitator.realtime.messages import PARTICIPANT_COMMANDS, message_name


def open_door(door: Door, house: House) -> None:
    """Register everything a phone may send."""
    door.on_connect(partial(_admit, door, house), partial(_welcome, door, house))
    door.on_disconnect(partial(_left, house, door))
    for command in PARTICIPANT_COMMANDS:
        door.on(message_name(command), partial(_command, door, house, command))
    door.on("answer", partial(_answer, door, house))
    door.on("rename", partial(_rename, door, house))
    door.on("presence", partial(_presence, house))
    door.on("clock", partial(_clock, door, house))


def _admit(door: Door, house: House, sid: str, environ: dict[str, Any], auth: dict[str, Any]) -> Connection:
    ticket = read_cookie(environ.get("HTTP_COOKIE", ""), "seat", tls=house.config.reached_over_tls)
    place = house.joining.seat_of(ticket) if ticket else None
    if place is None:
        raise Refused("no_seat", "This phone is not in a group now. Scan the code in the room.")
    room = house.conductor.room(place[0])
    language = room.facts.language(str(auth.get("language", "")))
    tickets = room.state.seats[place[1]].tickets
    connection = Connection(sid, "participant", place[1], room.id, language, tickets=tickets)
    door.enter(sid, room_name(room.id, "participant", language), own_name(room.id, place[1]))
    return connection


def _welcome(door: Door, house: House, connection: Connection) -> None:
    room = house.conductor.room(connection.live_session)
    if not door.is_connected(connection):
        # It has gone before it was welcomed; counted as here, it would help nobody to hide.
        return
    room.facts.connected.add(connection.who)
    room.facts.ever_connected = True
    door.broadcast.welcome(room, connection)
    door.broadcast.later(room)


def _left(house: House, door: Door, connection: Connection) -> None:
    room = house.conductor.rooms.get(connection.live_session)
    if room is None or door.is_connected(connection):
        return
    room.facts.connected.discard(connection.who)
    door.broadcast.later(room)


def _command(
    door: Door, house: House, command: type[Command], by: Connection, message_id: str, sent: dict[str, Any]
) -> None:
    asked = command(**sent, seat=by.who)  # type: ignore[call-arg]
    house.conductor.ask(by.live_session, asked, message_id, f"seat:{by.who}", door.answer(by.sid, message_id))


def _answer(door: Door, house: House, by: Connection, message_id: str, sent: dict[str, Any]) -> None:
    room = house.conductor.room(by.live_session)
    house.answering.say(room, by.who, Say.of(sent["run"], sent["say"]), door.answer(by.sid, message_id))


def _rename(door: Door, house: House, by: Connection, message_id: str, sent: dict[str, Any]) -> None:
    room = house.conductor.room(by.live_session)
    house.joining.rename(room, by.who, sent["name"], door.answer(by.sid, message_id))


def _presence(house: House, by: Connection, _id: str, sent: dict[str, Any]) -> None:
    by.visible = sent["visible"]


def _clock(door: Door, house: House, by: Connection, _id: str, sent: dict[str, Any]) -> None:
    door.tell(by.sid, "clock", {"sent": sent["sent"], "at": house.clock()})
