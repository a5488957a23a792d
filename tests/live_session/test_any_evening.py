"""Any sequence of taps on two tablets, of people coming and going, and of time: what must hold holds after each.

`Evening.ask` writes down what the rules decide, so each example of this machine is a whole log.
"""

import json
from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.live_session.agenda import find_step, in_order
from facilitator.live_session.commands import Command
from facilitator.live_session.engine import evolve, replay
from facilitator.live_session.events import Recorded, from_stored, to_stored
from facilitator.live_session.facts import ReleasedAnswer
from facilitator.live_session.state import LiveSession
from facilitator.live_session.texts import plan_view
from tests.live_session.cast import FEEL, LINDQVIST, NAMES, OKOYE, STEPS, VOTE, WORDS
from tests.live_session.evening import Evening

TABLETS = st.sampled_from([OKOYE, LINDQVIST])
SEATS = st.sampled_from(sorted(NAMES))
PLACES = st.sampled_from(["wall", "phones"])
STEP = st.sampled_from(STEPS)

ABOUT_A_SEAT: list[Callable[[str], Command]] = [
    *(c.RemoveSeat, c.ReadmitSeat, c.RenewSeat, c.Admit, lambda seat: c.Admit(seat, "next_step")),
    *(lambda seat: c.AddSeat("", seat), lambda seat: c.ConfirmMinutes(seat, "in", 5)),
    *(lambda seat: c.ConfirmMinutes(seat, "out"), lambda seat: c.ConfirmMinutes(seat, "away")),
    *(lambda seat: c.ConfirmMinutes(seat, "back"), lambda seat: c.MarkHeard(seat, True)),
    lambda seat: c.MarkHeard(seat, False),
]
FROM_A_PHONE: list[Callable[[str], Command]] = [
    *(c.LeaveSeat, lambda seat: c.AcceptAgreement("v1", seat), lambda seat: c.Move("r1", {}, seat)),
    *(lambda seat: c.CallStaff(f"call-{seat}", seat), lambda seat: c.CancelCall(f"call-{seat}-0", seat)),
]


