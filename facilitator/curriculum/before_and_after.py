"""One word in a heading, `before_after=craving`, and the same rating comes before an exercise and after it.

The rating has no name: it tells how the group is, in words where it is small, and never how one person is.
It is made of ordinary steps, so that the tablet, the phones, the paper and the checks need to know nothing of it.
"""

from typing import Any

from facilitator.activities import kinds
from facilitator.activities.question_words import ready
from facilitator.curriculum.model import ActivitySpec, Block, Step

RATINGS = ("craving", "mood")
MINUTES = 1
"""What one rating takes, out of the minutes of its step."""

_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "before": "Before: {title}",
        "after": "After: {title}",
        "before.note": "Phones up for a minute. The same question comes again after the exercise.",
        "after.note": (
            "The tablet sets the group's answers beside those from before. Nobody's own change is known. "
            "Not every exercise helps everyone every time: if it went up, say that this is worth knowing, and settle."
        ),
    },
    "es": {
        "before": "Antes: {title}",
        "after": "Después: {title}",
        "before.note": "Teléfonos arriba por un minuto. La misma pregunta vuelve después del ejercicio.",
        "after.note": (
            "La tableta pone las respuestas del grupo junto a las de antes. No se sabe el cambio de nadie en "
            "particular. No todo ejercicio ayuda a todos cada vez: si subió, diga que vale la pena saberlo, "
            "y cierre con calma."
        ),
    },
}


def ratings_in(value: str) -> list[str] | None:
    """`craving+mood` as a list; None if it is none that the house knows."""
    ratings = value.split("+")
    return ratings if set(ratings) <= set(RATINGS) and len(set(ratings)) == len(ratings) else None


def takes(ratings: list[str]) -> int:
    """How many minutes the ratings take together."""
    return 2 * MINUTES * len(ratings)


def around(step: Step, ratings: list[str], language: str) -> list[Step]:
    """The step with its ratings before and after it. A dot is in no name that an author can give."""
    if not ratings:
        return [step]
    before = [_rating(step, rating, "before", language) for rating in ratings]
    after = [_rating(step, rating, "after", language) for rating in ratings]
    exercise = Step(**{**vars(step), "minutes": step.minutes - takes(ratings)})
    return [*before, exercise, *after]


def _rating(step: Step, rating: str, when: str, language: str) -> Step:
    words = _WORDS.get(language.split("-", maxsplit=1)[0], _WORDS["en"])
    asked: dict[str, Any] = {**ready({"type": "scale", "key": rating}, language), "promise": "anonymous"}
    if when == "after":
        asked["before"] = f"{step.key}.{rating}.before"
    note: Block = {"type": "paragraph", "spans": [{"type": "text", "text": words[f"{when}.note"]}]}
    return Step(
        key=f"{step.key}.{rating}.{when}",
        title=words[when].format(title=step.title),
        minutes=MINUTES,
        notes=[note],
        activity=ActivitySpec("scale", kinds.find("scale").Settings().load(asked)),
    )
