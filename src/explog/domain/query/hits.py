"""Where the words and phrases of a query stand in a text: what is marked, and what search means.

The store finds by an index; this says the same of one text, by reading it. Standard library only.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from explog.domain.query.terms import Text

ANYWHERE = 3
"""So many letters make a word that is found anywhere in another."""

_WORD = re.compile(r"[^\W_]+")
_KEY = re.compile(r"[^\W\d_]+-\d*")


def words_of(text: str) -> list[str]:
    """The words of *text*, in lower case, their letters composed."""
    return _WORD.findall(_lowered(unicodedata.normalize("NFC", text)))


def stands_in(term: Text, text: str) -> bool:
    """Whether the word or phrase *term* stands in *text*, negated or not."""
    return next(_spans(term, unicodedata.normalize("NFC", text)), None) is not None


def key_begun(term: Text) -> bool:
    """Whether the word *term* may be the beginning of a key, which is found in any spelling."""
    return not term.is_phrase and _KEY.fullmatch(term.text) is not None


def hits(texts: Iterable[Text], text: str) -> list[tuple[int, int]]:
    """The spans of *text* to be marked, in order and apart; nothing for what is negated.

    Args:
        texts: ``Query.texts``.
        text: As it is shown, its letters composed (NFC).
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(
        span for term in texts if not term.negated for span in _spans(term, text)
    ):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _spans(term: Text, text: str) -> Iterator[tuple[int, int]]:
    """Every place of *term* in *text*."""
    wanted = words_of(term.text)
    there = [(found.start(), found[0]) for found in _WORD.finditer(_lowered(text))]
    if not wanted:
        return
    if len(wanted) == 1 and not term.is_phrase and len(wanted[0]) >= ANYWHERE:
        for start, word in there:
            yield from _inside(start, word, wanted[0])
        return
    last = wanted[-1]
    for place in range(len(there) - len(wanted) + 1):
        window = there[place : place + len(wanted)]
        start, end_word = window[-1]
        if [word for _start, word in window[:-1]] != wanted[:-1]:
            continue
        if end_word == last or (_may_go_on(term, wanted) and end_word.startswith(last)):
            yield window[0][0], start + len(last)


def _lowered(text: str) -> str:
    """*text* in lower case, letter for letter, so that places stay what they are."""
    return "".join(low if len(low := one.lower()) == 1 else one for one in text)


def _may_go_on(term: Text, wanted: list[str]) -> bool:
    """Whether the last word of *term* may be the beginning of one."""
    return not term.is_phrase and (len(wanted) > 1 or len(wanted[0]) > 1)


def _inside(start: int, word: str, part: str) -> Iterator[tuple[int, int]]:
    """Every place of *part* in *word*, which begins at *start*."""
    at = word.find(part)
    while at >= 0:
        yield start + at, start + at + len(part)
        at = word.find(part, at + len(part))
