"""Killed and started again: the room is as it was, and what had been acknowledged is there."""

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.conducting.answering import Say
from facilitator.conducting.live_room import LiveRoom
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session.facts import Facts, ReleasedAnswer
from facilitator.storage import sealed_answers
from tests.conducting.conftest import TONIGHT
from tests.conducting.process import Process


@pytest.fixture
def seats(process: Process) -> dict[str, str]:
    return process.come("Ana", "Ben", "Chris", "Dee", "Eli", "Fay")


def in_order(answers: list[ReleasedAnswer]) -> list[ReleasedAnswer]:
    return sorted(answers, key=lambda released: released.id)


def remembered(facts: Facts) -> dict[str, object]:
    """The facts but for those that only sockets and ticks give."""
    own = {"connected", "beat", "salt", "runs", "delivered", "tablets", "trouble", "walls"}
    own |= {"expected", "found_settings", "roster"}
    kept = {name: value for name, value in vars(facts).items() if name not in own}
    runs = {
        run: (known.named, in_order(known.released), known.key_id, known.living)
        for run, known in facts.runs.items()
        if known.named or known.released or known.key_id or known.living
    }
    return {**kept, "runs": runs, "walls": set(facts.walls)}


def same(before: LiveRoom, after: LiveRoom) -> None:
    assert after.state == before.state
    assert after.ahead == before.ahead
    assert remembered(after.facts) == remembered(before.facts)
    assert after.revisions == before.revisions
    assert set(after.done) >= set(before.done)
    assert (after.group_id, after.rehearsal) == (before.group_id, before.rehearsal)


