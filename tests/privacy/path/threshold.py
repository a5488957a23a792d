"""Property 6, *threshold and differencing*: no order of answers, comings, taps, ticks, kills, closes, asking again and
exports brings out what fewer than k people have said.

A model keeps, for every run, whose words stand and have not come out. After each step everything that can be seen
(tablet, wall, phones, the record) is compared with what could be seen before: whatever is new has to come from a wave
behind which at least k of those stand, and it has to be theirs to the last one.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Any

from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session.tablet_view import facilitator_view
from facilitator.live_session.views import display_view, participant_view
from tests.privacy.path.outcome import Outcome
from tests.privacy.path.room import STEPS, K, Room, room

PEOPLE = ("Ana", "Ben", "Chris", "Dee", "Eli", "Six", "Seven", "Eight")
STEPS_A_SEARCH = 80


class Search:
    """One evening, walked at random. `wrong` holds what came out too soon."""

    def __init__(self, here: Room, chance: Random) -> None:
        self.here, self.chance = here, chance
        self.standing: dict[str, dict[str, str | None]] = {}
        """run → seat → words (None: a pass) that stand and have not come out."""
        self.out: dict[str, set[str]] = {}
        self.spent: dict[str, set[str]] = {}
        self.tallies: dict[str, str] = {}
        self.wrong: list[str] = []
        self.words = self.revision = self.released = 0

    def walk(self) -> None:
        steps: list[Callable[[], None]] = [
            *([self.somebody_speaks] * 8), self.somebody_takes_back, self.somebody_goes, self.somebody_comes,
            self.time_goes, self.time_goes, self.time_goes, self.a_tap, self.a_tap, self.shows, self.killed,
        ]  # fmt: skip
        for _ in range(STEPS_A_SEARCH):
            with suppress(Refused):
                self.chance.choice(steps)()
            self.look()
        live_session = self.here.room.id
        record = self.here.ends() if self.here.conductor.rooms else self.here.record(live_session)
        self.in_the_record(record)

    # --- what happens -------------------------------------------------------------------------------------

    def somebody_speaks(self) -> None:
        name, passes = self.chance.choice(PEOPLE), self.chance.random() < 0.3
        run, kind = self.here.run_id, self.here.room.state.runs[self.here.run_id].kind
        self.words += 1
        self.revision += 1
        self.here.gives(name, None if passes else self.an_answer(kind, f"w{self.words}x"), self.revision)
        self.standing.setdefault(run, {})[self.here.seats[name]] = None if passes else f"w{self.words}x"

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
        name = self.chance.choice(PEOPLE)
        self.revision += 1
        self.here.gives(name, None, self.revision, "withdraw")
        self.standing.get(self.here.run_id, {}).pop(self.here.seats[name], None)

    def somebody_goes(self) -> None:
        self.here.room.facts.connected.discard(self.here.seats[self.chance.choice(PEOPLE)])

    def somebody_comes(self) -> None:
        self.here.room.facts.connected.add(self.here.seats[self.chance.choice(PEOPLE)])

    def time_goes(self) -> None:
        self.here.wait(self.chance.choice((1, 5, 5, 11)))

    def a_tap(self) -> None:
        state = self.here.room.state
        run, step = self.here.run_id, state.step or ""
        undo = state.last_tap.tap if state.last_tap else ""
        tap = self.chance.choice(
            [
                c.CloseActivity(run), c.ReopenActivity(run), c.AskAgain(step), c.AskAgain(step), c.MoreTime(run),
                c.AskAloud(run), c.ShowResult(run, "wall"), c.ShowResult(run, "phones"), c.HideResult(run, "wall"),
                c.GoToStep(step, f"b1/{self.chance.choice([*STEPS])}"), c.Undo(undo), c.Hold(), c.Resume(),
            ]
        )  # fmt: skip
        self.here.ask(tap)
        self.here.writer.step()

    def shows(self) -> None:
        state, facts = self.here.room.state, self.here.room.facts
        for card in facilitator_view(state, facts, "en", self.here.clock.now)["waiting"][-4:]:
            self.here.ask(c.ShowResponse(card["id"]))
            self.here.writer.step()
        self.here.ask(c.Reveal())
        self.here.writer.step()

    def killed(self) -> None:
        """`kill -9`, and up again over the same disk and the same folder in memory."""
        self.here = self.here.again()

    # --- what is seen -------------------------------------------------------------------------------------

    def look(self) -> None:
        state, facts = self.here.room.state, self.here.room.facts
        told: list[Any] = [facilitator_view(state, facts, "en", self.here.clock.now)]
        told += [display_view(state, facts, "en"), participant_view(state, facts, "en")]
        seen = json.dumps(told)
        tallies = {run["activity"]["run"]: json.dumps(run["tally"]) for run in told[0]["runs"]}
        tallies |= {each["run"]: json.dumps(each["tally"]) for view in told[1:] for each in view["shown"]}
        for run in state.runs.values():
            self.of_a_run(run.id, seen, tallies.get(run.id))
        self.nothing_else(seen)

    def of_a_run(self, run: str, seen: str, tally: str | None) -> None:
        standing, out = self.standing.get(run, {}), self.out.setdefault(run, set())
        new = {words for words in standing.values() if words and f'"{words}"' in seen}
        counts = self.here.room.facts.of(run).released
        moved = tally is not None and tally != self.tallies.get(run, "null")
        if moved and tally is not None:
            self.tallies[run] = tally
        fresh = len(counts) - len(out)
        if not new and fresh <= 0:
            self.check(not moved, f"the tally of {run} moved by itself")
            self.close_of(run)
            return
        told = {words for words in standing.values() if words}
        self.check(len(standing) >= K, f"{run}: {len(standing)} people's words came out")
        self.check(fresh == len(told), f"{run}: {fresh} came out of {len(told)} that stood")
        self.check(not self.spent.setdefault(run, set()) & set(standing), f"{run}: a seat came out twice")
        self.spent[run] |= set(standing)
        self.released += 1
        out |= told
        self.standing[run] = {}
        self.close_of(run)

    def close_of(self, run: str) -> None:
        """A wave of passes alone takes its slots as well; nobody sees it, and the log tells of it."""
        sealed = self.here.room.sealed.get(run)
        if sealed is None:
            self.standing.pop(run, None)
        elif not sealed._standing and self.standing.get(run) and all(w is None for w in self.standing[run].values()):
            self.spent.setdefault(run, set()).update(self.standing.pop(run))

    def nothing_else(self, seen: str) -> None:
        waits = {words for standing in self.standing.values() for words in standing.values() if words}
        self.check(not any(f'"{words}"' in seen for words in waits), "words were seen that had not come out")

    def in_the_record(self, record: str) -> None:
        out = {words for run in self.out.values() for words in run}
        told = {f"w{number}x" for number in range(1, self.words + 1) if f'"w{number}x"' in record}
        standing = [one for one in self.standing.values() if len(one) >= K]
        last = {words for one in standing for words in one.values() if words}
        self.check(told <= out | last, "the record tells what had not come out")

    def check(self, holds: bool, problem: str) -> None:
        if not holds:
            self.wrong.append(problem)


def run(searches: int, seed: int) -> Outcome:
    outcome = Outcome("6 threshold and differencing", seed)
    waves = said = 0
    for number in range(seed, seed + searches):
        found = search(number)
        waves, said = waves + found.released, said + found.words
        outcome.wrong += [f"seed {number}: {one}" for one in found.wrong[:2]]
    outcome.figures = {"evenings": searches, "steps": searches * STEPS_A_SEARCH, "waves that came out": waves}
    outcome.figures |= {"things said": said}
    outcome.wrong += [] if waves else ["nothing ever came out"]
    return outcome


def search(seed: int) -> Search:
    with room(seed) as here:
        here.group(PEOPLE)
        here.at(f"b1/{Random(seed).choice([*STEPS])}")  # noqa: S311
        found = Search(here, Random(seed))  # noqa: S311
        found.walk()
        return found
