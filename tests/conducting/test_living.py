"""Activities with a shared state go through the whole house: pairs and a picture that only the tests have."""

import pytest

from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.storage import event_log, living_states
from tests.conducting.process import Process

PAIRS, CANVAS = "b2/pairs", "b2/canvas"


@pytest.fixture
def seats(process: Process) -> dict[str, str]:
    return process.come("Ana", "Ben", "Chris", "Dee")


def moves(process: Process, seat: str, move: dict[str, object]) -> str:
    try:
        told = process.ask(c.Move(process.run_id, move, seat), by=f"seat:{seat}")
    except Refused as refused:
        return refused.why
    process.writer.step()
    return told.last


def test_pairs_are_made_of_those_who_are_here_and_each_learns_their_own(
    process: Process, seats: dict[str, str]
) -> None:
    process.at(PAIRS)
    own = {seat: process.phone(seat)[1]["living"]["with"] for seat in seats.values()}

    assert sorted(seat for partners in own.values() for seat in partners) == sorted(seats.values())
    assert all(own[partner] == [seat] for seat, partners in own.items() for partner in partners)
    assert process.phone(seats["Ana"])[0]["activity"]["shared"] == {"pairs": 2, "done": 0}


def test_a_move_is_told_after_it_is_stored(process: Process, seats: dict[str, str]) -> None:
    process.at(PAIRS)
    told = process.ask(c.Move("r1", {"do": "done"}, seats["Ana"]), by=f"seat:{seats['Ana']}")
    assert process.phone(seats["Ana"])[0]["activity"]["shared"]["done"] == 0

    process.writer.step()
    assert told.last == "done"
    assert process.phone(seats["Ana"])[0]["activity"]["shared"]["done"] == 1


def test_moves_that_come_at_once_are_built_on_each_other(process: Process, seats: dict[str, str]) -> None:
    process.at(CANVAS)
    told = [
        process.ask(c.Move("r1", {"stroke": [[0, 0], [at, at]]}, seat), by=f"seat:{seat}")
        for at, seat in enumerate(seats.values(), 1)
    ]
    process.writer.step()

    assert [each.last for each in told] == ["done"] * 4
    assert sorted(len(tile) for tile in process.phone(seats["Ana"])[0]["activity"]["shared"]["tiles"]) == [1, 1, 1, 1]


def test_the_log_counts_moves_and_holds_no_line_of_the_picture(process: Process, seats: dict[str, str]) -> None:
    process.at(CANVAS)
    moves(process, seats["Ana"], {"stroke": [[111, 222], [333, 444]]})

    with process.store.reading() as conn:
        log = event_log.read(conn, process.room.id)
        kept = living_states.find(conn, process.room.id, "r1")
    assert "LivingStateKept(run='r1', move=1)" in str(log)
    assert "111, 222" not in str(log)
    assert kept is not None
    assert kept[0] == 1
    assert [[111, 222], [333, 444]] in [stroke for tile in kept[1]["tiles"] for stroke in tile]


def test_a_move_that_is_refused_changes_nothing(process: Process, seats: dict[str, str]) -> None:
    process.at(PAIRS)
    process.does(c.TakeSeat("eli", "code"))
    before = process.room.facts.of("r1").living

    assert moves(process, "eli", {"do": "join"}) == "not_admitted"
    assert moves(process, seats["Ana"], {"do": "dance"}) == "move_shape"
    assert moves(process, seats["Ana"], {"do": "done"}) == "done"
    after = process.room.facts.of("r1").living
    assert before is not None
    assert after is not None
    assert after["pairs"] == before["pairs"]


def test_a_move_in_what_is_closed_or_never_was_is_refused(process: Process, seats: dict[str, str]) -> None:
    process.at(PAIRS)
    process.does(c.CloseActivity("r1"))

    assert moves(process, seats["Ana"], {"do": "done"}) == "not_open"
    with pytest.raises(Refused, match="no_such_activity"):
        process.ask(c.Move("mallory's", {"do": "done"}, seats["Ana"]))
    assert set(process.room.facts.runs) <= {"r1"}


def test_a_move_that_could_not_be_stored_has_not_been_made(process: Process, seats: dict[str, str]) -> None:
    process.at(CANVAS)
    process.writer.submit(lambda conn: conn.exec_driver_sql("ROLLBACK"), urgent=True, then=lambda outcome: None)
    assert moves(process, seats["Ana"], {"stroke": [[0, 0], [1, 1]]}) == "not_stored"
    assert moves(process, seats["Ana"], {"stroke": [[5, 5], [6, 6]]}) == "done"

    tiles = process.phone(seats["Ana"])[0]["activity"]["shared"]["tiles"]
    assert [stroke for tile in tiles for stroke in tile] == [[[5, 5], [6, 6]]]


def test_whoever_comes_late_joins_by_a_move(process: Process, seats: dict[str, str]) -> None:
    process.at(PAIRS)
    eli = process.come("Eli")["Eli"]
    assert process.phone(eli)[1]["living"] == {"with": []}

    assert moves(process, eli, {"do": "join"}) == "done"
    assert len(process.phone(eli)[1]["living"]["with"]) == 2


def test_where_pairs_cannot_be_made_the_group_goes_on_all_the_same(process: Process) -> None:
    process.come("Ana")
    process.at(PAIRS)

    assert process.room.state.step == PAIRS
    assert process.room.state.runs == {}
    with pytest.raises(Refused, match="too_few"):
        process.ask(c.AskAgain(PAIRS))
    process.come("Ben")
    process.does(c.AskAgain(PAIRS))
    assert process.room.facts.of("r1").living is not None


def test_a_picture_is_as_it_was_after_a_restart(process: Process, seats: dict[str, str]) -> None:
    process.at(CANVAS)
    moves(process, seats["Ana"], {"stroke": [[0, 0], [1, 1]]})
    before = process.phone(seats["Ana"])
    process = process.killed()

    assert process.phone(seats["Ana"]) == before
    assert moves(process, seats["Ana"], {"do": "undo"}) == "done"
