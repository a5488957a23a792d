"""Every way in from a phone, and who is turned away."""

import pytest
from sqlalchemy import event, text

from facilitator.conducting.tickets import Tickets
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.people import walls
from tests.conducting.process import OKOYE, Process, Told


def secret_of(process: Process) -> str:
    return process.room.facts.join["url"].partition("#s=")[2]


def seat_of(process: Process, ticket: str) -> str:
    place = process.joining.seat_of(ticket)
    assert place is not None
    assert place[0] == process.room.id
    return place[1]


def turned_away(way: object, *what: object) -> str:
    with pytest.raises(Refused) as refused:
        way(*what)  # type: ignore[operator]
    return refused.value.why


def test_a_typed_code_knocks(process: Process) -> None:
    code = process.room.facts.join["code"].lower()
    seat = seat_of(process, process.joining.with_code(f" {code[:2]}-{code[2:]} ", "  Ana ", "en"))

    assert process.room.state.seats[seat].admission == "knocking"
    assert process.room.facts.names[seat] == "Ana"


def test_the_qr_goes_straight_in(process: Process) -> None:
    seat = seat_of(process, process.joining.with_secret(secret_of(process), "Ana", "en"))

    assert process.room.state.seats[seat].admission == "admitted"


def test_a_ticket_opens_one_seat_and_a_guessed_one_none(process: Process) -> None:
    ana = process.joining.with_secret(secret_of(process), "Ana", "en")
    ben = process.joining.with_secret(secret_of(process), "Ben", "en")

    assert seat_of(process, ana) != seat_of(process, ben)
    assert process.joining.seat_of("mallory") is None
    assert process.joining.seat_of("") is None


def test_a_group_that_comes_back_at_once_is_looked_up_once(process: Process) -> None:
    tickets = [process.joining.with_secret(secret_of(process), f"Ana {number}", "en") for number in range(8)]
    process.joining.tickets = Tickets(process.store, process.conductor)
    reads: list[object] = []
    event.listen(process.store._reading, "begin", reads.append)
    places = [seat_of(process, ticket) for ticket in tickets]

    assert len(set(places)) == 8
    assert len(reads) == 1


def test_a_ticket_that_was_looked_up_opens_nothing_once_the_seat_has_another(process: Process) -> None:
    old = process.joining.with_secret(secret_of(process), "Ana", "en")
    seat = seat_of(process, old)
    new = process.joining.with_link(process.joining.link_for(process.room, seat))

    assert process.joining.seat_of(old) is None
    assert seat_of(process, new) == seat


def test_a_ticket_that_was_looked_up_opens_nothing_once_the_session_is_over(process: Process) -> None:
    ticket = process.joining.with_secret(secret_of(process), "Ana", "en")
    seat_of(process, ticket)
    del process.conductor.rooms[process.room.id]

    assert process.joining.seat_of(ticket) is None


def test_names_are_beside_the_log_and_locked(process: Process) -> None:
    process.joining.with_secret(secret_of(process), "Anastasia", "en")
    with process.store.reading() as conn:
        rows = [str(row) for row in conn.execute(text("SELECT body, by, tap FROM events"))]
        names = [bytes(row[0]) for row in conn.execute(text("SELECT CAST(name AS BLOB) FROM names"))]

    assert not [row for row in rows if "Anastasia" in row]
    assert not [name for name in names if b"Anastasia" in name]


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "\u200b"])
def test_whoever_has_no_name_to_be_called_by_is_asked_for_one(process: Process, name: str) -> None:
    assert turned_away(process.joining.with_secret, secret_of(process), name, "en") == "name"
    assert turned_away(process.joining.with_code, process.room.facts.join["code"], name, "en") == "name"


def test_a_wrong_code_opens_nothing_and_guessing_slows_down(process: Process) -> None:
    seen = {turned_away(process.joining.with_code, "BBBBB", "Mallory", "en") for _ in range(4)}
    assert seen == {"no_such_code"}

    assert "slow_down" in {turned_away(process.joining.with_code, "BBBBB", "Mallory", "en") for _ in range(4)}
    assert process.room.state.seats == {}
    assert process.joining.with_code(process.room.facts.join["code"], "Ana", "en")


def test_a_link_from_another_day_is_turned_away(process: Process) -> None:
    assert turned_away(process.joining.with_secret, "x" * 22, "Mallory", "en") == "old_link"
    process.does(c.EndSession())
    secret = secret_of(process)
    assert turned_away(process.joining.with_secret, secret, "Ana", "en") == "ended"
    process.wait(61)
    assert turned_away(process.joining.with_secret, secret, "Ana", "en") == "old_link"


def test_a_locked_group_lets_nobody_new_in_and_keeps_those_who_are(process: Process) -> None:
    ana = process.joining.with_secret(secret_of(process), "Ana", "en")
    process.does(c.SetLock(True))

    assert turned_away(process.joining.with_secret, secret_of(process), "Ben", "en") == "locked"
    assert turned_away(process.joining.with_code, process.room.facts.join["code"], "Ben", "en") == "locked"
    assert process.joining.seat_of(ana) is not None
    assert list(process.room.facts.names.values()) == ["Ana"]


