"""Who may see a text. A slip here would put a facilitator's note on everyone's phone."""

import pytest

from tests.curriculum.pages import module, told, words


def test_notes_room_text_and_phone_text_stand_apart() -> None:
    step = module(
        "## Arrive\n\nAll.\n\n> [!FACILITATOR]\n> Note.\n\n> [!DISPLAY]\n> Wall.\n\n> [!PHONE]\n> Phone.\n"
    ).steps[0]

    assert words(step.everyone) == "All."
    assert words(step.notes) == "Note."
    assert words(step.display) == "Wall."
    assert words(step.phone) == "Phone."


def test_the_mark_itself_is_never_shown() -> None:
    assert "FACILITATOR" not in str(module("## Arrive\n\n> [!FACILITATOR]\n> Note.\n").to_json())


def test_a_note_may_hold_paragraphs_lists_and_quotes() -> None:
    note = "> [!FACILITATOR]\n> Ask.\n>\n> - wait\n>\n> > Say this.\n"

    assert words(module(f"## Arrive\n\n{note}").steps[0].notes) == "Ask.|wait|Say this."


def test_notes_stay_in_their_order() -> None:
    body = "## Arrive\n\n> [!FACILITATOR]\n> One.\n\nAll.\n\n> [!FACILITATOR]\n> Two.\n"

    assert words(module(body).steps[0].notes) == "One.|Two."


def test_a_note_inside_a_list_is_still_a_note() -> None:
    step = module("## Arrive\n\n- All.\n\n  > [!FACILITATOR]\n  > Note.\n").steps[0]

    assert (words(step.everyone), words(step.notes)) == ("All.", "Note.")


@pytest.mark.parametrize("mark", ["[!facilitator]", "[!Facilitator]", "[!FACILITATOR]  ", "[!FACILITATOR] Here."])
def test_a_mark_may_be_written_small_or_before_the_text(mark: str) -> None:
    step = module(f"## Arrive\n\nAll.\n\n> {mark}\n> Note.\n").steps[0]

    assert words(step.everyone) == "All."
    assert words(step.notes).endswith("Note.")


def test_in_the_preparation_a_note_is_nothing_special() -> None:
    assert (
        words(module("One.\n\n> [!FACILITATOR]\n> Two.\n\nThree.\n\n## Arrive\n\nHi.\n").preparation)
        == "One.|Two.|Three."
    )


def test_an_ordinary_quote_is_for_everyone() -> None:
    assert words(module("## Arrive\n\n> I can ride this.\n").steps[0].everyone) == "I can ride this."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("> [!FACILITATR]\n> Note.", 'Did you mean "[!FACILITATOR]"?'),
        ("> [!NOTE]\n> Note.", "there are [!FACILITATOR], [!DISPLAY], [!PHONE]"),
        ("[!FACILITATOR]\nNote.", "everyone would see it"),
        ("> Text.\n> [!FACILITATOR]\n> Note.", "everyone would see it"),
        ("> Text.\n>\n> [!DISPLAY]\n> Note.", "everyone would see it"),
        ("> [FACILITATOR]\n> Note.", "everyone would see it"),
        ("> \\[!FACILITATOR\\]\n> Note.", "everyone would see it"),
        ("> [! FACILITATOR ]\n> Note.", "everyone would see it"),
        ("- [!PHONE]\n  Note.", "everyone would see it"),
        ("> [!FACILITATOR]\n\n> Note.", "Nothing follows this mark"),
        ("> [!FACILITATOR]: Note.", "makes this line disappear"),
        ("> [!FACILITATOR]\n> A\n>\n> > [!PHONE]\n> > B", "cannot be kept for one audience here"),
    ],
)
def test_what_is_almost_a_mark_is_an_error_and_never_a_text_for_all(written: str, said: str) -> None:
    lines = told(f"## Arrive\n\n{written}\n")

    assert any(said in line for line in lines), lines


def test_before_the_first_step_there_is_no_text_for_phones() -> None:
    assert any("cannot be kept" in line for line in told("> [!PHONE]\n> Hi.\n\n## Arrive\n\nHi.\n"))


def test_a_name_in_square_brackets_within_a_sentence_is_only_that() -> None:
    assert told("## Arrive\n\nPress [Phone] and [Display].\n") == []
