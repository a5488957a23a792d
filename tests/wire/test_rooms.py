"""Which sockets are in which rooms: as the library's own manager has it, without asking every room."""

from typing import Any

import pytest
from bidict import BidictBase
from hypothesis import given
from hypothesis import strategies as st
from socketio import Manager, Server

from facilitator.server.wire.rooms import Rooms

PHONES = ("ana", "ben", "chris", "dee")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["come", "come in part", "enter", "leave", "close", "go", "go slowly"]),
        st.sampled_from(PHONES),
        st.sampled_from(["/participant", "/display"]),
        st.sampled_from(["thursday", "friday"]),
    ),
    max_size=40,
)


def of(kind: type[Manager]) -> Manager:
    server = Server(async_mode="threading", client_manager=kind())
    numbers = iter(range(10_000))
    server.eio.generate_id = lambda: f"sid-{next(numbers)}"
    manager: Manager = server.manager
    manager.set_server(server)
    return manager


def do(manager: Manager, what: str, phone: str, namespace: str, room: str) -> object:
    sid = manager.sid_from_eio_sid(phone, namespace)
    if what == "come in part":
        return manager.pre_connect(phone, namespace)
    if what == "come":
        return manager.connect(manager.pre_connect(phone, namespace), namespace) if sid is None else None
    if what == "close":
        return manager.close_room(room, namespace)
    if sid is None:
        return None
    if what == "enter":
        return manager.enter_room(sid, namespace, room)
    if what == "leave":
        return manager.leave_room(sid, namespace, room)
    if what == "go slowly":
        manager.pre_disconnect(sid, namespace)
    return manager.disconnect(sid, namespace)


def everything(manager: Manager) -> dict[str, Any]:
    rooms = {name: {room: dict(held) for room, held in held.items()} for name, held in manager.rooms.items()}
    return {"rooms": rooms, "coming": manager.pending_connect, "going": manager.pending_disconnect}


@given(STEPS)
def test_whoever_comes_and_goes_the_rooms_are_those_of_the_library(steps: list[tuple[str, str, str, str]]) -> None:
    ours, library = of(Rooms), of(Manager)
    for step in steps:
        assert do(ours, *step) == do(library, *step)
        assert everything(ours) == everything(library)


def test_nothing_is_kept_of_those_who_have_gone() -> None:
    rooms = of(Rooms)
    for what in ("come", "enter", "go slowly"):
        do(rooms, what, "ana", "/participant", "thursday")

    assert rooms._rooms_of == {}
    assert everything(rooms) == {"rooms": {}, "coming": {}, "going": {}}


def test_one_who_goes_is_not_looked_for_in_everybodys_rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    rooms, looked = of(Rooms), []
    for number in range(200):
        rooms.connect(rooms.pre_connect(f"phone {number}", "/participant"), "/participant")
        do(rooms, "enter", f"phone {number}", "/participant", f"own {number}")
    contains = BidictBase.__contains__
    monkeypatch.setattr(BidictBase, "__contains__", lambda self, key: looked.append(key) or contains(self, key))
    do(rooms, "go", "phone 7", "/participant", "")

    assert len(looked) < 10
