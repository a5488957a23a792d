"""Every route of the real app, and addresses for it: with what is there, and with what nobody would type."""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any
from urllib.parse import quote

from flask import Flask
from werkzeug.routing import Rule

from facilitator.web.together import put_together


@dataclass(frozen=True)
class Route:
    method: str
    rule: Rule

    @property
    def name(self) -> str:
        return f"{self.method} {self.rule.rule}"


@cache
def routes() -> tuple[Route, ...]:
    app = Flask("facilitator", static_folder=None)
    put_together(app)
    return tuple(
        Route(method, rule)
        for rule in app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    )


def address(route: Route, parts: dict[str, Any]) -> str:
    """`parts` by the names of the rule; whatever they hold is quoted."""
    told = route.rule.rule
    for name in route.rule.arguments:
        for written in (f"<{name}>", f"<path:{name}>", f"<int:{name}>"):
            told = told.replace(written, quote(str(parts.get(name, "made-up")), safe=""))
    return told


def odd_part(chance: Random) -> str:
    return chance.choice(
        (
            "",
            "0",
            "-1",
            "..",
            "../../etc/passwd",
            "%2e%2e",
            "a" * 3000,
            "\x00",
            "é",
            "\u202e",
            "null",
            "'",
            "<b>",
            "{{7*7}}",
            "a/b",
            "1" * 400,
        )
    )
