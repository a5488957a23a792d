"""Which modules most of a group have been through."""

from facilitator.records.seen_before import Met, most_have_seen


def met(people: str, *modules: str) -> Met:
    return Met(frozenset(people.split()), frozenset(modules))


def test_a_module_that_more_than_half_of_those_who_came_lately_were_at_is_seen() -> None:
    sessions = [met("ana ben chris", "urge"), met("ana ben", "song"), met("ana", "bridge")]

    assert most_have_seen(sessions) == {"urge", "song"}


def test_half_is_not_most() -> None:
    assert most_have_seen([met("ana ben", "urge"), met("chris dee", "song")]) == frozenset()


def test_who_has_not_come_lately_does_not_count() -> None:
    lately = [met("ana ben", "now")] * 3
    long_ago = met("chris dee eli", "then")

    assert most_have_seen([*lately, long_ago]) == {"now"}


def test_an_early_session_of_somebody_who_still_comes_counts() -> None:
    lately = [met("ana", "now")] * 3

    assert most_have_seen([*lately, met("ana ben", "then")]) == {"now", "then"}


def test_without_names_nothing_is_known() -> None:
    assert most_have_seen([met("", "urge")]) == frozenset()
    assert most_have_seen([]) == frozenset()
