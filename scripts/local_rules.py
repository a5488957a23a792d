"""Rules of security that hold in this house alone, which bandit and the linters cannot know. Used by `make check`.

Each says why. What may differ is in `ALLOWED`, with its reason; a reason that nothing needs any more is told too.
`tests/security/test_local_rules.py` breaks each of them once.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Found = Iterator[int]
"""Lines that break a rule."""

_V0002 = "facilitator/storage/migrations/versions/v0002_keeping_the_record.py"
ALLOWED: Mapping[tuple[str, str], str] = {
    ("asks-nobody", "facilitator/demo/phone.py"): "A pretend phone, in a process of its own, talks to its own server.",
    ("cookies-in-one-place", "facilitator/web/cookies.py"): "It is the place.",
    ("cookies-in-one-place", "facilitator/web/languages.py"): "A language is no secret, and scripts change it.",
    ("no-built-sql", "facilitator/operating/backing_up.py"): "Names of our own columns, from a list beside it.",
    ("no-built-sql", _V0002): "Names of our own tables and columns, in a trigger, from a list beside it.",
    ("redirects-home", "facilitator/web/entering.py"): "It is given `url_for` or its own `onward`, which is tested.",
    ("secrets-compared-slowly", "facilitator/web/entering.py"): "Both were typed by the same person a moment ago.",
    (
        "no-addresses",
        "facilitator/people/join_guesses.py",
    ): "It is the place: a participant's is looked at and not kept.",
    ("nothing-kept", "static/lib/kept.ts"): "The outbox: what has not been sent yet, wiped by *Hide this now*.",
    ("nothing-kept", "static/facilitator/settings.ts"): "Which hand holds the tablet.",
    ("nothing-kept", "static/participant/language.ts"): "The language, for the next page.",
}


@dataclass(frozen=True)
class Rule:
    name: str
    why: str
    where: str
    breaks: Callable[[str], Found]


def asks_nobody(source: str) -> Found:
    for node in ast.walk(ast.parse(source)):
        names = {one.name for one in node.names} if isinstance(node, ast.Import) else set[str]()
        if isinstance(node, ast.ImportFrom) and node.module:
            names = {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
        if any(name in _ASKING or name.partition(".")[0] in _ASKING for name in names):
            yield node.lineno


_ASKING = {
    *("aiohttp", "ftplib", "http.client", "httpx", "imaplib", "ldap", "ldap3", "paramiko", "poplib", "pycurl"),
    *("redis", "requests", "smtplib", "socketio.AsyncClient", "socketio.Client", "socketio.SimpleClient", "telnetlib"),
    *("simple_websocket.Client", "urllib.request", "urllib3", "websocket", "websockets", "xmlrpc"),
}


def built_sql(source: str) -> Found:
    for call in _calls(source):
        if _called(call) in ("text", "execute", "exec_driver_sql", "executescript") and call.args:
            yield from (one.lineno for one in ast.walk(call.args[0]) if isinstance(one, ast.JoinedStr) or _mixes(one))


def _mixes(node: ast.AST) -> bool:
    return (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod | ast.Add) and _is_text(node.left)) or (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"
    )


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def compared_secrets(source: str) -> Found:
    """A name that ends like a secret, beside `==` or `!=`, unless the other side is a plain constant or a column."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Compare) or not isinstance(node.ops[0], ast.Eq | ast.NotEq):
            continue
        sides = [node.left, *node.comparators]
        if any(isinstance(one, ast.Constant | ast.Tuple) or ".c." in ast.unparse(one) for one in sides):
            continue
        if any(_SECRET.search(ast.unparse(one).partition("(")[0]) for one in sides):
            yield node.lineno


_SECRET = re.compile(r"(?:^|[._])(?:token|secret|mac|digest|password|passphrase|code|ticket)$")


def told_values(source: str) -> Found:
    for call in _calls(source):
        if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) in ("log", "structlog.get_logger()"):
            fixed = call.func.attr in _LEVELS and len(call.args) == 1 and _is_text(call.args[0])
            named = {str(one.arg) for one in call.keywords}
            if not fixed or named & _NEVER_LOGGED or "exc_info" in named:
                yield call.lineno


_LEVELS = {"info", "warning", "error"}
_NEVER_LOGGED = {
    *("address", "answer", "body", "cookie", "email", "name", "password", "seat", "sign_in_name", "staff", "text"),
    *("ticket", "token", "words"),
}


def set_cookies(source: str) -> Found:
    return (call.lineno for call in _calls(source) if _called(call) in ("set_cookie", "delete_cookie"))


def redirected(source: str) -> Found:
    for call in _calls(source):
        if _called(call) == "redirect" and not (
            call.args and isinstance(call.args[0], ast.Call) and _called(call.args[0]) in ("url_for", "_onward")
        ):
            yield call.lineno


def made_templates(source: str) -> Found:
    return (call.lineno for call in _calls(source) if _called(call) in ("render_template_string", "from_string"))


