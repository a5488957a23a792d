"""Every route and every message × every role × every tie, and whoever is not signed in: nothing is left to belief.

What must come out is read from the table (`people/authority.py`); each cell is then done for real. A route or message
that is new and names no action fails here. `pytest -s` shows the size of the matrix.
"""

import itertools
from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from facilitator import config as configuration
from facilitator import places
from facilitator.app import Server, create_app
from facilitator.curriculum.library import Library
from facilitator.errors import Refused
from facilitator.people import authority
from facilitator.people.authority import ABOUT, Action, ClinicTablet, Nobody, Seat, Staff, Wall, may
from facilitator.realtime import rights as messages_rights
from facilitator.realtime.connections import Connection
from facilitator.realtime.messages import ASKED, Message
from facilitator.realtime.pace import Pace
from facilitator.server.garbage import Garbage
from facilitator.storage.sign_ins import device_name
from facilitator.web import rights as routes_rights
from facilitator.web.again import AGAIN, PROOF
from facilitator.web.rights import Right
from tests.authority.world import SHARED, Person, World, staff_people, strangers

FORMS: dict[str, Callable[[World, Person], dict[str, str]]] = {
    "agendas.make": lambda world, person: {"group": person.group},
    "groups.share": lambda world, person: {"staff": "mallory"},
    "groups.unshare": lambda world, person: {"staff": "mallory"},
    "clinic_tablet.hand": lambda world, person: {"seat": world.things[SHARED].seat},
}
"""What is sent to get past the door and no further than needed."""
SAYS_SO = {
    "sign_in.enter": 401,
    "sign_in.second": 401,
    "sign_in.demo": 404,
    "sign_in.open_first": 410,
    "invited.open_account": 410,
    "clinic_tablet.begin": 404,
    "assets.built_file": 404,
    "assets.curriculum_media": 404,
}
"""Open doors that ask for something else than a role (a password, a link), and how they say that it does not fit."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("facilitator.app.Library", lambda _folder, wait: Library(places.curricula()))
        patch.setenv("FACILITATOR_ASYNC_MODE", "threading")
        for look in ("begin", "tick"):
            patch.setattr(Garbage, look, lambda *_: None)
        patch.setenv("XDG_RUNTIME_DIR", "")
        server = create_app(configuration.read({}, data=str(tmp_path_factory.mktemp("data") / "data")))
        server.app.testing = False
        server.start()
        yield server
        server.stop()


@pytest.fixture(scope="module")
def world(server: Server) -> World:
    return World(server)


def routes(server: Server) -> list[tuple[str, Rule]]:
    """(method, rule) of everything that the app answers."""
    rules = list(server.app.url_map.iter_rules())
    return [(method, rule) for rule in rules for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})]


def lines(right: Right | None) -> Iterator[Right]:
    while right is not None:
        yield right
        right = right.also


def phones(world: World) -> list[Person]:
    here = world.things[SHARED]
    return [
        Person("a phone with a seat", Seat(here.seat, here.live), SHARED),
        Person("a wall", Wall("w", ""), SHARED),
        Person("a clinic tablet", ClinicTablet(here.live), SHARED),
        Person("a clinic tablet of another group", ClinicTablet(world.things["of-facilitator"].live), SHARED),
    ]


def people_before(world: World, right: Right) -> list[Person]:
    """Ties make no difference where nothing is in question: one account for each role is enough there."""
    about_something = any(line.about for line in lines(right))
    staff = [person for person in staff_people() if about_something or person.tie == "other"]
    return [*strangers(), *phones(world), *staff]


def allowed(world: World, right: Right, person: Person) -> bool:
    return all(
        may(person.actor, line.action, world.subject(ABOUT.get(line.action, type(None)), person))
        for line in lines(right)
    )


class Knocking:
    """One browser for each person, for all their cells."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._adapter = world.server.app.url_map.bind("localhost")

    def knock(self, person: Person, method: str, rule: Rule) -> tuple[int, str]:
        """(status, where it leads)."""
        came = self.answer(person, method, rule)
        return came.status_code, came.location or ""

    def answer(self, person: Person, method: str, rule: Rule) -> TestResponse:
        client, form = self._browser(person), FORMS.get(rule.endpoint, lambda *_: {})(self.world, person)
        headers = {"Sec-Fetch-Site": "same-origin"}
        address = self._address(person, method, rule)
        sent: dict[str, Any] = {"json": {}} if method == "PUT" else {"data": form}
        return client.open(address, method=method, headers=headers, buffered=True, **sent)

    def _browser(self, person: Person) -> FlaskClient:
        client = self.world.server.app.test_client()
        match person.actor:
            case Seat():
                client.set_cookie("place", self.world.things[SHARED].ticket)
            case Wall():
                client.set_cookie("wall", "a-wall-that-waits")
            case ClinicTablet(live_session=live_session):
                client.set_cookie("shared", self.world.tablet_of(live_session))
            case _:
                client.set_cookie("desk", self.world.token_of(person))
        return client

    def _address(self, person: Person, method: str, rule: Rule) -> str:
        here, record = self.world.things[person.group], rule.endpoint.split(".")[0] in ("records", "keeping")
        named = {
            "group": person.group,
            "agenda": self.world.plan_for(person),
            "live_session": here.ended if record else here.live,
            "seat": here.ended_seat if record else here.seat,
            "member": "mallory",
            "device": device_name(self.world.token_of(person)) if isinstance(person.actor, Staff) else "x",
            "curriculum": "iop-foundations",
            "slug": "01-check-in",
            "screen": "phone",
            "number": 1,
            "run": "r1",
            "part": "words",
            **dict.fromkeys(("token", "name"), "made-up"),
        }
        return self._adapter.build(rule.endpoint, {name: named[name] for name in rule.arguments}, method=method)


