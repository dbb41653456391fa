"""What can stand where the cursor is in a query: filters, their values, what the log knows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from explog.domain import query_words as words
from explog.domain.keys import folded as folded_key
from explog.domain.query_matching import begins_a_word
from explog.domain.query_terms import QUOTES, written
from explog.locale import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_CLOSED = "".join(QUOTES.values())
_TOKEN = re.compile(
    r'(?P<no>[-−–!]?)(?:(?P<name>[^\W\d_]+(?:_[^\W\d_]+)*):(?P<bang>!?)(?P<before>(?:"[^"]*",|[^\s,"]+,)*))?'
    r'(?P<part>"[^"]*"?|[^\s,]*)$'
)
_DAYS = {
    "da": ("i dag", "i går", "mandag", "-7", "-30"),
    "en": ("today", "yesterday", "monday", "-7", "-30"),
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a log knows, so that it can be offered."""

    tags: Sequence[str] = ()
    tasks: Sequence[str] = ()
    """The texts of core tasks."""
    workplaces: Mapping[str, str] = field(default_factory=dict)
    """Code → name; found by either."""
