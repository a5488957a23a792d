"""Passwords of staff: which are good enough, and their Argon2id hashes. Slow on purpose, so never on the hub."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from facilitator.errors import Refused

SHORTEST = 12
LONGEST = 200
_ENOUGH = 5
"""Different signs that must be left when all that is easy to guess is taken out."""
_OBVIOUS = ("password", "contraseña", "contrasena", "facilitator", "welcome", "letmein", "iloveyou", "therapy", "group",
            "qwertyuiop", "qwerty", "asdfghjkl", "zxcvbnm")  # fmt: skip
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890")


class RunBlocking(Protocol):
    """Makes a slow call where it holds nobody up, and gives back what it gave."""

    def __call__(self, call: Callable[[], Any], /) -> Any: ...


def check_password(password: str, names: Iterable[str] = ()) -> None:
    """Raises `Refused("weak_password")` for one that is short or easy to guess. `names`: what its owner is called."""
    if len(password) < SHORTEST:
        raise Refused("weak_password", f"Use at least {SHORTEST} characters. Three or four words are easy to keep.")
    if len(password) > LONGEST:
        raise Refused("weak_password", f"Use at most {LONGEST} characters.")
    left = password.casefold()
    for word in (*_OBVIOUS, *(part.casefold() for name in names for part in name.split())):
        left = left.replace(word, "") if len(word) > 2 else left
    for row in _ROWS:
        left = _without_runs(left, row)
    if len(set(left)) < _ENOUGH:
        raise Refused("weak_password", "This is easy to guess. Use three or four words that do not belong together.")


class Passwords:
    """Hashes and compares. `hasher` is Argon2id as its library advises, but in tests."""

    def __init__(self, run_blocking: RunBlocking, hasher: PasswordHasher | None = None) -> None:
        self._run_blocking = run_blocking
        self._hasher = hasher or PasswordHasher()
        self._nobodys: str | None = None

    def hash(self, password: str) -> str:
        return str(self._run_blocking(lambda: self._hasher.hash(password)))

    def fits(self, password_hash: str | None, password: str) -> bool:
        """Whether it is the password. Without a hash (no such account) it is not, and that takes as long."""
        return bool(self._run_blocking(lambda: self._fits(password_hash, password[: LONGEST + 1])))

    def _fits(self, password_hash: str | None, password: str) -> bool:
        if password_hash is None:
            self._nobodys = self._nobodys or self._hasher.hash("nobody's password")
        try:
            self._hasher.verify(password_hash or self._nobodys or "", password)
        except (VerificationError, InvalidHashError):
            return False
        return password_hash is not None


def _without_runs(text: str, row: str) -> str:
    """`text` without pieces of four and more that just go along `row`, in either direction."""
    pieces = sorted({row[i:j] for i in range(len(row)) for j in range(i + 4, len(row) + 1)}, key=len, reverse=True)
    for piece in pieces:
        text = text.replace(piece, "").replace(piece[::-1], "")
    return text
