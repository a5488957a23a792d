"""The stable cast over real sockets: a tablet, phones, a wall. They speak the domain and wait for what they see."""

import http.cookiejar
import json
import queue
import re
import threading
import time
import urllib.parse
import urllib.request
import uuid
from collections.abc import Callable
from typing import Any

import socketio

PATIENCE = 60.0
"""Seconds until something that has not come is taken to be lost. A machine may be busy with much besides."""


class Refusal(AssertionError):
    """The server said no, with its reason."""

    def __init__(self, why: str, message: str) -> None:
        super().__init__(f"{why}: {message}")
        self.why, self.message = why, message


class Browser:
    """Cookies and forms, as a page of this server would send them."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def get(self, path: str) -> str:
        return self._send(urllib.request.Request(self._url(path)))

    def post(self, path: str, **form: str) -> str:
        body = urllib.parse.urlencode(form).encode()
        return self._send(urllib.request.Request(self._url(path), body, self._ours()))

    def makes_account(self, link: str, **form: str) -> str:
        """With a link that works once: what stands after # goes into the form, as the page's script puts it there."""
        address, _, secret = link.partition("#")
        return self.post(address, link=secret, **form)

    def put_json(self, path: str, value: Any) -> Any:
        headers = {**self._ours(), "Content-Type": "application/json"}
        request = urllib.request.Request(self._url(path), json.dumps(value).encode(), headers, method="PUT")
        return json.loads(self._send(request) or "null")

    def _ours(self) -> dict[str, str]:
        return {"Sec-Fetch-Site": "same-origin", "Origin": self.address}

    def _url(self, path: str) -> str:
        return path if path.startswith("http") else f"{self.address}{path}"

    def _send(self, request: urllib.request.Request) -> str:
        with self._opener.open(request, timeout=PATIENCE) as response:
            self.at = response.geturl()
            text: str = response.read().decode()
            return text

    @property
    def cookie(self) -> str:
        return "; ".join(f"{each.name}={each.value}" for each in self.jar)


class Screen:
    """One socket of one audience. Keeps the newest of each kind of view, by version and beat."""

    audience = ""

    def __init__(self, browser: Browser, **auth: str) -> None:
        self.browser, self.auth = browser, auth
        self.heard: dict[str, Any] = {}
        self.log: list[tuple[str, Any]] = []
        self._answers: dict[str, queue.SimpleQueue[tuple[str, Any]]] = {}
        self._news = threading.Condition()
        self._connected = threading.Event()
        self.connect()

    def connect(self) -> None:
        self._connected.clear()
        self.socket = socketio.Client(reconnection=False, handle_sigint=False)
        self.socket.on("*", self._hear, namespace=f"/{self.audience}")
        self.socket.connect(
            self.browser.address,
            headers={"Cookie": self.browser.cookie},
            auth=self.auth,
            namespaces=[f"/{self.audience}"],
            transports=["websocket"],
            wait_timeout=PATIENCE,
        )
        self._connected.set()

    def disconnect(self) -> None:
        self.socket.disconnect()

    def come_back(self) -> None:
        """Over a fresh connection, as a phone out of a pocket or after a restart of the server."""
        with self._news:
            self.heard.clear()
        self.disconnect()
        self.connect()

    def _hear(self, name: str, payload: Any) -> None:
        with self._news:
            self.log.append((name, payload))
            if name in ("done", "refused"):
                self._answers.setdefault(payload["id"], queue.SimpleQueue()).put((name, payload))
            else:
                self.heard[name] = payload
            self._news.notify_all()

    def send(self, name: str, /, **fields: Any) -> str:
        """Ask, without waiting. The message's id."""
        message_id = fields.pop("id", None) or str(uuid.uuid4())
        self._answers.setdefault(message_id, queue.SimpleQueue())
        self.socket.emit(name, {"id": message_id, **fields}, namespace=f"/{self.audience}")
        return message_id

    def ask(self, name: str, /, **fields: Any) -> None:
        """Ask, and wait until it is done. Raises `Refusal`."""
        self.hear_back(self.send(name, **fields))

    def hear_back(self, message_id: str) -> None:
        name, payload = self._answers[message_id].get(timeout=PATIENCE)
        if name == "refused":
            raise Refusal(payload["why"], payload["message"])

    def outcome(self, message_id: str) -> str:
        """`done`, or why it was refused. Waits for it."""
        name, payload = self._answers[message_id].get(timeout=PATIENCE)
        return str(payload["why"] if name == "refused" else name)

    def tell(self, name: str, **fields: Any) -> None:
        self._connected.wait(PATIENCE)
        self.socket.emit(name, fields, namespace=f"/{self.audience}")

    def wait(self, what: str, until: Callable[[Any], bool], *, patience: float = PATIENCE) -> Any:
        """The newest `what` for which `until` holds. Waits for it."""
        deadline = time.monotonic() + patience
        with self._news:
            while not (what in self.heard and until(self.heard[what])):
                left = deadline - time.monotonic()
                assert left > 0, f"{type(self).__name__} waited in vain; {what} is {self.heard.get(what)}"
                self._news.wait(left)
            return self.heard[what]

    @property
    def view(self) -> Any:
        return self.wait("view", lambda view: True)


