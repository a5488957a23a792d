"""What the audit log says of a live evening: who of the staff looked, and nothing of who answered."""

from collections import Counter

from facilitator.storage import audit_log
from facilitator.storage.audit_log import Wanted
from facilitator.storage.database import open_to_read
from tests.evening.cast import Tablet
from tests.evening.conftest import Evening


def told(evening: Evening) -> Counter[str]:
    """The deeds of this evening, read beside the running server. Deeds are written in their order: one more, waited
    for, shows that those before are there."""
    evening.tablet.ask("set_lock", locked=not evening.tablet.view["locked"])
    store = open_to_read(evening.server.data)
    with store.reading() as conn:
        assert audit_log.verify(conn).problem is None
        known = {f"live_session:{evening.live_session}"} | {
            f"seat:{row['seat']}" for row in evening.tablet.view["roster"]
        }
        entries = [entry for entry in audit_log.read(conn, Wanted(), most=1000) if entry.subject in known]
    store.close()
    assert {entry.actor.partition(":")[0] for entry in entries} == {"staff"}
    return Counter(entry.action for entry in entries)


def see_values(tablet: Tablet, name: str) -> None:
    tablet.ask("see_values", seat=tablet.seat_of(name)["seat"])


def test_a_cockpit_and_every_look_at_values_is_written_down(evening: Evening) -> None:
    evening.phones("Ana", "Ben")
    see_values(evening.tablet, "Ana")
    see_values(evening.tablet, "Ana")
    evening.tablet.come_back()
    evening.wall()
    evening.tablet.ask("remove_seat", seat=evening.tablet.seat_of("Ben")["seat"])

    found = told(evening)

    assert found["values_seen"] == 2
    assert found["cockpit_opened"] == 1, "a tablet that comes back has not been opened again"
    assert (found["wall_paired"], found["seat_removed"]) == (1, 1)


def test_a_flood_is_told_to_the_operator_and_names_nobody(evening: Evening) -> None:
    (ana,) = evening.phones("Ana")
    asked = [ana.send("call_staff", call=str(number)) for number in range(200)]
    outcomes = [ana.outcome(each) for each in asked]

    assert "slow_down" in outcomes
    (line,) = [line for line in evening.server.said.splitlines() if "turned away" in line]
    assert line.endswith("event='turned away' why='slow_down' where='socket.participant'")


def test_an_anonymous_answer_leaves_nothing_in_it(evening: Evening) -> None:
    phones = evening.phones("Ana", "Ben", "Chris", "Dee", "Eli")
    evening.tablet.begin()
    evening.tablet.goes_to("/where-it-starts")
    for phone in phones:
        phone.sees(lambda view: view["activity"] and view["activity"]["kind"] == "word_cloud")
    before = told(evening)
    for phone in phones:
        phone.answers({"words": ["jaw"]})
    evening.tablet.ask("close_activity", run=evening.tablet.run_here()["activity"]["run"])
    evening.tablet.sees(lambda view: view["runs"][0]["activity"]["phase"] == "closed")

    assert told(evening) == before
