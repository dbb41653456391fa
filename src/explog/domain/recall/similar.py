"""Earlier experiments that resemble a new idea: "You may have tried this before" (INTERFACE.md).

The same log and the same words always give the same answer, and each answer says which words made
it. A word meets its own inflections, the compounds it is part of, and a few words for the same
thing; a rare word counts more than a common one, and a title more than a lesson. Standard library
only.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from explog.domain.recall.stems import (
    FIRST,
    FORM,
    HEAD,
    NEXT,
    PART,
    SYNONYM,
    closeness,
    firsts,
    heads,
    same,
    spellings,
    stem,
    telling,
    words_of,
)
from explog.domain.recall.words import STOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Match: TypeAlias = tuple[float, str, str]
"""What it is worth, the word of the idea, and the word it met."""

_Bridge: TypeAlias = tuple[str, float, dict[str, float]]

SHOWN = 3
"""So many are shown."""

ENOUGH = 0.7
"""What a likeness must be worth to be shown: about one rare word in a title, or two elsewhere."""

LOOKED_AT = 200
"""So many of the likeliest are weighed field by field."""

BESIDE_BEST = 0.5
"""The part of the best one's score that another one must reach."""

FIELDS = (("title", 1.0), ("belief", 0.8), ("need", 0.6), ("technology", 0.6), ("learned", 0.5))
"""Where a word is found, and what it is worth there."""


class Candidate(NamedTuple):
    """An earlier experiment, as it is compared."""

    key: str
    title: str
    belief: str | None = None
    need: str | None = None
    technology: str | None = None
    """Its technologies, in one text."""
    learned: str | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """An earlier experiment that resembles the idea, and why."""

    key: str
    title: str
    outcome: str
    learned: str | None
    score: float
    matched: tuple[tuple[str, str], ...]
    """The word of the idea and the word it met, what told most first."""


def related(idea: str, candidates: Iterable[Candidate], limit: int = SHOWN) -> list[Related]:
    """Up to *limit* of *candidates* that resemble *idea*, the most alike first; often none.

    For one question; whoever asks again and again keeps a ``Shelf``.

    Args:
        idea: Title and belief of what is new, as one text.
        candidates: Experiments but the idea's own; among equals the earlier one comes first.
        limit: At most this many.
    """
    return Shelf(candidates).related(idea, limit)


