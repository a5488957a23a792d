"""Which cards of the library somebody asked for. Pure: what stands in the address decides, nothing is remembered."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from facilitator.web.cards import Card

LENGTHS: Mapping[str, tuple[int, int]] = {"short": (0, 20), "middle": (21, 44), "long": (45, 240)}
"""Minutes, both ends included."""


@dataclass(frozen=True)
class Wanted:
    """What was chosen; an empty text or False: no matter. `group` is one whose leader looks for something new."""

    words: str = ""
    track: str = ""
    discipline: str = ""
    topic: str = ""
    length: str = ""
    language: str = ""
    group: str = ""
    unseen: bool = False

    @classmethod
    def of(cls, told: Mapping[str, str]) -> "Wanted":
        """From an address. What is no choice there is (an old bookmark, a typo) counts as not chosen."""
        named = ("words", "track", "discipline", "topic", "language", "group")
        texts = {name: told.get(name, "").strip() for name in named}
        length = told.get("length", "")
        return cls(**texts, length=length if length in LENGTHS else "", unseen="unseen" in told)


def chosen(cards: Sequence[Card], wanted: Wanted, seen_by_most: Collection[str] = ()) -> list[Card]:
    """The cards that fit, in their order. `seen_by_most`: refs that most of the chosen group have been through."""
    return [card for card in cards if _fits(card, wanted) and not (wanted.unseen and card.ref in seen_by_most)]


def tracks_of(cards: Sequence[Card]) -> list[str]:
    """The titles of the curricula, as they come."""
    return list(dict.fromkeys(card.track for card in cards))


def topics_of(cards: Sequence[Card]) -> list[str]:
    """Every topic that some card has, in the order of the alphabet."""
    return sorted({topic for card in cards for topic in card.topics}, key=_plain)


def languages_of(cards: Sequence[Card]) -> list[str]:
    return sorted({language for card in cards for language in card.languages})


def _fits(card: Card, wanted: Wanted) -> bool:
    least, most = LENGTHS.get(wanted.length, (0, card.minutes))
    return (
        wanted.track in ("", card.track)
        and wanted.discipline in ("", card.discipline)
        and (not wanted.topic or wanted.topic in card.topics)
        and (not wanted.language or wanted.language in card.languages)
        and least <= card.minutes <= most
        and all(word in _all_words(card) for word in _plain(wanted.words).split())
    )


def _all_words(card: Card) -> str:
    return _plain(" ".join((card.title, card.summary, card.track, card.discipline, *card.topics)))


def _plain(text: str) -> str:
    """Without capitals and accents: whoever types *musica* finds *música*."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
