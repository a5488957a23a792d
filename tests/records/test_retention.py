"""How long things are kept, by arithmetic alone: any times, any settings."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.config_fields import KEPT_UNLESS_SAID
from facilitator.records.retention import DAY, KINDS, Due, Ended, due, goes_at

NOW = 1_800_000_000_000
TODAY = Ended(
    "tonight", NOW, rehearsal=False, held=False, confirmed_at=None, keep_answers=False, has=frozenset(KINDS)
)  # fmt: skip
KEEP = KEPT_UNLESS_SAID

times = st.integers(NOW - 4000 * DAY, NOW + 4000 * DAY)
keeps = st.fixed_dictionaries({kind: st.integers(0, 3650) for kind in KEPT_UNLESS_SAID})
sessions = st.builds(
    Ended,
    id=st.sampled_from(["one", "two", "three"]),
    ended_at=times,
    rehearsal=st.booleans(),
    held=st.booleans(),
    confirmed_at=st.none() | times,
    keep_answers=st.booleans(),
    has=st.frozensets(st.sampled_from(KINDS)),
)


def kinds(now: int, session: Ended) -> list[str]:
    return [one.kind for one in due(now, [session], KEEP)]


def test_every_kind_has_its_days() -> None:
    assert set(KEEP) == {*KINDS, "audit", "sign_ins"}


def test_what_a_group_answered_goes_when_the_summary_is_confirmed() -> None:
    assert kinds(NOW, TODAY) == []
    assert kinds(NOW, replace(TODAY, confirmed_at=NOW)) == ["responses"]


def test_unless_it_is_kept_on_purpose() -> None:
    kept = replace(TODAY, confirmed_at=NOW, keep_answers=True)

    assert kinds(NOW + 89 * DAY, kept) == ["jottings"]
    assert kinds(NOW + 90 * DAY, kept) == ["jottings", "named", "responses"]


def test_it_goes_by_itself_when_nobody_confirms() -> None:
    assert kinds(NOW + 14 * DAY - 1, TODAY) == []
    assert kinds(NOW + 14 * DAY, TODAY) == ["responses"]


def test_one_kind_after_another_goes_and_then_the_whole() -> None:
    assert kinds(NOW + 365 * DAY, TODAY) == ["jottings", "named", "names", "responses"]
    assert kinds(NOW + 2190 * DAY, TODAY) == ["sessions"]


def test_a_rehearsal_is_nobodys_record() -> None:
    assert kinds(NOW + 7 * DAY, replace(TODAY, rehearsal=True)) == ["rehearsals"]


@given(times, sessions, keeps)
def test_nothing_on_hold_is_ever_due(now: int, session: Ended, keep: dict[str, int]) -> None:
    assert due(now, [replace(session, held=True)], keep) == []


@given(times, st.integers(0, 5000 * DAY), sessions, keeps)
def test_what_is_due_stays_due_until_it_is_gone(now: int, later: int, session: Ended, keep: dict[str, int]) -> None:
    gone_later = {one.kind for one in due(now + later, [session], keep)}

    for one in due(now, [session], keep):
        assert one.kind in gone_later or gone_later & {"sessions", "rehearsals"}


@given(times, sessions, keeps)
def test_only_what_is_still_there_and_old_enough_is_due(now: int, session: Ended, keep: dict[str, int]) -> None:
    for one in due(now, [session], keep):
        at = goes_at(one.kind, session, keep)

        assert one.kind in session.has
        assert at is not None
        assert at <= now


@given(times, sessions, keeps, st.sampled_from(KINDS))
def test_a_longer_time_never_lets_go_of_more(now: int, session: Ended, keep: dict[str, int], kind: str) -> None:
    longer = {**keep, kind: keep[kind] + 1}
    # What goes as a whole hides what would have gone of it.
    parts = replace(session, has=session.has - {"sessions", "rehearsals"})

    assert set(due(now, [parts], longer)) <= set(due(now, [parts], keep))


@given(times, sessions, keeps)
def test_confirming_never_keeps_anything_longer_but_on_purpose(now: int, session: Ended, keep: dict[str, int]) -> None:
    plain = replace(session, confirmed_at=None, keep_answers=False)

    assert set(due(now, [plain], keep)) <= set(due(now, [replace(plain, confirmed_at=now)], keep))


@given(times, st.lists(sessions, max_size=5), keeps)
def test_each_session_is_judged_by_itself(now: int, several: list[Ended], keep: dict[str, int]) -> None:
    assert due(now, several, keep) == sorted(found for one in several for found in due(now, [one], keep))


def test_the_whole_session_stands_alone() -> None:
    assert due(NOW + 9999 * DAY, [TODAY], KEEP) == [Due("tonight", "sessions")]
