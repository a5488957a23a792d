"""Join codes: a few letters read from a wall across a room and typed on a phone. A typed code only knocks."""

from random import Random

from sqlalchemy import Connection

from facilitator.storage import live_sessions

# No I, L, O, Q, S, Z and no digits: on a wall they are taken for one another. No vowels: a code is never a word.
LETTERS = "BCDFGHJKMNPRTVWXY"
CODE_LENGTH = 5

_BETWEEN = str.maketrans("", "", " -._\t\r\n\u00a0")


def as_typed(text: str) -> str:
    """A code as it is compared: capitals, without the blanks and dashes that people put in between."""
    return text[:40].translate(_BETWEEN).upper()


def looks_like_one(text: str) -> bool:
    """Whether this could be a code at all; if not, it is a slip and no guess."""
    code = as_typed(text)
    return len(code) == CODE_LENGTH and set(code) <= set(LETTERS)


def random_code(chance: Random, length: int = CODE_LENGTH) -> str:
    return "".join(chance.choice(LETTERS) for _ in range(length))


def free_code(conn: Connection, chance: Random) -> str:
    """A code that no live session has now. `chance` is the system's random source but in tests."""
    code = random_code(chance)
    while live_sessions.find_by_code(conn, code) is not None:
        code = random_code(chance)
    return code
