"""The only way an answer comes in. *Saved* is said after the commit, and only of what stands."""

import pytest

from facilitator.conducting.answering import Say
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.storage import answers, event_log, sealed_answers
from tests.conducting.process import Process


@pytest.fixture
def seats(process: Process) -> dict[str, str]:
    seats = process.come("Ana", "Ben", "Chris")
    process.at("b1/feel")
    return seats


def stored(process: Process, seat: str) -> answers.NamedAnswer | None:
    with process.store.reading() as conn:
        return answers.find(conn, process.room.id, process.run_id, seat)


def craving(value: int) -> dict[str, object]:
    return {"values": {"craving": value}}


def refused(process: Process, seat: str, say: Say) -> str:
    with pytest.raises(Refused) as no:
        process.say(seat, say)
    return no.value.why


# --- named ---------------------------------------------------------------------------------------------


def test_an_answer_is_saved_when_it_is_on_the_disk(process: Process, seats: dict[str, str]) -> None:
    told = process.say(seats["Ana"], Say("r1", "answer", 1, craving(7), ok_to_show=True))
    assert told.last == "nothing yet"
    assert process.room.facts.of("r1").named == {}

    process.writer.step()
    kept = stored(process, seats["Ana"])
    assert told.all == ["done"]
    assert kept is not None
    assert (kept.did, kept.answer, kept.ok_to_show, kept.by_staff) == ("answer", craving(7), True, False)
    assert process.room.facts.of("r1").named[seats["Ana"]].answer == craving(7)
    assert process.answered == [process.room.id]


def test_an_answer_takes_no_version_and_leaves_no_event(process: Process, seats: dict[str, str]) -> None:
    before = process.room.state.version
    process.says(seats["Ana"], craving(7))

    assert process.room.state.version == before
    with process.store.reading() as conn:
        assert event_log.last_version(conn, process.room.id) == before


def test_the_newest_revision_wins(process: Process, seats: dict[str, str]) -> None:
    process.says(seats["Ana"], craving(7))
    process.says(seats["Ana"], craving(4), revision=2)

    kept = stored(process, seats["Ana"])
    assert kept is not None
    assert kept.answer == craving(4)


def test_an_older_revision_does_not_come_back_and_is_not_called_saved(process: Process, seats: dict[str, str]) -> None:
    process.says(seats["Ana"], craving(4), revision=2)

    assert refused(process, seats["Ana"], Say("r1", "answer", 1, craving(7))) == "older_revision"
    assert refused(process, seats["Ana"], Say("r1", "answer", 2, craving(7))) == "older_revision"
    kept = stored(process, seats["Ana"])
    assert kept is not None
    assert kept.answer == craving(4)


def test_a_late_copy_that_overtakes_nobody_in_the_queue_is_told_so(process: Process, seats: dict[str, str]) -> None:
    newer = process.say(seats["Ana"], Say("r1", "answer", 2, craving(4)))
    older = process.say(seats["Ana"], Say("r1", "answer", 1, craving(7)))
    process.writer.step()

    assert (newer.last, older.last) == ("done", "older_revision")
    assert process.room.facts.of("r1").named[seats["Ana"]].answer == craving(4)


@pytest.mark.parametrize("do", ["answer", "pass", "withdraw"])
def test_a_repeated_send_is_saved_again(process: Process, seats: dict[str, str], do: str) -> None:
    say = Say("r1", do, 1, craving(7) if do == "answer" else None)  # type: ignore[arg-type]
    first, in_the_queue = process.say(seats["Ana"], say), process.say(seats["Ana"], say)
    process.writer.step()
    later = process.say(seats["Ana"], say)

    assert [told.all for told in (first, in_the_queue, later)] == [["done"]] * 3


def test_withdrawing_takes_it_off_the_tablet_and_a_late_copy_does_not_bring_it_back(
    process: Process, seats: dict[str, str]
) -> None:
    process.says(seats["Ana"], craving(7))
    process.say(seats["Ana"], Say("r1", "withdraw", 2))
    process.writer.step()

    assert process.room.facts.of("r1").named == {}
    assert refused(process, seats["Ana"], Say("r1", "answer", 1, craving(7))) == "older_revision"
    kept = stored(process, seats["Ana"])
    assert kept is not None
    assert (kept.did, kept.answer) == ("withdraw", None)
    assert process.killed().room.facts.of("r1").named == {}


def test_a_pass_is_kept_as_one(process: Process, seats: dict[str, str]) -> None:
    process.says(seats["Ana"], None)

    assert process.room.facts.of("r1").named[seats["Ana"]].passed