class AnyEvening(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.evening = Evening()
        self.promises: dict[str, str | None] = {}
        self.closed: set[str] = set()
        self.revealed: set[str] = set()
        self.words = 0
        self.replayed = LiveSession("tonight")
        self.read = 0

    @initialize(step=st.none() | st.sampled_from([FEEL, WORDS, VOTE]) | STEP, ends=st.integers(0, 9))
    def it_is(self, step: str | None, ends: int) -> None:
        """Some evenings are looked at from their middle, some from their end."""
        if step is not None:
            self.everyone_comes()
            self.taps(c.Begin())
            self.taps(c.GoToStep(STEPS[0], step))
            if step == WORDS:
                self.a_wave_comes_out(4)
        if ends == 0:
            self.taps(c.EndSession())

    # --- what is done --------------------------------------------------------------------------------

    def taps(self, command: Command, by: str = OKOYE) -> None:
        state = self.evening.state
        try:
            events = self.evening.ask(command, by)
        except Refused as refused:
            self.notice_a_refusal(refused, state)
            return
        for event in events:
            self.notice(event)
            assert not (isinstance(event, e.ActivityReopened) and event.run in self.closed), "what was sealed opened"

    def notice_a_refusal(self, refused: Refused, state: LiveSession) -> None:
        assert self.evening.state is state
        assert refused.message.endswith(".")

    def notice(self, event: e.Event) -> None:
        if isinstance(event, e.ActivityOpened):
            assert event.run not in self.promises, "a run was opened twice"
            self.promises[event.run] = event.promise
        if isinstance(event, e.ActivityClosed):
            self.closed.add(event.run)
        if isinstance(event, e.ResponsePlaced) and event.where == "wall":
            self.revealed.add(event.response)

    def somewhere(self, of: dict[str, Any], data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(of))) if of else "none"

    @rule(by=TABLETS)
    def begin(self, by: str) -> None:
        self.taps(c.Begin(), by)

    @rule(by=TABLETS, seen=st.none() | STEP, tap=st.sampled_from([c.NextStep, c.BackStep, c.GoToCheckOut]))
    def step(self, by: str, seen: str | None, tap: type[c.NextStep]) -> None:
        self.taps(tap(seen or self.evening.state.step or "none"), by)

    @rule(by=TABLETS, to=STEP)
    def go(self, by: str, to: str) -> None:
        self.taps(c.GoToStep(self.evening.state.step or "none", to), by)

    @rule(
        by=TABLETS, what=st.sampled_from([c.Hold(), c.Resume(), c.EndSession(), c.ResumeSession()]), often=st.booleans()
    )
    def stop_or_go_on(self, by: str, what: Command, often: bool) -> None:
        if often or not isinstance(what, c.EndSession):
            self.taps(what, by)

    @rule(by=TABLETS, minutes=st.integers(-1, 20))
    def extend(self, by: str, minutes: int) -> None:
        self.taps(c.ExtendTimer(self.evening.state.step or "none", minutes), by)

    @rule(
        by=TABLETS,
        what=st.sampled_from([c.SetPhones("up"), c.SetPhones("down"), c.SetCover(True), c.SetCover(False)])
        | st.sampled_from([c.SetLock(True), c.SetLock(False), c.ShowJoinCode(True), c.RaiseConcern(), c.Reveal()])
        | st.just(c.NewRound())
        | st.sampled_from([c.AskTwoMinutes(), c.StopAskingTwoMinutes(), c.PairWall("", "w1"), c.UnpairWall("w1")]),
    )
    def tap(self, by: str, what: Command) -> None:
        self.taps(what, by)

    @rule(by=TABLETS, stale=st.booleans())
    def undo(self, by: str, stale: bool) -> None:
        last = self.evening.state.last_tap
        self.taps(c.Undo("tap1" if stale or last is None else last.tap), by)

    @rule(data=st.data(), by=TABLETS)
    def add_or_drop(self, data: st.DataObject, by: str) -> None:
        state = self.evening.state
        blocks = [block.id for block in state.blocks]
        if state.dropped and data.draw(st.booleans()):
            block = data.draw(st.sampled_from(state.dropped))
            self.taps(c.AddModule("", block=block, after=data.draw(st.none() | st.sampled_from([*blocks, "b9"]))), by)
        elif blocks:
            self.taps(c.DropBlock(data.draw(st.sampled_from(blocks))), by)

    @rule(
        data=st.data(),
        by=TABLETS,
        what=st.sampled_from([c.CloseActivity, c.ReopenActivity, c.MoreTime, c.AskAloud, c.ReleaseWave]),
    )
    def do_with_an_activity(self, data: st.DataObject, by: str, what: type[c.CloseActivity]) -> None:
        self.taps(what(self.somewhere(dict(self.evening.state.runs), data)), by)

    @rule(by=TABLETS)
    def ask_again(self, by: str) -> None:
        self.taps(c.AskAgain(self.evening.state.step or "none"), by)

    @rule(data=st.data(), by=TABLETS, what=st.sampled_from([c.ShowResult, c.HideResult]), where=PLACES)
    def show(self, data: st.DataObject, by: str, what: type[c.ShowResult], where: Any) -> None:
        self.taps(what(self.somewhere(dict(self.evening.state.runs), data), where), by)

    @rule(
        data=st.data(),
        by=TABLETS,
        what=st.sampled_from([c.ShowResponse, c.ParkResponse, c.DiscardResponse, c.TakeDownResponse]),
        edited=st.booleans(),
    )
    def place(self, data: st.DataObject, by: str, what: type[c.ShowResponse], edited: bool) -> None:
        response = self.somewhere(dict(self.evening.given(by).responses), data)
        self.evening.facts.copies["copy1"] = "An edited copy"
        self.taps(what(response, copy="copy1") if edited and what is c.ShowResponse else what(response), by)

    # --- people ----------------------------------------------------------------------------------------

    @rule(seat=SEATS, by=st.sampled_from(["qr", "code"]))
    def come(self, seat: str, by: Any) -> None:
        self.taps(c.TakeSeat(seat, by), f"seat:{seat}")
        if seat in self.evening.state.seats:
            self.evening.facts.connected.add(seat)

    @rule()
    def everyone_comes(self) -> None:
        for seat in NAMES:
            self.come(seat, "qr")

    @rule(seat=SEATS)
    def disconnect(self, seat: str) -> None:
        self.evening.facts.connected.discard(seat)

    @rule(seat=SEATS, by=TABLETS, what=st.sampled_from(ABOUT_A_SEAT))
    def about(self, seat: str, by: str, what: Callable[[str], Command]) -> None:
        self.taps(what(seat), by)

    @rule(seat=SEATS, what=st.sampled_from(FROM_A_PHONE), ask=st.integers(0, 5))
    def says(self, seat: str, what: Callable[[str], Command], ask: int) -> None:
        asked = self.evening.state.two_minutes
        command = c.AnswerTwoMinutes(asked.ask if asked else "none", ask > 4, seat) if ask > 3 else what(seat)
        if isinstance(command, c.CallStaff):
            command = c.CallStaff(f"{command.call}-{ask}", seat)
        self.taps(command, f"seat:{seat}")

    @rule(data=st.data(), by=TABLETS)
    def see_a_call(self, data: st.DataObject, by: str) -> None:
        self.taps(c.SeeCall(self.somewhere(dict(self.evening.state.calls), data)), by)

    @precondition(lambda self: self.open_now("named"))
    @rule(seat=SEATS, did=st.sampled_from(["answer", "answer", "pass"]), ok=st.booleans())
    def answer(self, seat: str, did: str, ok: bool) -> None:
        if self.evening.state.seats.get(seat) is None:
            return
        run = self.evening.run
        self.words += 1
        answer: dict[str, object] = {"chosen": ["walk"]}
        if run.kind == "check_in":
            first = {"hope": f"words-{self.words}-{'ok' if ok else 'not'}"} if run.id == "r1" else {}
            answer = {"values": {"craving": self.words % 11, **first}}
        self.evening.says(seat, None if did == "pass" else answer, ok_to_show=ok)

    @precondition(lambda self: self.open_now("anonymous"))
    @rule(how_many=st.integers(3, 5))
    def a_wave_comes_out(self, how_many: int) -> None:
        released = self.evening.facts.of(self.evening.run.id).released
        for _ in range(how_many):
            self.words += 1
            released.append(ReleasedAnswer(f"w{self.words}", {"text": f"words-{self.words}-ok"}))

    def open_now(self, promise: str) -> bool:
        run = self.evening.state.run_of_step(self.evening.state.step)
        return run is not None and run.promise == promise and run.takes_answers

    @rule(seconds=st.sampled_from([1, 5, 10, 20, 30]))
    def time_goes_by(self, seconds: int) -> None:
        before = len(self.evening.log)
        self.evening.wait(seconds)
        for recorded in self.evening.log[before:]:
            self.notice(recorded.event)

    # --- what always holds -------------------------------------------------------------------------------

    @invariant()
    def the_log_is_the_session(self) -> None:
        """Each event is one version more, survives its way to the disk and back, and leads to the same session."""
        for recorded in self.evening.log[self.read :]:
            name, body = to_stored(recorded.event)
            back = from_stored(name, json.loads(json.dumps(body)))
            assert back == recorded.event
            assert recorded.version == self.replayed.version + 1
            told = Recorded(recorded.version, recorded.at, recorded.by, recorded.tap, back)
            self.replayed = evolve(self.replayed, told)
        self.read = len(self.evening.log)
        assert self.replayed == self.evening.state

    @invariant()
    def the_step_is_in_the_agenda(self) -> None:
        state = self.evening.state
        assert (state.step is None) == (state.began_at is None)
        assert state.step is None or find_step(state.blocks, state.step) is not None
        names = [name for name, _, _ in in_order(state.blocks)]
        assert len(names) == len(set(names))

    @invariant()
    def at_most_one_run_of_a_step_is_open(self) -> None:
        alive = [run.step for run in self.evening.state.runs.values() if run.phase != "closed"]
        assert len(alive) == len(set(alive))

    @invariant()
    def what_is_closed_stays_closed_and_no_promise_changes(self) -> None:
        runs = self.evening.state.runs
        assert {run.id for run in runs.values() if run.phase == "closed"} == self.closed
        assert {run.id: run.promise for run in runs.values()} == self.promises
        if self.evening.state.phase == "ended":
            assert self.closed == set(runs)

    @invariant()
    def an_anonymous_run_never_says_who(self) -> None:
        for run in self.evening.state.runs.values():
            if run.promise == "anonymous":
                assert self.evening.facts.of(run.id).named == {}
        here = self.evening.state.run_of_step(self.evening.state.step)
        if here is None or here.promise != "named":
            assert all(row["answered"] is None for row in self.evening.tablet["roster"])

    @invariant()
    def nothing_is_on_the_wall_that_was_not_approved_twice(self) -> None:
        state, responses = self.evening.state, self.evening.given("clock").responses
        on_wall = [name for name, placed in state.placed.items() if placed.where == "wall"]
        assert set(on_wall) <= self.revealed
        wall = json.dumps(self.evening.wall)
        shown = [name for name in on_wall if name in responses and responses[name].may_show]
        assert len(self.evening.wall["cards"]) == (0 if state.covered or state.held else len(shown))
        assert "-not" not in wall
        assert self.evening.wall["cards"] == [] or shown

    @invariant()
    def no_name_stands_on_a_phone_or_the_wall(self) -> None:
        for seen in (json.dumps(self.evening.phones), json.dumps(self.evening.wall)):
            for seat, name in NAMES.items():
                assert f'"{seat}"' not in seen
                assert f'"{name}"' not in seen
        assert "-not" not in json.dumps(self.evening.phones)

    @invariant()
    def a_phone_sees_of_its_own_only_what_is_named(self) -> None:
        for seat in self.evening.state.seats:
            own = self.evening.own(seat)
            assert all(self.promises[mine["run"]] == "named" for mine in own["answers"])

    @invariant()
    def a_seat_has_one_open_call(self) -> None:
        calling = [call.seat for call in self.evening.state.calls.values() if call.is_open]
        assert len(calling) == len(set(calling))

    @invariant()
    def an_undo_that_is_offered_is_possible(self) -> None:
        undo = self.evening.tablet["undo"]
        state = self.evening.state
        if undo is not None:
            self.evening.ask(c.Undo(undo["tap"]))
            self.evening.state = state
            del self.evening.log[state.version :]

    @invariant()
    def every_view_can_be_drawn(self) -> None:
        plan_view(self.evening.facts, self.evening.state, "es")
        assert json.loads(json.dumps(self.evening.tablet)) == self.evening.tablet

    def teardown(self) -> None:
        assert replay("tonight", self.evening.log) == self.evening.state


TestAnyEvening = AnyEvening.TestCase
TestAnyEvening.settings = settings(max_examples=40, stateful_step_count=40)
