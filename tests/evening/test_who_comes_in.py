"""Who gets a tablet over real sockets, whose is cut off in the middle of a session, and from which pages."""

import re
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from functools import partial

import pytest
import socketio
import websocket
from socketio.exceptions import ConnectionError as NotLetIn

from facilitator.storage import audit_log
from facilitator.storage.database import open_to_read
from tests.evening.cast import Browser, Tablet
from tests.evening.conftest import Evening
from tests.evening.server import LiveServer

AT_ONCE = 1.0
"""Seconds within which whoever may not stay is out."""
PASSWORD = "a long enough password"


class Colleagues:
    """Makes accounts by invitation, and shares the evening's group with them."""

    def __init__(self, evening: Evening) -> None:
        self.evening, self.staff = evening, evening.staff
        self.ids: dict[str, str] = {}
        self.group = self._group()

    def _group(self) -> str:
        """The newest group: the one of this evening."""
        for group in re.findall(r"/staff/groups/(\w+)", self.staff.get("/staff/")):
            if self.evening.live_session in self.staff.get(f"/staff/groups/{group}"):
                return str(group)
        raise AssertionError("The evening's group is not on the page.")

    def invite(self, name: str, role: str) -> Browser:
        page = self.staff.post("/staff/people/invite", role=role, who_again=PASSWORD)
        link = re.search(r"<code>\S+?(/staff/invited#[^<\s]+)</code>", page)
        assert link
        browser = Browser(self.staff.address)
        browser.makes_account(link[1], sign_in_name=name, name=name, password=PASSWORD, again=PASSWORD)
        people = self.staff.get("/staff/people")
        found = re.search(rf'/staff/people/(\w+)">{name}<', people)
        assert found, people
        self.ids[name] = found[1]
        return browser

    def share(self, name: str, how: str = "") -> None:
        self.staff.post(f"/staff/groups/{self.group}/share", staff=self.ids[name], **({"as": how} if how else {}))

    def do(self, what: str, name: str, **form: str) -> None:
        self.staff.post(f"/staff/people/{self.ids[name]}/{what}", who_again=PASSWORD, **form)


@pytest.fixture
def colleagues(evening: Evening) -> Colleagues:
    return Colleagues(evening)


def gets_a_tablet(browser: Browser, live_session: str) -> Tablet | None:
    try:
        return Tablet(browser, live_session)
    except NotLetIn:
        return None


def is_out_at_once(tablet: Tablet, when: Callable[[], object]) -> None:
    """The socket closes within a second of what is done; nothing is asked by the tablet."""
    out = threading.Event()
    tablet.socket.on("disconnect", lambda *_: out.set(), namespace="/facilitator")
    assert tablet.view
    when()

    assert out.wait(AT_ONCE), "still connected"


COMES_IN = (
    ("facilitator", "co_facilitator", True),
    ("co_facilitator", "co_facilitator", True),
    ("facilitator", "", False),
    ("co_facilitator", "", False),
    ("supervisor", "supervisor", False),
    ("author", "", False),
    ("operator", "", False),
)
"""What they do here, as what the group is shared with them, and whether they get a tablet."""


def test_a_tablet_is_for_whoever_leads_the_group(evening: Evening, colleagues: Colleagues) -> None:
    for role, how, may in COMES_IN:
        browser = colleagues.invite(f"{role}{how}", role)
        if how:
            colleagues.share(f"{role}{how}", how)
        tablet = gets_a_tablet(browser, evening.live_session)

        assert (tablet is not None) is may, (role, how)
        if tablet is not None:
            tablet.disconnect()
    assert turned_away(evening) == sum(not may for _, _, may in COMES_IN)


def turned_away(evening: Evening) -> int:
    """How many of the staff the audit log tells of, who wanted this session's tablet and do not lead its group."""
    evening.tablet.ask("set_lock", locked=not evening.tablet.view["locked"])
    store = open_to_read(evening.server.data)
    with store.reading() as conn:
        told = audit_log.about(conn, f"live_session:{evening.live_session}")
    store.close()
    return len({entry.actor for entry in told if entry.action == "not_allowed"})


