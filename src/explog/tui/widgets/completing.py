"""Words completed while they are typed, from those the log knows already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.suggester import Suggester

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from explog.domain.acts.questions import Question

KINDS = {
    "tags": "tags",
    "technology": "technology",
    "unit": "units",
    "measure": "measures",
    "by_role": "roles",
    "harm_role": "roles",
    "responsible_role": "roles",
    "operation_owner": "roles",
    "place_owner": "roles",
    "shared_with": "groups",
}
"""Question → the kind of words it is completed from (``explog.journal.library.Library.used``)."""

LISTS = frozenset({"tags", "technology", "shared_with"})
"""Those answered with several words, separated by commas."""


class Known(Suggester):
    """Completes with the first known word that begins as what is typed. å is not a."""

    def __init__(self, words: Sequence[str], *, many: bool = False) -> None:
        """Know *words*, the likeliest first; with *many* the last one after a comma counts."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._words = words
        self._many = many

    async def get_suggestion(self, value: str) -> str | None:
        """*value* completed; None where nothing fits."""
        before, comma, last = value.rpartition(",") if self._many else ("", "", value)
        begun = last.lstrip()
        if not begun:
            return None
        wanted = begun.casefold()
        fits = (
            word
            for word in self._words
            if word.casefold().startswith(wanted) and len(word) > len(begun)
        )
        found = next(fits, None)
        if found is None:
            return None
        gap = last[: len(last) - len(begun)]
        return before + comma + gap + begun + found[len(begun) :]


def known_for(question: Question, used: Mapping[str, Sequence[str]]) -> Known | None:
    """What completes the answer to *question*, out of the words *used* in the log by kind."""
    words = used.get(KINDS.get(question.name, ""), ())
    return Known(words, many=question.name in LISTS) if words else None
