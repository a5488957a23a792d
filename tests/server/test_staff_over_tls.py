"""Staff as they come in a clinic: over TLS, with cookies that no neighbour can set, to a socket that knows them."""

import re
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import Cookie

import pytest
import socketio

from tests.evening.cast import Browser
from tests.evening.conftest import opened, signed_in
from tests.evening.server import LiveServer
from tests.server.conftest import trusting


class OverTls(Browser):
    def __init__(self, address: str) -> None:
        super().__init__(address)
        cookies = urllib.request.HTTPCookieProcessor(self.jar)
        self._opener = urllib.request.build_opener(cookies, urllib.request.HTTPSHandler(context=trusting()))

    def bare_post(self, path: str, **form: str) -> str:
        """As through a proxy that takes away what says where a page comes from."""
        return self._send(urllib.request.Request(self._url(path), urllib.parse.urlencode(form).encode()))

    @property
    def desk(self) -> Cookie:
        (cookie,) = [each for each in self.jar if "desk" in each.name]
        return cookie


@pytest.fixture(scope="module")
def okoye(over_tls: LiveServer) -> OverTls:
    browser = OverTls(over_tls.address)
    signed_in(over_tls, browser)
    return browser


def opens_the_tablet(server: LiveServer, live_session: str, cookie: str) -> bool:
    client = socketio.Client(reconnection=False, handle_sigint=False, ssl_verify=False)
    told = {"live_session": live_session, "language": "en"}
    try:
        client.connect(
            server.address,
            headers={"Cookie": cookie},
            auth=told,
            namespaces=["/facilitator"],
            transports=["websocket"],
        )
    except socketio.exceptions.ConnectionError:
        return False
    client.disconnect()
    return True


def test_the_cookie_of_staff_is_for_this_host_and_tls_alone_and_is_another_after_each_sign_in(
    over_tls: LiveServer, okoye: OverTls
) -> None:
    first = okoye.desk
    assert (first.name, first.path, first.secure, first.domain_specified) == ("__Host-desk", "/", True, False)
    assert first.has_nonstandard_attr("HttpOnly")
    assert first.get_nonstandard_attr("SameSite") == "Strict"
    live_session = opened(okoye)
    assert opens_the_tablet(over_tls, live_session, okoye.cookie)
    assert not opens_the_tablet(over_tls, live_session, f"desk={first.value}"), "a neighbouring site could set this one"

    okoye.post("/staff/sign-in", sign_in_name="okoye", password="a long enough password")
    assert okoye.desk.value != first.value
    assert not opens_the_tablet(over_tls, live_session, f"__Host-desk={first.value}")
    assert opens_the_tablet(over_tls, live_session, okoye.cookie)


def test_where_no_header_says_whence_a_form_comes_its_token_does(okoye: OverTls) -> None:
    with pytest.raises(urllib.error.HTTPError, match="403"):
        okoye.bare_post("/staff/groups", name="Thursday")
    with pytest.raises(urllib.error.HTTPError, match="403"):
        okoye.bare_post("/staff/groups", name="Thursday", form_token="made.up")
    found = re.search(r'action="/staff/groups".*?name="form_token" value="([^"]+)"', okoye.get("/staff/"), re.DOTALL)
    assert found

    assert "Thursday" in okoye.bare_post("/staff/groups", name="Thursday", form_token=found[1])
