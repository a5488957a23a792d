"""The rules of security of this house hold, and each is broken once to see that it tells."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from scripts.local_rules import ALLOWED, ROOT, RULES, broken, sources

PLANTED = {
    "asks-nobody": ("facilitator/web/x.py", "import urllib.request", "from socketio import Client"),
    "no-built-sql": ("facilitator/storage/x.py", 'conn.execute(f"DELETE FROM {a}")', 'text("SELECT " + a)'),
    "secrets-compared-slowly": ("facilitator/people/x.py", "a = told == row.token", "mac(a) != self.mac"),
    "logs-say-no-more": ("facilitator/web/x.py", 'log.info(f"hello {a}")', 'log.error("no", name=a)'),
    "cookies-in-one-place": ("facilitator/web/x.py", 'response.set_cookie("a", b)', 'response.delete_cookie("a")'),
    "redirects-home": ("facilitator/web/x.py", 'redirect(request.args["next"], 303)', "redirect(onward)"),
    "no-made-templates": ("facilitator/web/x.py", "render_template_string(a)", "env.from_string(a)"),
    "no-addresses": ("facilitator/web/x.py", "a = request.remote_addr", 'b = environ["HTTP_X_FORWARDED_HOST"]'),
    "chance-is-the-systems": ("facilitator/people/x.py", "import random", "a = Random().choice(b)"),
    "no-made-html": ("static/x.tsx", "a.innerHTML = b;", 'setTimeout("go()", 1)'),
    "no-messages-between-windows": ("static/x.ts", "parent.postMessage(a)", 'window.addEventListener("message", f)'),
    "nothing-kept": ("static/x.ts", "localStorage.setItem(a, b)", "document.cookie = a"),
    "nothing-from-elsewhere": ("static/x.ts", 'fetch("https://example.org/")', "new WebSocket(`wss://a`)"),
    "templates-escape": ("templates/x.html", "<p>{{ a | safe }}</p>", '<p onclick="go()">', "<script>go()</script>"),
}


def test_the_house_keeps_its_rules() -> None:
    assert broken(sources(ROOT)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_that_is_broken_is_told(rule: object) -> None:
    name = rule.name  # type: ignore[attr-defined]
    path, *ways = PLANTED[name]

    for way in ways:
        told = broken({path: f"\n{way}\n"}, allowed={})
        assert [one.split(": ")[:2] for one in told] == [[f"{path}:2", name]]


def test_bandit_finds_nothing() -> None:
    """As `make check` asks it; and on a file with a fault it tells, so that it was asked at all."""
    asked = [sys.executable, "-m", "bandit", "-q", "-c", "pyproject.toml", "-r"]
    clean = subprocess.run([*asked, "facilitator", "scripts", "hatch_build.py"], cwd=ROOT, check=False)
    assert clean.returncode == 0

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "fault.py").write_text("import hashlib, pickle\neval(hashlib.md5(pickle.loads(b'')))\n")
        told = subprocess.run([*asked, folder], cwd=ROOT, check=False, capture_output=True, text=True)
    assert told.returncode == 1
    assert all(rule in told.stdout for rule in ("B301", "B307", "B324"))


def test_what_is_allowed_says_why_and_is_needed() -> None:
    assert all(len(why) > 10 for why in ALLOWED.values())
    told = broken({"static/lib/kept.ts": "nothing"}, allowed={("nothing-kept", "static/lib/kept.ts"): "It was once."})
    assert told == ["static/lib/kept.ts: nothing breaks nothing-kept any more; take its reason out."]


def test_plain_things_are_not_told() -> None:
    python = """
log.info("gone", of=3)
redirect(url_for("home"), 303)
if code == "a" or table.c.token == token: pass
"""
    assert broken({"facilitator/web/x.py": python}, allowed={}) == []
    assert broken({"templates/x.html": '<script src="/a.js"></script><a href="/b">b</a>'}, allowed={}) == []
