"""Property 5, *once*: late, repeated and overtaking sends leave one answer for each seat, the newest."""

import pytest

from facilitator.errors import Refused
from facilitator.privacy.sealed import Said, slot
from facilitator.privacy.sealing import SealedRun
from tests.privacy import leaks
from tests.privacy.evening import SEATS, SIZE, K, Store, answer, in_process, passes, seeded


class EveryPhoneItsOwnSlot(SealedRun):
    """Planted: the slot is made from more than the seat, so that a second send is a second answer."""

    def say(self, seat, said):
        return self._keep(slot(self._staging.key, f"{seat} {said.revision}"), said)


@pytest.fixture
def run():
    return SealedRun(in_process(1), SIZE)


def test_an_edit_takes_the_place_of_the_answer(run):
    for seat in SEATS[:4]:
        run.say(seat, answer(1, "first"))
        assert run.say(seat, answer(2, "second")) == "kept"

    assert _closed(run) == ["second"] * 4


def test_a_repeat_does_no_harm_and_says_so(run):
    run.say("ana", answer(1, "once"))
    assert run.say("ana", answer(1, "once")) == "repeated"


def test_a_late_copy_of_an_older_answer_changes_nothing(run):
    for seat in SEATS[:4]:
        run.say(seat, answer(2, "new"))
        assert run.say(seat, answer(1, "old")) == "older"

    assert _closed(run) == ["new"] * 4


def test_another_answer_with_the_same_revision_is_not_called_kept(run):
    """Two phones of one seat: the second must not read *Saved* while the words of the first stand."""
    run.say("ana", answer(1, "from the first phone"))
    assert run.say("ana", answer(1, "from the second phone")) == "older"


def test_a_late_copy_does_not_undo_a_withdrawal(run):
    for seat in SEATS[:5]:
        run.say(seat, answer(1, seat))
    run.withdraw("ana", 2)
    assert run.say("ana", answer(1, "ana")) == "older"

    assert _closed(run) == sorted(SEATS[1:5])


def test_whoever_withdrew_may_answer_again(run):
    for seat in SEATS[:4]:
        run.say(seat, answer(1, "first"))
        run.withdraw(seat, 2)
    assert run.how_many(8) == "none"
    for seat in SEATS[:4]:
        run.say(seat, answer(3, "second thought"))

    assert _closed(run) == ["second thought"] * 4


@pytest.mark.parametrize("later", [answer(2, "changed"), answer(1, "ana"), passes(2), Said("withdraw", 2)])
def test_an_answer_in_a_wave_cannot_change(run, later):
    for seat in SEATS[:4]:
        run.say(seat, answer(1, seat))
    wave = run.wave(12, K, seeded(1))

    for _ in ("while it is written", "afterwards"):
        with pytest.raises(Refused, match="in_a_wave"):
            run.say("ana", later)
        run.committed()

    assert wave is not None
    assert sorted(row.answer["words"] for row in wave.answers) == sorted(SEATS[:4])
    assert _closed(run) == []


def test_an_answer_in_a_wave_that_was_not_stored_can_still_change(run):
    for seat in SEATS[:4]:
        run.say(seat, answer(1, seat))
    run.wave(12, K, seeded(1))
    run.undone()
    run.say("ana", answer(2, "changed"))

    assert _closed(run) == sorted(["changed", *SEATS[1:4]])


def test_a_closed_run_takes_nothing_more(run):
    run.close(K, seeded(1))
    with pytest.raises(Refused, match="sealed"):
        run.say("ana", answer(1, "late"))


def test_a_close_that_was_not_stored_is_taken_back(run):
    for seat in SEATS[:4]:
        run.say(seat, answer(1, seat))
    run.close(K, seeded(1))
    run.undone()

    assert _closed(run) == sorted(SEATS[:4])


def test_thousands_of_sends_repeats_and_edits_leave_one_answer_for_each_seat():
    assert _wrong_evenings(SealedRun, 150) == 0


@pytest.mark.parametrize("leak", [EveryPhoneItsOwnSlot, leaks.LastToComeWins, leaks.ForgetsWhoSpoke])
def test_the_count_catches(leak):
    assert _wrong_evenings(leak, 15) > 0


def _closed(run: SealedRun) -> list[str]:
    close = run.close(K, seeded(9))
    assert close is not None
    return sorted(row.answer["words"] for row in close.answers)


def _wrong_evenings(make: type[SealedRun], evenings: int) -> int:
    return sum(not _once(make, seed) for seed in range(evenings))


def _once(make: type[SealedRun], seed: int) -> bool:
    """Twelve seats with some eight revisions each, every one sent one to three times, all in any order."""
    chance = seeded(seed)
    sends = [(seat, revision) for seat in SEATS for revision in range(1, 9) for _ in range(chance.randint(1, 3))]
    chance.shuffle(sends)
    run, store, standing, gone = make(in_process(seed), SIZE), Store(), dict[str, int](), set[str]()
    reasons = {"in_a_wave"}
    for seat, revision in sends:
        try:
            run.say(seat, answer(revision, f"{seat} {revision}"))
        except Refused as refused:
            reasons.add(refused.why)
        if seat not in gone:
            standing[seat] = max(revision, standing.get(seat, 0))
        if chance.random() < 0.05 and (wave := run.wave(len(SEATS), 3, chance)):
            gone |= standing.keys()
            store.write(wave)
            run.committed()
    close = run.close(3, chance)
    assert close is not None
    store.write(close)
    expected = standing if not close.too_few else {seat: standing[seat] for seat in gone}
    written = store.words()
    store.close()
    return reasons == {"in_a_wave"} and written == sorted(f"{seat} {revision}" for seat, revision in expected.items())
