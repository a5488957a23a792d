"""The security page keeps up with the code: its inventory of cryptography names every file that uses any."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CRYPTOGRAPHY = {"argon2", "cryptography", "hashlib", "hmac", "pyotp", "ssl"}


def test_every_file_that_uses_cryptography_is_in_the_inventory() -> None:
    using = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "facilitator").rglob("*.py")
        if CRYPTOGRAPHY & imported(path.read_text())
    }

    assert using == inventory()
    assert len(using) > 10


def test_the_words_that_no_password_may_lean_on_are_on_the_page() -> None:
    source = (ROOT / "facilitator/people/passwords.py").read_text()
    ours = ast.literal_eval(re.search(r"^_OURS = (\(.*?\))", source, re.MULTILINE | re.DOTALL)[1])
    (line,) = [line for line in page().splitlines() if line.startswith("Beside those lists")]

    assert [word for word in ours if word not in line and word != "contrasena"] == []


def inventory() -> set[str]:
    table = page().partition("Each file that uses cryptography")[2].partition("\n\nAES-256")[0]
    return set(re.findall(r"^\| `([^`]+)` \| \S", table, re.MULTILINE))


def page() -> str:
    return (ROOT / "docs/security.md").read_text()


def imported(source: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found
