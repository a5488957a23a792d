"""The last tap can be taken back, and the button says which. Nothing that was sealed is opened again."""

from collections.abc import Callable

import pytest

from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.live_session.commands import Command
from tests.live_session.cast import ARRIVE, FEEL, LEARN, LINDQVIST, MINUTE, OKOYE, RING, VOTE, WORDS
from tests.live_session.evening import Evening

SCENE = ("step", "phones", "held", "covered", "locked", "join_on_wall", "blocks", "heard")


def scene(evening: Evening) -> dict[str, object]:
    """What everyone sees, but for what only ever grows."""
    state = evening.state
    return {name: getattr(state, name) for name in SCENE} | {
        "runs": {run.id: (run.phase, run.on_wall, run.on_phones) for run in state.runs.values()},
        "placed": {name: (placed.where, placed.copy) for name, placed in state.placed.items()},
        "timer": evening.wall["timer"],
    }


def closed_vote(group: Evening) -> None:
    group.at(VOTE)
    for seat in ("ana", "ben", "chris"):
        group.says(seat, {"chosen": ["walk"]})
    group.ask(c.CloseActivity("r1"))
    group.wait(10)


UNDOABLE: list[tuple[str, Callable[[Evening], object], Callable[[Evening], Command]]] = [
    ("step", lambda g: g.at(FEEL), lambda g: c.NextStep(FEEL)),
    ("step", lambda g: g.at(FEEL), lambda g: c.BackStep(FEEL)),
    ("step", lambda g: g.at(FEEL), lambda g: c.GoToStep(FEEL, VOTE)),
    ("step", lambda g: g.at(FEEL), lambda g: c.GoToCheckOut(FEEL)),
    ("step", lambda g: g.at(RING), lambda g: c.NextStep(RING)),
    ("time", lambda g: g.at(LEARN), lambda g: c.ExtendTimer(LEARN, 5)),
    ("add", lambda g: g.ask(c.DropBlock("b3")), lambda g: c.AddModule("break", block=g.state.dropped[0], after="b1")),
    ("drop", lambda g: g.at(LEARN), lambda g: c.DropBlock("b1")),
    ("drop", lambda g: g.at(LEARN), lambda g: c.DropBlock("b3")),
    ("phones", lambda g: g.at(FEEL), lambda g: c.SetPhones("down")),
    ("hold", lambda g: g.at(FEEL), lambda g: c.Hold()),
    ("resume", lambda g: g.at(FEEL).ask(c.Hold()), lambda g: c.Resume()),
    ("cover", lambda g: g.at(FEEL), lambda g: c.SetCover(True)),
    ("heard", lambda g: g.at(FEEL), lambda g: c.MarkHeard("ana", True)),
    ("heard", lambda g: g.at(FEEL).ask(c.MarkHeard("ana", True)), lambda g: c.MarkHeard("ana", False)),
    ("round", lambda g: g.at(FEEL).ask(c.MarkHeard("ana", True)), lambda g: c.NewRound()),
    ("step", lambda g: g.at(FEEL).ask(c.MarkHeard("ana", True)), lambda g: c.NextStep(FEEL)),
    ("lock", lambda g: g.at(FEEL), lambda g: c.SetLock(True)),
    ("join_code", lambda g: g.at(FEEL), lambda g: c.ShowJoinCode(True)),
    ("close", lambda g: g.at(FEEL), lambda g: c.CloseActivity("r1")),
    ("close", lambda g: g.at(FEEL), lambda g: c.AskAloud("r1")),
    ("result", closed_vote, lambda g: c.ShowResult("r1", "wall")),
    ("result", closed_vote, lambda g: c.ShowResult("r1", "phones")),
    ("hide", lambda g: (closed_vote(g), g.ask(c.ShowResult("r1", "wall"))), lambda g: c.HideResult("r1", "wall")),
    ("step", lambda g: (closed_vote(g), g.ask(c.ShowResult("r1", "wall"))), lambda g: c.NextStep(VOTE)),
    ("show", lambda g: g.at(WORDS).comes_out("I am tired."), lambda g: c.ShowResponse("w0.text")),
    ("show", lambda g: g.at(WORDS).comes_out("I am tired."), lambda g: c.ShowResponse("w0.text", copy="c1")),
    ("park", lambda g: g.at(WORDS).comes_out("I am tired."), lambda g: c.ParkResponse("w0.text")),
    ("discard", lambda g: g.at(WORDS).comes_out("I am tired."), lambda g: c.DiscardResponse("w0.text")),
    ("reveal", lambda g: (g.at(WORDS).comes_out("Tired."), g.ask(c.ShowResponse("w0.text"))), lambda g: c.Reveal()),
]


