"""A picture goes as far as its maker says, and not one rung further; stepping back down works at once."""

import json
from typing import Any

import pytest

from facilitator.conducting.answering import Say
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session.responses import pictures
from facilitator.live_session.views import display_view, participant_view
from facilitator.records.as_json import as_json
from facilitator.records.summary import summarise
from facilitator.storage import answers, event_log
from tests.conducting.process import Process

DRAW, LOOK, MASK = "b3/draw", "b3/look", "b3/mask"
LAKE = {"marks": [{"ink": "teal", "pen": "broad", "line": [100, 500, 5, 900, 520, 6]}], "words": "The lake"}
HOUSE = {"marks": [{"ink": "brown", "stamp": "house", "x": 500, "y": 500, "size": 320}], "words": ""}


@pytest.fixture
def art(process: Process) -> Process:
    process.does(c.AddModule("evenings/03-art", after="b2"))
    return process


@pytest.fixture
def ana(art: Process) -> str:
    """Ana has sent a picture. Ben is here too."""
    ana = art.come("Ana", "Ben")["Ana"]
    art.at(DRAW)
    assert art.says(ana, LAKE).last == "done"
    return ana


def steps(art: Process, seat: str, rung: Any, *, run: str = "r1", part: str = "words") -> str:
    try:
        told = art.ask(c.StepPiece(run, part, rung, seat), by=f"seat:{seat}")
    except Refused as refused:
        return refused.why
    art.writer.step()
    return told.last


def shows(art: Process) -> None:
    """Staff show what waits, and reveal it."""
    (card,) = art.tablet()["waiting"]
    art.does(c.ShowResponse(card["id"]))
    art.does(c.Reveal())


def wall(art: Process) -> Any:
    return display_view(art.room.state, art.room.facts, "en")


def on_the_wall(art: Process) -> list[str]:
    return [card["text"] for card in wall(art)["cards"]]


def stored(art: Process, seat: str) -> Any:
    with art.store.reading() as conn:
        found = answers.find(conn, art.room.id, "r1", seat)
    return found and found.answer


def test_a_picture_that_was_sent_is_seen_by_staff_and_by_nobody_else(art: Process, ana: str) -> None:
    (card,) = art.tablet()["waiting"]
    ben = next(seat for seat in art.room.state.seats if seat != ana)

    assert (card["name"], card["text"], card["rung"], card["may_show"]) == ("Ana", "The lake", "facilitator", False)
    assert pictures(art.room.state, art.room.facts)[card["picture"]]["marks"] == LAKE["marks"]
    with pytest.raises(Refused, match="did not say"):
        art.ask(c.ShowResponse(card["id"]))
    for seen in (wall(art), *art.phone(ben)):
        assert "lake" not in json.dumps(seen)
        assert "teal" not in json.dumps(seen)


def test_it_goes_to_the_wall_once_its_maker_and_staff_have_both_said_so(art: Process, ana: str) -> None:
    assert steps(art, ana, "group") == "done"
    assert (on_the_wall(art), wall(art)["pictures"]) == ([], [])
    shows(art)

    (card,) = wall(art)["cards"]
    assert wall(art)["pictures"] == [card["picture"]]
    assert ana not in json.dumps(wall(art)["cards"])
    assert pictures(art.room.state, art.room.facts)[card["picture"]]["marks"] == LAKE["marks"]


def test_nobody_carries_a_picture_away_on_their_phone(art: Process, ana: str) -> None:
    steps(art, ana, "elsewhere")
    shows(art)
    art.does(c.CloseActivity("r1"))
    art.wait(12)

    with pytest.raises(Refused, match="staff only"):
        art.ask(c.ShowResult("r1", "phones"))
    assert "lake" not in json.dumps(participant_view(art.room.state, art.room.facts, "en"))


@pytest.mark.parametrize("later", [False, True])
def test_stepping_back_down_takes_it_off_the_wall_at_once(art: Process, ana: str, later: bool) -> None:
    steps(art, ana, "record")
    shows(art)
    if later:
        art.does(c.CloseActivity("r1"))
        art.wait(12)
    assert steps(art, ana, "facilitator") == "done"

    assert (on_the_wall(art), wall(art)["pictures"]) == ([], [])
    assert art.tablet()["waiting"][0]["where"] == "waiting"


def test_what_was_taken_down_goes_up_again_only_if_staff_show_it_again(art: Process, ana: str) -> None:
    steps(art, ana, "group")
    shows(art)
    steps(art, ana, "facilitator")
    steps(art, ana, "group")
    assert on_the_wall(art) == []

    shows(art)
    assert on_the_wall(art) == ["The lake"]


def test_a_higher_rung_leaves_it_where_it_hangs(art: Process, ana: str) -> None:
    steps(art, ana, "group")
    shows(art)
    for rung in ("record", "elsewhere", "group"):
        steps(art, ana, rung)
        assert on_the_wall(art) == ["The lake"]


def test_a_picture_that_is_its_makers_alone_again_is_nowhere(art: Process, ana: str) -> None:
    steps(art, ana, "group")
    shows(art)
    assert steps(art, ana, "me") == "done"

    assert stored(art, ana) is None
    assert (art.tablet()["waiting"], on_the_wall(art), art.phone(ana)[1]["pieces"]) == ([], [], [])
    again = art.killed()
    assert (again.tablet()["waiting"], stored(again, ana)) == ([], None)
    assert steps(art, ana, "me") == "done"
    assert steps(art, ana, "group") == "gone"


