"""Random ids and tokens, from the randomness that travels with the connection."""

import base64
import hashlib
import hmac

from sqlalchemy import Connection

from facilitator.storage.fields import locks_of


def new_id(conn: Connection) -> str:
    """128 random bits as 32 letters and digits. Says nothing about when or for whom it was made."""
    return locks_of(conn).random_bytes(16).hex()


def new_token(conn: Connection, size: int = 16) -> str:
    """A secret of `size` random bytes that fits into a cookie or a link. Store only its `hash_of`."""
    return base64.urlsafe_b64encode(locks_of(conn).random_bytes(size)).rstrip(b"=").decode()


def hash_of(token: str) -> str:
    """How a token is stored. A plain hash will do: 128 random bits cannot be guessed."""
    return hashlib.sha256(token.encode()).hexdigest()


def lookup_of(conn: Connection, what: str, text: str) -> str:
    """By which an encrypted text is found again: keyed, so that the database alone cannot be searched for names."""
    return hmac.digest(locks_of(conn).keys.lookup, f"{what}|{text}".encode(), "sha256").hex()
