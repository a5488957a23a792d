"""Named answers by seat, the newest wins; sealed ones without anything that could lead to a seat."""

from collections.abc import Callable
from secrets import token_hex
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from facilitator.storage import answers, ids, sealed_answers
from facilitator.storage.tables import answers as answers_table
from facilitator.storage.tables import sealed_answers as sealed_table

Call = Callable[..., Any]


def says(conn: Any, revision: int, value: int | None, *, run: str = "r1", seat: str = "ana", **more: Any) -> bool:
    did = more.pop("did", "answer" if value is not None else "pass")
    answer = None if value is None else {"value": value}
    given = {"ok_to_show": False, "by_staff": False, "at": 1000 + revision} | more
    return answers.Keep("tonight", run, seat, revision=revision, did=did, answer=answer, **given)(conn)


def test_an_answer_comes_back_as_it_was_given(write: Call, read: Call, tonight: str) -> None:
    write(says, 1, 7, ok_to_show=True)
    kept = read(answers.find, tonight, "r1", "ana")

    assert (kept.answer, kept.revision, kept.did, kept.ok_to_show, kept.by_staff) == (
        {"value": 7},
        1,
        "answer",
        True,
        False,
    )


def test_the_newest_revision_wins_and_an_older_one_changes_nothing(write: Call, read: Call, tonight: str) -> None:
    assert [write(says, revision, revision) for revision in (1, 3, 2, 3)] == [True, True, False, False]

    assert read(answers.find, tonight, "r1", "ana").answer == {"value": 3}


