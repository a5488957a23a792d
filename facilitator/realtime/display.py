"""The walls' door. A wall shows a pairing code until a tablet names it; it then only listens and confirms."""

from functools import partial
from typing import Any, cast

from facilitator.errors import Refused
from facilitator.house import House
from facilitator.live_session.facts import WallFacts
from facilitator.live_session.responses import pictures
from facilitator.live_session.shapes import DisplayView, PairingView
from facilitator.live_session.views import display_view
from facilitator.people import walls
from facilitator.people.cookies import read_cookie
from facilitator.realtime.broadcast import room_name
from facilitator.realtime.connections import Connection
from facilitator.realtime.doors import Door


def open_door(door: Door, house: House) -> None:
    """Register everything a wall may send."""
    door.on_connect(partial(_admit, door, house), partial(_welcome, door, house))
    door.on_disconnect(partial(_left, house, door))
    door.on("showing", partial(_showing, door, house))
    door.on("see_picture", partial(_see_picture, door, house))
    door.on("clock", partial(_clock, door, house))


def _admit(door: Door, house: House, sid: str, environ: dict[str, Any], auth: dict[str, Any]) -> Connection:
    ticket = read_cookie(environ.get("HTTP_COOKIE", ""), "wall", tls=house.config.reached_over_tls)
    if not ticket:
        raise Refused("no_ticket", "Reload this page to show a code.")
    language = str(auth.get("language", ""))
    with house.store.reading() as conn:
        paired = walls.find_by_ticket(conn, ticket)
    room = house.conductor.rooms.get(paired.live_session) if paired else None
    if paired is None or room is None or paired.id not in room.state.walls:
        return Connection(sid, "display", house.pairing.wait(ticket).id, "", language, token=ticket)
    connection = Connection(sid, "display", paired.id, room.id, room.facts.language(language))
    door.enter(sid, room_name(room.id, "display", connection.language))
    return connection


def _welcome(door: Door, house: House, connection: Connection) -> None:
    """Its view; or, for a wall that no tablet has named, the code to name it by."""
    if not connection.live_session:
        code = house.pairing.wait(connection.token).code
        door.tell(connection.sid, "pairing", PairingView(code=code, notices=house.opening.surroundings.notices))
        return
    room = house.conductor.room(connection.live_session)
    if not door.is_connected(connection):
        return
    room.facts.walls.setdefault(connection.who, WallFacts()).connected = True
    door.broadcast.welcome(room, connection)
    door.broadcast.later(room)


def now_paired(door: Door, house: House, wall: str, live_session: str) -> None:
    """A tablet has named this wall: its socket, which showed a code, comes in."""
    room = house.conductor.room(live_session)
    for connection in door.connections_of("", wall):
        door.move(connection, live_session, room.facts.language(connection.language))
        door.enter(connection.sid, room_name(room.id, "display", connection.language))
        room.facts.walls.setdefault(wall, WallFacts()).connected = True
        door.broadcast.welcome(room, connection)
    door.broadcast.later(room)


def _left(house: House, door: Door, connection: Connection) -> None:
    room = house.conductor.rooms.get(connection.live_session)
    if room is None or door.is_connected(connection) or connection.who not in room.facts.walls:
        return
    room.facts.walls[connection.who].connected = False
    door.broadcast.later(room)


def _showing(door: Door, house: House, by: Connection, _id: str, sent: dict[str, Any]) -> None:
    """What the wall has drawn. The tablet's picture of the wall is what was confirmed, not what was sent."""
    room = house.conductor.rooms.get(by.live_session)
    if room is None:
        return
    wall = room.facts.walls.setdefault(by.who, WallFacts())
    view = by.sent
    wall.connected, wall.version, wall.confirmed_at = True, sent["version"], house.clock()
    if view is not None and (view["version"], view["beat"]) == (sent["version"], sent["beat"]):
        wall.shows = cast(DisplayView, view)
    door.broadcast.later(room)


def _see_picture(door: Door, house: House, by: Connection, _id: str, sent: dict[str, Any]) -> None:
    """Only what may be on the wall at this moment: a picture that was taken down meanwhile does not come."""
    room = house.conductor.rooms.get(by.live_session)
    if room is not None and sent["picture"] in display_view(room.state, room.facts, by.language)["pictures"]:
        picture = pictures(room.state, room.facts)[sent["picture"]]
        door.tell(by.sid, "picture", {"id": sent["picture"], **picture})


def _clock(door: Door, house: House, by: Connection, _id: str, sent: dict[str, Any]) -> None:
    door.tell(by.sid, "clock", {"sent": sent["sent"], "at": house.clock()})