def test_the_room_after_a_restart_is_the_room_before(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/feel")
    for at, seat in enumerate(seats.values()):
        process.says(seat, {"values": {"craving": at, "hope": f"Hope {at}"}}, ok_to_show=at % 2 == 0)
    process.says(seats["Fay"], None, revision=2)
    process.say(seats["Eli"], Say("r1", "withdraw", 2))
    process.does(c.AddSeat("Gus"))
    process.does(c.ShowResponse(f"r1.{seats['Ana']}.1.values.hope", text="Hope"))
    process.does(c.Reveal())
    process.at("b1/words")
    for name in ("Ana", "Ben", "Chris"):
        process.says(seats[name], {"text": name})
    process.wait(5).says(seats["Dee"], {"text": "Dee"})
    process.at("b2/pairs")
    process.does(c.AddModule("break", 15, after="b1"))
    process.does(c.Hold())

    same(process.room, process.killed().room)


def test_on_the_first_morning_there_is_nothing_to_take_up(process: Process) -> None:
    same(process.room, process.killed().room)
    assert process.killed().room.state.phase == "gathering"


def test_what_was_not_committed_has_not_happened(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/feel")
    command, answer = process.ask(c.NextStep("b1/feel")), process.say(seats["Ana"], Say("r1", "pass", 1))
    process = process.killed()

    assert (command.last, answer.last) == ("nothing yet", "nothing yet")
    assert process.room.state.step == "b1/feel"
    assert process.room.facts.of("r1").named == {}


def test_an_acknowledged_answer_is_still_there_and_its_late_copy_still_late(
    process: Process, seats: dict[str, str]
) -> None:
    process.at("b1/feel")
    assert process.says(seats["Ana"], {"values": {"craving": 7}}, revision=3).last == "done"
    process = process.killed()

    assert process.room.facts.of("r1").named[seats["Ana"]].answer == {"values": {"craving": 7}}
    with pytest.raises(Refused, match="older_revision"):
        process.say(seats["Ana"], Say("r1", "answer", 2, {"values": {"craving": 1}}))
    assert process.says(seats["Ana"], {"values": {"craving": 7}}, revision=3).last == "done"


def test_a_phone_comes_back_to_its_seat_by_its_ticket(process: Process) -> None:
    secret = process.room.facts.join["url"].partition("#s=")[2]
    ticket = process.joining.with_secret(secret, "Ana", "es")
    before = process.joining.seat_of(ticket)
    process = process.killed()

    assert before is not None
    assert process.joining.seat_of(ticket) == before
    assert process.room.facts.names[before[1]] == "Ana"


def test_the_clock_goes_on_where_it_was(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/feel").does(c.NextStep("b1/feel"))
    process.wait(15)
    process = process.killed().wait(6)

    assert process.room.state.runs["r1"].phase == "closing"


def test_a_session_that_ended_while_nobody_ran_it_ends(process: Process) -> None:
    process.does(c.EndSession())
    process = process.killed()
    process.clock.now += 3_600_000
    process.wait(2)

    assert process.conductor.rooms == {}


# --- sealed ---------------------------------------------------------------------------------------------


def sealed(process: Process) -> list[str]:
    with process.store.reading() as conn:
        return sorted(answer["text"] for _, answer in sealed_answers.of_run(conn, process.room.id, "r1"))


def back(process: Process, seats: dict[str, str]) -> Process:
    """Killed, started again, and the phones are back."""
    process = process.killed()
    process.room.facts.connected |= set(seats.values())
    return process


def test_staged_answers_outlive_a_kill(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/words")
    key = process.room.facts.of("r1").key_id
    for name in ("Ana", "Ben", "Chris"):
        process.says(seats[name], {"text": name})
    process = back(process, seats)
    assert process.room.facts.of("r1").key_id == key
    process.does(c.CloseActivity("r1"))
    process.wait(11)

    assert sealed(process) == ["Ana", "Ben", "Chris"]


def test_a_kill_between_the_wave_and_its_telling_releases_it_once(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/words")
    for name in ("Ana", "Ben", "Chris"):
        process.says(seats[name], {"text": name})
    process.wait(4)
    process.clock.now += 1000
    process.conductor.tick()
    stopped = process.writer._tell
    process.writer._tell = lambda call: None  # The commit happens; nobody hears of it.
    process.writer.step()
    process.writer._tell = stopped
    assert process.room.facts.of("r1").released == []

    process = back(process, seats)
    assert sealed(process) == ["Ana", "Ben", "Chris"]
    with pytest.raises(Refused, match="in_a_wave"):
        process.say(seats["Ana"], Say("r1", "answer", 2, {"text": "twice"}))
    for name in ("Dee", "Eli", "Fay"):
        process.says(seats[name], {"text": name})
    process.does(c.CloseActivity("r1"))
    process.wait(11)
    assert sealed(process) == ["Ana", "Ben", "Chris", "Dee", "Eli", "Fay"]


def test_a_kill_before_the_wave_is_written_releases_it_later(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/words")
    for name in ("Ana", "Ben", "Chris"):
        process.says(seats[name], {"text": name})
    process.wait(4)
    process.clock.now += 1000
    process.conductor.tick()
    process = back(process, seats)
    assert sealed(process) == []

    assert sealed(process.wait(5)) == ["Ana", "Ben", "Chris"]


@pytest.mark.parametrize("written", [False, True])
def test_a_kill_inside_the_close_seals_once(process: Process, seats: dict[str, str], written: bool) -> None:
    process.at("b1/words")
    for name in ("Ana", "Ben", "Chris"):
        process.says(seats[name], {"text": name})
    process.does(c.CloseActivity("r1"))
    process.clock.now += 10_000
    process.conductor.tick()
    process.writer._tell = lambda call: None
    if written:
        process.writer.step()
    process = back(process, seats).wait(2)

    assert sealed(process) == ["Ana", "Ben", "Chris"]
    assert process.room.state.runs["r1"].phase == "closed"
    assert process.room.sealed == {}
    assert process.staging is not None
    assert list(process.staging.iterdir()) == []


def test_a_key_that_went_after_a_wave_closes_the_run(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/words")
    for name in ("Ana", "Ben", "Chris"):
        process.says(seats[name], {"text": name})
    process.wait(5).says(seats["Dee"], {"text": "Dee"})
    for file in process.staging.rglob("*") if process.staging else ():
        if file.is_file():
            file.unlink()
    process = back(process, seats).wait(1)

    assert process.room.state.runs["r1"].phase == "closed"
    assert sealed(process) == ["Ana", "Ben", "Chris"]


def test_a_key_that_went_before_any_wave_asks_phones_to_send_again(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/words")
    key = process.room.facts.of("r1").key_id
    process.says(seats["Ana"], {"text": "Ana"})
    for file in process.staging.rglob("*") if process.staging else ():
        if file.is_file():
            file.unlink()
    process = back(process, seats)

    assert process.room.facts.of("r1").key_id not in (None, key)
    assert process.says(seats["Ana"], {"text": "Ana"}, revision=2).last == "done"


# --- pinned ---------------------------------------------------------------------------------------------


def test_a_session_keeps_the_module_that_it_opened_with(process: Process, curricula: Path) -> None:
    (curricula / "evenings" / "01-tonight.md").write_text(
        TONIGHT.replace("Arrive", "Changed").replace("#feel", "#gone")
    )
    assert process.library.look_again()
    process.at("b1/arrive")
    (curricula / "evenings" / "01-tonight.md").unlink()
    process.library.look_again()

    seat = process.come("Ana")["Ana"]
    for each in (process, process.killed()):
        shared, _ = each.phone(seat)
        assert shared["step"]["title"] == "Arrive"
        assert [step.key for step in each.room.state.blocks[0].steps][:2] == ["arrive", "feel"]


def test_a_module_that_is_added_again_is_the_pinned_one(process: Process, curricula: Path) -> None:
    (curricula / "evenings" / "01-tonight.md").unlink()
    process.library.look_again()
    process.does(c.AddModule("evenings/01-tonight"))

    assert [block.id for block in process.room.state.blocks] == ["b1", "b2", "b3"]
    assert replace(process.room.state.blocks[2], id="b1") == process.room.state.blocks[0]


def test_a_module_that_is_new_to_the_session_is_pinned_when_it_is_added(process: Process, curricula: Path) -> None:
    (curricula / "evenings" / "03-more.md").write_text(TONIGHT.replace("title: Tonight", "title: More"))
    with pytest.raises(Refused, match="no_module"):
        process.ask(c.AddModule("evenings/03-more"))
    process.library.look_again()
    process.does(c.AddModule("evenings/03-more", 60, after="b1"))
    (curricula / "evenings" / "03-more.md").unlink()

    same(process.room, process.killed().room)
    assert process.room.facts.modules["evenings/03-more"]["en"].title == "More"
    assert process.room.state.blocks[1].minutes == 60


def test_a_block_that_was_dropped_does_not_give_its_name_to_another(process: Process) -> None:
    process.does(c.DropBlock("b2"))
    process.does(c.AddModule("break", 10))

    assert [block.id for block in process.room.state.blocks] == ["b1", "b3"]
