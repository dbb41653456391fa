"""What people read for every word of the vocabulary, in both languages, singular and plural."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from explog.domain.naming.labels_plural import PLURALS
from explog.domain.naming.labels_table import LABELS
from explog.locale import _, ngettext, spoken

if TYPE_CHECKING:
    from enum import StrEnum

    Word = TypeVar("Word", bound=StrEnum)

GLYPHS = {
    "scaled": "▲",
    "adopted": "●",
    "spreading": "●",
    "worked_not_adopted": "●",
    "failed_safely": "◇",
    "failed_no_net": "◈",
    "failed_unsafely": "◆",
    "failed_pending": "◇",
    "inconclusive": "○",
    "running": "▶",
    "paused": "‖",
    "in_review": "◐",
    "planned": "◔",
    "idea": "○",
    "shelved": "–",
    "retired": "⌂",
    "abandoned": "◇",
    "ongoing": "▶",
    "not_started": "○",
}
"""One sign for each state and outcome; never alone, always beside its word."""


EITHER_LANGUAGE = {"ja": "yes", "nej": "no", "delvist": "partly", "j": "yes", "y": "yes", "n": "no"}
"""Answers everybody types, whatever language is in force."""


def label(word: StrEnum) -> str:
    """What a person reads for *word*, in the language in force."""
    return _(LABELS[type(word).__name__][word.value])


def spelling(word: StrEnum) -> str:
    """How *word* is typed in one piece: its value in English, else its label where that can be."""
    said = label(word).replace(" ", "-")
    return word.value if spoken() == "en" or re.search(r"[^\w-]", said) else said


def counted(word: StrEnum, n: int) -> str:
    """*n* and the word that agrees with it.

    ``4 scaled``, ``1 failed safely`` (4 skalerede, 1 skaleret).
    """
    one, many = PLURALS[word.value]
    return ngettext(one, many, n).format(n=n)


def choice_of(words: type[Word], typed: str) -> Word:
    """The member of *words* that *typed* names.

    By value, by its label in force, or by an unambiguous beginning.

    Raises:
        ValueError: With the possible answers, when none or several fit.
    """
    wanted = _bare(typed)
    wanted = EITHER_LANGUAGE.get(wanted, wanted)
    names = {
        word: {_bare(word.value), _bare(LABELS[words.__name__][word.value]), _bare(label(word))}
        for word in words
    }
    exact = [word for word, spellings in names.items() if wanted in spellings]
    begun = [
        word
        for word, spellings in names.items()
        if any(name.startswith(wanted) for name in spellings)
    ]
    if exact or len(begun) == 1:
        return (exact or begun)[0]
    possible = ", ".join(map(spelling, words))
    raise ValueError(
        _("“{typed}” is not one of: {possible}").format(typed=typed, possible=possible)
    )


def _bare(text: str) -> str:
    """*text* as choices are compared: case, hyphens and spaces do not matter."""
    return text.strip().casefold().replace("-", "_").replace(" ", "_")


def state_word(state: str, outcome: str) -> str:
    """The one word a list shows: the outcome once something ended, else the state."""
    from explog.domain.naming.vocabulary import Outcome, State  # noqa: PLC0415 - keeps this module free of the closed lists

    if outcome in {"ongoing", "not_started"}:
        return label(State(state))
    return label(Outcome(outcome))


def glyph(state: str, outcome: str) -> str:
    """The sign beside ``state_word``."""
    return GLYPHS[state if outcome in {"ongoing", "not_started"} else outcome]
