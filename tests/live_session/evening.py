"""A live session without a store: what the rules decide has happened. The clock stands until a test moves it."""

from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session import events as e
from facilitator.live_session.circumstances import Circumstances
from facilitator.live_session.commands import Command
from facilitator.live_session.engine import decide, evolve
from facilitator.live_session.events import Event, Recorded
from facilitator.live_session.facts import NamedAnswer, ReleasedAnswer
from facilitator.live_session.responses import as_circumstances
from facilitator.live_session.roster import present_seats
from facilitator.live_session.shapes import DisplayView, FacilitatorView, OwnView, ParticipantView
from facilitator.live_session.state import LiveSession, Run
from facilitator.live_session.tablet_view import facilitator_view
from facilitator.live_session.views import display_view, own_view, participant_view
from tests.live_session.cast import BLOCKS, NOW, OKOYE, tonights_facts


class Evening:
    """`happens` replays events, `ask` has the rules decide a command; both are written into `log`."""

    def __init__(self, k: int = 3) -> None:
        self.now = NOW
        self.log: list[Recorded] = []
        self.state = LiveSession("tonight")
        self.facts = tonights_facts()
        self._taps = 0
        self.happens(e.SessionOpened("thursday", BLOCKS, k, "v1"))

    def happens(self, *events: Event, by: str = "clock", tap: str = "before") -> "Evening":
        for event in events:
            recorded = Recorded(self.state.version + 1, self.now, by, tap, event)
            self.log.append(recorded)
            self.state = evolve(self.state, recorded)
        return self

    def ask(self, command: Command, by: str = OKOYE) -> list[Event]:
        """The events that came of it. Raises `Refused`, and then nothing has happened."""
        self._taps += 1
        events = decide(command, self.state, self.given(by))
        self.happens(*events, by=by, tap=f"tap{self._taps}")
        return events

    def refuses(self, command: Command, by: str = OKOYE) -> str:
        """Why a command may not happen; empty if it may."""
        before = self.state
        try:
            self.ask(command, by)
        except Refused as refused:
            assert self.state is before
            return refused.why
        return ""

    def given(self, by: str) -> Circumstances:
        return Circumstances(
            now=self.now,
            by=by,
            present=present_seats(self.state, self.facts),
            answered={run: len(known.answers()) for run, known in self.facts.runs.items()},
            responses=as_circumstances(self.state, self.facts),
            new_id=f"id{self._taps}",
        )

    # --- the group ---------------------------------------------------------------------------------

    def come(self, *seats: str) -> "Evening":
        """They scan the code in the room, and their phones are here."""
        for seat in seats:
            self.ask(c.TakeSeat(seat, "qr"), f"seat:{seat}")
            self.facts.connected.add(seat)
        return self

    def at(self, step: str) -> "Evening":
        """The session has begun and is on this step."""
        if self.state.phase == "gathering":
            self.ask(c.Begin())
        if self.state.step != step:
            self.ask(c.GoToStep(self.state.step or "", step))
        return self

    def next(self) -> list[Event]:
        return self.ask(c.NextStep(self.state.step or ""))

    def undo(self) -> list[Event]:
        assert self.state.last_tap is not None
        return self.ask(c.Undo(self.state.last_tap.tap))

    def wait(self, seconds: float) -> "Evening":
        """Time goes by, and the clock ticks each second."""
        until = self.now + round(seconds * 1000)
        while self.now < until:
            self.now = min(until, self.now + 1000)
            self.ask(c.TimeIsUp(), "clock")
        return self

    def says(self, seat: str, answer: dict[str, object] | None, *, ok_to_show: bool = False) -> str:
        """A named answer to the present step's run. Gives the id that its first composed words have."""
        named = self.facts.of(self.run.id).named
        revision = named[seat].revision + 1 if seat in named else 1
        named[seat] = NamedAnswer(revision, answer, ok_to_show)
        mine = f"{self.run.id}.{seat}."
        return next((name for name in self.given("clock").responses if name.startswith(mine)), "")

    def comes_out(self, *texts: str) -> list[str]:
        """A wave of anonymous texts of the present step's run. Gives their ids as responses."""
        released = self.facts.of(self.run.id).released
        first = len(released)
        released += [ReleasedAnswer(f"w{first + at}", {"text": text}) for at, text in enumerate(texts)]
        return [f"w{first + at}.text" for at in range(len(texts))]

    # --- what is there to see ----------------------------------------------------------------------

    @property
    def run(self) -> Run:
        """The run of the present step."""
        run = self.state.run_of_step(self.state.step)
        assert run is not None
        return run

    @property
    def tablet(self) -> FacilitatorView:
        return facilitator_view(self.state, self.facts, "en", self.now)

    @property
    def phones(self) -> ParticipantView:
        return participant_view(self.state, self.facts, "en")

    @property
    def wall(self) -> DisplayView:
        return display_view(self.state, self.facts, "en")

    def own(self, seat: str) -> OwnView:
        return own_view(self.state, self.facts, seat)