@pytest.mark.parametrize(("name", "before", "tap"), UNDOABLE)
def test_a_tap_is_named_and_taken_back(
    group: Evening, name: str, before: Callable[[Evening], object], tap: Callable[[Evening], Command]
) -> None:
    before(group)
    was = scene(group)
    group.ask(tap(group))
    undo = group.tablet["undo"]
    assert undo is not None
    assert undo["label"] == name
    assert scene(group) != was

    group.undo()

    now = scene(group)
    opened_by_the_tap = set(now["runs"]) - set(was["runs"])  # type: ignore[call-overload]
    now["runs"] = {run: seen for run, seen in now["runs"].items() if run not in opened_by_the_tap}  # type: ignore[attr-defined]
    waiting = {name: seen for name, seen in now["placed"].items() if seen != ("waiting", None)}  # type: ignore[attr-defined]
    assert {**now, "placed": waiting} == was
    assert all(group.state.runs[run].phase == "closing" for run in opened_by_the_tap)


def test_there_is_no_redo(group: Evening) -> None:
    group.next()
    group.undo()

    assert group.tablet["undo"] is None
    assert group.state.step == ARRIVE


def test_only_the_tap_that_the_tablet_named_is_taken_back(group: Evening) -> None:
    group.next()
    named = group.tablet["undo"]
    assert named is not None
    group.ask(c.SetCover(True), LINDQVIST)

    assert group.refuses(c.Undo(named["tap"])) == "nothing_to_undo"


def test_two_tablets_that_undo_at_once_undo_once(group: Evening) -> None:
    group.next()
    group.next()
    last = group.state.last_tap
    assert last is not None

    group.ask(c.Undo(last.tap))

    assert group.refuses(c.Undo(last.tap), LINDQVIST) == "nothing_to_undo"
    assert group.state.step == FEEL


def test_what_people_do_themselves_is_not_what_undo_takes_back(group: Evening) -> None:
    group.next()
    group.come("dee")
    group.ask(c.CallStaff("call1", "dee"), "seat:dee")

    group.undo()

    assert group.state.step == ARRIVE
    assert "dee" in group.state.seats
    assert group.state.calls["call1"].is_open


def test_undoing_next_gives_the_old_question_back_and_closes_the_new_one(group: Evening) -> None:
    group.at(FEEL).ask(c.GoToStep(FEEL, VOTE))
    assert [run.phase for run in group.state.runs.values()] == ["last_call", "open"]

    group.wait(5).undo()

    assert [run.phase for run in group.state.runs.values()] == ["open", "closing"]
    assert group.phones["activity"] is not None
    assert group.phones["activity"]["run"] == "r1"


def test_undoing_next_late_goes_back_and_opens_nothing_that_is_sealed(group: Evening) -> None:
    group.at(FEEL).next()
    group.wait(40)
    assert group.state.runs["r1"].phase == "closed"

    group.undo()

    assert group.state.step == FEEL
    assert group.state.runs["r1"].phase == "closed"


def test_the_way_on_after_an_undone_next_opens_the_question_after_all(group: Evening) -> None:
    group.next()
    group.undo()
    group.next()
    assert {run.id: run.phase for run in group.state.runs.values()} == {"r1": "open"}

    group.undo()
    group.wait(10).next()
    assert {run.id: run.phase for run in group.state.runs.values()} == {"r1": "closed", "r2": "open"}


def test_undoing_next_gives_the_step_its_timer_back(group: Evening) -> None:
    group.ask(c.ExtendTimer(ARRIVE, 5))
    group.wait(60).next()
    group.wait(30).undo()

    timer = group.tablet["timer"]
    assert timer is not None
    assert timer["ends_at"] - group.now == 10 * MINUTE - 90_000