class Tablet(Screen):
    """Dr. Okoye's tablet."""

    audience = "facilitator"

    def __init__(self, browser: Browser, live_session: str) -> None:
        self.live_session = live_session
        super().__init__(browser, live_session=live_session, language="en")

    def begin(self) -> None:
        self.ask("begin")
        self.wait("view", lambda view: view["phase"] == "running")

    def next_step(self) -> None:
        here = self.view["step"]
        self.ask("next_step", from_step=here)
        self.wait("view", lambda view: view["step"] != here)

    def goes_to(self, ending: str) -> None:
        """To the step whose id ends so, for instance `/how-sure`."""
        plan = self.wait("plan", lambda plan: True)
        step = next(step["id"] for block in plan["blocks"] for step in block["steps"] if step["id"].endswith(ending))
        self.ask("go_to_step", from_step=self.view["step"], step=step)
        self.wait("view", lambda view: view["step"] == step)

    def sees(self, until: Callable[[Any], bool], **how: Any) -> Any:
        return self.wait("view", until, **how)

    def run_here(self) -> Any:
        view = self.sees(lambda view: bool(view["runs"]) and view["runs"][0]["activity"]["step"] == view["step"])
        return view["runs"][0]

    def seat_of(self, name: str) -> Any:
        view = self.sees(lambda view: any(row["name"] == name for row in view["roster"]))
        return next(row for row in view["roster"] if row["name"] == name)


class Phone(Screen):
    """A participant's phone. Joins when it is made: with the QR's secret, or by the typed code."""

    audience = "participant"

    def __init__(self, address: str, name: str, *, secret: str = "", code: str = "", language: str = "en") -> None:
        browser = Browser(address)
        browser.post("/join", **({"secret": secret} if secret else {"code": code}), name=name, language=language)
        version = re.search(r'name="version" value="([^"]*)"', browser.get("/group/agreement"))
        assert version, "The agreement's page names no version."
        browser.post("/group/agreement", version=version[1])
        self.name, self.revision = name, 0
        super().__init__(browser, language=language)

    def sees(self, until: Callable[[Any], bool], **how: Any) -> Any:
        return self.wait("view", until, **how)

    def activity(self) -> Any:
        return self.sees(lambda view: view["activity"] is not None and view["activity"]["phase"] == "open")["activity"]

    def says(self, do: str, answer: Any = None, *, run: str = "", ok_to_show: bool = False, **more: Any) -> None:
        self.hear_back(self.says_without_waiting(do, answer, run=run, ok_to_show=ok_to_show, **more))

    def says_without_waiting(
        self, do: str, answer: Any = None, *, run: str = "", ok_to_show: bool = False, **more: Any
    ) -> str:
        self.revision += 1
        say = {"do": do, "revision": more.pop("revision", self.revision), "answer": answer, "ok_to_show": ok_to_show}
        return self.send("answer", run=run or self.activity()["run"], say=say, **more)

    def answers(self, answer: Any, *, ok_to_show: bool = False) -> None:
        self.says("answer", answer, ok_to_show=ok_to_show)

    def passes(self) -> None:
        self.says("pass")


class Wall(Screen):
    """The room screen. Confirms each view that it gets, as the page does once it has drawn it."""

    audience = "display"

    def __init__(self, address: str) -> None:
        browser = Browser(address)
        browser.get("/display")
        super().__init__(browser, language="en")

    def _hear(self, name: str, payload: Any) -> None:
        super()._hear(name, payload)
        if name == "view":
            self.tell("showing", version=payload["version"], beat=payload["beat"])

    def code(self) -> str:
        code: str = self.wait("pairing", lambda pairing: True)["code"]
        return code

    def shows(self, text: str) -> Any:
        """Waits until these words stand on the wall."""
        return self.wait("view", lambda view: text in json.dumps(view, ensure_ascii=False))
