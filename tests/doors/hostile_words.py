"""What a hostile group says over its sockets: answers of any kind, moves, pictures, and what staff do with all that.

No kind is named: what is said is what its examples say, with other words in it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from facilitator.activities.activity import ActivityKind
from facilitator.activities.kinds import find
from facilitator.errors import Refused
from tests.doors.strings import Hostile
from tests.doors.writing import SIZES, examples_of, hostile_answer, texts_of, twisted, with_text
from tests.evening.cast import Phone, Refusal, Tablet

RUNGS = ("group", "record", "elsewhere")
AN_EXAMPLES_SEAT = re.compile(r"seat-[a-z]+")
AN_EXAMPLES_CARD = re.compile(r"r\d+\..*")


@dataclass
class HostileWords:
    """`done` counts what came in, and what was turned away."""

    tablet: Tablet
    phones: list[Phone]
    hostile: Hostile
    done: Counter[str]
    _seats: dict[str, str] = field(default_factory=dict)

    # --- answers ---

    def answers(self, run: dict[str, Any]) -> None:
        """Everybody answers, one of them through staff; then somebody sends what is no answer."""
        kind = find(run["kind"])
        if run["promise"] not in ("named", "anonymous"):
            return
        given = self._given(kind, run["settings"])
        asked = []
        for phone, answer in zip(self.phones, given, strict=False):
            asked.append((phone, phone.says_without_waiting("answer", answer, run=run["run"], ok_to_show=True)))
        outcomes = [(phone, phone.outcome(message)) for phone, message in asked]
        self.done["answers"] += sum(outcome == "done" for _, outcome in outcomes)
        if run["promise"] == "named":
            self._staff_enter(run, given)
            self._let_the_group_see(kind, run)
        self._what_is_no_answer(kind, run)

    def _given(self, kind: ActivityKind, settings: dict[str, Any]) -> Iterator[Any]:
        """Answers of its examples that fit here, over and over, each time with other words."""
        answers = [answer for example in examples_of(kind) for answer in example["answers"]]
        fit = True
        while answers and fit:
            fit = False
            for answer in answers:
                with suppress(Refused):
                    yield hostile_answer(kind, settings, answer, self.hostile)
                    fit = True

    def _staff_enter(self, run: dict[str, Any], given: Iterator[Any]) -> None:
        answer = next(given, None)
        if answer is None:
            return
        say = {"do": "answer", "revision": 1, "answer": answer, "ok_to_show": True}
        seat = next(row["seat"] for row in self.tablet.view["roster"] if row["phone"] == "none")
        with suppress(Refusal):
            self.tablet.ask("enter_answer", seat=seat, run=run["run"], say=say)
            self.done["answers entered by staff"] += 1

    def _let_the_group_see(self, kind: ActivityKind, run: dict[str, Any]) -> None:
        """Whoever made a picture lets it go as far as the group, the record, or elsewhere."""
        if not kind.makes_pieces:
            return
        for number, phone in enumerate(self.phones):
            own = phone.wait("own", lambda own: any(each["run"] == run["run"] for each in own["answers"]))
            for piece in own["pieces"]:
                if piece["run"] == run["run"]:
                    phone.ask("step_piece", run=run["run"], part=piece["part"], rung=RUNGS[number % len(RUNGS)])
                    self.done["pictures let out"] += 1

    def _what_is_no_answer(self, kind: ActivityKind, run: dict[str, Any]) -> None:
        """Hostile where only known words may stand: inks, keys, names of fields. It is turned away."""
        answers = [answer for example in examples_of(kind) for answer in example["answers"]][:2]
        for answer in answers:
            for tried in twisted(answer, self.hostile):
                with suppress(Refused):
                    kind.check(run["settings"], tried)
                    continue
                outcome = self.phones[0].outcome(
                    self.phones[0].says_without_waiting("answer", tried, run=run["run"], ok_to_show=True)
                )
                self.done["no answers, turned away" if outcome != "done" else "no answers, taken"] += 1

    # --- what staff do with them ---

    def into_the_tray(self) -> None:
        """Every card that may be shown; every third as an edited copy, which is hostile too."""
        waiting = [card for card in self.tablet.view["waiting"] if card["where"] == "waiting" and card["may_show"]]
        for number, card in enumerate(waiting):
            copy = {} if number % 3 else {"text": self.hostile.filling(300)}
            with suppress(Refusal):
                self.tablet.ask("show_response", response=card["id"], **copy)
                self.done["cards shown"] += 1

    def reveals(self) -> None:
        if any(card["where"] == "tray" for card in self.tablet.view["waiting"]):
            self.tablet.ask("reveal")

    # --- kinds that live ---

    def moves(self, run: dict[str, Any], *, closed: bool = False) -> None:
        """Whatever its examples move, with the seats and cards that are here and with words that are hostile."""
        for example in examples_of(find(run["kind"])):
            for move in example["living"].get("moves", []):
                # Once it is closed only staff go on, with what was shown.
                if not closed or "lead" in move:
                    self._moved(run, self._as_it_is_here(run, move))

    def _as_it_is_here(self, run: dict[str, Any], move: Any) -> Any:
        seats = [self._seat_of(phone) for phone in self.phones]
        cards = [card["id"] for card in self.tablet.view["waiting"] if card["run"] == run["run"]]
        for place in texts_of(move):
            text = _at(move, place)
            if AN_EXAMPLES_SEAT.fullmatch(text):
                self._seats.setdefault(text, seats[len(self._seats) % len(seats)])
                move = with_text(move, place, self._seats[text])
            elif AN_EXAMPLES_CARD.fullmatch(text) and cards:
                move = with_text(move, place, cards[sum(map(ord, text)) % len(cards)])
        return move

    def _moved(self, run: dict[str, Any], move: dict[str, Any]) -> None:
        """With something hostile in each of its texts in turn; where none of that is taken, as it is."""
        said = move.get("move", move.get("lead"))
        tries = (with_text(said, place, self.hostile.of(size)) for place in texts_of(said) for size in SIZES[2:])
        for tried in (*tries, said):
            with suppress(Refusal):
                if "lead" in move:
                    self.tablet.ask("lead", run=run["run"], move=tried)
                else:
                    self._phone_of(move["seat"]).ask("move", run=run["run"], move=tried)
                self.done["moves" if tried is said else "moves with hostile words"] += 1
                return
        self.done["moves, turned away"] += 1

    def _phone_of(self, seat: str) -> Phone:
        return next(phone for phone in self.phones if self._seat_of(phone) == seat)

    @staticmethod
    def _seat_of(phone: Phone) -> str:
        return str(phone.wait("own", lambda own: True)["seat"])


def _at(value: Any, place: tuple[Any, ...]) -> str:
    for part in place:
        value = value[part]
    return str(value)
