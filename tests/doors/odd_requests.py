"""Requests to every route, with addresses, fields, headers and cookies of any sort, over real sockets: nothing breaks,
every answer is guarded, and the log tells nobody's name."""

import http.client
import json
import re
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

from tests.conftest import ROOT
from tests.doors.url_map import Route, address, odd_part, routes
from tests.evening.cast import Browser, Phone, Tablet
from tests.evening.conftest import opened, signed_in
from tests.evening.server import LiveServer
from tests.evening.shelf import a_shelf
from tests.privacy.path.outcome import Outcome

PASSWORD = "a long enough password"
TELLTALE = ("Traceback", "defect", "Anastasia", "Thursday", "client=")
GUARDS = ("Content-Security-Policy", "Permissions-Policy", "Referrer-Policy", "X-Content-Type-Options", "Cache-Control")
MAY_BE_KEPT = ("/static/", "/media/")
ENDS_ALL = re.compile(r"/(sign-out|sign-out-everywhere|password|second-step/.*)$")
"""After these the fuzzing browser may have to sign in again."""
HEADERS: dict[str, tuple[str, ...]] = {
    "Accept": ("text/html", "application/json", "*/*", "x", "text/html;q=2", ",;,"),
    "Accept-Language": ("en", "es", "x" * 500, "*", "en;q=nan", ";;"),
    "Content-Type": (
        "application/x-www-form-urlencoded", "application/json", "multipart/form-data",
        "multipart/form-data; boundary=x",
        "text/plain; charset=utf-7", "application/json; charset=utf-16", "x", "",
    ),
    "Sec-Fetch-Site": ("same-origin", "same-origin", "same-origin", "none", "cross-site", "x"),
    "Origin": ("null", "http://evil.example", "x", ""),
    "Range": ("bytes=0-1", "bytes=-", "bytes=9999999999999-", "x"),
    "If-None-Match": ("*", '"x"', "W/x", '"'),
    "If-Modified-Since": ("x", "Thu, 01 Jan 1970 00:00:00 GMT", "0"),
    "Accept-Encoding": ("br", "gzip", "gzip;q=x", "*"),
    "X-Forwarded-For": ("1.2.3.4", "x, ::1%eth0", ",,,", "a" * 2000),
    "X-Forwarded-Host": ("evil.example",),
    "X-HTTP-Method-Override": ("DELETE",),
    "Content-Encoding": ("gzip", "x"),
}  # fmt: skip


def names_of_fields() -> list[str]:
    """Whatever a form of ours or a query may hold, read from the templates and the code."""
    found = set(re.findall(r'name="(\w+)"', "".join(p.read_text() for p in (ROOT / "templates").rglob("*.html"))))
    code = "".join(p.read_text() for p in (ROOT / "facilitator" / "web").glob("*.py"))
    return sorted(found | set(re.findall(r'(?:args|form)\.get(?:list)?\("(\w+)"', code)) | {"form_token", "x"})


