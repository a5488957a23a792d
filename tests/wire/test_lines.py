"""A line writes at once where it can, keeps order where it cannot, and gives up on whoever never reads."""

import socket
from collections.abc import Iterator

import pytest

from facilitator.server.wire import frames
from facilitator.server.wire.line import MOST_WAITING, Line


class Keeper:
    """Stands where the loop does, and notes what it is told."""

    def __init__(self) -> None:
        self.watched = 0
        self.over: list[str] = []

    def wants_to_write(self, line: Line) -> None:
        self.watched += 1

    def gone(self, line: Line, reason: str) -> None:
        self.over.append(reason)


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, phones = socket.socketpair()
    ours.setblocking(False)
    phones.setblocking(False)
    yield ours, phones
    ours.close()
    phones.close()


def all_that_came(phone: socket.socket) -> bytes:
    came = b""
    try:
        while piece := phone.recv(1_000_000):
            came += piece
    except BlockingIOError:
        return came
    return came


def test_a_frame_is_there_at_once(ends: tuple[socket.socket, socket.socket]) -> None:
    line = Line(Keeper(), "a", ends[0], 64_000)
    line.write(frames.text(b"hello"))

    assert all_that_came(ends[1]) == frames.text(b"hello")
    assert line.bytes_waiting == 0


def test_what_waits_and_what_is_written_later_stay_in_order(ends: tuple[socket.socket, socket.socket]) -> None:
    keeper = Keeper()
    line, sent = Line(keeper, "a", ends[0], 64_000), b""
    while not line.bytes_waiting:
        frame = frames.text(str(len(sent)).encode() * 200)
        line.write(frame)
        sent += frame
    line.write(frames.text(b"last but one"))
    came = all_that_came(ends[1])
    assert keeper.watched == 1
    while not line.flush():
        came += all_that_came(ends[1])
    line.write(frames.text(b"last"))
    came += all_that_came(ends[1])

    assert came == sent + frames.text(b"last but one") + frames.text(b"last")


def test_a_phone_that_never_reads_is_given_up_and_holds_no_more_than_the_bound(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    line = Line(Keeper(), "a", ends[0], 64_000)
    most = 0
    for _ in range(200):
        line.write(frames.text(b"v" * 20_000))
        most = max(most, sum(map(len, line._waiting or ())))

    assert 0 < most <= MOST_WAITING
    assert not line._waiting
    all_that_came(ends[1])
    assert ends[1].recv(10) == b""


def test_writing_to_a_phone_that_has_gone_breaks_nothing(ends: tuple[socket.socket, socket.socket]) -> None:
    line = Line(Keeper(), "a", ends[0], 64_000)
    ends[1].close()
    for _ in range(3):
        line.write(frames.text(b"anybody?"))

    line.close(abort=True, reason="transport close")


def test_a_line_is_closed_once_and_its_keeper_hears_why(ends: tuple[socket.socket, socket.socket]) -> None:
    keeper = Keeper()
    line = Line(keeper, "a", ends[0], 64_000)
    line.end(frames.TOO_BIG, "This message is too long.")
    line.close()

    assert keeper.over == ["transport error"]
    assert all_that_came(ends[1]) == frames.close(frames.TOO_BIG, "This message is too long.")