def test_an_answer_that_does_not_fit_the_question_is_refused(process: Process, seats: dict[str, str]) -> None:
    assert refused(process, seats["Ana"], Say("r1", "answer", 1, craving(11))) == "answer_shape"
    assert refused(process, seats["Ana"], Say("r1", "answer", 1, None)) == "answer_shape"
    assert refused(process, seats["Ana"], Say("r9", "answer", 1, craving(1))) == "no_such_activity"


def test_only_people_who_are_in_may_answer(process: Process, seats: dict[str, str]) -> None:
    process.does(c.TakeSeat("dee", "code"))

    assert refused(process, "dee", Say("r1", "answer", 1, craving(1))) == "not_admitted"
    assert refused(process, "mallory", Say("r1", "answer", 1, craving(1))) == "not_admitted"
    process.does(c.RemoveSeat(seats["Ana"]))
    assert refused(process, seats["Ana"], Say("r1", "answer", 1, craving(1))) == "not_admitted"


def test_a_question_that_is_closing_takes_nothing_more(process: Process, seats: dict[str, str]) -> None:
    process.does(c.NextStep("b1/feel"))
    say = Say("r1", "answer", 1, craving(1))
    process.say(seats["Ana"], say)
    process.ask(c.CloseActivity("r1"))

    assert refused(process, seats["Ben"], say) == "not_open"


