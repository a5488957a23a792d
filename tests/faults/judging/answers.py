"""Acknowledged, so stored exactly once; not acknowledged, so the phone says so."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from tests.faults.history import Happened, History
from tests.faults.stored import Stored

K = 3
"""Fewer answers than this may be erased unseen at the close of a sealed run, and the log says so."""


def acknowledged_is_stored(history: History, stored: Stored) -> Iterator[str]:
    """Each answer that was acknowledged stands, or one that its writer gave in later."""
    yield from _named_missing(history, stored)
    yield from _sealed_missing(history, stored)


def stored_once(history: History, stored: Stored) -> Iterator[str]:
    """Nothing is there twice, and nothing that nobody gave in, or that was taken back."""
    yield from _named_inventions(history, stored)
    given = {each.text: each for each in history.all("gave") if each.text}
    for run, texts in stored.sealed.items():
        people: Counter[str] = Counter()
        for text, count in Counter(texts).items():
            if text not in given or given[text].run != run:
                yield f"{run} holds {text}, which nobody gave in"
                continue
            people[given[text].who] += count
        yield from (f"{run} holds {count} answers of {who}" for who, count in people.items() if count > 1)
        yield from _taken_back(history, run, {given[text].who: given[text] for text in texts if text in given})


def nothing_is_forgotten(history: History, _: Stored) -> Iterator[str]:
    """Whatever somebody gave in last is answered, or their phone says that it is not sent yet."""
    answered = {each.id for each in history.all("done", "refused")}
    waiting = {name for each in history.all("waits") for name in each.ids}
    newest = {(each.who, each.run): each for each in history.all("gave")}
    for give in newest.values():
        if give.id not in answered and give.id not in waiting:
            yield f"{give.who} gave {give.run} revision {give.revision}; nobody answered and the phone does not say so"


def all_is_well_in_the_end(history: History, _: Stored) -> Iterator[str]:
    """Once the fault is over everyone comes back and every question is answered, by itself."""
    for each in history.all("unsettled"):
        yield f"away: {each.away}, still asking: {each.waits}, elsewhere: {each.elsewhere}, still open: {each.open}"


def _acknowledged(history: History) -> dict[tuple[str, str], list[Happened]]:
    """(run, who) → what was acknowledged, oldest revision first."""
    done = {each.id for each in history.all("done")}
    found: dict[tuple[str, str], list[Happened]] = defaultdict(list)
    for give in history.all("gave"):
        if give.id in done:
            found[give.run, give.who].append(give)
    return {key: sorted(gives, key=lambda give: give.revision) for key, gives in found.items()}


def _named_missing(history: History, stored: Stored) -> Iterator[str]:
    kept = {(row.run, row.seat): row for row in stored.named}
    for (run, who), gives in _acknowledged(history).items():
        newest = gives[-1]
        if newest.promise != "named":
            continue
        row = kept.get((run, newest.seat))
        if row is None:
            yield f"{who} was told that {run} is stored; nothing is"
        elif row.revision < newest.revision:
            yield f"{who} was told that revision {newest.revision} of {run} is stored; {row.revision} is"


def _named_inventions(history: History, stored: Stored) -> Iterator[str]:
    given = {(each.run, each.seat, each.revision): each for each in history.all("gave") if each.promise == "named"}
    for row in stored.named:
        give = given.get((row.run, row.seat, row.revision))
        if give is None:
            yield f"{row.run} holds revision {row.revision} of {row.seat}, which nobody gave in"
        elif (give.do, give.text) != (row.did, row.text):
            yield f"{row.run} holds {row.did} {row.text} as what was given in as {give.do} {give.text}"
    places = Counter((row.run, row.seat) for row in stored.named)
    yield from (f"{run} holds {count} answers of {seat}" for (run, seat), count in places.items() if count > 1)


def _sealed_missing(history: History, stored: Stored) -> Iterator[str]:
    closed = {entry.body["run"]: entry.body["too_few"] for entry in stored.log if entry.type == "ActivityClosed"}
    given = {each.text: each for each in history.all("gave") if each.text}
    missing: dict[str, list[str]] = defaultdict(list)
    for (run, who), gives in _acknowledged(history).items():
        newest = gives[-1]
        if newest.promise != "anonymous" or newest.do != "answer" or run not in closed:
            continue
        theirs = [given[text] for text in stored.sealed[run] if text in given and given[text].who == who]
        if not theirs and not _may_have_gone_back(history, newest):
            missing[run].append(who)
        elif not theirs:
            continue
        elif max(give.revision for give in theirs) < newest.revision:
            yield f"{who} was told that revision {newest.revision} of {run} is in; an older one is stored"
    for run, people in missing.items():
        if not closed[run] or len(people) >= K:
            yield f"{', '.join(people)} were told that {run} has their answer; it is not stored"


def _may_have_gone_back(history: History, on: Happened) -> bool:
    """A later pass or withdrawal of theirs may have arrived, though no acknowledgement came back."""
    return any(
        give.who == on.who and give.run == on.run and give.do != "answer" and give.revision > on.revision
        for give in history.all("gave")
    )


def _taken_back(history: History, run: str, stands: dict[str, Happened]) -> Iterator[str]:
    acknowledged = _acknowledged(history)
    for who, give in stands.items():
        newest = acknowledged.get((run, who), [give])[-1]
        if newest.do != "answer" and newest.revision > give.revision:
            yield f"{run} holds revision {give.revision} of {who}, who took it back"
