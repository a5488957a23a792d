"""The sealed prompt: from a seat to a slot, from an answer to a frame, from a multiset to what is stored.

Pure. Nothing here knows the time, the order in which answers came, or who is in the room; below `slot`
nothing knows the seat. `seal` takes the answers and nothing else about them: that is the proof.
"""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from facilitator.errors import Refused

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16

Key = bytes | bytearray


@dataclass(frozen=True)
class Said:
    """What a seat said: an answer, a pass, or that it takes back what it said before.

    `repr` leaves the answer out, so that a traceback or a log line cannot carry it.
    """

    do: Literal["answer", "pass", "withdraw"]
    revision: int
    answer: Mapping[str, Any] | None = field(default=None, repr=False)

    @property
    def stands(self) -> bool:
        """A withdrawal is kept only so that a late copy of the answer cannot undo it; it hides nobody."""
        return self.do != "withdraw"


@dataclass(frozen=True)
class SealedAnswer:
    """An answer as the main store may hold it: a random id and what was said."""

    id: str
    answer: dict[str, Any] = field(repr=False)


def slot(key: Key, seat: str) -> bytes:
    """The only step that knows a seat. Without the key nobody can walk it back, nor forward again."""
    return hmac.new(key, b"seat:" + seat.encode(), hashlib.sha256).digest()


def frame_length(size: int) -> int:
    """How many bytes every frame of an activity takes, whatever was said."""
    return NONCE_BYTES + size + TAG_BYTES


def close_frame(key: Key, slot: bytes, said: Said, size: int, nonce: bytes) -> bytes:
    """What was said, padded to `size` bytes and encrypted for this slot alone.

    Raises `Refused("too_long", …)` where it does not fit and `Refused("answer_text", …)` where it is not text.
    """
    try:
        plain = canonical({"do": said.do, "revision": said.revision, "answer": said.answer}).encode()
    except UnicodeEncodeError:
        # Half of a surrogate pair. `from None`: the original exception carries the person's words.
        raise Refused(
            "answer_text", "One sign in this answer cannot be saved. Please write it in plain words."
        ) from None
    if len(plain) > size:
        raise Refused("too_long", "This answer is too long. Please make it shorter and send it again.")
    return nonce + AESGCM(_frame_key(key)).encrypt(nonce, plain.ljust(size), slot)


def open_frame(key: Key, slot: bytes, frame: bytes) -> Said:
    """What `close_frame` closed. Raises `cryptography.exceptions.InvalidTag` for another key, slot or frame."""
    nonce, hidden = frame[:NONCE_BYTES], frame[NONCE_BYTES:]
    body = json.loads(AESGCM(_frame_key(key)).decrypt(nonce, hidden, slot))
    return Said(body["do"], body["revision"], body["answer"])


def seal(answers: Iterable[Mapping[str, Any]], chance: Random, new_id: Callable[[], str]) -> list[SealedAnswer]:
    """The answers as they are stored: sorted first, so that nothing of how they came is left, then shuffled.

    `chance` is the system's random source in the product; `new_id` gives random ids.
    """
    rows = sorted(canonical(answer) for answer in answers)
    chance.shuffle(rows)
    return [SealedAnswer(new_id(), json.loads(row)) for row in rows]


def canonical(value: Mapping[str, Any]) -> str:
    """One spelling for equal values: the order of keys would tell one phone's make from another's."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _frame_key(key: Key) -> bytes:
    """Slots are file names, frames are secrets: the two never share a key."""
    return hmac.new(key, b"frames", hashlib.sha256).digest()