def test_what_is_for_oneself_alone_is_never_taken_in(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/diary")

    assert refused(process, seats["Ana"], Say(process.run_id, "answer", 1, {"text": "Mine"})) == "not_open"


def test_an_answer_that_could_not_be_stored_is_not_called_saved(process: Process, seats: dict[str, str]) -> None:
    process.writer.submit(lambda conn: conn.exec_driver_sql("ROLLBACK"), urgent=True, then=lambda outcome: None)
    told = process.says(seats["Ana"], craving(7))

    assert told.all == ["not_stored"]
    assert process.room.facts.trouble == "disk"
    assert process.room.facts.of("r1").named == {}
    assert process.says(seats["Ana"], craving(7)).all == ["done"]
    assert process.room.facts.trouble is None


def test_a_seat_that_is_not_in_the_store_breaks_nothing(process: Process, seats: dict[str, str]) -> None:
    """A row that breaks a rule of the store is told as a refusal; whoever tells must not stop."""
    process.does(c.TakeSeat("ghost", "qr"))
    process.does(c.AcceptAgreement(process.room.state.agreement, "ghost"))
    assert process.says("ghost", craving(1)).all == ["broken"]

    assert process.says(seats["Ana"], craving(7)).all == ["done"]


# --- entered by staff ------------------------------------------------------------------------------------


def test_staff_enter_a_named_answer_for_a_seat_without_a_phone(process: Process, seats: dict[str, str]) -> None:
    process.does(c.AddSeat("Eli"))
    (eli,) = [seat.id for seat in process.room.state.seats.values() if seat.by == "staff"]
    process.says(eli, craving(5), by_staff=True)

    assert process.room.facts.of("r1").named[eli].by_staff
    assert process.room.facts.names[eli] == "Eli"


def test_each_correction_by_staff_stands_however_fast_they_come(process: Process, seats: dict[str, str]) -> None:
    process.says(seats["Ana"], craving(9), revision=40)
    entered = [process.say(seats["Ana"], Say("r1", "answer", 0, craving(value), by_staff=True)) for value in (7, 6, 5)]
    process.writer.step()

    kept = stored(process, seats["Ana"])
    assert [told.last for told in entered] == ["done"] * 3
    assert kept is not None
    assert (kept.answer, kept.revision) == (craving(5), 43)
    assert process.room.facts.of("r1").named[seats["Ana"]].answer == craving(5)


def test_nobody_enters_an_anonymous_answer_for_somebody_else(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/words")
    say = Say(process.run_id, "answer", 1, {"text": "Not mine"}, by_staff=True)

    assert refused(process, seats["Ana"], say) == "not_for_others"


# --- anonymous -------------------------------------------------------------------------------------------


def sealed(process: Process, run: str) -> list[str]:
    with process.store.reading() as conn:
        return sorted(answer["text"] for _, answer in sealed_answers.of_run(conn, process.room.id, run))


def test_an_anonymous_answer_is_staged_and_nothing_of_it_is_in_the_store(
    process: Process, seats: dict[str, str]
) -> None:
    process.at("b1/words")
    before = process.room.state.version
    told = process.say(seats["Ana"], Say("r2", "answer", 1, {"text": "I am tired."}))

    assert told.all == ["done"]
    assert process.answered == []
    assert process.room.state.version == before
    assert process.room.facts.of("r2").named == {}
    assert not process.writer._others
    assert not process.writer._urgent
    assert sealed(process, "r2") == []
    assert stored(process, seats["Ana"]) is None
    assert process.staging is not None
    assert len(list(process.staging.glob("*/frames/*"))) == 1


def test_an_anonymous_answer_can_change_until_its_wave_and_an_older_one_is_refused(
    process: Process, seats: dict[str, str]
) -> None:
    process.at("b1/words")
    process.says(seats["Ana"], {"text": "One"}, revision=1)
    process.says(seats["Ana"], {"text": "Two"}, revision=2)

    assert refused(process, seats["Ana"], Say("r2", "answer", 1, {"text": "One"})) == "older_revision"
    assert process.says(seats["Ana"], {"text": "Two"}, revision=2).last == "done"


def test_a_wave_is_stored_in_the_transaction_that_tells_of_it(process: Process, seats: dict[str, str]) -> None:
    crowd = {**seats, **process.come("Dee", "Eli", "Fay")}
    process.at("b1/words")
    for name in ("Ana", "Ben", "Chris"):
        process.says(crowd[name], {"text": name.lower()})
    seen = []
    for _ in range(5):
        process.clock.now += 1000
        process.conductor.tick()
        seen.append(
            (sealed(process, "r2"), [type(told.event).__name__ for told in log_of(process)].count("WaveReleased"))
        )
        process.writer.step()

    assert set(map(str, seen)) == {"([], 0)"}
    assert sealed(process, "r2") == ["ana", "ben", "chris"]
    assert type(log_of(process)[-1].event).__name__ == "WaveReleased"
    assert sorted(said.answer["text"] for said in process.room.facts.of("r2").released) == ["ana", "ben", "chris"]
    assert refused(process, crowd["Ana"], Say("r2", "answer", 2, {"text": "more"})) == "in_a_wave"


def log_of(process: Process) -> list[event_log.Recorded]:
    with process.store.reading() as conn:
        return event_log.read(conn, process.room.id)


def test_no_wave_goes_while_the_rest_could_not_hide(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/words")
    for name, seat in seats.items():
        process.says(seat, {"text": name})
    process.wait(30)

    assert sealed(process, "r2") == []
    assert process.room.facts.of("r2").how_many == "everyone"


def test_the_close_seals_what_is_left_and_the_key_goes(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/words")
    for name, seat in seats.items():
        process.says(seat, {"text": name})
    process.does(c.CloseActivity("r2"))
    process.wait(9)
    assert sealed(process, "r2") == []
    process.wait(2)

    assert sealed(process, "r2") == ["Ana", "Ben", "Chris"]
    assert not process.room.state.runs["r2"].too_few
    assert process.room.sealed == {}
    assert process.room.facts.of("r2").key_id is None
    assert process.staging is not None
    assert list(process.staging.iterdir()) == []
    assert refused(process, seats["Ana"], Say("r2", "answer", 2, {"text": "late"})) == "not_open"


def test_too_few_are_erased_unseen_and_the_tablet_says_so(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/words")
    process.says(seats["Ana"], {"text": "alone"})
    process.does(c.CloseActivity("r2"))
    process.wait(11)

    assert sealed(process, "r2") == []
    assert process.room.state.runs["r2"].too_few
    assert process.room.facts.of("r2").released == []


def test_the_end_of_the_session_seals(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/words")
    for name, seat in seats.items():
        process.says(seat, {"text": name})
    room = process.room
    process.does(c.EndSession())
    process.wait(61)

    with process.store.reading() as conn:
        assert len(sealed_answers.of_run(conn, room.id, "r2")) == 3
    assert process.conductor.rooms == {}


def test_a_close_whose_write_failed_happens_at_the_next_tick(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/words")
    for name, seat in seats.items():
        process.says(seat, {"text": name})
    process.does(c.CloseActivity("r2"))
    process.clock.now += 10_000
    process.writer.submit(lambda conn: conn.exec_driver_sql("ROLLBACK"), urgent=True, then=lambda outcome: None)
    process.conductor.tick()
    process.writer.step()
    assert process.room.state.runs["r2"].phase == "closing"
    assert sealed(process, "r2") == []

    process.wait(1)
    assert sealed(process, "r2") == ["Ana", "Ben", "Chris"]


def test_reopening_in_the_ten_seconds_takes_answers_again(process: Process, seats: dict[str, str]) -> None:
    process.at("b1/words")
    process.does(c.CloseActivity("r2"))
    process.wait(5).does(c.ReopenActivity("r2"))

    assert process.says(seats["Ana"], {"text": "after all"}).last == "done"


def test_whoever_has_not_read_the_agreement_answers_nothing_yet(process: Process, seats: dict[str, str]) -> None:
    process.does(c.TakeSeat("gus", "qr"))

    assert refused(process, "gus", Say("r1", "answer", 1, craving(1))) == "agreement"