def test_the_agreement_is_accepted_as_it_was_read(process: Process) -> None:
    seat = process.come("Ana")["Ana"]

    assert turned_away(process.joining.accept_agreement, process.room.id, seat, "2") == "other_version"
    process.joining.accept_agreement(process.room.id, seat, "3")
    assert process.room.state.seats[seat].accepted == "3"


def test_a_person_may_be_called_differently(process: Process) -> None:
    seat, told = process.come("Ana")["Ana"], Told()
    process.joining.rename(process.room, seat, " Annie ", told)
    assert process.room.facts.names[seat] == "Ana"
    process.writer.step()

    assert told.all == ["done"]
    assert process.room.facts.names[seat] == "Annie"
    assert process.killed().room.facts.names[seat] == "Annie"
    assert turned_away(process.joining.rename, process.room, seat, " ", told) == "name"


def test_a_name_that_was_not_stored_is_not_called_done(process: Process) -> None:
    told = Told()
    process.joining.rename(process.room, "nobody", "Mallory", told)
    process.writer.step()

    assert told.all == ["broken"]
    assert "nobody" not in process.room.facts.names


# --- another phone for a seat -------------------------------------------------------------------------------


def test_a_seats_link_brings_a_new_phone_and_the_old_ticket_dies(process: Process) -> None:
    old = process.joining.with_secret(secret_of(process), "Ana", "en")
    seat = seat_of(process, old)
    new = process.joining.with_link(process.joining.link_for(process.room, seat))

    assert process.joining.seat_of(old) is None
    assert seat_of(process, new) == seat
    assert process.room.state.seats[seat].tickets == 2


def test_a_link_works_once_and_not_for_long(process: Process) -> None:
    seat = process.come("Ana")["Ana"]
    link = process.joining.link_for(process.room, seat)
    process.joining.with_link(link)
    assert turned_away(process.joining.with_link, link) == "old_link"

    late = process.joining.link_for(process.room, seat)
    process.clock.now += 10 * 60_000
    assert turned_away(process.joining.with_link, late) == "old_link"
    assert turned_away(process.joining.with_link, "mallory") == "old_link"


def test_a_newer_link_ends_the_one_before(process: Process) -> None:
    seat = process.come("Ana")["Ana"]
    first, second = (process.joining.link_for(process.room, seat) for _ in range(2))

    assert turned_away(process.joining.with_link, first) == "old_link"
    assert process.joining.with_link(second)


def test_a_link_that_could_not_be_used_can_be_tried_again(process: Process) -> None:
    seat = process.come("Ana")["Ana"]
    link = process.joining.link_for(process.room, seat)
    process.writer._room = 0
    assert turned_away(process.joining.with_link, link) == "busy"
    process.writer._room = 10

    assert process.joining.with_link(link)


def test_until_its_link_is_used_the_old_phone_keeps_the_seat(process: Process) -> None:
    old = process.joining.with_secret(secret_of(process), "Ana", "en")
    process.joining.link_for(process.room, seat_of(process, old))

    assert process.joining.seat_of(old) is not None


def test_a_seat_without_a_phone_can_be_given_one(process: Process) -> None:
    process.does(c.AddSeat("Eli"))
    (seat,) = process.room.state.seats.values()
    assert not seat.has_phone
    ticket = process.joining.with_link(process.joining.link_for(process.room, seat.id))

    assert seat_of(process, ticket) == seat.id
    assert process.room.state.seats[seat.id].has_phone


def test_there_is_no_link_for_a_seat_that_is_not_here(process: Process) -> None:
    assert turned_away(process.joining.link_for, process.room, "mallory") == "no_seat"


# --- walls ------------------------------------------------------------------------------------------------


def test_a_wall_is_paired_by_the_code_that_it_shows(process: Process) -> None:
    waiting = process.pairing.wait("ticket")
    process.does(c.PairWall(waiting.code.lower()))

    assert process.room.state.walls == (waiting.id,)
    with process.store.reading() as conn:
        assert walls.find_by_ticket(conn, "ticket") == walls.PairedWall(waiting.id, process.room.id)
    with pytest.raises(Refused, match="no_wall"):
        process.ask(c.PairWall(waiting.code))


def test_a_wall_that_is_let_go_shows_another_code(process: Process) -> None:
    waiting = process.pairing.wait("ticket")
    process.does(c.PairWall(waiting.code))
    process.does(c.UnpairWall(waiting.id), OKOYE)

    assert process.room.state.walls == ()
    with process.store.reading() as conn:
        assert walls.find_by_ticket(conn, "ticket") is None


def test_a_code_that_no_wall_shows_pairs_nothing(process: Process) -> None:
    assert turned_away(process.ask, c.PairWall("MMMMM")) == "no_wall"
