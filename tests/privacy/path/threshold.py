"""Property 6, *threshold and differencing*: no order of answers, comings, taps, ticks, kills, closes, asking again,
calls and exports brings out what fewer than k people have said.

A model keeps, for every run, whose words stand and have not come out. After each step everything that can be seen
(tablet, wall, phones, tallies, now and then the record) is compared with what could be seen before: whatever is new
has to come from a wave behind which at least k of those stand, and it has to be theirs to the last one.
"""

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random

from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session.facts import Facts
from facilitator.live_session.state import LiveSession, Run
from facilitator.live_session.tablet_view import facilitator_view
from facilitator.live_session.views import display_view, participant_view, tally_of
from tests.privacy.path.outcome import Outcome
from tests.privacy.path.room import STEPS, K, Room, room

PEOPLE = ("Ana", "Ben", "Chris", "Dee", "Eli", "Six", "Seven", "Eight")
STEPS_A_SEARCH = 80


@dataclass
class OfRun:
    """What the model knows of one run."""

    standing: dict[str, str | None] = field(default_factory=dict)
    """Seat → words (None: a pass) that stand and have not come out."""
    spent: set[str] = field(default_factory=set)
    out: set[str] = field(default_factory=set)
    tally: object = None

    @property
    def told(self) -> set[str]:
        return {words for words in self.standing.values() if words}