class Shelf:
    """Candidates made ready to be compared with one idea after the other."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        """Take *candidates* in and cut their texts into words once."""
        self._candidates = tuple(candidates)
        self._texts = [_words(candidate) for candidate in self._candidates]
        """The words of each, field after field, with ``NEXT`` between."""
        every: set[str] = set()
        for words in self._texts:
            every.update(words)
        self._every = "\n".join(("", *sorted(every - STOP), ""))
        """Every word on a line of its own, so that a stem is found inside all of them at once."""

    def related(self, idea: str, limit: int = SHOWN, but: str = "") -> list[Related]:
        """As the function of this name, among the candidates of the shelf.

        Args:
            idea: Title and belief of what is new, as one text.
            limit: At most this many.
            but: The key of the idea's own experiment, which is left out.
        """
        words = {stem(word): word for word in reversed([*telling(idea)])}.values()
        met = self._met([(word, *bridge) for word in words for bridge in self._bridges(word)])
        own = [place for place in met if but and self._candidates[place].key == but]
        for place in own:
            del met[place]
        bounds = ((sum(worth for worth, _, _ in each), -place) for place, each in met.items())
        likely = nlargest(LOOKED_AT, (bound for bound in bounds if bound[0] >= ENOUGH))
        scored = [
            (sum(worth for worth, _word, _other in found), behind, found)
            for _bound, behind in likely
            if (found := self._weighed(-behind, met[-behind]))
        ]
        scored.sort(key=lambda one: one[:2], reverse=True)
        least = max(ENOUGH, scored[0][0] * BESIDE_BEST) if scored else ENOUGH
        return [
            _told(self._candidates[-behind], score, found)
            for score, behind, found in scored[:limit]
            if score >= least
        ]

    def _met(self, bridges: list[_Bridge]) -> dict[int, list[_Match]]:
        """Where words of the idea meet words of a candidate, not yet weighed by their fields.

        Args:
            bridges: A word of the idea, what meeting by this way is worth, and the words to meet.
        """
        wanted = {other for _word, _worth, others in bridges for other in others}
        places: dict[str, list[int]] = {other: [] for other in wanted}
        for place, words in enumerate(self._texts):
            for other in wanted.intersection(words):
                places[other].append(place)
        met: dict[int, list[_Match]] = {}
        for word, worth, others in bridges:
            found = len({place for other in others for place in places[other]})
            rare = worth * _rarity(found, len(self._candidates))
            for other, close in others.items():
                match = (rare * close, word, other)
                for place in places[other]:
                    met.setdefault(place, []).append(match)
        return met

    def _bridges(self, word: str) -> list[tuple[float, dict[str, float]]]:
        """The ways from *word* to words of the log: what each is worth, and where it leads."""
        keys: dict[str, float] = {}
        for parts, worth in ((firsts(word), FIRST), (heads(word), HEAD)):
            keys |= {stem(part): worth for part in parts if self._is_known(part)}
        keys |= dict.fromkeys(same().get(stem(word), ()), SYNONYM)
        keys[stem(word)] = FORM
        return [(worth, others) for key, worth in keys.items() if (others := self._others(key))]

    def _is_known(self, part: str) -> bool:
        """Whether *part* of a compound stands by itself somewhere in the log, in some form."""
        key = stem(part)
        return any(
            other[:PART] == part[:PART] and stem(other) == key
            for needle in spellings(key)
            for other, _at in self._holding("\n" + needle)
        )

    def _others(self, key: str) -> dict[str, float]:
        """The words of the log that hold the stem *key*, and how close each is to it."""
        return {
            other: close
            for needle in spellings(key)
            for other, at in self._holding(needle)
            if (close := closeness(key, other, at))
        }

    def _holding(self, needle: str) -> Iterator[tuple[str, int]]:
        """The words of the log in which *needle* stands, and where its last place in each is."""
        at = self._every.find(needle)
        while at >= 0:
            begin = self._every.rfind("\n", 0, at + 1) + 1
            end = self._every.index("\n", max(at, begin))
            yield self._every[begin:end], self._every.rfind(needle, at, end) - begin
            at = self._every.find(needle, end)

    def _weighed(self, place: int, met: list[_Match]) -> list[_Match]:
        """*met* at *place*, worth what the fields say, the best first.

        Each word of the idea meets one word of the candidate, and that, in whichever form, one.
        """
        words = self._texts[place]
        found: dict[str, _Match] = {}
        taken: set[str] = set()
        fields = {other: FIELDS[words[: words.index(other)].count(NEXT)][1] for _, _, other in met}
        weighed = ((worth * fields[other], word, other) for worth, word, other in met)
        for one in sorted(weighed, key=lambda one: (-one[0], *one[1:])):
            _worth, word, other = one
            if word not in taken and stem(other) not in found:
                taken.add(word)
                found[stem(other)] = one
        return [*found.values()]


def _words(candidate: Candidate) -> list[str]:
    """The words of *candidate* in lower case, field after field, with ``NEXT`` between."""
    texts = (getattr(candidate, field) or "" for field, _worth in FIELDS)
    return words_of(NEXT.join(texts))


def _rarity(places: int, of: int) -> float:
    """1 for a word in one candidate *of* all, towards 0 for one in every candidate."""
    return log((of + 1) / places) / log(of + 1) if places else 0.0


def _told(candidate: Candidate, score: float, found: list[_Match]) -> Related:
    """*candidate* as it is shown."""
    return Related(
        candidate.key,
        candidate.title,
        candidate.outcome,
        candidate.learned,
        round(score, 3),
        tuple((word, other) for _worth, word, other in found),
    )
