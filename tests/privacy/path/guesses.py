"""The attackers of property 2: what each sees of one wave, and how it guesses whose words are whose."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from random import Random
from typing import Any


@dataclass
class Seen:
    """One wave. `seats` and `truth` are in the order in which people spoke; the truth is for the count alone."""

    seats: list[str]
    joined: list[str]
    truth: list[str]
    rows: list[tuple[str, str, int]] = field(default_factory=list)
    """(id, words, length of the locked value) in the order in which the store gives its rows."""
    more: dict[str, Any] = field(default_factory=dict)
    """words → what else stands with the answer."""
    tablet: list[str] = field(default_factory=list)
    cards: list[tuple[str, str]] = field(default_factory=list)
    store: bytes = b""
    wal: bytes = b""
    backup: bytes = b""
    bodies: dict[str, bytes] = field(default_factory=dict)
    lines: list[list[str]] = field(default_factory=list)
    """What was logged with each who spoke."""
    beats: list[tuple[Any, ...]] = field(default_factory=list)
    """After each who spoke: how many views were sent, the newest beat and version, and every count we keep."""
    tables: str = ""
    key_id: str = ""
    export: list[str] = field(default_factory=list)
    frames: list[int] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        return sorted(self.truth)


Guess = list[str]
Attack = Callable[[Seen], Guess]


def _filled(found: Sequence[str], seen: Seen) -> Guess:
    """These in this order, then by the alphabet whatever was not found."""
    known = [words for words in dict.fromkeys(found) if words in seen.truth]
    return known + [words for words in seen.words if words not in known]


def _by(rank: Callable[[tuple[str, str, int]], Any]) -> Attack:
    return lambda seen: _filled([row[1] for row in sorted(seen.rows, key=rank)], seen)


def by_rows(seen: Seen) -> Guess:
    return _filled([words for _, words, _ in seen.rows], seen)


def by_rows_backwards(seen: Seen) -> Guess:
    return by_rows(seen)[::-1]


by_ids = _by(lambda row: row[0])


def by_slots_of_the_seat(seen: Seen) -> Guess:
    """Ids in the order of the seats' own hashes."""
    ranks = sorted(range(len(seen.seats)), key=lambda at: sha256(seen.seats[at].encode()).hexdigest())
    found = by_ids(seen)
    return [found[ranks.index(at)] for at in range(len(ranks))]


def by_key_id(seen: Seen) -> Guess:
    """Ids made from the key's id and the seat."""
    ranks = sorted(range(len(seen.seats)), key=lambda at: sha256(f"{seen.key_id}{seen.seats[at]}".encode()).hexdigest())
    found = by_ids(seen)
    return [found[ranks.index(at)] for at in range(len(ranks))]


def by_joining(seen: Seen) -> Guess:
    """Rows in the order in which people came into the room."""
    found = by_rows(seen)
    order = sorted(seen.seats, key=seen.joined.index)
    return [found[order.index(seat)] for seat in seen.seats]


def _offsets(image: bytes, seen: Seen) -> Guess:
    where = {words: image.find(body) for words, body in seen.bodies.items()}
    return _filled(sorted((words for words in where if where[words] >= 0), key=lambda words: -where[words]), seen)


def by_place_in_file(seen: Seen) -> Guess:
    """SQLite fills a page from its end: what was written first lies last."""
    return _offsets(seen.store, seen)


def by_place_in_log(seen: Seen) -> Guess:
    return _offsets(seen.wal, seen)


def by_place_in_backup(seen: Seen) -> Guess:
    return _offsets(seen.backup, seen)


def by_waiting(seen: Seen) -> Guess:
    """The order of the cards on the tablet."""
    return _filled(seen.tablet, seen)


def by_card_ids(seen: Seen) -> Guess:
    return _filled([words for _, words in sorted(seen.cards)], seen)


def by_export(seen: Seen) -> Guess:
    return _filled(seen.export, seen)


def by_what_stands_beside(seen: Seen) -> Guess:
    """A time or number that was stored with the answer."""
    found = sorted(seen.words, key=lambda words: str(seen.more.get(words, "")))
    return _filled(found, seen)


def by_a_name_that_stands_beside(seen: Seen) -> Guess:
    """A seat's hash that was stored with the answer."""
    marks = {sha256(seat.encode()).hexdigest()[:8]: seat for seat in seen.seats}
    of_seat = {marks[str(mark)]: words for words, mark in seen.more.items() if str(mark) in marks}
    left = [words for words in seen.words if words not in of_seat.values()]
    return [of_seat[seat] if seat in of_seat else left.pop(0) for seat in seen.seats]


def by_lines(seen: Seen) -> Guess:
    """Words in what was logged while somebody spoke."""
    said = ["".join(lines) for lines in seen.lines]
    found = [next((words for words in seen.words if words in line), "") for line in said]
    left = [words for words in seen.words if words not in found]
    return [words or left.pop(0) for words in found]


def _by_measure(measures: list[float], seen: Seen) -> Guess:
    """Who made more of something move has the longer words."""
    longest = sorted(seen.words, key=lambda words: (len(words), words))
    ranks = sorted(range(len(measures)), key=lambda at: measures[at])
    return [longest[ranks.index(at)] for at in range(len(measures))]


def by_numbers_in_lines(seen: Seen) -> Guess:
    return _by_measure([sum(map(int, re.findall(r"\b\d{1,4}\b", "".join(one)))) for one in seen.lines], seen)


def by_counts(seen: Seen) -> Guess:
    """Metrics, beats, versions, numbers of views sent: what an answer made of them."""
    return _by_measure([float(sum(counts)) for counts in seen.beats], seen)


def by_frames(seen: Seen) -> Guess:
    """How long the files of staging are."""
    return _by_measure([float(size) for size in seen.frames], seen)


def by_lengths_at_rest(seen: Seen) -> Guess:
    """The longest locked value against who had the longest frame."""
    longest = [row[1] for row in sorted(seen.rows, key=lambda row: row[2])]
    ranks = sorted(range(len(seen.frames)), key=lambda at: seen.frames[at])
    found = _filled(longest, seen)
    return [found[ranks.index(at)] for at in range(len(ranks))]


def by_other_tables(seen: Seen) -> Guess:
    """Words anywhere else in the store (events, commands, audit, jottings), in the order in which they stand."""
    return _filled(sorted((w for w in seen.words if w in seen.tables), key=seen.tables.find), seen)


def by_known_shuffle(seen: Seen) -> Guess:
    places = list(range(len(seen.truth)))
    Random(0).shuffle(places)  # noqa: S311
    rows = by_waiting(seen)
    return [rows[places.index(at)] for at in range(len(rows))]


ATTACKS: dict[str, Attack] = {
    name.removeprefix("by_").replace("_", " "): attack
    for name, attack in list(globals().items())
    if name.startswith("by_")
}
