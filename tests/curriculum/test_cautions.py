"""What is allowed and still worth a second look."""

import pytest

from facilitator.curriculum.reading_ease import (
    counted,
    english_grade,
    english_syllables,
    spanish_ease,
    spanish_syllables,
)
from tests.curriculum.pages import PATH, module, problems, the_one, told

EASY = "Feel your feet on the floor. Look around the room. You can stop at any time. Pick one small thing to do. "
HARD = (
    "Participants experiencing physiological dysregulation should systematically identify multidimensional antecedents "
    "of consumption and subsequently formulate comprehensive individualised strategies for its prevention. "
)
HARD_SPANISH = (
    "Las personas participantes que experimenten desregulación fisiológica deberán identificar sistemáticamente "
    "los antecedentes multidimensionales correspondientes y formular posteriormente estrategias individualizadas. "
)


def test_a_hard_text_for_the_group_is_a_warning_at_its_step() -> None:
    [line] = told(f"## A\n\n{EASY * 3}\n\n## B\n\n{HARD * 2}\n")

    assert line.startswith("5:1: What the group sees in this step reads at grade ")
    assert problems(f"## A\n\n{HARD * 2}\n")[0].severity == "warning"


def test_an_easy_text_is_none() -> None:
    assert told(f"## A\n\n{EASY * 3}\n") == []


def test_a_facilitator_s_notes_may_be_hard() -> None:
    assert told(f"{HARD * 2}\n\n## A\n\nHi.\n\n> [!FACILITATOR]\n> {HARD * 2}\n") == []


def test_what_an_activity_asks_is_read_by_the_group_too() -> None:
    options = "\n".join(f"  o{n}: {HARD[:79]}" for n in range(6))

    assert "reads at grade" in the_one(f"## A\n\n```poll\nquestion: Which?\npromise: named\noptions:\n{options}\n```\n")


def test_a_few_hard_words_are_too_few_to_judge() -> None:
    assert told(f"## A\n\n{HARD[:80]}\n") == []


def test_hard_words_spread_over_a_module_count_together() -> None:
    steps = "".join(f"## {n}\n\n{HARD}\n\n" for n in range(3))

    assert the_one(steps).startswith("-4:1: What the group sees in this module reads at grade ")


def test_spanish_has_its_own_measure() -> None:
    path = PATH.replace(".md", ".es.md")

    assert "INFLESZ" in the_one(f"## A\n\n{HARD_SPANISH * 3}\n", path=path)
    assert told("## A\n\n" + "Sienta los pies en el suelo. Mire la sala. Puede parar. " * 6 + "\n", path=path) == []


def test_other_languages_are_not_judged() -> None:
    assert told(f"## A\n\n{HARD * 2}\n", path=PATH.replace(".md", ".fr.md")) == []


def test_the_grade_of_a_known_sentence() -> None:
    # 12 words, 1 sentence, 14 syllables: 0.39 * 12 + 11.8 * 14 / 12 - 15.59 = 2.86.
    count = counted(["The cat sat on the mat and looked at a little river."], english_syllables)

    assert (count.words, count.sentences, count.syllables) == (12, 1, 14)
    assert english_grade(count) == pytest.approx(2.86, abs=0.01)


def test_the_ease_of_a_known_spanish_sentence() -> None:
    # 7 words, 1 sentence, 12 syllables: 206.835 - 62.3 * 12 / 7 - 7 = 93.03.
    count = counted(["Respire y mire la sala con calma."], spanish_syllables)

    assert (count.words, count.sentences, count.syllables) == (7, 1, 12)
    assert spanish_ease(count) == pytest.approx(93.03, abs=0.01)


ENGLISH = {"urge": 1, "urges": 2, "waves": 1, "wanted": 2, "walked": 1, "table": 2, "people": 2, "being": 2, "the": 1}
LONGER = {"something": 2, "recovery": 4, "facilitator": 5, "client": 2, "quiet": 2, "minutes": 2}
SPANISH = {"día": 2, "ciudad": 2, "poeta": 3, "quiero": 2, "guerra": 2, "agua": 2, "muy": 1, "ahora": 3, "baúl": 2}


@pytest.mark.parametrize(("word", "number"), [*ENGLISH.items(), *LONGER.items()])
def test_english_syllables_are_mostly_right(word: str, number: int) -> None:
    assert english_syllables(word) == number


@pytest.mark.parametrize(("word", "number"), SPANISH.items())
def test_spanish_syllables_are_mostly_right(word: str, number: int) -> None:
    assert spanish_syllables(word) == number


def free_text(question: str, promise: str) -> str:
    return f"## A\n\n```free_text\nquestion: {question}\npromise: {promise}\n```\n"


@pytest.mark.parametrize(
    "question", ["When did you last drink?", "What led to your relapse?", "¿Cuándo consumió la última vez?"]
)
def test_a_named_text_about_substance_use_is_a_warning(question: str) -> None:
    line = the_one(free_text(question, "named"))

    assert line.startswith("4:11: A person writes about substance use here")


@pytest.mark.parametrize("promise", ["anonymous", "private"])
def test_without_a_name_it_is_none(promise: str) -> None:
    assert told(free_text("When did you last drink?", promise)) == []


@pytest.mark.parametrize("question", ["What is one hope for today?", "What skill can you use this week?"])
def test_a_named_text_about_something_else_is_none(question: str) -> None:
    assert told(free_text(question, "named")) == []


def test_a_text_within_a_check_in_counts_and_a_scale_does_not() -> None:
    scale, text = (
        "{key: urge, type: scale, question: Did you drink?}",
        "{key: why, type: text, question: Why did you drink?}",
    )
    ask = f"promise: named\nask:\n  - {scale}\n  - {text}"

    assert the_one(f"## A\n\n```check_in\n{ask}\n```\n").startswith("7:38: A person writes about substance use")


def test_warnings_do_not_keep_a_module_from_being_used() -> None:
    assert module(free_text("When did you last drink?", "named")).steps
