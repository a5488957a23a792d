"""Finding a module in the library: by words, discipline, topic, length and language."""

import pytest

from facilitator.web.cards import Card
from facilitator.web.choosing import Wanted, chosen, languages_of, topics_of, tracks_of

OURS, THEIRS = "Evenings", "For families"
URGE = Card("c/urge", "Riding out an urge", "education", 45, "It is a wave.", ("en", "es"), ("cravings",), (), OURS)
SONG = Card("c/song", "Música lenta", "music", 20, "Slow music.", ("es",), ("mood", "coping-skills"), (), OURS)
CHECK = Card("f/check", "Check-in", "process", 12, "How it is.", ("en",), (), (), THEIRS)
CARDS = [URGE, SONG, CHECK]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({}, [URGE, SONG, CHECK]),
        ({"words": "wave"}, [URGE]),
        ({"words": "MUSICA lenta"}, [SONG]),
        ({"words": "wave slow"}, []),
        ({"words": "cravings"}, [URGE]),
        ({"words": "families"}, [CHECK]),
        ({"track": OURS}, [URGE, SONG]),
        ({"track": OURS, "words": "families"}, []),
        ({"discipline": "music"}, [SONG]),
        ({"topic": "coping-skills"}, [SONG]),
        ({"language": "en"}, [URGE, CHECK]),
        ({"length": "short"}, [SONG, CHECK]),
        ({"length": "middle"}, []),
        ({"length": "long"}, [URGE]),
        ({"language": "es", "length": "long"}, [URGE]),
        ({"length": "endless", "words": "  "}, [URGE, SONG, CHECK]),
        ({"discipline": "juggling"}, []),
    ],
)
def test_cards_are_found_by_what_was_chosen(told: dict[str, str], found: list[Card]) -> None:
    assert chosen(CARDS, Wanted.of(told)) == found


def test_what_most_of_a_group_have_seen_is_left_out_when_that_is_asked() -> None:
    assert chosen(CARDS, Wanted.of({"unseen": "1"}), {"c/urge"}) == [SONG, CHECK]
    assert chosen(CARDS, Wanted.of({}), {"c/urge"}) == CARDS


def test_the_choices_are_those_that_some_card_has() -> None:
    assert tracks_of(CARDS) == [OURS, THEIRS]
    assert topics_of(CARDS) == ["coping-skills", "cravings", "mood"]
    assert languages_of(CARDS) == ["en", "es"]
