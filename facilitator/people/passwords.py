"""Passwords of staff: which are good enough, and their Argon2id hashes. Slow on purpose, so never on the hub."""

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any, Protocol

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from facilitator.errors import Refused

SHORTEST = 12
LONGEST = 200
_ENOUGH = 10.0
"""A password must take more than 10^10 guesses: by zxcvbn's lists and rules, which need no network."""
_ESTIMATED = 72
"""zxcvbn looks at no more; whatever comes after only makes a password longer."""
_OURS = ("facilitator", "therapy", "therapist", "clinic", "counselor", "recovery",
         "contraseña", "contrasena", "terapia", "grupo", "clínica", "tequiero", "bienvenido")  # fmt: skip
"""What people here would think of first, beside the common passwords, names and words of zxcvbn's lists."""
_ONE_AT_A_TIME = Lock()


class RunBlocking(Protocol):
    """Makes a slow call where it holds nobody up, and gives back what it gave."""

    def __call__(self, call: Callable[[], Any], /) -> Any: ...


def check_password(password: str, names: Iterable[str] = ()) -> None:
    """Raises `Refused("weak_password")` for one that is short or easy to guess. `names`: what its owner is called."""
    if len(password) < SHORTEST:
        raise Refused("weak_password", f"Use at least {SHORTEST} characters. Three or four words are easy to keep.")
    if len(password) > LONGEST:
        raise Refused("weak_password", f"Use at most {LONGEST} characters.")
    if _magnitude(password[:_ESTIMATED], names) < _ENOUGH:
        raise Refused("weak_password", "This is easy to guess. Use three or four words that do not belong together.")


def _magnitude(password: str, names: Iterable[str]) -> float:
    """How many digits the number of guesses has that would find it."""
    from zxcvbn import zxcvbn

    known = [word for name in names for word in (name, *name.split()) if len(word) > 2]
    # It keeps the words of its last caller in a place that all callers share.
    with _ONE_AT_A_TIME:
        return float(zxcvbn(password, [*known, *_OURS])["guesses_log10"])


class Passwords:
    """Hashes and compares. `hasher` is Argon2id as its library advises, but in tests."""

    def __init__(self, run_blocking: RunBlocking, hasher: PasswordHasher | None = None) -> None:
        self._run_blocking = run_blocking
        self._hasher = hasher or PasswordHasher()
        self._nobodys: str | None = None

    def new_hash(self, password: str, names: Iterable[str] = ()) -> str:
        """The hash of a password that somebody chose. Raises `Refused("weak_password")`."""
        self._run_blocking(lambda: check_password(password, names))
        return self.hash(password)

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
