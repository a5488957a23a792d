"""The clinic's tablet, passed round: whose seat it opens, for how long, and what is left of the last one: nothing."""

from functools import partial

import pytest

from facilitator.conducting.answering import Say
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.people import seats
from facilitator.storage import event_log
from tests.conducting.process import Process


def why(way: object, *what: object) -> str:
    with pytest.raises(Refused) as refused:
        way(*what)  # type: ignore[operator]
    return refused.value.why


def seat_without_a_phone(process: Process, name: str) -> str:
    known = set(process.room.state.seats)
    process.does(c.AddSeat(name))
    (seat,) = set(process.room.state.seats) - known
    return seat


def set_up(process: Process) -> str:
    return process.passing_round.begin(process.passing_round.code_for(process.room))


def test_a_code_sets_up_one_tablet_once(process: Process) -> None:
    code = process.passing_round.code_for(process.room)
    token = process.passing_round.begin(f" {code[:4].lower()} {code[4:]} ")

    assert process.passing_round.room_of(token) is process.room
    assert why(process.passing_round.begin, code) == "no_tablet_code"
    assert process.passing_round.room_of("mallory") is None
    assert process.passing_round.room_of("") is None


def test_a_code_works_for_ten_minutes_and_only_the_newest(process: Process) -> None:
    first, second = (process.passing_round.code_for(process.room) for _ in range(2))

    assert why(process.passing_round.begin, first) == "no_tablet_code"
    process.clock.now += 10 * 60_000
    assert why(process.passing_round.begin, second) == "no_tablet_code"


def test_guessing_a_code_gets_slower_and_holds_nobody_up_at_the_door(process: Process) -> None:
    whys = [why(process.passing_round.begin, f"BBBBBBB{letter}") for letter in "BCDFGHJKMNPRTVWXY" * 3]

    assert set(whys) == {"no_tablet_code", "slow_down"}
    assert process.joining.with_code(process.room.facts.join["code"], "Ana", "en")


def test_only_those_without_a_phone_are_handed_it(process: Process) -> None:
    ana = process.come("Ana")["Ana"]
    ben, chris = seat_without_a_phone(process, "Ben"), seat_without_a_phone(process, "Chris")

    assert process.passing_round.next_ones(process.room) == [(ben, "Ben"), (chris, "Chris")]
    assert why(process.passing_round.hand_to, process.room, ana) == "not_theirs"
    process.room.facts.connected.add(ben)
    assert why(process.passing_round.hand_to, process.room, ben) == "not_theirs", "another tablet is in his hands"


def test_whoever_is_done_leaves_a_ticket_that_opens_nothing(process: Process) -> None:
    ben = seat_without_a_phone(process, "Ben")
    ticket = process.passing_round.hand_to(process.room, ben)
    assert process.joining.seat_of(ticket) == (process.room.id, ben)

    process.passing_round.wipe(ticket)

    assert process.joining.seat_of(ticket) is None
    process.passing_round.wipe(ticket)
    process.passing_round.wipe("mallory")


def test_who_held_the_tablet_is_written_nowhere(process: Process) -> None:
    ben = seat_without_a_phone(process, "Ben")
    set_up(process)
    with process.store.reading() as conn:
        before = len(event_log.read(conn, process.room.id))
    process.passing_round.wipe(process.passing_round.hand_to(process.room, ben))

    with process.store.reading() as conn:
        assert len(event_log.read(conn, process.room.id)) == before
    assert not process.room.state.seats[ben].has_phone


def test_a_phone_of_ones_own_ends_the_tablets_turn(process: Process) -> None:
    ben = seat_without_a_phone(process, "Ben")
    ticket = process.passing_round.hand_to(process.room, ben)
    process.joining.with_link(process.joining.link_for(process.room, ben))

    assert process.joining.seat_of(ticket) is None
    assert process.passing_round.next_ones(process.room) == []


def test_tablets_that_are_put_away_open_nothing(process: Process) -> None:
    ben = seat_without_a_phone(process, "Ben")
    token, other = set_up(process), set_up(process)
    code = process.passing_round.code_for(process.room)
    ticket = process.passing_round.hand_to(process.room, ben)
    told: list[Refused | None] = []

    assert process.passing_round.put_all_away(process.room, told.append) == [ben]
    process.writer.step()

    assert told == [None]
    assert process.passing_round.room_of(token) is process.passing_round.room_of(other) is None
    assert process.joining.seat_of(ticket) is None
    assert why(process.passing_round.begin, code) == "no_tablet_code"
    assert not process.room.facts.clinic_tablet


def test_one_of_two_tablets_is_put_away(process: Process) -> None:
    token, other = set_up(process), set_up(process)
    process.passing_round.put_away(token)

    assert process.passing_round.room_of(token) is None
    assert process.passing_round.room_of(other) is process.room
    assert process.room.facts.clinic_tablet
    process.passing_round.put_away(other)
    assert not process.room.facts.clinic_tablet


def test_a_server_that_comes_back_knows_its_tablets(process: Process) -> None:
    token = set_up(process)
    again = process.killed()

    assert again.passing_round.room_of(token) is again.room
    assert again.room.facts.clinic_tablet


def test_a_group_without_a_phone_can_answer_without_a_name(process: Process) -> None:
    """Three people, one tablet: an anonymous question opens, and what they wrote comes out together at its close."""
    group = [seat_without_a_phone(process, name) for name in ("Ana", "Ben", "Chris")]
    process.at("b1/words")
    assert process.room.state.run_of_step("b1/words") is None, "nobody could answer yet"
    set_up(process)
    process.at("b1/feel").at("b1/words")
    run = process.run_id

    for seat, words in zip(group, ("one", "two", "three"), strict=True):
        ticket = process.passing_round.hand_to(process.room, seat)
        process.room.facts.connected.add(seat)
        process.joining.accept_agreement(process.room.id, seat, process.room.state.agreement)
        process.say(seat, Say(run, "answer", 1, {"text": words}))
        process.passing_round.wipe(ticket)
        process.room.facts.connected.discard(seat)
    process.wait(20)
    assert process.room.facts.of(run).released == [], "no wave while one after another holds it"
    process.does(c.CloseActivity(run))
    process.wait(15)

    assert {said.answer["text"] for said in process.room.facts.of(run).released} == {"one", "two", "three"}


def test_a_ticket_that_was_dropped_is_dropped_in_the_store(process: Process) -> None:
    ben = seat_without_a_phone(process, "Ben")
    ticket = process.passing_round.hand_to(process.room, ben)
    process.writer.wait(partial(seats.drop_ticket, seat=ben))

    assert process.joining.seat_of(ticket) is None
