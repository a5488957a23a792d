"""Activities with a shared state go through the whole house: pairs and a picture that only the tests have."""

from typing import Any

import pytest

from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session.circumstances import Circumstances
from facilitator.live_session.engine import decide
from facilitator.live_session.views import display_view
from facilitator.storage import event_log, living_states
from tests.activities.kinds_of_the_tests.test_pairs import Pairs
from tests.conducting.process import Process

PAIRS, CANVAS, QUIZ = "b2/pairs", "b2/canvas", "b2/quiz"


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
    own = {name: process.phone(seat)[1]["living"]["with"] for name, seat in seats.items()}

    assert sorted(name for partners in own.values() for name in partners) == sorted(seats)
    assert all(own[partner] == [name] for name, partners in own.items() for partner in partners)
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


# --- the staff lead ------------------------------------------------------------------------------


def leads(process: Process, move: dict[str, object], run: str | None = None) -> str:
    try:
        told = process.ask(c.Lead(run or process.run_id, move), by="staff:okoye")
    except Refused as refused:
        return refused.why
    process.writer.step()
    return told.last


def tiles(process: Process, seats: dict[str, str]) -> list[Any]:
    shared = process.phone(seats["Ana"])[0]["activity"]["shared"]
    return [stroke for tile in shared["tiles"] for stroke in tile]


def test_staff_lead_what_lives_and_see_of_it_what_nobody_else_sees(process: Process, seats: dict[str, str]) -> None:
    process.at(PAIRS)
    run = process.tablet()["runs"][0]

    assert sorted(seat for pair in run["led"]["pairs"] for seat in pair) == sorted(seats.values())
    assert not [view for view in process.phone(seats["Ana"]) if "led" in str(view)]


def test_everyone_in_the_room_is_counted_with_phones_that_sleep_and_without_phones(
    process: Process, seats: dict[str, str]
) -> None:
    said: list[tuple[str, Any]] = [(seats["Ben"], "in"), (seats["Chris"], "in"), (seats["Chris"], "out")]
    for command in (*(c.ConfirmMinutes(seat, what) for seat, what in said), c.AddSeat("Eli")):
        process.does(command)
    process.room.facts.connected -= {seats["Ben"], seats["Dee"]}
    process.at(PAIRS)
    paired = {process.room.facts.names[seat] for pair in process.tablet()["runs"][0]["led"]["pairs"] for seat in pair}

    assert paired == {"Ana", "Ben", "Eli"}


def test_whoever_is_let_in_by_the_same_tap_is_in_the_room(process: Process, seats: dict[str, str]) -> None:
    process.does(c.TakeSeat("eli", "code"))
    process.does(c.Admit("eli", "next_step"))
    process.room.facts.connected.add("eli")
    process.at(PAIRS)

    assert "eli" in [seat for pair in process.tablet()["runs"][0]["led"]["pairs"] for seat in pair]


def test_a_move_of_the_staff_is_undone_by_the_next_tap_on_undo(process: Process, seats: dict[str, str]) -> None:
    process.at(CANVAS)
    assert leads(process, {"frozen": True}) == "done"
    undo = process.tablet()["undo"]
    assert undo["label"] == "lead"

    process.does(c.Undo(undo["tap"]))
    assert process.phone(seats["Ana"])[0]["activity"]["shared"]["frozen"] is False
    assert process.tablet()["undo"] is None
    with process.store.reading() as conn:
        kept = living_states.find(conn, process.room.id, "r1")
    assert kept is not None
    assert (kept[0], kept[1]["frozen"]) == (2, False)


def test_undo_takes_nobodys_move_away(process: Process, seats: dict[str, str]) -> None:
    process.at(CANVAS)
    leads(process, {"frozen": False})
    tap = process.tablet()["undo"]["tap"]
    moves(process, seats["Ana"], {"stroke": [[0, 0], [1, 1]]})

    assert process.tablet()["undo"] is None
    with pytest.raises(Refused, match="nothing_to_undo"):
        process.ask(c.Undo(tap))
    assert tiles(process, seats) == [[[0, 0], [1, 1]]]


def test_after_a_restart_a_move_of_the_staff_stands(process: Process, seats: dict[str, str]) -> None:
    process.at(CANVAS)
    leads(process, {"frozen": True})
    process = process.killed()

    with pytest.raises(Refused, match="can no longer be taken back"):
        process.ask(c.Undo(process.tablet()["undo"]["tap"]))
    assert process.phone(seats["Ana"])[0]["activity"]["shared"]["frozen"] is True


def test_staff_go_on_leading_when_phones_are_done_but_not_when_the_day_is_over(
    process: Process, seats: dict[str, str]
) -> None:
    process.at(CANVAS)
    process.does(c.CloseActivity("r1"))
    assert leads(process, {"frozen": True}) == "done"
    assert leads(process, {"frozen": True}, "mallory's") == "no_such_activity"

    process.does(c.EndSession())
    room = process.room
    process.wait(61)
    assert room.state.phase == "ended"
    with pytest.raises(Refused, match="ended"):
        decide(c.Lead("r1", {"frozen": False}), room.state, Circumstances(process.clock.now, "staff:okoye"))


def test_what_runs_from_an_opening_stands_still_while_the_group_is_held(
    process: Process, seats: dict[str, str]
) -> None:
    process.at(PAIRS)
    opened = process.phone(seats["Ana"])[0]["activity"]["opened_at"]
    assert opened == process.clock.now

    process.does(c.Hold())
    process.wait(90)
    process.does(c.Resume())
    assert process.phone(seats["Ana"])[0]["activity"]["opened_at"] == opened + 90_000


def test_a_kind_is_told_how_it_went_before_and_what_was_approved(
    process: Process, seats: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    process.at("b1/feel")
    process.says(seats["Ana"], {"values": {"craving": 3, "hope": "A quiet night"}}, ok_to_show=True)
    process.says(seats["Ben"], {"values": {"craving": 3, "hope": "Not for the room"}})
    (response,) = [card["id"] for card in process.tablet()["waiting"] if card["may_show"]]
    process.does(c.ShowResponse(response))
    process.does(c.Reveal())
    process.at(PAIRS)
    told: list[Any] = []
    monkeypatch.setattr(Pairs, "lead", lambda self, settings, state, move, around: told.append(around) or state)
    first = process.room.facts.of("r2").living
    process.does(c.CloseActivity("r2"))
    process.wait(11)
    process.does(c.AskAgain(PAIRS))
    leads(process, {"do": "anything"}, "r3")

    (around,) = told
    assert [(card.step, card.text, card.answer["values"]["hope"]) for card in around.cards] == [
        ("b1/feel", "A quiet night", "A quiet night")
    ]
    assert around.earlier[0] == first
    assert around.now == process.clock.now
    process.does(c.TakeDownResponse(response))
    leads(process, {"do": "anything"}, "r3")
    assert told[-1].cards == ()


# --- what a kind holds back ----------------------------------------------------------------------


def test_what_is_held_back_is_on_the_tablet_alone_until_staff_show_it(process: Process, seats: dict[str, str]) -> None:
    process.at(QUIZ)

    def seen() -> list[bool]:
        wall = display_view(process.room.state, process.room.facts, "en")
        return ["peak" in str(view) for view in (process.tablet(), process.phone(seats["Ana"]), wall)]

    assert seen() == [True, False, False]
    assert leads(process, {"do": "show"}) == "done"
    assert seen() == [True, True, True]
    assert leads(process, {"do": "hide"}) == "done"
    assert seen() == [True, False, False]