class Search:
    """One evening, walked at random. `wrong` holds what came out too soon."""

    def __init__(self, here: Room, chance: Random) -> None:
        self.here, self.chance = here, chance
        self.runs: dict[str, OfRun] = {}
        self.wrong: list[str] = []
        self.words = self.revision = self.released = 0
        self.did: set[str] = set()

    def walk(self) -> None:
        steps = [
            *([self.somebody_speaks] * 9), self.somebody_takes_back, self.somebody_goes, self.somebody_comes,
            self.time_goes, self.time_goes, self.time_goes, self.a_tap, self.a_tap, self.shows, self.killed,
            self.killed_before_a_wave_is_written, self.power_cut, self.somebody_calls, self.exports,
            self.the_group_moves,
        ]  # fmt: skip
        self.look()
        for _ in range(STEPS_A_SEARCH):
            step = self.chance.choice(steps)
            with suppress(Refused):
                step()
                self.did.add(step.__name__)
            self.look()
        last = {words for one in self.runs.values() if len(one.standing) >= K for words in one.told}
        self.in_the_record(self.here.ends(), last)

    def of(self, run: str) -> OfRun:
        return self.runs.setdefault(run, OfRun())

    def here_and_now(self) -> Run:
        """The present step's run. Raises `Refused` if too few were here to open it."""
        run = self.here.room.state.run_of_step(self.here.room.state.step)
        if run is None:
            raise Refused("not_open", "Nothing is open here.")
        return run

    # --- what happens -------------------------------------------------------------------------------------

    def somebody_speaks(self) -> None:
        run, name, passes = self.here_and_now(), self.chance.choice(PEOPLE), self.chance.random() < 0.3
        self.words += 1
        self.revision += 1
        words = f"w{self.words}x"
        self.here.gives(name, None if passes else self.an_answer(run.kind, words), self.revision)
        self.of(run.id).standing[self.here.seats[name]] = None if passes else words

    def an_answer(self, kind: str, words: str) -> dict[str, object]:
        match kind:
            case "scale":
                return {"value": self.chance.randint(0, 10)}
            case "poll":
                return {"chosen": [self.chance.choice(("walk", "call", "wait"))]}
            case "word_cloud":
                return {"words": [words]}
            case "check_in":
                return {"values": {"craving": self.chance.randint(0, 10), "hope": words}}
            case _:
                return {"text": words}

    def somebody_takes_back(self) -> None:
        run, name = self.here_and_now(), self.chance.choice(PEOPLE)
        self.revision += 1
        self.here.gives(name, None, self.revision, "withdraw")
        self.of(run.id).standing.pop(self.here.seats[name], None)

    def somebody_goes(self) -> None:
        """One of them, or nearly all: a bus leaves."""
        gone = self.chance.sample(PEOPLE, self.chance.choice((1, 6)))
        self.here.room.facts.connected -= {self.here.seats[name] for name in gone}

    def somebody_comes(self) -> None:
        self.here.room.facts.connected |= set(
            self.chance.sample(list(self.here.seats.values()), self.chance.choice((1, 8)))
        )

    def time_goes(self) -> None:
        self.here.wait(self.chance.choice((1, 5, 5, 11)))

    def a_tap(self) -> None:
        state = self.here.room.state
        step, undo = state.step or "", state.last_tap.tap if state.last_tap else ""
        run = self.chance.choice([*state.runs])
        tap = self.chance.choice(
            [
                c.CloseActivity(run), c.ReopenActivity(run), c.AskAgain(step), c.AskAgain(step), c.MoreTime(run),
                c.AskAloud(run), c.ShowResult(run, "wall"), c.ShowResult(run, "phones"), c.HideResult(run, "wall"),
                c.Undo(undo), c.Hold(), c.Resume(), c.SetCover(self.chance.random() < 0.3),
            ]
        )  # fmt: skip
        self.tapped(tap)

    def the_group_moves(self) -> None:
        self.tapped(c.GoToStep(self.here.room.state.step or "", f"b1/{self.chance.choice([*STEPS])}"))

    def tapped(self, tap: c.Command) -> None:
        self.here.ask(tap)
        self.here.writer.step()

    def shows(self) -> None:
        for card in facilitator_view(*self.seen_with(), self.here.clock.now)["waiting"][-4:]:
            self.tapped(c.ShowResponse(card["id"]))
        self.tapped(c.Reveal())

    def somebody_calls(self) -> None:
        seat = self.here.seats[self.chance.choice(PEOPLE)]
        calls = list(self.here.room.state.calls)
        self.tapped(c.CallStaff(f"call{self.here._taps}", seat))
        if calls:
            self.tapped(c.SeeCall(self.chance.choice(calls)))
        self.tapped(c.AskTwoMinutes())

    def killed(self) -> None:
        """`kill -9`, and up again over the same disk and the same folder in memory."""
        self.here = self.here.again()

    def killed_before_a_wave_is_written(self) -> None:
        for _ in range(5):
            self.here.clock.now += 1000
            self.here.conductor.tick()
        self.killed()

    def power_cut(self) -> None:
        """The folder in memory is gone. What stood is lost, and nobody sends it again here."""
        for folder in self.here.staging.iterdir() if self.here.staging else []:
            shutil.rmtree(folder)
        self.killed()
        for one in self.runs.values():
            one.standing.clear()

    def exports(self) -> None:
        """While a session runs there is no record of it yet; if there were, it would be looked through."""
        try:
            self.in_the_record(self.here.record(self.here.room.id), set())
        except Refused as refused:
            self.check(refused.why == "not_over", f"an export was refused with {refused.why}")

    # --- what is seen -------------------------------------------------------------------------------------

    def seen_with(self) -> tuple[LiveSession, Facts, str]:
        return self.here.room.state, self.here.room.facts, "en"

    def look(self) -> None:
        state, facts, _ = with_ = self.seen_with()
        views = [facilitator_view(*with_, self.here.clock.now), display_view(*with_), participant_view(*with_)]
        seen = json.dumps(views)
        for run in state.runs.values():
            if run.id not in self.runs:
                self.check(len(self.here.room.present()) >= K, f"{run.id} opened with fewer than {K} people here")
            self.of_a_run(run, seen, tally_of(state, facts, run, "en"))
        waits = {words for one in self.runs.values() for words in one.told}
        self.check(not any(f'"{words}"' in seen for words in waits), "words were seen that had not come out")

    def of_a_run(self, run: Run, seen: str, tally: object) -> None:
        one = self.of(run.id)
        fresh = len(self.here.room.facts.of(run.id).released) - len(one.out)
        if fresh == 0 and not any(f'"{words}"' in seen for words in one.told):
            self.check(tally == one.tally, f"the tally of {run.id} moved by itself")
            self.nothing_came_out(run, one)
            return
        self.check(len(one.standing) >= K, f"{run.id}: {len(one.standing)} people's words came out")
        self.check(fresh == len(one.told), f"{run.id}: {fresh} came out of {len(one.told)} that stood")
        self.check(not one.spent & one.standing.keys(), f"{run.id}: a seat came out twice")
        if run.phase != "closed":
            silent = self.here.room.present() - one.spent - one.standing.keys()
            self.check(len(silent) >= K, f"{run.id}: a wave left {len(silent)} to hide")
        one.spent |= one.standing.keys()
        one.out |= one.told
        one.standing, one.tally = {}, tally
        self.released += 1

    def nothing_came_out(self, run: Run, one: OfRun) -> None:
        """A close erases too few; a wave of passes alone takes its slots as well, and nobody sees it."""
        sealed = self.here.room.sealed.get(run.id)
        if sealed is None:
            one.standing = {}
        elif one.standing and not one.told and not sealed._standing:
            one.spent |= one.standing.keys()
            one.standing = {}

    def in_the_record(self, record: str, more: set[str]) -> None:
        out = {words for one in self.runs.values() for words in one.out} | more
        told = {f"w{number}x" for number in range(1, self.words + 1) if f'"w{number}x"' in record}
        self.check(told <= out, "the record tells what had not come out")

    def check(self, holds: bool, problem: str) -> None:
        if not holds:
            self.wrong.append(problem)


def run(searches: int, seed: int) -> Outcome:
    outcome = Outcome("6 threshold and differencing", seed)
    found = [search(number) for number in range(seed, seed + searches)]
    for number, one in enumerate(found, seed):
        outcome.wrong += [f"seed {number}: {problem}" for problem in one.wrong[:2]]
    outcome.figures = {
        "evenings": searches,
        "steps": searches * STEPS_A_SEARCH,
        "kinds of step": len(set().union(*(one.did for one in found))),
        "runs": sum(len(one.runs) for one in found),
        "waves that came out": sum(one.released for one in found),
        "things said": sum(one.words for one in found),
    }
    outcome.wrong += [] if outcome.figures["waves that came out"] else ["nothing ever came out"]
    return outcome


def search(seed: int) -> Search:
    with room(seed) as here:
        here.group(PEOPLE)
        here.at(f"b1/{Random(seed).choice([*STEPS])}")  # noqa: S311
        found = Search(here, Random(seed))  # noqa: S311
        found.walk()
        return found


def caught(seed: int) -> list[str]:
    """For a planted leak: what the first search that finds something finds, of thirty."""
    return next((wrong for number in range(seed, seed + 30) if (wrong := search(number).wrong)), [])