@dataclass
class Fuzzing:
    server: LiveServer
    chance: Random
    outcome: Outcome
    cookies: dict[str, str]
    real: dict[str, Any]
    fields: list[str] = field(default_factory=names_of_fields)
    statuses: Counter[int] = field(default_factory=Counter)

    def once(self, route: Route) -> None:
        pick = self.chance
        parts = {**self.real, **{name: odd_part(pick) for name in route.rule.arguments if pick.random() < 0.25}}
        path = address(route, parts)
        if pick.random() < 0.3:
            path += "?" + urlencode({pick.choice(self.fields): self._value() for _ in range(pick.randrange(4))})
        method = (
            route.method
            if pick.random() < 0.9
            else pick.choice(("GET", "POST", "PUT", "HEAD", "OPTIONS", "DELETE", "TRACE"))
        )
        headers = {name: pick.choice(values) for name, values in HEADERS.items() if pick.random() < 0.2}
        headers.setdefault("Sec-Fetch-Site", "same-origin")
        headers["Cookie"] = self._cookie()
        body = self._body(headers) if method in ("POST", "PUT") else None
        self._ask(route, method, path, headers, body)

    def stay_signed_in(self) -> None:
        """Signs in again if it must: that takes the server long, on purpose."""
        browser = Browser(self.server.address)
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=10)
        line.request("GET", "/staff/account", headers={"Cookie": self.cookies["staff"]})
        if line.getresponse().status != 200:
            browser.post("/staff/sign-in", sign_in_name="okoye", password=PASSWORD)
            self.cookies["staff"] = browser.cookie
        line.close()

    def _value(self) -> str:
        real = [str(value) for value in self.real.values()]
        return self.chance.choice(
            ("yes", "", "Ana", "thursday", *real, odd_part(self.chance), "é\u202e<b>", "9" * 30, "[]")
        )

    def _cookie(self) -> str:
        kind = self.chance.choice((*self.cookies, "staff", "odd", "none"))
        odd = self.chance.choice(("desk=x; place=\x7f; shared=%00", "=;;=,", "desk=" + "a" * 3000, "place=a; place=b"))
        return self.cookies.get(kind, odd if kind == "odd" else "")

    def _body(self, headers: dict[str, str]) -> bytes:
        if "json" in headers.get("Content-Type", "") or self.chance.random() < 0.15:
            thing = self.chance.choice(
                (None, [], {}, {"name": 1}, {"name": "A", "blocks": [{}], "changed_at": 0}, "x", 1e308)
            )
            return self.chance.choice((json.dumps(thing), "{", "[" * 5000, "\ufeff{}", '{"a":1e999}', "")).encode()
        if self.chance.random() < 0.1:
            return self.chance.choice(
                (b"\xff\xfe", b"a" * 300_000, b"--x\r\n\r\n--x--", b"%", b"&&&=&", b"name=%ff%00")
            )
        headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        return urlencode(
            [(self.chance.choice(self.fields), self._value()) for _ in range(self.chance.randrange(7))]
        ).encode()

    def _ask(self, route: Route, method: str, path: str, headers: dict[str, str], body: bytes | None) -> None:
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=10)
        try:
            line.request(
                method,
                path,
                body,
                {name: value.encode("utf-8", "replace").decode("latin-1") for name, value in headers.items()},
            )
            came = line.getresponse()
            came.read()
        except (http.client.HTTPException, ValueError, OSError):
            # Hung up on, or not even our own library would send it.
            self.statuses[0] += 1
            return
        finally:
            line.close()
        self.statuses[came.status] += 1
        asked = f"{method} {path[:200]} {body[:200] if body else ''!r}"
        if came.status >= 500:
            self.outcome.wrong.append(f"{came.status}: {asked}")
        missing = [name for name in GUARDS if name not in came.headers]
        kept = came.headers.get("Cache-Control") != "no-store" and not path.startswith(MAY_BE_KEPT)
        if came.status != 400 and (missing or kept):
            self.outcome.wrong.append(f"{came.status} without {missing or 'no-store'}: {asked}")


def run(requests: int, seed: int) -> Outcome:
    outcome, chance = Outcome("odd requests", seed), Random(seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        server = LiveServer(Path(folder, "data"), FACILITATOR_CURRICULA=a_shelf(Path(folder))).start()
        try:
            fuzzing = _prepared(server, chance, outcome)
            every = list(routes())
            for number in range(requests):
                route = every[number % len(every)]
                fuzzing.once(route)
                if ENDS_ALL.search(route.rule.rule) or number % 500 == 499:
                    fuzzing.stay_signed_in()
        finally:
            code = server.stop()
        outcome.wrong += [f"the server ended with {code}"] if code else []
        outcome.wrong += [f"the log: {line}" for line in server.said.splitlines() if any(w in line for w in TELLTALE)]
    told = dict(sorted(fuzzing.statuses.items()))
    outcome.figures |= {"requests": requests, "routes with their methods": len(every), "answers by status": told}
    return outcome


def _prepared(server: LiveServer, chance: Random, outcome: Outcome) -> Fuzzing:
    staff = signed_in(server)
    live_session, ended = opened(staff), opened(staff, name="Friday")
    tablet = Tablet(staff, live_session)
    secret = str(tablet.view["join"]["url"]).partition("#s=")[2]
    ana = Phone(server.address, "Anastasia", secret=secret)
    page = staff.get("/staff/")
    real = {
        "live_session": chance.choice((live_session, ended)),
        "group": re.findall(r"/staff/groups/(\w+)", page)[0],
        "agenda": re.findall(r"/staff/agendas/(\w+)", page)[0],
        "member": re.findall(r"/staff/people/(\w+)", staff.get("/staff/people"))[0],
        "seat": tablet.view["roster"][0]["seat"],
        "curriculum": "iop-foundations",
        "slug": "01-check-in",
        "screen": "phone",
        "number": 1,
    }
    cookies = {"staff": staff.cookie, "seat": ana.browser.cookie}
    tablet.disconnect()
    ana.disconnect()
    return Fuzzing(server, chance, outcome, cookies, real)
