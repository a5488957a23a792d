"""Property 9, *immutable promise*: from its opening on, no order of commands changes what a run has promised.

Commands are drawn from everything that a tablet may send; the promise is read from the session, from the view of
tablet and phone, and from the log replayed.
"""

from contextlib import suppress
from random import Random

from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session.commands import Command
from facilitator.live_session.engine import replay
from facilitator.live_session.tablet_view import facilitator_view
from facilitator.live_session.views import participant_view
from facilitator.storage import event_log
from tests.privacy.path.outcome import Outcome
from tests.privacy.path.room import STEPS, Room, room

PEOPLE = ("Ana", "Ben", "Chris", "Dee")


def run(commands: int, seed: int) -> Outcome:
    outcome = Outcome("9 immutable promise", seed)
    done = runs = 0
    while done < commands:
        seed += 1
        found, took, opened = tap_about(seed, min(150, commands))
        done, runs = done + took, runs + opened
        outcome.wrong += [f"seed {seed}: {one}" for one in found]
    outcome.figures = {"commands tried": done, "runs": runs}
    return outcome


def tap_about(seed: int, taps: int) -> tuple[list[str], int, int]:
    chance, found = Random(seed), set[str]()  # noqa: S311
    with room(seed) as here:
        here.group(PEOPLE)
        here.at("b1/words")
        first: dict[str, str | None] = {}
        for _ in range(taps):
            with suppress(Refused):
                here.ask(_any_tap(here, chance))
            here.writer.step()
            here.wait(chance.choice((0, 1, 12)))
            for run_, promise in _promised(here):
                if first.setdefault(run_, promise) != promise:
                    found.add(f"{run_} was {first[run_]} and is {promise}")
        found |= {f"{run_} was opened {promise}" for run_, promise in first.items() if promise != "anonymous"}
    return sorted(found), taps, len(first)


def _any_tap(here: Room, chance: Random) -> Command:
    state = here.room.state
    run_, step = chance.choice([*state.runs, "r9"]), state.step or ""
    there = f"b1/{chance.choice([*STEPS, 'arrive'])}"
    undo = state.last_tap.tap if state.last_tap else ""
    return chance.choice(
        [
            c.CloseActivity(run_), c.ReopenActivity(run_), c.ReopenActivity(run_), c.AskAgain(step), c.MoreTime(run_),
            c.AskAloud(run_), c.ShowResult(run_, "wall"), c.HideResult(run_, "wall"), c.Undo(undo),
            c.GoToStep(step, there), c.NextStep(step), c.BackStep(step), c.Hold(), c.Resume(),
            c.SetPhones("down"), c.SetPhones("up"), c.SetCover(chance.random() < 0.5),
        ]
    )  # fmt: skip


def _promised(here: Room) -> list[tuple[str, str | None]]:
    state, facts = here.room.state, here.room.facts
    told = [(each.id, each.promise) for each in (*state.runs.values(), *here.room.ahead.runs.values())]
    tablet = facilitator_view(state, facts, "en", here.clock.now)["runs"]
    told += [(each["activity"]["run"], each["activity"]["promise"]) for each in tablet]
    phone = participant_view(state, facts, "en")
    told += [(each["run"], each["promise"]) for each in (phone["activity"], phone["lingering"]) if each]
    with here.store.reading() as conn:
        log = event_log.read(conn, here.room.id)
    return told + [(each.id, each.promise) for each in replay(here.room.id, log).runs.values()]
