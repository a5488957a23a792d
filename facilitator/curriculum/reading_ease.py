"""How hard a text is to read. Only English and Spanish have a measure here; other languages are not judged. Pure.

English: the Flesch–Kincaid grade level, 0.39 · words/sentences + 11.8 · syllables/words − 15.59
(Kincaid, Fishburne, Rogers & Chissom 1975, Naval Technical Training Command, Research Branch Report 8-75).
Spanish: the Flesch–Szigriszt ease, 206.835 − 62.3 · syllables/words − words/sentences (Szigriszt Pazos 1993),
with the bounds of the INFLESZ scale: below 55 a text is "somewhat hard" for the public
(Barrio-Cantalejo et al. 2008, Anales del Sistema Sanitario de Navarra 31(2)).
Syllables are estimated from the letters, which is right within a few in a hundred words.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

MOST_GRADE = 8
LEAST_EASE = 55
# Below this a measure says more about chance than about the text.
FEWEST_WORDS = 40

_LONGEST_LABEL = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_ENDS = re.compile(r"[.!?…]+(?=\s|$|[\"'”»)])")


@dataclass(frozen=True)
class Count:
    """What the measures are made of."""

    words: int
    sentences: int
    syllables: int


def too_hard(passages: Iterable[str], language: str) -> str | None:
    """How hard the passages are, in words, if they are harder than they should be; None if they are fine or too few."""
    match language.partition("-")[0]:
        case "en":
            count = counted(passages, english_syllables)
            if count.words >= FEWEST_WORDS and (grade := english_grade(count)) > MOST_GRADE:
                return f"reads at grade {grade:.0f}; at most {MOST_GRADE} is meant, 6 is better"
        case "es":
            count = counted(passages, spanish_syllables)
            if count.words >= FEWEST_WORDS and (ease := spanish_ease(count)) < LEAST_EASE:
                return f"has a reading ease of {ease:.0f} (INFLESZ); {LEAST_EASE} or more is meant"
    return None


def english_grade(count: Count) -> float:
    """The Flesch–Kincaid grade level."""
    return 0.39 * count.words / count.sentences + 11.8 * count.syllables / count.words - 15.59


def spanish_ease(count: Count) -> float:
    """The Flesch–Szigriszt ease; higher is easier."""
    return 206.835 - 62.3 * count.syllables / count.words - count.words / count.sentences


def counted(passages: Iterable[str], syllables: Callable[[str], int]) -> Count:
    """Count the words of passages; each passage (a paragraph, an item of a list) ends a sentence."""
    words = sentences = sounds = 0
    for passage in passages:
        found = _WORD.findall(passage)
        # A title or a label is no sentence: counted as one it would make any text look easy.
        if len(found) > _LONGEST_LABEL or _SENTENCE_ENDS.search(passage):
            words += len(found)
            sounds += sum(map(syllables, found))
            sentences += sum(1 for part in _SENTENCE_ENDS.split(passage) if _WORD.search(part))
    return Count(words, max(1, sentences), sounds)


_SILENT = re.compile(r"[^aeiouyl]e$|[^aeioutd]ed$|[^aeiouszxhgl]es$|[aeiouy]les$|(?<=[aeiou])le$")
_TWO_VOWELS_SOUND = re.compile(r"(?<![tscg])i[ao](?!n)|[lrc]ien[tc]|quie|creat|[^qg]ua[lr]|[aeiouy]ing$")


def english_syllables(word: str) -> int:
    """Groups of vowels, without most of the silent ones at the end, and with most pairs that sound apart."""
    lower = re.sub("^some(?=.)", "som", word.lower())
    groups = len(re.findall(r"[aeiouyáéíóúèïöü]+", lower))
    return max(1, groups - len(_SILENT.findall(lower)) + len(_TWO_VOWELS_SOUND.findall(lower)))


def spanish_syllables(word: str) -> int:
    """Groups of vowels; two strong ones, or a stressed weak one beside a strong one, are two syllables."""
    lower = re.sub(r"(?<=[gq])u(?=[eiéí])", "", word.lower()).replace("y", "i" if word.lower().endswith("y") else "y")
    return max(1, len(re.findall(r"[aeoáéó]|[íú]|[iuü]+(?![aeoáéóiuü])(?<![aeoáéó][iuü])", lower)))