def turned_away(status: int, onward: str, action: Action) -> bool:
    if action == "take_part":
        return status == 303 and onward in ("/", "/join")
    if action == "pass_round":
        return status == 303 and onward == "/shared"
    return status in (401, 403) or (status == 303 and onward.startswith("/staff/sign-in?"))


def test_every_route_names_what_it_asks(server: Server) -> None:
    known = set(routes_rights.RIGHTS)
    here = {rule.endpoint for _, rule in routes(server)}

    assert here - known == set(), "say in facilitator/web/rights.py what these ask"
    assert known - here == set(), "these are gone: take their lines out of facilitator/web/rights.py"


def test_a_route_without_a_line_opens_for_nobody(server: Server, world: World, monkeypatch: Any) -> None:
    fewer = {name: right for name, right in routes_rights.RIGHTS.items() if name != "library.shelves"}
    monkeypatch.setattr(routes_rights, "RIGHTS", fewer)
    owner = next(person for person in staff_people() if person.label == "facilitator, owns")
    rule = next(rule for _, rule in routes(server) if rule.endpoint == "library.shelves")

    assert Knocking(world).knock(owner, "GET", rule)[0] == 500


def test_each_route_opens_for_whom_the_table_says_and_for_nobody_else(server: Server, world: World) -> None:
    knocking, wrong, cells, opened = Knocking(world), [], 0, 0
    for method, rule in routes(server):
        right = routes_rights.RIGHTS[rule.endpoint]
        for person in people_before(world, right):
            expected = allowed(world, right, person)
            status, onward = knocking.knock(person, method, rule)
            cells, opened = cells + 1, opened + expected
            away = turned_away(status, onward, right.action)
            if right.action == "knock" and status == SAYS_SO.get(rule.endpoint):
                away = False
            elif status >= 500 or (expected and status == 404):
                wrong.append(f"{method} {rule.rule} by {person.label}: {status}")
            if away is expected:
                wrong.append(f"{method} {rule.rule} by {person.label}: {status} {onward}, allowed: {expected}")
            if isinstance(person.actor, Nobody) and away and "/staff" in rule.rule and status == 403:
                wrong.append(f"{method} {rule.rule}: somebody unknown learns that it is another's")
            if expected and method != "GET":
                world.mend(person.group)
    print(f"\nroutes: {len(routes(server))} with their methods, {cells} cells, {opened} of them open")

    assert wrong == []
    assert cells > 1000


