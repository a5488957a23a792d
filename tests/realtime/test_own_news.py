"""Own views are drawn only where they can differ; and never left out where they do."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.conducting.live_room import LiveRoom
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.realtime.own_news import OwnNews
from tests.live_session.cast import FEEL, RING, VOTE
from tests.live_session.evening import Evening

SEATS = ("ana", "ben", "chris")
TAPS = {
    "next": lambda evening: evening.next(),
    "to the check-in": lambda evening: evening.at(FEEL),
    "to the poll": lambda evening: evening.at(VOTE),
    "to the breathing": lambda evening: evening.at(RING),
    "Ana answers": lambda evening: evening.says("ana", {"chosen": ["walk"]}),
    "Ben answers": lambda evening: evening.says("ben", {"chosen": ["call"]}),
    "Ana calls": lambda evening: evening.ask(c.CallStaff("call1", "ana"), "seat:ana"),
    "the call is seen": lambda evening: evening.ask(c.SeeCall("call1")),
    "the call is shown": lambda evening: evening.facts.delivered.add("call1"),
    "two minutes": lambda evening: evening.ask(c.AskTwoMinutes()),
    "Ben says yes": lambda evening: evening.ask(c.AnswerTwoMinutes("two", True, "ben"), "seat:ben"),
    "Chris is renamed": lambda evening: evening.facts.names.update(chris="Christa"),
    "Chris goes": lambda evening: evening.ask(c.RemoveSeat("chris")),
    "hold": lambda evening: evening.ask(c.Hold()),
    "resume": lambda evening: evening.ask(c.Resume()),
    "cover": lambda evening: evening.happens(e.CoverSet(True)),
}


def drawn(evening: Evening) -> dict[str, object]:
    views = {seat: dict(evening.own(seat)) for seat in SEATS}
    return {seat: {key: view[key] for key in view if key not in ("boot", "version")} for seat, view in views.items()}


@given(st.lists(st.sampled_from(sorted(TAPS)), max_size=14))
def test_whoever_is_left_out_sees_the_same_as_before(taps: list[str]) -> None:
    evening = Evening().come(*SEATS).at(VOTE)
    room, news = LiveRoom("tonight", "thursday", False, evening.state, evening.facts), OwnNews()
    news.since_last(room)
    before = drawn(evening)
    for tap in taps:
        try:
            TAPS[tap](evening)
        except (Refused, TypeError, KeyError, AssertionError):  # not possible here: nothing happens
            continue
        room.state = evening.state
        told, now = news.since_last(room), drawn(evening)

        assert told is None or {seat for seat in SEATS if now[seat] != before[seat]} <= told
        before = now


def test_a_step_concerns_nobody_who_has_not_answered() -> None:
    evening = Evening().come(*SEATS).at(VOTE)
    room, news = LiveRoom("tonight", "thursday", False, evening.state, evening.facts), OwnNews()
    news.since_last(room)
    evening.says("ana", {"chosen": ["walk"]})
    assert news.since_last(room) == {"ana"}

    evening.next()
    room.state = evening.state

    assert news.since_last(room) <= {"ana"}
