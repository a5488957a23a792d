"""What staff see of the curriculum: cards, each module as it will run, and its forms on paper."""

from pathlib import Path

import pytest

from facilitator.curriculum.library import Library
from facilitator.house import House
from facilitator.web.cards import all_cards, by_discipline
from tests.web.conftest import CHECK_IN, URGE, Browser


def test_every_module_has_a_card_with_what_it_asks_of_people(okoye: Browser, shipped: Library) -> None:
    page = okoye.opens("/staff/library").text

    cards = all_cards(shipped.snapshot())
    assert len(cards) >= 8
    for card in cards:
        assert card.title in page.replace("&#39;", "'")
    assert "with no name" in page


def test_the_cards_are_sorted_out_by_discipline(shipped: Library) -> None:
    cards = all_cards(shipped.snapshot())

    assert sum(len(found) for found in by_discipline(cards).values()) == len(cards)


def test_the_library_as_json_is_what_the_tablet_expects(okoye: Browser) -> None:
    (urge,) = [entry for entry in okoye.opens("/staff/library.json").json if entry["ref"] == URGE]

    assert set(urge) == {"ref", "title", "track", "discipline", "minutes", "summary", "language"}
    assert (urge["discipline"], urge["minutes"], urge["language"]) == ("education", 45, ["en", "es"])


def test_a_module_shows_its_notes_and_what_the_group_sees(okoye: Browser, shipped: Library) -> None:
    page = okoye.opens(f"/staff/library/{URGE}").text

    assert "An urge is like a wave." in page
    assert a_note(shipped) in page
    assert "With no name" in page


def a_note(shipped: Library) -> str:
    """Some words that only staff read."""
    module = shipped.snapshot().module(URGE)
    assert module is not None
    spans = [span for step in module.steps for block in step.notes for span in block.get("spans", [])]
    plain = [span["text"] for span in spans if span["type"] == "text"]
    return max((text for text in plain if not set(text) & set("'\"&<>")), key=len)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_module_is_shown_in_each_of_its_languages(okoye: Browser, language: str) -> None:
    assert f'lang="{language}"' in okoye.opens(f"/staff/library/{URGE}?language={language}").text


def test_the_sheet_for_people_holds_nothing_that_is_for_staff(okoye: Browser, shipped: Library) -> None:
    sheet = okoye.opens(f"/staff/library/{URGE}/print?for=group").text

    assert "Where in your body does a small urge show up first?" in sheet
    assert "No name on this, please." in sheet
    assert a_note(shipped) not in sheet


def test_every_module_we_ship_can_be_printed(okoye: Browser, shipped: Library) -> None:
    for card in all_cards(shipped.snapshot()):
        for form in ("", "?for=group", "?for=group&language=es"):
            assert okoye.opens(f"/staff/library/{card.ref}/print{form}").status_code == 200, card.ref


def test_problems_of_the_curriculum_are_shown_where_staff_begin(
    okoye: Browser, tmp_path: Path, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "curricula" / "ours"
    folder.mkdir(parents=True)
    (folder / "01-broken.md").write_text("---\ntitle: Broken\n---\n")
    monkeypatch.setattr(house, "library", Library(folder.parent))

    page = okoye.opens("/staff/").text

    assert "to mend in the curriculum files" in page
    assert "01-broken.md" in page


def test_a_module_is_found_by_words_and_by_length(okoye: Browser) -> None:
    page = okoye.opens("/staff/library?words=wave&length=long").text

    assert "Riding out an urge" in page
    assert "<h3><a" in page
    assert "Check-in</a></h3>" not in page


def test_the_modules_of_one_track_are_found_by_its_name(okoye: Browser, shipped: Library) -> None:
    curricula = shipped.snapshot().curricula
    assert len(curricula) > 1

    page = okoye.opens("/staff/library?track=Family evening").text

    assert 'href="/staff/library/family-evening/01-what-is-happening"' in page
    assert f"/staff/library/{URGE}" not in page
    for curriculum in curricula.values():
        assert f'<option value="{curriculum.title}"' in page


def test_when_nothing_fits_the_page_says_what_to_do(okoye: Browser) -> None:
    assert "Take one of the choices back." in okoye.opens("/staff/library?words=zeppelin").text


def test_what_most_of_a_group_have_seen_can_be_left_out(okoye: Browser, record: str) -> None:
    marked = okoye.opens("/staff/library?group=thursday").text
    assert marked.count("most of this group have seen it") == 1

    left_out = okoye.opens("/staff/library?group=thursday&unseen=1").text

    assert f"/staff/library/{CHECK_IN}" in marked
    assert f"/staff/library/{CHECK_IN}" not in left_out
    assert f"/staff/library/{URGE}" in left_out


def test_nobody_learns_what_another_therapists_group_has_seen(okoye: Browser, mallory: Browser, record: str) -> None:
    page = mallory.opens("/staff/library?group=thursday&unseen=1").text

    assert "Thursday evening" not in page
    assert f"/staff/library/{CHECK_IN}" in page


def test_a_preview_keeps_the_answers_in_the_order_of_the_module(okoye: Browser) -> None:
    page = okoye.opens("/staff/library/iop-foundations/03-halt/preview/phone/4").text

    assert page.index('"hungry":') < page.index('"angry":') < page.index('"in_pain":')


def test_a_step_can_be_seen_as_each_screen_shows_it(okoye: Browser) -> None:
    for screen, style in (("phone", "participant"), ("tablet", "facilitator"), ("room", "display")):
        page = okoye.opens(f"/staff/library/{URGE}/preview/{screen}/2")
        assert page.status_code == 200
        assert f"/static/{style}-" in page.text


@pytest.mark.parametrize("place", ["phone/0", "phone/99", "fridge/1"])
def test_a_step_that_is_not_there_has_no_preview(okoye: Browser, place: str) -> None:
    assert okoye.opens(f"/staff/library/{URGE}/preview/{place}").status_code == 404


def test_a_preview_of_a_phone_holds_nothing_that_is_for_staff(okoye: Browser, shipped: Library) -> None:
    note = a_note(shipped)
    steps = shipped.snapshot().module(URGE)
    assert steps is not None
    for number in range(1, len(steps.steps) + 1):
        for screen in ("phone", "room"):
            assert note not in okoye.opens(f"/staff/library/{URGE}/preview/{screen}/{number}").text


def test_a_preview_of_the_tablet_has_the_notes_and_what_an_answer_is(okoye: Browser, shipped: Library) -> None:
    """A quiz holds its answers back from phones and wall until staff show them."""
    module = shipped.snapshot().module("iop-foundations/23-overdose-and-naloxone")
    assert module is not None
    number = next(at for at, step in enumerate(module.steps, 1) if step.activity and step.activity.kind == "quiz")
    told = {
        screen: okoye.opens(f"/staff/library/{module.ref}/preview/{screen}/{number}").text
        for screen in ("phone", "tablet", "room")
    }

    assert '"right"' in told["tablet"]
    assert "Two helpers?" in told["tablet"]
    for screen in ("phone", "room"):
        assert '"right"' not in told[screen]
        assert "Two helpers?" not in told[screen]
