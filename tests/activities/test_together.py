"""What groups do together: kind words to everyone, an agreement of their own, a welcome."""

import json
from random import Random
from typing import Any

import pytest

from facilitator.activities.activity import Approved, Around
from facilitator.activities.agreement import LINES_MOST, Agreement
from facilitator.activities.appreciation import Appreciation
from facilitator.activities.kinds import find
from facilitator.activities.one_line import CHARACTERS_MOST
from facilitator.activities.welcome import Welcome
from facilitator.errors import Refused

appreciation, agreement, welcome = Appreciation(), Agreement(), Welcome()
KIND_WORDS = {"most": CHARACTERS_MOST, "promise": "anonymous"}


def room(*, seats: tuple[str, ...] = (), cards: tuple[Approved, ...] = (), earlier: tuple[Any, ...] = ()) -> Around:
    return Around(now=9_000, random=Random(1), seats=seats, cards=cards, step="b1/ours", earlier=earlier)  # noqa: S311


HERE = room(seats=("ana", "ben"))


def card(name: str, text: str) -> Approved:
    return Approved(name, "r1", "b1/ours", "text", text, {"text": text})


@pytest.mark.parametrize("name", ["appreciation", "agreement", "welcome"])
def test_the_longest_line_fits_its_frame(name: str, envelope_bytes: int) -> None:
    largest = find(name).check(KIND_WORDS, {"text": "😀" * CHARACTERS_MOST})

    assert len(json.dumps(largest, ensure_ascii=False).encode()) + envelope_bytes <= find(name).frame_bytes


def test_kind_words_have_a_beginning_in_the_language_of_their_module() -> None:
    spanish = appreciation.worded(KIND_WORDS, "es-MX")

    assert spanish["question"].startswith("¿Qué palabras amables")
    assert appreciation.Settings().load(spanish) == spanish
    assert appreciation.worded({**KIND_WORDS, "question": "Thanks?"}, "en")["question"] == "Thanks?"


def test_a_beginning_alone_is_no_kind_word_yet() -> None:
    settings = appreciation.worded(KIND_WORDS, "en")
    with pytest.raises(Refused, match="go on after these first words"):
        appreciation.check(settings, {"text": " Thank you all for "})

    assert appreciation.check(settings, {"text": "Thank you all for tea."})


def test_nobody_can_be_chosen_for_kind_words() -> None:
    assert list(appreciation.Answer().fields) == ["text"]
    assert set(appreciation.export(KIND_WORDS, {"text": "You waited."})) == {"text"}


def test_the_houses_words_stand_on_paper_in_both_languages_and_an_authors_as_they_are() -> None:
    ready = appreciation.paper(appreciation.worded(KIND_WORDS, "en"))
    own = appreciation.paper({**KIND_WORDS, "question": "Thanks?", "starters": ["Thanks for"]})

    assert "¿Qué palabras amables" in ready[0]
    assert "Thank you all for / Gracias a este grupo por" in ready[1]
    assert own == ["Thanks?", f"Thanks for {'_' * 40}"]


ASKED = {"most": 140, "promise": "named", "lines": {"l1": "We listen."}}


def leads(state: dict[str, Any], move: dict[str, Any], around: Around | None = None) -> dict[str, Any]:
    return agreement.lead(KIND_WORDS, state, move, around or room())


def test_an_agreement_is_asked_about_as_it_was_and_goes_on_being_arranged() -> None:
    offered = leads(agreement.initial(KIND_WORDS, room()), {"do": "write", "text": "We listen."})
    asked = agreement.initial(KIND_WORDS, room(earlier=(offered,)))
    later = leads(asked, {"do": "write", "text": "We come back."})

    assert "lines" not in agreement.asked(KIND_WORDS, offered)
    assert agreement.asked(KIND_WORDS, later)["lines"] == {"l1": "We listen."}
    assert [line["text"] for line in agreement.shared(KIND_WORDS, later, ())["lines"]] == [
        "We listen.",
        "We come back.",
    ]


def test_staff_may_ask_for_more_lines_before_they_ask_who_can_stand_by_it() -> None:
    offered = leads(agreement.initial(KIND_WORDS, room()), {"do": "write", "text": "We listen."})
    more = agreement.initial(KIND_WORDS, room(earlier=(leads(offered, {"do": "then", "round": "lines"}),)))

    assert "lines" not in agreement.asked(KIND_WORDS, more)
    assert agreement.shared(KIND_WORDS, more, ())["lines"]


def test_a_line_that_its_writer_took_back_leaves_the_agreement_and_its_place_is_free() -> None:
    shown = tuple(card(f"c{number}", f"Line {number}.") for number in range(LINES_MOST))
    full = agreement.initial(KIND_WORDS, room())
    for each in shown:
        full = leads(full, {"do": "add", "card": each.id}, room(cards=shown))
    with pytest.raises(Refused, match="hard to keep"):
        leads(full, {"do": "write", "text": "One more."}, room(cards=shown))

    left = room(cards=shown[1:])

    assert "Line 0." not in json.dumps(agreement.shared(KIND_WORDS, full, left.cards))
    assert len(leads(full, {"do": "write", "text": "One more."}, left)["lines"]) == LINES_MOST


def test_what_is_changed_is_no_longer_finished_and_nothing_is_finished_without_a_line() -> None:
    empty = agreement.initial(KIND_WORDS, room())
    with pytest.raises(Refused):
        leads(empty, {"do": "done"})
    done = leads(leads(empty, {"do": "write", "text": "We listen."}), {"do": "done"})

    assert done["done"]
    assert not leads(done, {"do": "write", "text": "We come back."})["done"]


