"""The checker on small histories: each judgement is content with a good one and says what is wrong with a bad one."""

from pathlib import Path

import pytest

from tests.faults.checker import JUDGEMENTS, TIMED, judge, name_of
from tests.faults.history import History, seeded
from tests.faults.stored import Entry, Kept, Stored

WORD = "zq0123456789ab"


def history() -> History:
    """Ana answers a named run and a sealed one and is told *done*; the tablet takes the group to the next step."""
    made = History(seeded(1), names={"Ana"})
    made.note("Ana", "connected")
    sees(made, "Ana", version=2, step="b1/one")
    gives(made, "Ana", run="r1", promise="named")
    made.note("tablet", "tapped", id="tap", name="next_step", from_step="b1/one", leaves_a_trace=True)
    made.note("tablet", "done", id="tap")
    sees(made, "Ana", version=3, step="b1/two")
    return made


def gives(
    made: History, who: str, *, run: str, promise: str, word: str = WORD, done: bool = True, **of: object
) -> None:
    given = {"id": f"{who}-{run}", "run": run, "seat": "s1", "promise": promise, "do": "answer", "revision": 1}
    made.note(who, "gave", **{**given, "text": word, **of})
    if done:
        made.note(who, "done", id=f"{who}-{run}")


def sees(
    made: History, who: str, *, version: int | None, step: str, audience: str = "participant", **of: object
) -> None:
    view = {"boot": "b", "version": version, "beat": 0, "step": {"id": step}, **of}
    made.saw(who, audience, "view", view, shown=True)


def stored(**of: object) -> Stored:
    log = [
        Entry(1, "open", "SessionOpened", {}),
        Entry(2, "begin", "Stepped", {"step": "b1/one"}),
        Entry(3, "tap", "Stepped", {"step": "b1/two"}),
    ]
    usual = {"log": log, "named": [Kept("r1", "s1", 1, "answer", WORD)], "sealed": {}, "sound": "ok"}
    return Stored(**{**usual, **of})  # type: ignore[arg-type]


def wrong(made: History, kept: Stored) -> set[str]:
    made.entries.insert(0, type(made.entries[0])(0.0, "tablet", "tapped", {"id": "begin", "from_step": None}))
    return {each.judgement for each in judge(made, kept)}


def test_a_good_history_is_found_good():
    assert wrong(history(), stored()) == set()


def test_what_was_acknowledged_and_is_not_stored_is_found():
    assert wrong(history(), stored(named=[])) == {"acknowledged is stored"}


def test_an_older_answer_than_the_acknowledged_one_is_found():
    made = history()
    gives(made, "Ana", run="r1", promise="named", revision=2, word="zq0123456789ff")

    assert wrong(made, stored()) == {"acknowledged is stored"}


def test_an_answer_that_nobody_gave_is_found():
    named = [Kept("r1", "s1", 1, "answer", WORD), Kept("r1", "s9", 1, "answer", "zq000000000000")]

    assert wrong(history(), stored(named=named)) == {"stored once"}


@pytest.mark.parametrize(("texts", "found"), [([WORD, WORD], {"stored once"}), ([], {"acknowledged is stored"})])
def test_a_sealed_answer_that_is_there_twice_or_not_at_all_is_found(texts, found):
    made = history()
    made.entries = [each for each in made.entries if each.what not in ("gave", "done") or each.who == "tablet"]
    gives(made, "Ana", run="r2", promise="anonymous")
    log = [*stored().log, Entry(4, "clock", "ActivityClosed", {"run": "r2", "too_few": False})]

    assert wrong(made, stored(log=log, named=[], sealed={"r2": texts})) == found


def test_an_answer_that_nobody_heard_of_and_the_phone_forgot_is_found():
    made = history()
    gives(made, "Ana", run="r3", promise="named", done=False)

    assert wrong(made, stored()) == {"nothing is forgotten"}


def test_a_group_that_does_not_come_back_is_found():
    made = history()
    made.note("everyone", "unsettled", away=["Ana"], waits={}, elsewhere=[], open=[])

    assert wrong(made, stored()) == {"all is well in the end"}


@pytest.mark.parametrize("again", ["tap", "nobody's"])
def test_a_step_doubled_or_made_by_nobody_is_found(again):
    log = [*stored().log, Entry(4, "clock", "WaveReleased", {}), Entry(5, again, "Stepped", {"step": "b1/three"})]

    assert "taps move the group once" in wrong(history(), stored(log=log))


def test_a_view_of_something_that_is_not_in_the_log_is_found():
    made = history()
    sees(made, "Ana", version=4, step="b1/two")

    assert wrong(made, stored()) == {"views tell what the log holds"}


@pytest.mark.parametrize("version", [2, None])
def test_a_view_that_goes_back_or_has_no_version_is_found(version):
    made = history()
    sees(made, "Ana", version=version, step="b1/one")

    assert wrong(made, stored()) == {"views never go backwards"}


def test_a_screen_that_is_connected_and_sees_nothing_is_found():
    made = history()
    made.note("wall", "connected")
    made.entries[-1] = type(made.entries[-1])(made.entries[-1].at - 4, "wall", "connected", {})
    made.note("Ana", "waits", ids=[])

    assert wrong(made, stored()) == {"the right step comes soon"}


@pytest.mark.parametrize("seen", [{"cards": [WORD]}, {"cards": ["Ana"]}, {"roster": []}])
def test_a_wall_with_a_name_a_word_or_the_roster_is_found(seen):
    made = history()
    sees(made, "wall", version=3, step="b1/two", audience="display", **seen)

    assert wrong(made, stored()) == {"nobody sees what they may not"}


def test_a_card_that_was_approved_may_be_on_the_wall():
    made = history()
    made.note("tablet", "approved", word=WORD)
    sees(made, "wall", version=3, step="b1/two", audience="display", cards=[WORD])

    assert wrong(made, stored()) == set()


@pytest.mark.parametrize(
    ("status", "found"), [("delivered", "calls are seen or not delivered"), (None, "callers soon know")]
)
def test_a_call_said_to_be_delivered_that_no_tablet_showed_and_one_without_word_are_found(status, found):
    made = history()
    made.note("Ana", "called", id="call", leaves_a_trace=False)
    if status:
        made.note("Ana", "call", call="call", status=status)
    else:
        at = made.entries[-1].at
        made.entries.append(type(made.entries[-1])(at + 11, "Ana", "waits", {"ids": []}))

    assert wrong(made, stored()) == {found}


def test_every_judgement_is_met_here():
    """Whoever adds a judgement adds a bad history for it."""
    source = Path(__file__).read_text()

    assert [name_of(each) for each in JUDGEMENTS if f'"{name_of(each)}"' not in source] == []


def test_what_depends_on_the_machine_is_a_part_of_what_is_judged():
    """A judgement that is renamed would otherwise be one of facts, or of none."""
    runs = "".join(path.read_text() for path in (Path(__file__).parent / "runs").glob("*.py"))

    assert [name for name in TIMED if f'"{name}"' not in runs and name not in map(name_of, JUDGEMENTS)] == []
