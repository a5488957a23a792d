"""Who is told what, and when nothing is said because nothing is new."""

from typing import Any

import pytest

from facilitator.conducting.live_room import LiveRoom
from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.realtime.broadcast import Broadcast
from facilitator.realtime.connections import Connection, Connections
from tests.live_session.cast import FEEL, VOTE
from tests.live_session.evening import Evening


class Wire:
    """The sockets' side of the server: keeps what would travel, by room of sockets."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str, str, Any]] = []
        self.closed: list[tuple[str, str]] = []

    def emit(self, event: str, data: Any = None, to: str | None = None, *, namespace: str) -> None:
        assert to, "an emit without a room reaches every client of the server"
        self.told.append((namespace, to, event, data))

    def disconnect(self, sid: str, namespace: str) -> None:
        self.closed.append((namespace, sid))

    def take(self) -> list[tuple[str, str, str]]:
        """(namespace, to, what) since the last look."""
        told, self.told = self.told, []
        return [(namespace, to, what) for namespace, to, what, _ in told]


class Room:
    """An evening whose room tells a wall, a tablet, and the phones of Ana (en) and Ben (es)."""

    def __init__(self) -> None:
        self.wire, self.connections = Wire(), Connections()
        self.broadcast = Broadcast(self.wire, self.connections, lambda: self.evening.now)
        self.evening = Evening().come("ana", "ben").at(VOTE)
        self.live = LiveRoom("tonight", "thursday", False, self.evening.state, self.evening.facts)
        self.wall = self.arrives("wall", "display", "w1", "en")
        self.tablet = self.arrives("tablet", "facilitator", "okoye", "en")
        self.ana = self.arrives("ana-1", "participant", "ana", "en")
        self.ben = self.arrives("ben-1", "participant", "ben", "es")
        self.changed()

    def arrives(self, sid: str, audience: Any, who: str, language: str) -> Connection:
        tickets = self.evening.state.seats[who].tickets if audience == "participant" else 0
        connection = Connection(sid, audience, who, "tonight", language, tickets=tickets)
        self.connections.add(connection)
        return connection

    def changed(self) -> list[tuple[str, str, str]]:
        self.wire.take()
        self.live.state = self.evening.state
        self.broadcast.changed(self.live)
        return self.wire.take()

    def last(self, to: str, what: str = "view") -> Any:
        self.live.state = self.evening.state
        self.broadcast.changed(self.live)
        return next(data for _, where, event, data in reversed(self.wire.told) if (where, event) == (to, what))


@pytest.fixture
def room() -> Room:
    return Room()


WALL, TABLET = ("/display", "tonight:display:en", "view"), ("/facilitator", "tonight:facilitator:en", "view")
PHONES_EN, PHONES_ES = (("/participant", f"tonight:participant:{language}", "view") for language in ("en", "es"))


def test_a_step_is_told_to_every_audience_in_its_language_and_the_wall_first(room: Room) -> None:
    room.evening.next()
    told = room.changed()

    assert told[0] == WALL
    assert set(told) == {WALL, TABLET, PHONES_EN, PHONES_ES}
    assert len(told) == 4


def test_what_is_not_new_is_not_said_again(room: Room) -> None:
    assert room.changed() == []
    room.evening.ask(c.RaiseConcern())
    assert room.changed() == []


def test_what_concerns_the_tablet_alone_is_told_to_it_alone(room: Room) -> None:
    room.evening.ask(c.SetLock(True))

    assert room.changed() == [TABLET]


def test_what_concerns_one_seat_is_told_to_its_phone_alone(room: Room) -> None:
    room.evening.says("ana", {"chosen": ["walk"]})

    assert ("/participant", "tonight:own:ana", "own") in room.changed()
    room.evening.ask(c.CallStaff("call1", "ben"), "seat:ben")
    assert set(room.changed()) == {TABLET, ("/participant", "tonight:own:ben", "own")}


def test_an_answer_waits_for_the_flush_however_many_come(room: Room) -> None:
    for seat in ("ana", "ben"):
        room.evening.says(seat, {"chosen": ["walk"]})
        room.broadcast.later(room.live)
    assert room.wire.take() == []

    room.broadcast.flush()
    assert room.wire.take().count(TABLET) == 1
    room.broadcast.flush()
    assert room.wire.take() == []


def test_what_moves_within_a_version_has_a_later_beat(room: Room) -> None:
    beats = []
    for seat in ("ana", "ben"):
        room.evening.says(seat, {"chosen": ["walk"]})
        view = room.last("tonight:facilitator:en")
        beats.append((view["version"], view["beat"]))

    assert beats[0][0] == beats[1][0] == room.evening.state.version
    assert beats[0][1] < beats[1][1]


def test_the_plan_travels_when_it_changes(room: Room) -> None:
    room.evening.next()
    assert "plan" not in {what for _, _, what in room.changed()}
    room.evening.ask(c.DropBlock("b3"))

    assert ("/facilitator", "tonight:facilitator:en", "plan") in room.changed()


def test_whoever_comes_gets_everything_whole_and_nobody_else_anything(room: Room) -> None:
    eli = room.evening.come("eli")
    room.live.state = eli.state
    for connection, what in (
        (room.arrives("eli-1", "participant", "eli", "en"), {"own", "view"}),
        (room.arrives("tablet-2", "facilitator", "lindqvist", "es"), {"plan", "view"}),
        (room.arrives("wall-2", "display", "w2", "en"), {"view"}),
    ):
        room.wire.take()
        room.broadcast.welcome(room.live, connection)
        told = room.wire.take()

        assert {(to, each) for _, to, each in told} == {(connection.sid, each) for each in what}


def test_a_wall_that_comes_back_confirms_what_it_was_told_then(room: Room) -> None:
    """Its view may be of a later version than the last that was told to all, with nothing new in it."""
    room.evening.ask(c.SetLock(True))
    assert WALL not in room.changed()
    again = room.arrives("wall-again", "display", "w1", "en")
    room.broadcast.welcome(room.live, again)

    assert again.sent is not None
    assert again.sent["version"] == room.evening.state.version
    assert room.wall.sent is not None
    assert room.wall.sent["version"] < room.evening.state.version


def test_a_seats_old_phone_is_sent_away_when_another_takes_its_place(room: Room) -> None:
    room.evening.ask(c.RenewSeat("ana"), "seat:ana")
    new = room.arrives("ana-2", "participant", "ana", "en")
    room.changed()

    assert room.wire.closed == [("/participant", "ana-1")]
    assert new.tickets == 2


def test_a_view_holds_no_more_than_its_audience_may_see(room: Room) -> None:
    room.evening.at(FEEL).says("ana", {"values": {"craving": 7, "hope": "To sleep"}}, ok_to_show=True)
    room.changed()
    room.evening.happens(e.CoverSet(True))
    room.changed()
    told = room.wire.told

    assert not [to for namespace, to, _, data in told if namespace == "/display" and "To sleep" in str(data)]
    assert not [to for _, to, what, data in told if to.startswith("tonight:participant") and "To sleep" in str(data)]


def test_everyone_is_asked_to_come_back_one_by_one(room: Room) -> None:
    room.broadcast.come_back(within=3000)

    assert {(to, what) for _, to, what in room.wire.take()} == {
        (sid, "come_back") for sid in ("wall", "tablet", "ana-1", "ben-1")
    }


def test_nothing_is_kept_of_a_session_that_has_left(room: Room) -> None:
    room.broadcast.later(room.live)
    room.broadcast.forget("tonight")

    assert room.broadcast._sent == {}
    room.broadcast.flush()
    assert room.wire.take() == []


def test_between_two_phones_others_may_have_their_turn(room: Room) -> None:
    for seat in ("ana", "ben"):
        room.evening.says(seat, {"chosen": ["walk"]})
    room.wire.take()
    room.broadcast.later(room.live)
    pieces = room.broadcast.piece_by_piece(room.live)
    next(pieces)

    assert room.broadcast.waiting() == []
    assert room.wire.take() == [TABLET]
    own = [[told for _, told, _ in room.wire.take()] for _ in pieces] + [[told for _, told, _ in room.wire.take()]]
    assert sorted(own) == [["tonight:own:ana"], ["tonight:own:ben"]]


def test_a_session_that_leaves_between_two_phones_is_told_nothing_more(room: Room) -> None:
    for seat in ("ana", "ben"):
        room.evening.says(seat, {"chosen": ["walk"]})
    pieces = room.broadcast.piece_by_piece(room.live)
    next(pieces)
    room.broadcast.forget("tonight")
    room.wire.take()

    assert list(pieces) == []
    assert room.wire.take() == []
    assert room.broadcast._sent == {}
