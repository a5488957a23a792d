"""Modules as the library shows them: a card with what a therapist wants to know before choosing. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.curriculum.model import DISCIPLINES, Curriculum, Discipline, Module
from facilitator.curriculum.shelf import Shelf

_PROMISES = {"named": "with a name", "anonymous": "with no name", "private": "kept on the phone"}


@dataclass(frozen=True)
class Card:
    """`asks` says in short phrases what the module asks of people; `track` is the title of its curriculum."""

    ref: str
    title: str
    discipline: Discipline
    minutes: int
    summary: str
    languages: tuple[str, ...]
    topics: tuple[str, ...]
    asks: tuple[str, ...]
    track: str


def all_cards(shelf: Shelf, language: str = "en") -> list[Card]:
    """Every module once, in the order of its track."""
    return [
        _card(shelf, ref, curriculum, language) for curriculum in shelf.curricula.values() for ref in curriculum.order
    ]


def by_discipline(cards: Sequence[Card]) -> dict[Discipline, list[Card]]:
    """Those disciplines that have cards, always in the same order."""
    sorted_out = {each: [card for card in cards if card.discipline == each] for each in DISCIPLINES}
    return {discipline: found for discipline, found in sorted_out.items() if found}


def asks(module: Module) -> tuple[str, ...]:
    """*2 questions with no name*, *1 kept on the phone*, *a paced breath*: in the words of the promises."""
    promises = [step.activity.promise for step in module.steps if step.activity is not None]
    told = [_counted(promises.count(promise), words) for promise, words in _PROMISES.items() if promise in promises]
    together = len([promise for promise in promises if promise is None])
    if together:
        told.append("1 thing done together" if together == 1 else f"{together} things done together")
    return tuple(told) or ("no phones",)


def _counted(many: int, words: str) -> str:
    return f"1 question {words}" if many == 1 else f"{many} questions {words}"


def _card(shelf: Shelf, ref: str, curriculum: Curriculum, language: str) -> Card:
    module = shelf.module(ref, language)
    if module is None:
        raise LookupError(ref)
    return Card(
        ref=ref,
        title=module.title,
        discipline=module.discipline,
        minutes=module.minutes,
        summary=module.summary,
        languages=tuple(sorted(curriculum.modules[ref], key=lambda each: (each != curriculum.language, each))),
        topics=tuple(module.topics),
        asks=asks(module),
        track=curriculum.title,
    )