def test_lines_that_are_there_from_the_start_are_said_in_the_language_of_each_screen() -> None:
    english, spanish = (
        {**KIND_WORDS, "begin_with": lines} for lines in (["We listen.", "Pass."], ["Escuchamos.", "Pase."])
    )
    state = leads(agreement.initial(english, room()), {"do": "write", "text": "We come back."})
    state = leads(state, {"do": "up", "line": "l2"})
    again = agreement.initial(english, room(earlier=(leads(state, {"do": "out", "line": "l1"}),)))

    assert [line["text"] for line in agreement.shared(spanish, state, ())["lines"]] == [
        "Pase.",
        "Escuchamos.",
        "We come back.",
    ]
    assert agreement.asked(spanish, again)["lines"] == {"l2": "Pase.", "l3": "We come back."}
    assert agreement.agreed(spanish, leads(again, {"do": "done"}), ()) == ["Pase.", "We come back."]


def test_a_translation_with_fewer_or_more_lines_leaves_those_of_the_group_as_they_are() -> None:
    english, spanish = ({**KIND_WORDS, "begin_with": lines} for lines in (["A.", "B."], ["Uno."]))
    more = {**KIND_WORDS, "begin_with": ["Uno.", "Dos.", "Tres."]}
    state = leads(agreement.initial(english, room()), {"do": "write", "text": "Ours."})

    assert [line["text"] for line in agreement.shared(spanish, state, ())["lines"]] == ["Uno.", "B.", "Ours."]
    assert [line["text"] for line in agreement.shared(more, state, ())["lines"]] == ["Uno.", "Dos.", "Ours."]


def test_a_line_moves_by_one_and_not_past_the_ends() -> None:
    state = agreement.initial({**KIND_WORDS, "begin_with": ["A.", "B.", "C."]}, room())
    moved = [leads(state, {"do": way, "line": line}) for way, line in (("up", "l3"), ("up", "l1"), ("down", "l3"))]

    assert ["".join(line["id"] for line in each["lines"]) for each in moved] == ["l1l3l2", "l1l2l3", "l1l2l3"]


@pytest.mark.parametrize("promise", ["named", "anonymous"])
def test_below_ten_nobody_can_count_who_would_like_to_talk(promise: str) -> None:
    said = [{"stands": "stand_by_it"}] * 8 + [{"stands": "talk_about_it"}]
    tally = agreement.tally({**ASKED, "promise": promise}, said)

    assert tally == {"words": {"stand_by_it": "most", "talk_about_it": "fewer"}}
    assert agreement.tally({**ASKED, "promise": promise}, said[-5:]) == {"too_few": True}


def test_whoever_would_like_to_talk_about_it_asks_for_group_time() -> None:
    assert agreement.asks(ASKED, {"stands": "talk_about_it"}) == {"group_time"}
    assert agreement.asks(ASKED, {"stands": "stand_by_it"}) == set()


def test_the_record_says_in_words_how_each_stands_to_it() -> None:
    assert agreement.export(ASKED, {"stands": "stand_by_it"}) == {"stands": "can stand by it", "text": None}
    assert agreement.export(KIND_WORDS, {"text": "We listen."}) == {"stands": None, "text": "We listen."}


def test_the_finished_agreement_is_printed_with_its_lines() -> None:
    paper = agreement.paper({**ASKED, "question": "Our agreement"})

    assert paper[:2] == ["Our agreement", "• We listen."]
    assert "stand by this" in paper[2]


def test_who_is_new_can_take_their_name_off_the_wall_at_once_and_staff_alone_cannot_put_it_there() -> None:
    state = welcome.lead(KIND_WORDS, welcome.initial(KIND_WORDS, HERE), {"do": "new", "seat": "ana"}, HERE)
    with pytest.raises(Refused):
        welcome.lead(KIND_WORDS, state, {"do": "show_name", "seat": "ana"}, HERE)
    said = welcome.act(KIND_WORDS, state, "ana", {"do": "name", "name": "Ana"}, HERE)
    assert welcome.shared(KIND_WORDS, said, ())["names"] == []
    shown = welcome.lead(KIND_WORDS, said, {"do": "show_name", "seat": "ana"}, HERE)
    assert welcome.shared(KIND_WORDS, shown, ())["names"] == ["Ana"]

    after = welcome.act(KIND_WORDS, shown, "ana", {"do": "no_name"}, HERE)

    assert welcome.shared(KIND_WORDS, after, ())["names"] == []


def test_another_name_is_looked_at_by_staff_again() -> None:
    state = welcome.lead(KIND_WORDS, welcome.initial(KIND_WORDS, HERE), {"do": "new", "seat": "ana"}, HERE)
    for name in ("Ana", "Boss"):
        state = welcome.act(KIND_WORDS, state, "ana", {"do": "name", "name": name}, HERE)
        state = welcome.lead(KIND_WORDS, state, {"do": "show_name", "seat": "ana"}, HERE) if name == "Ana" else state

    assert welcome.shared(KIND_WORDS, state, ())["names"] == []


def test_whoever_is_no_longer_new_is_no_longer_named() -> None:
    state = {"step": "b1/ours", "new": ["ana"], "names": {"ana": "Ana"}, "on_wall": ["ana"]}
    after = welcome.lead(KIND_WORDS, state, {"do": "not_new", "seat": "ana"}, HERE)

    assert after == {"step": "b1/ours", "new": [], "names": {}, "on_wall": []}


def test_a_break_has_the_words_of_its_language_and_an_author_may_do_without_ideas() -> None:
    spanish = find("break_").worded({"minutes": 5, "ideas": []}, "es")

    assert spanish["line"] == "Este tiempo es suyo."
    assert spanish["ideas"] == []
    assert find("break_").paper(spanish)[1:] == ["5 min"]