def weak_chance(source: str) -> Found:
    """Chance that nobody may guess comes from the system: no module's own functions, no `Random` without its seed."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import) and any(one.name == "random" for one in node.names):
            yield node.lineno
        if isinstance(node, ast.Call) and _called(node) == "Random" and not node.args:
            yield node.lineno


def _calls(source: str) -> Iterator[ast.Call]:
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _lines_with(pattern: str) -> Callable[[str], Found]:
    wanted = re.compile(pattern)

    def breaks(source: str) -> Found:
        return (source.count("\n", 0, found.start()) + 1 for found in wanted.finditer(source))

    return breaks


RULES = (
    Rule("asks-nobody", "The server asks nothing of the world outside.", "facilitator/**/*.py", asks_nobody),
    Rule("no-built-sql", "SQL is never put together from strings.", "facilitator/**/*.py", built_sql),
    Rule("secrets-compared-slowly", "Secrets want `compare_digest`.", "facilitator/**/*.py", compared_secrets),
    Rule("logs-say-no-more", "A log line is a fixed sentence, and names nobody.", "facilitator/**/*.py", told_values),
    Rule("cookies-in-one-place", "One place knows how a cookie is kept.", "facilitator/**/*.py", set_cookies),
    Rule("redirects-home", "Nobody is sent to an address from outside.", "facilitator/web/*.py", redirected),
    Rule("no-made-templates", "Pages come from templates/, not from strings.", "facilitator/**/*.py", made_templates),
    Rule(
        "no-addresses",
        "Addresses are read in one place, for guesses alone.",
        "facilitator/**/*.py",
        _lines_with(
            r"(?i)x[-_]forwarded|x[-_]real[-_]ip|\bremote_addr\b|\bproxyfix\b|\bgetpeername\b|\bclient_address\b"
        ),
    ),
    Rule("chance-is-the-systems", "What nobody may guess is the system's chance.", "facilitator/**/*.py", weak_chance),
    Rule(
        "no-made-html",
        "Scripts write text, never HTML, and run no text as code.",
        "static/**/*.ts*",
        _lines_with(
            r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc)\b|document\.write|\beval\("
            r"|new Function\(|set(?:Timeout|Interval)\(\s*[\"'`]|javascript:"
        ),
    ),
    Rule(
        "no-messages-between-windows",
        "No page listens to another window.",
        "static/**/*.ts*",
        _lines_with(r"\bpostMessage\(|(?:window|self|parent)\.(?:onmessage|addEventListener\([\"']message)"),
    ),
    Rule(
        "nothing-kept",
        "What a browser keeps is decided in few places.",
        "static/**/*.ts*",
        _lines_with(r"\b(?:localStorage|sessionStorage|indexedDB)\b|[\"']idb-keyval[\"']|document\.cookie"),
    ),
    Rule(
        "nothing-from-elsewhere",
        "No page loads or asks anything of another host.",
        "static/**/*.ts*",
        _lines_with(r"(?:fetch|import|io|WebSocket)\(\s*[\"'`](?:https?|wss?):|src=[\"'{`]+https?:"),
    ),
    Rule(
        "templates-escape",
        "Every value in a page is escaped, and no page has a script or style within.",
        "templates/**/*.html",
        _lines_with(
            r"\|\s*safe\b|autoescape\s+false|\son[a-z]+=|\sstyle=|javascript:|(?:src|href)=[\"']https?:"
            r"|<script(?![^>]*(?:\bsrc=|application/json))|target=\"_blank\"(?![^>]*noopener)"
        ),
    ),
)


def broken(sources: Mapping[str, str], allowed: Mapping[tuple[str, str], str] = ALLOWED) -> list[str]:
    """What breaks a rule, and what is allowed though nothing needs it."""
    told: list[str] = []
    needed: set[tuple[str, str]] = set()
    for path, source in sources.items():
        for rule in RULES:
            if not _is_at(path, rule.where):
                continue
            lines = list(rule.breaks(source))
            if lines and (rule.name, path) in allowed:
                needed.add((rule.name, path))
            elif lines:
                told += [f"{path}:{line}: {rule.name}: {rule.why}" for line in sorted(set(lines))]
    idle = [(name, path) for name, path in allowed if (name, path) not in needed]
    return [*told, *(f"{path}: nothing breaks {name} any more; take its reason out." for name, path in idle)]


def _is_at(path: str, where: str) -> bool:
    pattern = re.escape(where).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*")
    return re.fullmatch(pattern, path) is not None


def sources(root: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for folder, ending in (("facilitator", "*.py"), ("static", "*.ts"), ("static", "*.tsx"), ("templates", "*.html")):
        for path in sorted((root / folder).rglob(ending)):
            name = path.relative_to(root).as_posix()
            if not name.startswith(("static/dist/", "static/generated/", "facilitator/_bundled/")):
                found[name] = path.read_text()
    return found


ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """What make calls."""
    told = broken(sources(ROOT))
    print("\n".join(told), end="\n" if told else "")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
