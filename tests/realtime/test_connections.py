"""Sockets are found by where they are and whose they are, also after they have moved or gone."""

from facilitator.realtime.connections import Connection, Connections


def phone(sid: str, who: str, live_session: str = "tonight", language: str = "en") -> Connection:
    return Connection(sid, "participant", who, live_session, language)


def test_they_are_found_by_live_session_and_audience() -> None:
    here = Connections()
    for connection in (phone("1", "ana"), phone("2", "ben", language="es"), phone("3", "ana", "other")):
        here.add(connection)

    assert [each.sid for each in here.of("tonight", "participant")] == ["1", "2"]
    assert here.of("tonight", "display") == []
    assert here.languages("tonight", "participant") == {"en", "es"}
    assert [each.sid for each in here.everywhere("participant", "ana")] == ["1", "3"]
    assert here.counts() == {"facilitator": 0, "participant": 3, "display": 0}


def test_whoever_has_gone_is_nowhere() -> None:
    here = Connections()
    for connection in (phone("1", "ana"), phone("2", "ana", language="es")):
        here.add(connection)
    here.drop("2")

    assert here.is_connected("tonight", "participant", "ana")
    assert here.languages("tonight", "participant") == {"en"}
    here.drop("1")
    assert not here.is_connected("tonight", "participant", "ana")
    assert here.drop("1") is None
    assert (here.by_sid, here._here, here._of_whom) == ({}, {}, {})


def test_a_wall_that_waited_is_found_where_it_was_named_to() -> None:
    here = Connections()
    wall = Connection("w", "display", "wall1", "", "es")
    here.add(wall)
    here.move(wall, "tonight", "en")

    assert here.of("", "display") == []
    assert here.of("tonight", "display") == [wall]
    assert here.languages("tonight", "display") == {"en"}