def test_a_device_that_is_signed_out_elsewhere_stops_at_once_and_no_other_does(evening: Evening) -> None:
    lost = Browser(evening.server.address)
    lost.post("/staff/sign-in", sign_in_name="okoye", password=PASSWORD)
    tablet = Tablet(lost, evening.live_session)
    devices = re.findall(r"/staff/account/devices/(\w+)/sign-out", evening.staff.get("/staff/account"))
    newest = devices[0]

    is_out_at_once(tablet, lambda: cut_off(evening.staff, newest))

    assert gets_a_tablet(lost, evening.live_session) is None
    assert "/staff/sign-in" in lost_page(lost)
    evening.tablet.begin()


def cut_off(staff: Browser, device: str) -> None:
    staff.post(f"/staff/account/devices/{device}/sign-out", who_again=PASSWORD)


def lost_page(browser: Browser) -> str:
    browser.get("/staff/")
    return browser.at


def test_a_colleague_who_may_no_longer_lead_is_out_in_the_middle_of_a_session(
    evening: Evening, colleagues: Colleagues
) -> None:
    def unshare(name: str) -> None:
        evening.staff.post(f"/staff/groups/{colleagues.group}/unshare", staff=colleagues.ids[name])

    for name, does in {
        "unshared": unshare,
        "closed": partial(colleagues.do, "close"),
        "writes": partial(colleagues.do, "roles", role="author"),
        "lost": partial(colleagues.do, "sign-out"),
        "deleted": partial(colleagues.do, "delete", sure="yes"),
    }.items():
        browser = colleagues.invite(name, "co_facilitator")
        colleagues.share(name)
        tablet = Tablet(browser, evening.live_session)

        is_out_at_once(tablet, partial(does, name))

        assert gets_a_tablet(browser, evening.live_session) is None, name
    assert evening.tablet.view


def test_signing_out_on_one_page_closes_the_tablet_in_the_other(evening: Evening, colleagues: Colleagues) -> None:
    browser = colleagues.invite("leaves", "co_facilitator")
    colleagues.share("leaves")
    tablet = Tablet(browser, evening.live_session)

    is_out_at_once(tablet, lambda: browser.post("/staff/sign-out"))


# --- only from our own pages -------------------------------------------------------------------------------------


def handshake(server: LiveServer, cookie: str, live_session: str, origin: str | None) -> socketio.Client:
    """A namespace's connect as a page of `origin` would make it; None: a program that names none."""
    options = {"suppress_origin": True} if origin is None else {"origin": origin}
    client = socketio.Client(reconnection=False, handle_sigint=False, websocket_extra_options=options)
    headers = {"Cookie": cookie}
    client.connect(
        server.address,
        headers=headers,
        auth={"live_session": live_session, "language": "en"},
        namespaces=["/facilitator"],
        transports=["websocket"],
    )
    return client


FOREIGN = ("https://elsewhere.example", "null", "http://127.0.0.1", "http://127.0.0.1.elsewhere.example:{port}",
           "ftp://127.0.0.1:{port}", "file://", "http://localhost:1")  # fmt: skip


def test_a_socket_from_elsewhere_is_turned_away(evening: Evening) -> None:
    for origin in (None, *FOREIGN):
        told = None if origin is None else origin.replace("{port}", str(evening.server.port))
        with pytest.raises((NotLetIn, websocket.WebSocketException)):
            handshake(evening.server, evening.staff.cookie, evening.live_session, told)


def test_a_socket_from_our_own_page_comes_in(evening: Evening) -> None:
    handshake(evening.server, evening.staff.cookie, evening.live_session, evening.server.address).disconnect()


def test_long_polling_from_elsewhere_is_turned_away(server: LiveServer) -> None:
    for origin in FOREIGN:
        address = f"{server.address}/socket.io/?EIO=4&transport=polling"
        request = urllib.request.Request(address, headers={"Origin": origin.replace("{port}", str(server.port))})
        with pytest.raises(urllib.error.HTTPError) as turned_away:
            urllib.request.urlopen(request, timeout=5)

        assert turned_away.value.code in (400, 403), origin
        turned_away.value.close()


def test_forty_phones_behind_one_address_type_the_code_at_once_and_nobody_waits(evening: Evening) -> None:
    code, waited = str(evening.tablet.view["join"]["code"]), list[str]()

    def types() -> None:
        try:
            Browser(evening.server.address).post("/join", code=code, name="Ana", language="en")
        except urllib.error.HTTPError as no:
            waited.append(f"{no.code}")

    threads = [threading.Thread(target=types) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert waited == []
    roster = evening.tablet.sees(lambda view: len(view["roster"]) == 40)["roster"]
    assert {row["admission"] for row in roster} == {"knocking"}
