"""The terms of a query and how each is written. Standard library only."""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTES = {'"': '"', "“": "”", "”": "”", "„": "“", "»": "«", "«": "»"}
"""What opens a phrase, or a value with spaces in it → what closes it."""

DAYS = frozenset({"since", "until"})
"""The filters whose value is a day."""

SPANS = ("noted", "planned", "started", "decided", "adopted", "scaled")
"""The filters whose value is a period in which a step was taken."""

EXACT = "="
"""Before the whole text of a core task: that one, not all of which a word begins so."""


@dataclass(frozen=True, slots=True)
class Text:
    """A word or a phrase to find in the texts of an experiment."""

    text: str
    """With at least one letter or digit; of a phrase, one space between its words."""
    is_phrase: bool = False
    """Found only as it stands: whole words, beside each other."""
    negated: bool = False

    def __str__(self) -> str:
        """As it is typed."""
        return ("-" if self.negated else "") + (_quoted(self.text) if self.is_phrase else self.text)


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing that is or is not so, with the values of which one is enough."""

    name: str
    """A key of ``query_words.NAMES``."""
    values: tuple[str, ...]
    """As they are kept and shown: codes, ISO days, days relative to today, texts."""
    meant: tuple[str, ...]
    """As they are compared: codes with groups taken apart, ISO days, folded texts."""
    negated: bool = False

    def __str__(self) -> str:
        """As it is typed, in the words that both languages share: those of the code."""
        values = ",".join(written(value, self.name) for value in self.values)
        return f"{self.name}:{'!' if self.negated else ''}{values}"


Term = Text | Filter


def written(value: str, name: str) -> str:
    """The *value* of the filter *name* as it is typed: in quotation marks where it needs them."""
    is_turned = value[0] == "!" or (value[0] == "-" and name not in DAYS)
    if is_turned or value[0] in QUOTES or re.search(r"[\s,]|^//", value):
        return _quoted(value)
    return value


def _quoted(text: str) -> str:
    """*text* in quotation marks; its own are doubled."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
