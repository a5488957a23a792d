"""Property 6, *threshold and differencing*: no schedule brings out fewer than k people's answers at a time.

The search plays any order of saying, passing, taking back, coming, leaving, ticks, failed transactions, kills,
lost keys, closes and asking again, and looks at the main store after each of them, as an onlooker could.
"""

from collections import Counter
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from facilitator.errors import Refused
from facilitator.privacy.sealed import Said
from facilitator.privacy.sealing import SealedRun, Wave
from tests.privacy import leaks
from tests.privacy.evening import SEATS, SIZE, Store, in_process, seeded

NOT_TAKEN = {"in_a_wave", "sealed", "key_lost"}


class Schedule(RuleBasedStateMachine):
    """What the test knows for certain, beside what the sealing does."""

    make: type[SealedRun] = SealedRun
    met: ClassVar[Counter[str]] = Counter()
    """How often the search came to what it is about; a search that never does proves nothing."""

    @initialize(seed=st.integers(0, 2**32), k=st.integers(0, 5), present=st.integers(6, len(SEATS)))
    def opens(self, seed: int, k: int, present: int) -> None:
        self.seed, self.k, self.chance = seed, k, seeded(seed)
        self.here = set(SEATS[:present])
        self.store, self.reasons = Store(), set[str]()
        self._ask()

    def _ask(self) -> None:
        self.seed += 1
        self.staging = in_process(self.seed)
        self.run = self.make(self.staging, SIZE)
        self.saying: dict[str, Said] = {}
        self.out: set[str] = set()
        self.in_flight: tuple[Wave, set[str]] | None = None
        self.stored: list[str] = []
        self.over = False
        self.revision = 0
        self.seen = self.store.words()

    @rule(seat=st.sampled_from(SEATS), do=st.sampled_from(["answer", "answer", "pass", "withdraw"]))
    def says(self, seat: str, do: str) -> None:
        self._speaks(seat, do)

    @rule(
        seats=st.lists(st.sampled_from(SEATS), min_size=3, max_size=5, unique=True),
        do=st.sampled_from(["answer", "pass"]),
        then=st.sampled_from(["no tick", "a tick", "a tick that is stored"]),
    )
    def several_say(self, seats: list[str], do: str, then: str) -> None:
        for seat in seats:
            self._speaks(seat, do)
        if then != "no tick":
            self.tick()
        if then == "a tick that is stored" and self.in_flight is not None:
            self.is_stored()

    def _speaks(self, seat: str, do: str) -> None:
        self.revision += 1
        words = {"words": f"{self.seed} {seat} {self.revision}"} if do == "answer" else None
        self._says(seat, Said(do, self.revision, words))  # type: ignore[arg-type]

    def _says(self, seat: str, said: Said) -> None:
        try:
            self.run.say(seat, said)
            self.saying[seat] = said
        except Refused as refused:
            self.reasons.add(refused.why)

    @rule(seat=st.sampled_from(SEATS))
    def comes_or_goes(self, seat: str) -> None:
        self.here ^= {seat}

    @rule()
    def tick(self) -> None:
        before = self._standing()
        quiet = len(self.here) - len(before | self.out)
        due = min(len(before), quiet) >= self._crowd() and not (self.over or self.run.lost or self.in_flight)
        wave = self.run.wave(len(self.here), self.k, self.chance)
        assert (wave is not None) == due, "its moment depends on more than numbers"
        if wave is not None:
            assert len(self.here - before - self.out) >= self._crowd(), "the rest of the room could not hide any more"
            self._takes(wave, before)

    @precondition(lambda self: self.in_flight is not None)
    @rule()
    def is_stored(self) -> None:
        self._write()
        self.run.committed()

    @precondition(lambda self: self.in_flight is not None)
    @rule()
    def is_not_stored(self) -> None:
        self.run.undone()
        self.in_flight, self.over = None, False

    @rule(stored=st.booleans())
    def is_killed(self, stored: bool) -> None:
        """The process dies, perhaps right after the commit; the key outlives it."""
        if self.in_flight is not None:
            if stored:
                self._write()
            else:
                self.in_flight, self.over = None, False
        if not self.over:
            self.run = self.make(self.staging, SIZE, self.stored)

    @precondition(lambda self: not self.over)
    @rule()
    def loses_its_key(self) -> None:
        """A power cut. Phones that still hold the page send again."""
        self.in_flight = None
        self.seed += 1
        self.staging = in_process(self.seed)
        self.run = self.make(self.staging, SIZE, self.stored)
        self.met["lost"] += self.run.lost
        again, self.saying = self.saying, {}
        for seat, said in again.items():
            self._says(seat, said)

    @precondition(lambda self: not self.over)
    @rule()
    def closes(self) -> None:
        before = self._standing()
        close = self.run.close(self.k, self.chance)
        if close is None:
            assert self.in_flight is not None
            return
        self.over = True
        if self.staging.pending is not None:
            self._takes(close, before)
        else:
            assert close.answers == ()
            self.met["erased"] += close.too_few
            assert close.too_few == (0 < len(before) < self._crowd())
            assert len(before) < self._crowd()

    @precondition(lambda self: self.over and self.in_flight is None)
    @rule()
    def asks_again(self) -> None:
        self.run.destroy()
        self._ask()

    @invariant()
    def nothing_else_came_out(self) -> None:
        if hasattr(self, "store"):
            assert self.store.words() == self.seen
            assert self.reasons <= NOT_TAKEN

    def _crowd(self) -> int:
        return max(3, self.k)

    def _standing(self) -> set[str]:
        return {seat for seat, said in self.saying.items() if said.do != "withdraw"} - self.out

    def _takes(self, wave: Wave, people: set[str]) -> None:
        assert len(people) >= self._crowd(), "fewer than k people stand behind this release"
        said = sorted(self.saying[seat].answer["words"] for seat in people if self.saying[seat].do == "answer")
        assert sorted(row.answer["words"] for row in wave.answers) == said
        self.in_flight = wave, people
        self.met[type(wave).__name__] += 1

    def _write(self) -> None:
        assert self.in_flight is not None
        wave, people = self.in_flight
        self.store.write(wave)
        self.stored.append(wave.id)
        assert not people & self.out, "somebody is in two waves of one run"
        self.out |= people
        self.seen = sorted([*self.seen, *(row.answer["words"] for row in wave.answers)])
        self.in_flight = None

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()


def test_no_schedule_brings_out_fewer_than_k():
    Schedule.met.clear()
    _search(Schedule.make, 300)
    assert min(Schedule.met[what] for what in ("Wave", "Close", "erased", "lost")) > 30, Schedule.met


@pytest.mark.parametrize(
    "leak",
    [
        leaks.OneTooFew,
        leaks.NobodyLeftToHide,
        leaks.WaitsForAnAnswer,
        leaks.CountsWithdrawals,
        leaks.GoesOnWithoutItsKey,
        leaks.ForgetsWhoSpoke,
    ],
)
def test_the_search_catches(leak):
    with pytest.raises(AssertionError):
        _search(leak, 400)


def _search(make: type[SealedRun], examples: int) -> None:
    run_state_machine_as_test(
        type("Searched", (Schedule,), {"make": make}),
        settings=settings(
            max_examples=examples,
            stateful_step_count=40,
            phases=(Phase.generate,),
            derandomize=True,
            database=None,
            print_blob=False,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
