"""What people type into forms of staff pages, tidied."""

from facilitator.errors import Refused

LONGEST_NAME = 80


def a_name(typed: str, otherwise: str) -> str:
    """One line of 1 to 80 characters. Raises `Refused("name", otherwise)` for none, and for a long one."""
    name = " ".join("".join(sign if sign.isprintable() else " " for sign in typed).split())
    if not name:
        raise Refused("name", otherwise)
    if len(name) > LONGEST_NAME:
        raise Refused("name", f"This name is too long. Use at most {LONGEST_NAME} letters.")
    return name
