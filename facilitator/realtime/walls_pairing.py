"""Brings walls in and out when a tablet pairs or unpairs them."""

from facilitator.house import House
from facilitator.realtime.display import now_paired
from facilitator.realtime.doors import Door


def settle_walls(door: Door, house: House, live_session: str) -> None:
    """Walls that were just named come in; those that were let go show a new code."""
    room = house.conductor.room(live_session)
    for wall in room.state.walls:
        now_paired(door, house, wall, live_session)
    for connection in door.connections_of(live_session):
        if connection.who not in room.state.walls:
            door.close(connection.sid)
