"""How a phone and a room screen come in, come back, and are turned away."""

from collections.abc import Callable
from random import SystemRandom
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from facilitator.errors import Refused
from facilitator.people import join_codes, seats, walls
from facilitator.people.walls import Pairing
from facilitator.storage.database import Store
from facilitator.storage.people import name_of

Call = Callable[..., Any]


@pytest.fixture
def ana(write: Call, tonight: str) -> str:
    write(seats.add, "ana", tonight, name="Ana", language="es")
    return "ana"


def test_a_ticket_brings_a_phone_back_to_its_seat(write: Call, read: Call, ana: str, tonight: str) -> None:
    ticket = write(seats.new_ticket, ana)
    seat = read(seats.find_by_ticket, ticket)

    assert (seat.id, seat.live_session, seat.name, seat.language, seat.generation) == (ana, tonight, "Ana", "es", 1)
    assert len(ticket) == 22


def test_a_new_ticket_ends_the_one_before(write: Call, read: Call, ana: str) -> None:
    old, new = write(seats.new_ticket, ana), write(seats.new_ticket, ana)

    assert read(seats.find_by_ticket, old) is None
    assert read(seats.find_by_ticket, new).generation == 2


def test_a_seat_without_a_phone_is_opened_by_no_ticket(write: Call, read: Call, ana: str) -> None:
    assert read(seats.find_by_ticket, "") is None
    ticket = write(seats.new_ticket, ana)
    write(seats.drop_ticket, ana)

    assert read(seats.find_by_ticket, ticket) is None
    assert read(seats.find, ana) is not None


def test_a_ticket_is_stored_as_a_hash_and_a_name_is_locked(write: Call, ana: str, store: Store) -> None:
    ticket = write(seats.new_ticket, ana)
    write(seats.rename, ana, "Quetzalcoatlus")
    stored = b"".join(path.read_bytes() for path in store.data.iterdir() if path.is_file())

    assert ticket.encode() not in stored
    assert b"Quetzalcoatlus" not in stored


def test_a_seat_can_be_renamed_and_speak_another_language(write: Call, read: Call, ana: str, tonight: str) -> None:
    write(seats.rename, ana, "Annie")
    write(seats.set_language, ana, "en")
    [seat] = read(seats.of_live_session, tonight)

    assert (seat.name, seat.language) == ("Annie", "en")


def test_a_seat_that_is_not_there_is_a_lookup_error(write: Call, tonight: str) -> None:
    for job in (lambda conn: seats.new_ticket(conn, "gone"), lambda conn: seats.rename(conn, "gone", "X")):
        with pytest.raises(LookupError):
            write(job)
    with pytest.raises(IntegrityError):
        write(seats.add, "seat", "no such evening", name="Ana", language="en")


@pytest.mark.parametrize(("typed", "kept"), [("  Ana  B. ", "Ana B."), ("An\u200ba\n", "An a"), ("ñ", "ñ")])
def test_a_name_is_tidied(typed: str, kept: str) -> None:
    assert seats.tidy_name(typed) == kept


@pytest.mark.parametrize("typed", ["", "   ", "\u200b", "x" * 41])
def test_a_name_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="name"):
        seats.tidy_name(typed)


def test_join_codes_are_short_plain_and_free(write: Call, read: Call, tonight: str) -> None:
    codes = {join_codes.random_code(SystemRandom()) for _ in range(200)}

    assert len(codes) > 150
    assert all(join_codes.looks_like_one(code) for code in codes)
    assert not set("".join(codes)) & set("AEIOULQSZ0123456789")


def test_a_code_that_is_taken_is_not_given_again(read: Call, tonight: str) -> None:
    class Chance(SystemRandom):
        """First thinks of tonight's code, then of another."""

        letters = iter("BCDFGHJKMN")

        def choice(self, seq: Any) -> Any:
            return next(self.letters)

    assert read(join_codes.free_code, Chance()) == "HJKMN"


@pytest.mark.parametrize("typed", ["bcdfg", " b c-d.f_g ", "BC DFG\n"])
def test_a_code_is_read_however_it_was_typed(typed: str) -> None:
    assert join_codes.as_typed(typed) == "BCDFG"


def test_what_is_no_code_is_no_guess() -> None:
    assert not any(map(join_codes.looks_like_one, ("", "BCDF", "BCDFGH", "12345", "BCDFÑ")))


def test_a_wall_shows_one_code_until_a_tablet_pairs_it(write: Call, read: Call, tonight: str) -> None:
    pairing = Pairing()
    waiting = pairing.wait("the wall's ticket")
    assert pairing.wait("the wall's ticket") == waiting
    found = pairing.wall_of(waiting.code.lower())
    write(walls.attach, tonight, found)
    pairing.paired(found)
    wall = read(walls.find_by_ticket, "the wall's ticket")

    assert (wall.id, wall.live_session) == (waiting.id, tonight)
    assert read(walls.of_live_session, tonight) == [wall]
    assert read(walls.find, wall.id) == wall
    with pytest.raises(Refused, match="no_wall"):
        pairing.wall_of(waiting.code)


def test_a_wall_that_is_paired_again_moves_to_the_other_session(write: Call, read: Call, tonight: str) -> None:
    pairing = Pairing()
    first = pairing.wait("the wall's ticket")
    write(walls.attach, tonight, first)
    pairing.paired(first)
    second = pairing.wait("the wall's ticket")
    write(walls.attach, tonight, second)

    assert [wall.id for wall in read(walls.of_live_session, tonight)] == [second.id]


def test_an_unpaired_wall_is_forgotten(write: Call, read: Call, tonight: str) -> None:
    wall = Pairing().wait("the wall's ticket")
    write(walls.attach, tonight, wall)
    write(walls.detach, wall.id)

    assert read(walls.find_by_ticket, "the wall's ticket") is None


def test_a_wall_code_that_nobody_shows_is_said() -> None:
    with pytest.raises(Refused, match="no_wall"):
        Pairing().wall_of("BCDFG")


def test_waiting_walls_are_bounded_and_nothing_is_stored_for_them(read: Call) -> None:
    pairing = Pairing(most=10)
    first = pairing.wait("0")
    for number in range(1, 30):
        pairing.wait(str(number))
    with pytest.raises(Refused, match="no_wall"):
        pairing.wall_of(first.code)

    assert pairing.wait("0").id != first.id


def test_the_name_of_a_seat_goes_with_its_evening_only(read: Call, ana: str) -> None:
    assert read(name_of, "seat:ana") == "Ana"
