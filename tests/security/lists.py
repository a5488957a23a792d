"""Stands in for the public lists of known holes: a small server that speaks as they do, to the real tools."""

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

PYTHON_CONTROL, NPM_CONTROL = ("jinja2", "2.10"), ("minimist", "0.0.8")


@dataclass
class Lists:
    """`python`: (name, version) of packages with a hole. `npm`: name → version. `broken`: it answers no question.

    `asked` collects what it was asked about.
    """

    python: set[tuple[str, str]] = field(default_factory=lambda: {PYTHON_CONTROL})
    npm: dict[str, str] = field(default_factory=lambda: dict([NPM_CONTROL]))
    broken: bool = False
    asked: set[tuple[str, str]] = field(default_factory=set)
    address: str = ""

    def osv(self, query: dict[str, Any]) -> dict[str, Any]:
        name, version = query["package"]["name"], query["version"]
        self.asked.add((name, version))
        if (name, version) not in self.python:
            return {}
        fixed = [{"introduced": "0"}, {"fixed": "999"}]
        affected = {"package": {"name": name, "ecosystem": "PyPI"}, "ranges": [{"type": "ECOSYSTEM", "events": fixed}]}
        return {"vulns": [{"id": f"PYSEC-{name}", "summary": "A hole.", "affected": [affected]}]}

    def advisories(self, query: dict[str, list[str]]) -> dict[str, Any]:
        self.asked |= {(name, version) for name, versions in query.items() for version in versions}
        return {
            name: [_advisory(name, self.npm[name])]
            for name, versions in query.items()
            if self.npm.get(name) in versions
        }  # fmt: skip

    def packument(self, name: str) -> dict[str, Any]:
        """What npm asks about a package with a hole: which versions of it there are."""
        versions = {one: {"name": name, "version": one} for one in (self.npm.get(name, "1.0.0"), "999.0.0")}
        return {"name": name, "dist-tags": {"latest": "999.0.0"}, "versions": versions}


def _advisory(name: str, version: str) -> dict[str, Any]:
    where = {"url": f"https://example.org/{name}", "vulnerable_versions": f"<={version}"}
    return {"id": 1, "title": "A hole", "severity": "high", "cwe": [], "cvss": {"score": 0}, **where}


@contextmanager
def served(lists: Lists) -> Iterator[Lists]:
    """The same lists at an address."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told = json.loads(gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body)
            self._say(lists.osv(told) if self.path == "/osv" else lists.advisories(told))

        def do_GET(self) -> None:
            self._say(lists.packument(self.path.strip("/")))

        def _say(self, what: dict[str, Any]) -> None:
            body = json.dumps(what).encode()
            self.send_response(503 if lists.broken else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Not into the tests' output."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    lists.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield lists
    finally:
        server.shutdown()
        server.server_close()