def test_asking_again_clears_the_wall_for_the_question_and_undo_brings_the_cards_back(group: Evening) -> None:
    group.at(WORDS).comes_out("I am tired.")
    group.ask(c.ShowResponse("w0.text"))
    group.ask(c.Reveal())
    group.ask(c.CloseActivity("r1"))
    group.wait(10).ask(c.AskAgain(WORDS))
    assert group.wall["cards"] == []

    group.undo()

    assert [card["text"] for card in group.wall["cards"]] == ["I am tired."]


def test_undoing_next_brings_the_cards_back_to_the_wall(group: Evening) -> None:
    group.at(WORDS).comes_out("I am tired.")
    group.ask(c.ShowResponse("w0.text"))
    group.ask(c.Reveal())
    group.next()
    assert group.wall["cards"] == []

    group.undo()

    assert [card["text"] for card in group.wall["cards"]] == ["I am tired."]


def test_undoing_an_edited_copy_shows_the_words_as_they_were_written(group: Evening) -> None:
    group.facts.copies["copy1"] = "Tired."
    group.at(WORDS).comes_out("I am so tired of Mike.")
    group.ask(c.ShowResponse("w0.text", copy="copy1"))
    group.undo()

    card = group.tablet["waiting"][0]
    assert (card["text"], card["edited"], card["where"]) == ("I am so tired of Mike.", False, "waiting")


def test_a_close_can_be_taken_back_for_ten_seconds_and_then_no_more(group: Evening) -> None:
    group.at(WORDS)
    group.happens(e.ActivityOpened("r1", WORDS, "free_text", "anonymous"))
    group.ask(c.CloseActivity("r1"))
    group.wait(9)
    assert group.tablet["undo"] is not None
    group.wait(1)
    last = group.state.last_tap

    assert group.run.phase == "closed"
    assert group.tablet["undo"] is None
    assert last is not None
    assert group.refuses(c.Undo(last.tap)) == "nothing_to_undo"


def test_undoing_that_it_was_asked_aloud_asks_phones_again(group: Evening) -> None:
    group.at(FEEL).ask(c.AskAloud("r1"))
    group.undo()

    assert (group.run.phase, group.run.asked_aloud) == ("open", False)


def test_a_block_that_was_added_is_not_taken_away_under_the_group(group: Evening) -> None:
    """Another tablet may have gone there; then that was the last tap. Undo of the older one is refused."""
    group.ask(c.DropBlock("b3"))
    group.ask(c.AddModule("break", block=group.state.dropped[0], after="b1"))
    group.happens(e.Stepped("b3/break"))
    last = group.state.last_tap
    assert last is not None

    assert group.refuses(c.Undo(last.tap)) == "nothing_to_undo"


@pytest.mark.parametrize("tap", [c.Begin(), c.EndSession(), c.ResumeSession()])
def test_beginning_and_ending_are_not_what_undo_takes_back(group: Evening, tap: Command) -> None:
    evening = Evening().come("ana") if isinstance(tap, c.Begin) else group.at(FEEL)
    if isinstance(tap, c.ResumeSession):
        evening.ask(c.EndSession())
    else:
        evening.ask(c.SetLock(True))
    evening.ask(tap)

    assert evening.tablet["undo"] is None


def test_nothing_is_undone_after_the_end(group: Evening) -> None:
    group.next()
    last = group.state.last_tap
    group.happens(e.EndAsked(), e.SessionEnded())
    assert last is not None

    assert group.refuses(c.Undo(last.tap)) == "ended"


def test_a_tap_that_cannot_be_taken_back_leaves_the_one_before_it(group: Evening) -> None:
    group.next()
    group.ask(c.RaiseConcern())

    assert group.tablet["undo"] == {"tap": group.log[-2].tap, "label": "step"}


def test_each_undo_is_written_down(group: Evening) -> None:
    group.ask(c.SetCover(True))
    tap = group.log[-1].tap

    assert group.undo() == [e.CoverSet(False), e.Undone(tap)]
    assert group.log[-1].by == OKOYE
