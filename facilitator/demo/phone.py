"""A pretend phone: joins by the plain form, then speaks Socket.IO over a real WebSocket, as a browser would."""

import http.client
import json
import re
import ssl
import threading
import time
import urllib.parse
import uuid
from random import Random
from typing import Any

from simple_websocket import Client, ConnectionClosed, ConnectionError  # noqa: A004 - the library's own name

from facilitator.activities.kinds import find

_NAMESPACE = "/participant"


class Gone(Exception):
    """The connection is over; `for_good` if there is nothing to come back to."""

    def __init__(self, *, for_good: bool) -> None:
        super().__init__("gone")
        self.for_good = for_good


def _own_tls() -> ssl.SSLContext:
    """The pretend phones only ever speak to the server that started them, whatever name its certificate has."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def join(address: str, secret: str, name: str, language: str) -> str:
    """Join and accept the agreement by the plain forms. The cookie to come back with."""
    form = {"secret": secret, "name": name, "language": language}
    cookies, _ = _send(address, "POST", "/join", form, "")
    _, page = _send(address, "GET", "/group/agreement", {}, cookies)
    version = re.search(r'name="version" value="([^"]*)"', page)
    if version is not None:
        _send(address, "POST", "/group/agreement", {"version": version[1]}, cookies)
    return cookies


def _send(address: str, method: str, path: str, form: dict[str, str], cookies: str) -> tuple[str, str]:
    """Send a form as a page of this server would. The cookies afterwards, and the page."""
    url = urllib.parse.urlsplit(address)
    connection: http.client.HTTPConnection
    if url.scheme == "https":
        connection = http.client.HTTPSConnection(url.netloc, timeout=10, context=_own_tls())
    else:
        connection = http.client.HTTPConnection(url.netloc, timeout=10)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Sec-Fetch-Site": "same-origin",
        "Origin": address,
        "Cookie": cookies,
    }
    connection.request(method, path, urllib.parse.urlencode(form), headers)
    response = connection.getresponse()
    page = response.read().decode()
    held = dict(part.split("=", 1) for part in cookies.split("; ") if part)
    for header in response.headers.get_all("Set-Cookie") or []:
        name, value = header.split(";", 1)[0].split("=", 1)
        held[name] = value
    connection.close()
    return "; ".join(f"{name}={value}" for name, value in held.items()), page


class Phone:
    """One connection of one pretend participant."""

    def __init__(self, address: str, cookie: str, language: str, chance: Random) -> None:
        self._address, self._cookie, self._language, self._chance = address, cookie, language, chance
        self._revision = 0
        self._answered: set[str] = set()
        self._due: dict[str, tuple[float, dict[str, Any]]] = {}

    def take_part(self, over: threading.Event, stays: float | None) -> None:
        """Stay connected and answer what is asked, for `stays` seconds or until the end. Raises `Gone`."""
        until = None if stays is None else time.monotonic() + stays
        try:
            socket = self._connect()
            while not over.is_set() and (until is None or time.monotonic() < until):
                packet = socket.receive(timeout=0.5)
                if isinstance(packet, str):
                    self._hear(socket, packet)
                self._answer_what_is_due(socket)
            socket.close()
        except (ConnectionClosed, ConnectionError, OSError) as problem:
            raise Gone(for_good=False) from problem

    def _connect(self) -> Client:
        url = self._address.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
        headers = {"Origin": self._address, "Cookie": self._cookie}
        context = _own_tls() if url.startswith("wss") else None
        socket = Client(url, headers=headers, ssl_context=context)
        socket.receive(timeout=10)
        socket.send(f"40{_NAMESPACE},{json.dumps({'language': self._language})}")
        return socket

    def _hear(self, socket: Client, packet: str) -> None:
        if packet == "2":
            socket.send("3")
        elif packet.startswith(f"44{_NAMESPACE}"):
            raise Gone(for_good=True)
        elif packet.startswith(f"42{_NAMESPACE},"):
            name, told = json.loads(packet.split(",", 1)[1])
            if name == "view":
                self._look(told)

    def _look(self, view: dict[str, Any]) -> None:
        if view["phase"] == "ended":
            raise Gone(for_good=True)
        activity = view["activity"]
        if activity is None or activity["promise"] not in ("named", "anonymous") or activity["phase"] != "open":
            return
        if activity["run"] not in self._answered:
            self._answered.add(activity["run"])
            self._due[activity["run"]] = (time.monotonic() + self._chance.uniform(3, 18), activity)

    def _answer_what_is_due(self, socket: Client) -> None:
        for run, (when, activity) in list(self._due.items()):
            if time.monotonic() >= when:
                del self._due[run]
                self._send(socket, "answer", {"run": run, **self._said(activity)})

    def _said(self, activity: dict[str, Any]) -> dict[str, Any]:
        self._revision += 1
        answer = (
            find(activity["kind"]).pretend(activity["settings"], self._chance) if self._chance.random() > 0.12 else None
        )
        say: dict[str, Any] = {"do": "pass" if answer is None else "answer", "revision": self._revision}
        if answer is not None:
            say |= {"answer": answer, "ok_to_show": self._chance.random() > 0.3}
        if activity["promise"] == "named":
            return {"say": say}
        say.pop("ok_to_show", None)
        return {"say": say, "pad": " " * (activity["frame_bytes"] - len(json.dumps(say).encode()))}

    def _send(self, socket: Client, name: str, payload: dict[str, Any]) -> None:
        message = json.dumps([name, {"id": str(uuid.uuid4()), **payload}])
        socket.send(f"42{_NAMESPACE},{message}")