def test_it_can_be_stepped_down_long_after_the_group_has_gone_on(art: Process, ana: str) -> None:
    steps(art, ana, "record")
    art.at(LOOK)
    art.wait(40)
    assert art.phone(ana)[1]["answers"] == []
    assert [(piece["part"], piece["rung"]) for piece in art.phone(ana)[1]["pieces"]] == [("words", "record")]

    assert steps(art, ana, "me") == "done"
    assert stored(art, ana) is None


def test_sent_anew_it_begins_at_the_lowest_rung_again(art: Process, ana: str) -> None:
    steps(art, ana, "elsewhere")
    steps(art, ana, "me")
    assert art.says(ana, HOUSE, revision=500).last == "done"

    assert art.tablet()["waiting"][0]["rung"] == "facilitator"


def test_an_answer_on_its_way_does_not_bring_back_what_was_taken_back(art: Process, ana: str) -> None:
    steps(art, ana, "group")
    late = art.say(ana, Say("r1", "answer", 2, HOUSE))
    told = art.ask(c.StepPiece("r1", "words", "me", ana), by=f"seat:{ana}")
    while art.writer.step():
        pass

    assert told.last == "done"
    assert late.last in ("done", "older_revision")
    assert (stored(art, ana), art.tablet()["waiting"]) == (None, [])


def test_a_changed_picture_waits_for_staff_again_and_stays_on_its_rung(art: Process, ana: str) -> None:
    steps(art, ana, "record")
    shows(art)
    art.says(ana, HOUSE, revision=2)

    assert on_the_wall(art) == []
    (card,) = art.tablet()["waiting"]
    assert (card["where"], card["rung"]) == ("waiting", "record")


def test_a_picture_that_went_further_leaves_by_the_ladder_alone(art: Process, ana: str) -> None:
    steps(art, ana, "group")
    for do in ("withdraw", "pass"):
        with pytest.raises(Refused, match="Just me"):
            art.say(ana, Say("r1", do, 2))  # type: ignore[arg-type]
    steps(art, ana, "me")

    assert art.says(ana, None, revision=500).last == "done"


def test_one_that_only_staff_have_may_simply_be_taken_back(art: Process, ana: str) -> None:
    told = art.say(ana, Say("r1", "withdraw", 2))
    art.writer.step()

    assert (told.last, stored(art, ana)) == ("done", None)


def test_nobody_steps_another_persons_picture(art: Process, ana: str) -> None:
    ben = next(seat for seat in art.room.state.seats if seat != ana)

    assert steps(art, ben, "elsewhere") == "gone"
    assert art.tablet()["waiting"][0]["rung"] == "facilitator"


@pytest.mark.parametrize(("rung", "stays"), [("facilitator", False), ("group", False), ("record", True)])
def test_only_what_may_be_in_the_record_is_there_once_the_session_has_ended(
    art: Process, ana: str, rung: str, stays: bool
) -> None:
    if rung != "facilitator":
        steps(art, ana, rung)
    room = art.room
    art.does(c.EndSession())
    art.wait(70)

    assert art.over == [room.id]
    with art.store.reading() as conn:
        kept = [said.answer for said in answers.of_live_session(conn, room.id)]
        log = event_log.read(conn, room.id)
    summary = summarise(log, room.state, room.facts, rehearsal=False, language="en")
    shown = [drawn.words for person in summary.said for one in person.said for drawn in one.pictures]
    assert (kept, shown) == (([LAKE], ["The lake"]) if stays else ([None], []))
    assert ("teal" in json.dumps(as_json(summary, "notice"))) == stays


def test_the_record_looks_at_the_rung_itself(art: Process, ana: str) -> None:
    """Whatever else may have gone wrong: a picture that is not for the record is not told in it."""
    steps(art, ana, "group")
    room = art.room
    with art.store.reading() as conn:
        log = event_log.read(conn, room.id)
    told = json.dumps(as_json(summarise(log, room.state, room.facts, rehearsal=False, language="en"), "notice"))

    assert "Ana" in told
    assert "lake" not in told


def test_which_of_two_sides_a_picture_is_stands_beside_it_wherever_it_is_seen(art: Process) -> None:
    ana = art.come("Ana", "Ben")["Ana"]
    art.at(MASK)
    art.says(ana, {"outside": LAKE, "inside": HOUSE})
    steps(art, ana, "record", part="inside.words")
    waiting = {card["which"]: card for card in art.tablet()["waiting"]}
    art.does(c.ShowResponse(waiting["Inside"]["id"]))
    art.does(c.Reveal())
    room = art.room
    with art.store.reading() as conn:
        log = event_log.read(conn, room.id)
    summary = summarise(log, room.state, room.facts, rehearsal=False, language="en")

    assert [waiting[side]["text"] for side in ("Outside", "Inside")] == ["The lake", ""]
    assert [card["which"] for card in wall(art)["cards"]] == ["Inside"]
    assert [drawn.which for person in summary.said for one in person.said for drawn in one.pictures] == ["Inside"]
