"""Who is here, as the tablet's roster shows it. It never says who answered an anonymous activity. Pure.

A roster is drawn with every tap and every answer, and most of them change nothing in it: it is drawn anew only when
something that it is drawn from has changed.
"""

from dataclasses import dataclass, field

from facilitator.activities.kinds import find
from facilitator.live_session.differing import differ
from facilitator.live_session.facts import Facts, NamedAnswer
from facilitator.live_session.shapes import RosterShape
from facilitator.live_session.state import LiveSession, Run, Seat
from facilitator.live_session.texts import asked_in


@dataclass
class Drawn:
    """The last roster, and copies of what it was drawn from."""

    rows: list[RosterShape] = field(default_factory=list)
    state: LiveSession | None = None
    names: dict[str, str] = field(default_factory=dict)
    connected: set[str] = field(default_factory=set)
    named: dict[str, dict[str, NamedAnswer]] = field(default_factory=dict)


def roster(state: LiveSession, facts: Facts) -> list[RosterShape]:
    """One row for each seat, in the order in which they were taken. Not to be changed by whoever gets it."""
    known = facts.roster if isinstance(facts.roster, Drawn) else Drawn()
    anew = _differing(known, state, facts)
    if anew:
        here, named = _named_here(state), _named_runs(state)
        stay = {each["seat"]: each for each in known.rows if each["seat"] not in anew}
        rows = [stay.get(seat.id) or row(state, facts, seat, here, named) for seat in state.seats.values()]
        answers = {run.id: dict(facts.of(run.id).named) for run in named}
        facts.roster = known = Drawn(rows, state, dict(facts.names), set(facts.connected), answers)
    return known.rows


def _differing(known: Drawn, state: LiveSession, facts: Facts) -> set[str]:
    """The seats whose row can look different now."""
    before = known.state
    still = (
        before is not None
        and before.seats is state.seats
        and before.two_minutes is state.two_minutes
        and before.agreement == state.agreement
        and before.heard == state.heard
        and _named_here(before) is _named_here(state)
        and known.named.keys() == {run.id for run in _named_runs(state)}
    )
    if not still:
        return set(state.seats)
    differing = (known.connected ^ facts.connected) | differ(known.names, facts.names)
    for run, named in known.named.items():
        differing |= differ(named, facts.of(run).named)
    return differing


def _named_here(state: LiveSession) -> Run | None:
    run = state.run_of_step(state.step)
    return run if run is not None and run.promise == "named" else None


def _named_runs(state: LiveSession) -> list[Run]:
    return [run for run in state.runs.values() if run.promise == "named"]


def row(state: LiveSession, facts: Facts, seat: Seat, here: Run | None, named: list[Run]) -> RosterShape:
    """`here`: the present step's run, if it is named; `named`: every named run."""
    return RosterShape(
        seat=seat.id,
        name=facts.names.get(seat.id, ""),
        admission=seat.admission,
        phone="connected" if seat.id in facts.connected else ("gone" if seat.has_phone else "none"),
        minutes=seat.now,
        since=seat.minutes[-1][1] if seat.minutes else None,
        asks=sorted(asks_of(state, facts, seat.id, named)),
        answered={here.id: seat.id in facts.of(here.id).named} if here is not None else None,
        accepted=seat.accepted == state.agreement or not state.agreement,
        here=in_the_room(seat, facts),
        heard=seat.id in state.heard if state.heard else None,
    )


def asks_of(state: LiveSession, facts: Facts, seat: str, named: list[Run]) -> set[str]:
    """What this person has asked of staff today: by named answers, and to two minutes after group."""
    asks: set[str] = set()
    for run in named:
        said = facts.of(run.id).named.get(seat)
        if said is not None and said.answer is not None:
            asks |= find(run.kind).asks(asked_in(facts, state, run, facts.languages[0]), said.answer)
    if state.two_minutes is not None and state.two_minutes.said.get(seat):
        asks.add("two_minutes")
    return asks


@dataclass
class _Expected:
    """Who is expected, as long as the seats are these."""

    seats: object
    expected: frozenset[str]


def expected_seats(state: LiveSession, facts: Facts) -> frozenset[str]:
    """Admitted seats that staff have not noted as out or away. Asked at every tap, so looked for once for the seats."""
    known = facts.expected
    if not isinstance(known, _Expected) or known.seats is not state.seats:
        expected = frozenset(seat.id for seat in state.admitted() if seat.now not in ("out", "away"))
        facts.expected = known = _Expected(state.seats, expected)
    return known.expected


def present_seats(state: LiveSession, facts: Facts) -> frozenset[str]:
    """Admitted seats with a connected phone that staff have not noted as out or away."""
    return expected_seats(state, facts) & facts.connected


def in_the_room(seat: Seat, facts: Facts) -> bool:
    """A phone that sleeps, and nobody's phone, take no one out of the room; what staff said comes first."""
    if seat.admission != "admitted" or seat.now in ("out", "away"):
        return False
    return seat.now == "in" or seat.id in facts.connected or not seat.has_phone
