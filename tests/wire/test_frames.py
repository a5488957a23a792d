"""Frames: what a server sends, and what it reads from phones, however the network cuts it."""

import contextlib
import os
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.server.wire import frames

MOST = 2000
MASK = b"\x11\x22\x33\x44"


def masked(payload: bytes, first: int = 0x81) -> bytes:
    """A frame as a browser sends it."""
    length = len(payload)
    if length < 126:
        head = pack("!BB", first, 0x80 | length)
    elif length < 65_536:
        head = pack("!BBH", first, 0x80 | 126, length)
    else:
        head = pack("!BBQ", first, 0x80 | 127, length)
    return head + MASK + frames.unmasked(payload, MASK)


def read(*pieces: bytes, most: int = MOST) -> list[tuple[int, bytes]]:
    reader = frames.Reader(most)
    return [told for piece in pieces for told in reader.feed(piece)]


def wrong(*pieces: bytes) -> int:
    with pytest.raises(frames.Wrong) as problem:
        read(*pieces)
    return problem.value.code


@given(st.binary(max_size=300), st.binary(min_size=4, max_size=4))
def test_masking_twice_changes_nothing(payload: bytes, mask: bytes) -> None:
    assert frames.unmasked(frames.unmasked(payload, mask), mask) == payload


@given(st.lists(st.binary(max_size=300), max_size=6), st.randoms())
def test_messages_come_out_whole_and_in_order_however_they_are_cut(messages: list[bytes], chance: object) -> None:
    stream = b"".join(masked(message) for message in messages)
    pieces, at = [], 0
    while at < len(stream):
        size = chance.randint(1, 40)  # type: ignore[attr-defined]
        pieces.append(stream[at : at + size])
        at += size

    assert read(*pieces) == [(frames.TEXT, message) for message in messages]


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 1999, 2000])
def test_every_length_is_read(size: int) -> None:
    payload = os.urandom(size)

    assert read(masked(payload)) == [(frames.TEXT, payload)]


@pytest.mark.parametrize(
    ("size", "head"), [(5, b"\x81\x05"), (126, b"\x81\x7e\x00\x7e"), (70_000, b"\x81\x7f" + pack("!Q", 70_000))]
)
def test_what_is_sent_says_its_length_in_the_shortest_way(size: int, head: bytes) -> None:
    assert frames.text(b"a" * size) == head + b"a" * size


def test_a_message_in_parts_is_put_together_and_a_ping_may_come_between() -> None:
    told = read(masked(b"one ", 0x01), masked(b"?", 0x89), masked(b"two", 0x80))

    assert told == [(frames.PING, b"?"), (frames.TEXT, b"one two")]


def test_a_text_that_is_too_long_is_skipped_and_only_its_beginning_is_told() -> None:
    long = b"x" * 50_000
    stream = masked(long) + masked(b"after")

    told = read(*(stream[at : at + 4000] for at in range(0, len(stream), 4000)))
    assert told == [(frames.TOO_LONG, long[: frames.HEAD_KEPT - 4]), (frames.TEXT, b"after")]


def test_what_is_skipped_is_not_kept() -> None:
    reader = frames.Reader(MOST)
    list(reader.feed(pack("!BBQ", 0x81, 0xFF, 10_000_000) + MASK))
    for _ in range(500):
        list(reader.feed(b"y" * 16_384))

    assert len(reader._buffer) + len(reader._skipped) <= frames.HEAD_KEPT


@pytest.mark.parametrize(
    ("stream", "code"),
    [
        (b"\x81\x05hello", frames.PROTOCOL_ERROR),
        (masked(b"x", 0xC1), frames.PROTOCOL_ERROR),
        (masked(b"x", 0x83), frames.PROTOCOL_ERROR),
        (masked(b"x", 0x80), frames.PROTOCOL_ERROR),
        (masked(b"x", 0x09), frames.PROTOCOL_ERROR),
        (masked(b"x" * 126, 0x89), frames.PROTOCOL_ERROR),
        (masked(b"a", 0x01) + masked(b"b", 0x81), frames.PROTOCOL_ERROR),
        (masked(b"bytes", 0x82), frames.NOT_TEXT),
        (masked(b"a" * 2000, 0x01) + masked(b"b", 0x80), frames.TOO_BIG),
        (masked(b"a", 0x01) + masked(b"", 0x00) * 64, frames.TOO_BIG),
        (pack("!BBQ", 0x81, 0xFF, frames.MOST_SKIPPED + 1) + MASK, frames.TOO_BIG),
        (pack("!BBQ", 0x82, 0xFF, 10_000) + MASK, frames.TOO_BIG),
    ],
)
def test_what_no_browser_sends_closes_the_socket(stream: bytes, code: int) -> None:
    assert wrong(stream) == code


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(stream: bytes) -> None:
    with contextlib.suppress(frames.Wrong):
        read(stream)