def test_what_cannot_be_taken_back_asks_everyone_who_may_who_they_are(
    server: Server, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    knocking, wrong, cells = Knocking(world), [], 0
    doors = [(method, rule) for method, rule in routes(server) if rule.endpoint in AGAIN]
    for method, rule in doors:
        right = routes_rights.RIGHTS[rule.endpoint]
        for person in people_before(world, right):
            world.token_of(person) if isinstance(person.actor, Staff | Nobody) else None
            with monkeypatch.context() as later:
                later.setattr(world.house.sign_ins, "clock", lambda: world.house.clock() + 6 * 60_000)
                came = knocking.answer(person, method, rule)
            asked = came.status_code == 401 and f'name="{PROOF}"' in came.text
            cells += 1
            if asked is not allowed(world, right, person):
                wrong.append(f"{method} {rule.rule} by {person.label}: {came.status_code}, asked: {asked}")
    print(f"\nasked again: {len(doors)} routes, {cells} cells")

    assert wrong == []
    assert {rule.endpoint for _, rule in doors} == AGAIN


def test_every_action_is_asked_by_some_door() -> None:
    by_routes = {line.action for right in routes_rights.RIGHTS.values() for line in lines(right)}
    asked = by_routes | set(messages_rights.RIGHTS.values())

    assert set(get_args(Action)) - asked <= {"mend_library", "see_group"}, "an action that nothing asks is no rule"


# --- messages -------------------------------------------------------------------------------------------------


class Sockets:
    """The handlers as the Socket.IO server has them; what they tell is caught on its way out."""

    def __init__(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        self.world, self.sio = world, world.server.broadcast.sio
        self.told: list[tuple[str, Any]] = []
        self.closed: list[str] = []
        self.asked: list[bool] = []
        monkeypatch.setattr(self.sio, "emit", lambda name, data=None, **_: self.told.append((name, data)))
        monkeypatch.setattr(self.sio, "disconnect", lambda sid, **_: self.closed.append(sid))
        # Nobody sends so much at once; that is for tests/realtime/test_pace.py.
        monkeypatch.setattr(Pace, "count", lambda *_: None)
        asks = messages_rights.Rights.ask

        def ask(rights: Any, by: Connection, name: str) -> None:
            try:
                asks(rights, by, name)
            except Refused:
                self.asked.append(False)
                raise
            self.asked.append(True)

        monkeypatch.setattr(messages_rights.Rights, "ask", ask)

    def send(self, message: Message, by: Connection) -> bool:
        """Whether it came past the door. What it holds is malformed, so that it goes no further."""
        self.told, self.asked = [], []
        connections = self.world.server.broadcast.connections
        connections.add(by)
        self.sio.handlers[f"/{message.audience}"][message.name](by.sid, {"id": "m1", "nonsense": 1})
        connections.drop(by.sid)
        assert len(self.asked) == 1, f"{message.name} does not ask once whether it may"
        whys = [data["why"] for name, data in self.told if name == "refused"]
        assert whys == ["malformed"] if self.asked[0] else whys in (["not_yours"], ["sign_in"], ["signed_out"])
        return self.asked[0]


def connections_for(world: World, message: Message) -> list[tuple[str, Connection, bool]]:
    """(who, their socket, whether the table lets them)."""
    action, here, other = (
        messages_rights.RIGHTS[message.audience, message.name],
        world.things[SHARED],
        world.things["of-facilitator"],
    )
    if message.audience == "facilitator":
        return [_of_staff(world, person, action) for person in [*strangers(), *staff_people()]]
    if message.audience == "participant":
        return [
            ("its seat", _phone(here.seat, here.live), True),
            ("a seat of another session", _phone(other.seat, here.live), False),
            ("a phone whose seat went to another phone", _phone(here.seat, here.live, tickets=0), False),
            ("no seat", _phone("nobody", here.live), False),
        ]
    waits = action == "stand_by"
    return [
        ("the paired wall", Connection("s", "display", "wall", here.live, "en"), True),
        ("a wall of another session", Connection("s", "display", "wall", other.live, "en"), waits),
        ("a wall that waits", Connection("s", "display", "another", "", "en"), waits),
    ]


def _of_staff(world: World, person: Person, action: Action) -> tuple[str, Connection, bool]:
    live = world.things[person.group].live
    connection = Connection("s", "facilitator", person.id or "mallory", live, "en", token=world.token_of(person))
    return person.label, connection, may(person.actor, action, world.subject(ABOUT[action], person))


def _phone(seat: str, live: str, *, tickets: int = 1) -> Connection:
    return Connection("s", "participant", seat, live, "en", tickets=tickets)


@pytest.fixture
def paired(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    room = world.house.conductor.room(world.things[SHARED].live)
    monkeypatch.setattr(room, "state", room.state.__class__(**{**vars(room.state), "walls": ("wall",)}))


def test_every_message_names_what_it_asks() -> None:
    known, here = set(messages_rights.RIGHTS), {(each.audience, each.name) for each in ASKED}

    assert here - known == set(), "say in facilitator/realtime/rights.py what these ask"
    assert known - here == set(), "these are gone: take their lines out of facilitator/realtime/rights.py"


def test_each_message_is_taken_from_whom_the_table_says_and_from_nobody_else(
    world: World, paired: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    sockets, cells, wrong = Sockets(world, monkeypatch), 0, []
    for message in ASKED:
        for who, connection, expected in connections_for(world, message):
            cells += 1
            if sockets.send(message, connection) is not expected:
                wrong.append(f"{message.audience} {message.name} by {who}, allowed: {expected}")
    print(f"\nmessages: {len(ASKED)}, {cells} cells")

    assert wrong == []
    assert cells > 1000


def test_a_message_with_somebody_elses_sign_in_is_not_taken(
    world: World, paired: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    sockets = Sockets(world, monkeypatch)
    token = world.token_of(next(person for person in staff_people() if person.label == "facilitator, leads"))
    begin = next(message for message in ASKED if message.name == "begin")

    assert not sockets.send(
        begin, Connection("s", "facilitator", "okoye", world.things[SHARED].live, "en", token=token)
    )
    assert sockets.closed == ["s"]


# --- planted: each check is shown to fail ----------------------------------------------------------------------


def test_a_table_that_lets_a_supervisor_lead_would_be_seen(
    world: World, paired: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    wider = {**authority.TABLE, "lead": {**authority.TABLE["lead"], "supervisor": "supervises"}}
    people = list(itertools.product([m for m in ASKED if m.name == "begin"], staff_people()))
    before = [_of_staff(world, person, "lead") for _, person in people]
    monkeypatch.setattr(authority, "TABLE", wider)
    monkeypatch.setattr(authority, "may", authority.may.__wrapped__)
    sockets = Sockets(world, monkeypatch)

    taken = {who for who, connection, expected in before if sockets.send(people[0][0], connection) is not expected}
    assert taken == {"supervisor, supervises"}
