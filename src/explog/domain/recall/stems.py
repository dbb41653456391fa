"""Words brought to a common form: light stems and parts of compounds, in Danish and English alike.

The same rules serve both languages, since a text does not say which one it is in: what matters is
that the forms of one word meet, not that a stem is a word. Standard library only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from explog.domain.recall.words import IRREGULAR, SAME, STOP

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST = 3
"""Letters a stem keeps."""

PART = 4
"""Letters a part of a compound has at least, its ending included."""

FORM, SYNONYM, HEAD, FIRST = 1.0, 0.8, 0.75, 0.5
"""What a meeting is worth: another form of the word, another word for it, the last part of a
compound, which says what the thing is, and its first part, which only says which one.
"""

VOWELS = frozenset("aeiouyæøåéö")

_ENDINGS = """
    ningernes ningerne ningens ningers ninger ningen nings ning
    ingernes ingerne ingens ingers inger ingen ings ing
    elserne elsens elser elsen else
    ernes erne enes ene ens ets eren erens eres ere erer ers er en et es e
    endes ende edes ede ed eds est s
    ies ily ly
    igheder igheden ighed
"""

ENDINGS = frozenset(_ENDINGS.split())
"""Taken off once, the longest that leaves a stem."""

LONGEST = max(map(len, ENDINGS))

_BEGINNINGS = """
    af an be bi bort for fore frem gen ge ind med mis ned op over på sam til ud un und under
    dis non out pre re sub up
"""

NO_PART = frozenset(_BEGINNINGS.split())
"""Beginnings that make a new word of a verb; what follows them is no part of a compound."""

JOINTS = ("", "s", "e")
"""What Danish puts between the parts of a compound."""


NEXT = "\x1f"
"""Stands between texts that are cut into words together; no text of a person may hold it."""

_WORD = re.compile(rf"[^\W_]+|{NEXT}")


def words_of(text: str) -> list[str]:
    """The words of *text*, in lower case, and each ``NEXT`` in it."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def telling(text: str) -> Iterator[str]:
    """The words of *text* that say something, in lower case, in order."""
    for word in words_of(text):
        if len(word) > 1 and word not in STOP and not word.isdigit():
            yield word


@cache
def stem(word: str) -> str:
    """The common form of *word*, in lower case: ``møde``, ``mødet`` and ``møders`` meet."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    found = next(
        (
            word[:place]
            for place in range(max(len(word) - LONGEST, LEAST), len(word))
            if word[place:] in ENDINGS and not VOWELS.isdisjoint(word[:place])
        ),
        word,
    )
    found = IRREGULAR.get(found, found)
    return IRREGULAR.get(tidied := _tidied(found), tidied)


def _tidied(found: str) -> str:
    """*found* without what the forms of one word differ in at its end."""
    if len(found) > LEAST + 1 and found.endswith(("alt", "igt", "skt", "ion")):
        found = found[:-2] if found.endswith("ion") else found[:-1]
        found = found.removesuffix("i") if len(found) > LEAST + 1 else found
    if len(found) > LEAST and found[-1] in "yi":
        found = found[:-1]
    if len(found) > LEAST + 1 and found[-1] == "n" and found[-2] not in VOWELS:
        found = found[:-1]
    if len(found) > LEAST and found[-1] == found[-2] and found[-1] not in VOWELS:
        found = found[:-1]
    return found


def heads(word: str) -> Iterator[str]:
    """What may be the last part of *word* if it is a compound, the longest first."""
    for place in range(2, len(word) - PART + 1):
        before = word[:place]
        if word[place - 1 :].startswith("ering"):  # leve-ring holds no ring
            continue
        if before not in NO_PART and not VOWELS.isdisjoint(before) and _may_be_part(word[place:]):
            yield word[place:]


def firsts(word: str) -> Iterator[str]:
    """What may be the first part of *word* if it is a compound, without what joins it."""
    for place in range(len(word) - PART, PART - 1, -1):
        before = word[:place]
        for joint in JOINTS:
            part = before.removesuffix(joint)
            if before.endswith(joint) and len(part) >= PART and _may_be_part(part):
                yield part


def closeness(key: str, word: str, at: int) -> float:
    """How close *word* is to the stem *key*, which stands in it *at* a place.

    0 where it only happens to hold it.
    """
    if at == 0:
        if stem(word) == key:
            return FORM
        return FIRST if any(stem(part) == key for part in firsts(word)) else 0.0
    return HEAD if stem(word[at:]) == key and word[at:] in heads(word) else 0.0


@cache
def _may_be_part(part: str) -> bool:
    """Whether *part* would say something if it stood alone."""
    return stem(part) not in _empty()


@cache
def _empty() -> frozenset[str]:
    """The stems of words that say nothing."""
    return frozenset(map(stem, STOP))


@cache
def same() -> dict[str, frozenset[str]]:
    """Stem → the stems of other words for the same thing."""
    found: dict[str, set[str]] = {}
    for line in SAME.strip().splitlines():
        group = {stem(word) for word in line.split()}
        for one in group:
            found.setdefault(one, set()).update(group)
    return {one: frozenset(group - {one}) for one, group in found.items()}


def spellings(key: str) -> tuple[str, ...]:
    """How the words with the stem *key* may begin."""
    return (key, *(one for one, other in IRREGULAR.items() if other == key))
