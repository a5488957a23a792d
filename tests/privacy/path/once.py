"""Property 5, *once*: sends, edits, passes, withdrawals, late copies, repeats, two phones of one person, kills and
writes that fail, all at once: in the store stands one answer for each seat, its newest, and in one row.

`Phones` keeps everything that was ever sent and sends it again when it likes, as a network does.
"""

from contextlib import suppress
from random import Random
from unittest.mock import patch

from facilitator.conducting.sealed_runs import SealedRuns
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.storage import sealed_answers
from tests.privacy.path.outcome import Outcome
from tests.privacy.path.room import K, Room, room

PEOPLE = ("Ana", "Ben", "Chris", "Dee", "Eli", "Six", "Seven", "Eight", "Nine")
SENDS = 120
ALLOWED = {"in_a_wave", "older_revision"}
Sent = tuple[str, str, int, str | None]
"""(who, what, revision, words)."""


class Killed(BaseException):
    """The process is gone."""


def run(evenings: int, seed: int) -> Outcome:
    outcome = Outcome("5 once", seed)
    sends = stored = 0
    for number in range(seed, seed + evenings):
        found, sent, rows = look(number)
        sends, stored = sends + sent, stored + rows
        outcome.wrong += [f"seed {number}: {one}" for one in found]
    outcome.wrong += [] if stored else ["nothing was ever stored"]
    outcome.figures = {"evenings": evenings, "sends": sends, "answers stored": stored}
    return outcome


def caught(seed: int) -> list[str]:
    return next((wrong for number in range(seed, seed + 12) if (wrong := look(number)[0])), [])


def look(seed: int) -> tuple[list[str], int, int]:
    """(What was wrong, how often something was sent, how many answers were stored)."""
    with room(seed) as here:
        here.group(PEOPLE)
        here.at("b1/words")
        phones = Phones(here, Random(seed))  # noqa: S311
        phones.an_evening()
        return phones.wrong, phones.sends, len(phones.stored())


class Phones:
    """Whoever answers, with what each has said last and whether a wave has taken it."""

    def __init__(self, here: Room, chance: Random) -> None:
        self.here, self.chance = here, chance
        self.run = here.run_id
        self.ever: list[Sent] = []
        self.standing: dict[str, tuple[int, str | None]] = {}
        self.gone: dict[str, str | None] = {}
        self.wrong: list[str] = []
        self.sends = 0

    def an_evening(self) -> None:
        for _ in range(SENDS):
            self.chance.choice([self.something_new] * 5 + [self.something_again] * 4 + [self.something_happens])()
        self.here.writer.step()
        self.here.seals()
        self.it_went_out(at_the_close=True)
        expected = sorted(words for words in self.gone.values() if words)
        if self.stored() != expected:
            self.wrong.append(f"{len(self.stored())} answers are stored where {len(expected)} stood, or others")

    def something_new(self) -> None:
        name = self.chance.choice(PEOPLE)
        do = self.chance.choice(("answer", "answer", "answer", "pass", "withdraw"))
        revision = max([sent[2] for sent in self.ever if sent[0] == name], default=0) + 1
        self.ever.append((name, do, revision, f"{name} {revision}" if do == "answer" else None))
        if self.chance.random() < 0.8:
            self.sent(self.ever[-1])

    def something_again(self) -> None:
        """A late copy, a repeat, or the first copy of what the network kept back."""
        if self.ever:
            self.sent(self.chance.choice(self.ever))

    def sent(self, one: Sent) -> None:
        name, do, revision, words = one
        self.sends += 1
        try:
            self.here.gives(name, {"text": words} if words else None, revision, do)
        except Refused as refused:
            if refused.why not in ALLOWED:
                self.wrong.append(f"a send was refused with {refused.why}")
            return
        newest = self.standing.get(name, (0, None))[0]
        if name in self.gone or revision < newest:
            self.wrong.append("a late copy was acknowledged")
        self.standing[name] = (revision, words if do == "answer" else "" if do == "pass" else None)

    def something_happens(self) -> None:
        match self.chance.choice(("tick", "kill", "kill before a wave", "kill after a wave", "reopen")):
            case "tick":
                self.here.wait(5)
            case "reopen":
                self.here.does(c.CloseActivity(self.run))
                self.here.wait(2)
                self.here.does(c.ReopenActivity(self.run))
            case what:
                self.killed(what)
        self.it_went_out(at_the_close=False)

    def killed(self, what: str) -> None:
        """At any moment; or when a wave was begun and is not in the store; or is in it, and nobody has noticed yet."""
        if what == "kill before a wave":
            for _ in range(5):
                self.here.conductor.tick()
        elif what == "kill after a wave":
            with patch.object(SealedRuns, "stored", side_effect=Killed), suppress(Killed):
                self.here.wait(5)
        self.here = self.here.again()

    def it_went_out(self, *, at_the_close: bool) -> None:
        """The model of a wave: everybody who stands is spent, if the sealed run says that nobody waits any more."""
        standing = {name: words for name, (_, words) in self.standing.items() if words is not None}
        sealed = self.here.room.sealed.get(self.run)
        waits = sealed is not None and sealed._standing
        if not standing or waits:
            return
        if not at_the_close or len(standing) >= K:
            self.gone.update(standing)
        for name in standing:
            del self.standing[name]

    def stored(self) -> list[str]:
        with self.here.store.reading() as conn:
            rows = sealed_answers.of_run(conn, self.here.room.id, self.run)
        return sorted(answer["text"] for _, answer in rows)