@given(st.permutations([1, 2, 3, 4, 5]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=20)
def test_whatever_the_order_of_arrival_the_newest_stands(
    write: Call, read: Call, tonight: str, order: list[int]
) -> None:
    run = str(order)
    for revision in order:
        write(says, revision, revision, run=run)

    assert read(answers.find, tonight, run, "ana").revision == 5


def test_a_late_copy_of_an_answer_does_not_undo_its_withdrawal(write: Call, read: Call, tonight: str) -> None:
    write(says, 1, 7)
    write(says, 2, None, did="withdraw")
    write(says, 1, 7)
    kept = read(answers.find, tonight, "r1", "ana")

    assert (kept.did, kept.answer) == ("withdraw", None)


def test_a_pass_is_kept_without_words(write: Call, read: Call, tonight: str) -> None:
    write(says, 1, None)

    assert read(answers.find, tonight, "r1", "ana").did == "pass"


def test_an_answer_keeps_its_public_id_through_every_change(write: Call, read: Call, tonight: str) -> None:
    write(says, 1, 7)
    first = read(answers.find, tonight, "r1", "ana").id
    write(says, 2, 8)

    assert read(answers.find, tonight, "r1", "ana").id == first
    assert "ana" not in first


def test_answers_are_found_by_run_by_seat_and_by_evening(write: Call, read: Call, tonight: str) -> None:
    write(says, 1, 1)
    write(says, 2, 2, run="r2")
    write(says, 3, 3, seat="ben")

    assert {kept.seat for kept in read(answers.of_run, tonight, "r1")} == {"ana", "ben"}
    assert [kept.run for kept in read(answers.of_seat, tonight, "ana")] == ["r1", "r2"]
    assert len(read(answers.of_live_session, tonight)) == 3
    assert read(answers.of_run, "another evening", "r1") == []


def test_an_answer_of_a_seat_that_is_not_there_is_not_kept(write: Call, tonight: str) -> None:
    with pytest.raises(IntegrityError):
        write(says, 1, 7, seat="mallory")


def test_an_answer_and_its_kind_agree(write: Call, tonight: str) -> None:
    with pytest.raises(IntegrityError):
        write(says, 1, 7, did="pass")


def wave(*texts: str) -> list[tuple[str, dict[str, Any]]]:
    return [(token_hex(16), {"text": text}) for text in texts]


def test_sealed_answers_come_back_by_run_in_the_order_of_their_random_ids(
    write: Call, read: Call, tonight: str
) -> None:
    for name in ("w1", "w2"):
        write(sealed_answers.add, tonight, "r2", name, wave(f"{name} a", f"{name} b", f"{name} c"), frame_bytes=1024)
    write(sealed_answers.add, tonight, "r3", "w3", wave("other"), frame_bytes=1024)
    kept = read(sealed_answers.of_run, tonight, "r2")

    assert [answer_id for answer_id, _ in kept] == sorted(answer_id for answer_id, _ in kept)
    assert {answer["text"] for _, answer in kept} == {"w1 a", "w1 b", "w1 c", "w2 a", "w2 b", "w2 c"}


def test_a_wave_is_written_down_once(write: Call, read: Call, tonight: str) -> None:
    write(sealed_answers.add, tonight, "r2", "w1", wave("a", "b", "c"), frame_bytes=1024)
    with pytest.raises(IntegrityError):
        write(sealed_answers.add, tonight, "r2", "w1", wave("a", "b", "c"), frame_bytes=1024)
    write(sealed_answers.add, tonight, "r2", "w2", [], frame_bytes=1024)

    assert len(read(sealed_answers.of_run, tonight, "r2")) == 3
    assert read(sealed_answers.waves, tonight) == {"r2": {"w1", "w2"}}


def test_a_sealed_answer_is_as_long_as_any_other(write: Call, read: Call, tonight: str) -> None:
    write(sealed_answers.add, tonight, "r2", "w1", wave("no", "a " * 200, "ñ" * 400, "🫶" * 200), frame_bytes=1024)

    bodies = read(lambda conn: conn.execute(select(sealed_table.c.body)).scalars().all())
    assert len({len(body) for body in bodies}) == 1


def test_ids_have_128_random_bits(read: Call) -> None:
    made = read(lambda conn: {ids.new_id(conn) for _ in range(100)})

    assert len(made) == 100
    assert {len(one) for one in made} == {32}


def kept_together(writer: Any, said: list[tuple[str, int, int]]) -> list[Any]:
    """What each of these (seat, revision, value) is told when all of them are written in one batch."""
    told: list[Any] = []
    for seat, revision, value in said:
        job = answers.Keep("tonight", "r1", seat, revision, "answer", {"value": value}, False, False, 1000)
        writer.submit(job, urgent=False, then=lambda outcome: told.append(outcome.problem or outcome.value))
    writer.step()
    return told


def test_many_answers_of_one_batch_go_to_the_driver_in_few_words(
    write: Call, read: Call, writer: Any, store: Any, tonight: str
) -> None:
    words: list[str] = []
    write(lambda conn: conn.connection.driver_connection.set_trace_callback(words.append))
    told = kept_together(writer, [("ana", 1, 3), ("ben", 1, 5), ("ana", 2, 4)])

    assert told == [True, True, True]
    assert len([each for each in words if each.startswith("INSERT")]) == 2
    assert [read(answers.find, tonight, "r1", seat).answer for seat in ("ana", "ben")] == [{"value": 4}, {"value": 5}]


def test_each_of_a_batch_is_told_what_came_of_its_own(write: Call, read: Call, writer: Any, tonight: str) -> None:
    write(says, 5, 5)
    told = kept_together(writer, [("ben", 1, 1), ("ana", 4, 4), ("nobody", 1, 1), ("ana", 6, 6)])

    assert told[:2] == [True, False]
    assert isinstance(told[2], IntegrityError)
    assert told[3] is True
    assert read(answers.find, tonight, "r1", "ana").answer == {"value": 6}
    assert read(answers.find, tonight, "r1", "ben").answer == {"value": 1}


@given(st.lists(st.tuples(st.sampled_from(["ana", "ben"]), st.integers(1, 6), st.integers(0, 3)), max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40)
def test_a_batch_leaves_what_one_after_the_other_would_leave(
    write: Call, read: Call, writer: Any, tonight: str, said: list[tuple[str, int, int]]
) -> None:
    write(lambda conn: conn.execute(answers_table.delete()))
    told = kept_together(writer, said)
    stands: dict[str, tuple[int, int]] = {}
    expected = []
    for seat, revision, value in said:
        expected.append(seat not in stands or stands[seat][0] < revision)
        if expected[-1]:
            stands[seat] = (revision, value)

    assert told == expected
    for seat, (_, value) in stands.items():
        assert read(answers.find, tonight, "r1", seat).answer == {"value": value}
