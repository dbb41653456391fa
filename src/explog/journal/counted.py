"""What may be kept of hands and dots, after what the events of the meeting hold of earlier ones.

An event stays in the history, taken back or not. So counts that are made again are kept only where
they mask what was masked: of two sets that mask differently, one tells what the other one hides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary import Kind
from explog.domain.record.fold import fold
from explog.domain.record.people import COVERS, SMALL, SMALLEST_GROUP, banded, dotted
from explog.domain.reviews.surprise import RESULTS
from explog.errors import Refused
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from explog.domain.record.fold import Folded
    from explog.domain.record.review import Review
    from explog.journal.journal import Journal

    Bands = Mapping[str, int | str]
    """Answer or thing → its count, as it is stored."""

MARKS = (1, 2, 3, 4, 5)
"""How well the time was spent; 5 is best."""

COUNTED = ("guesses/", "votes/", "well_spent/")
"""Where a meeting keeps counts."""


def hands_kept(counts: dict[str, int], before: Iterable[Bands]) -> dict[str, int | str]:
    """*counts* of hands as they are kept; *before* are the counts that they follow.

    Raises:
        Refused: When there are too few, or they would show single persons, alone or beside those.
    """
    n = sum(counts.values())
    if n < SMALLEST_GROUP:
        said = _(
            "Fewer than {min} hands ({n}) cannot be counted without pointing at someone; "
            "write the room's one answer, or a note, instead."
        )
        raise Refused(said.format(n=n, min=SMALLEST_GROUP))
    try:
        shown = banded(counts)
    except ValueError as error:
        raise Refused(str(error)) from error
    if any(
        not _is_masked_alike(shown.get(name, 0), n) for one in before for name, n in one.items()
    ):
        raise _reckoned()
    return shown


def dots_kept(counts: dict[str, int], before: Bands, *, is_open: bool) -> dict[str, int | str]:
    """*counts* of dots as they are kept.

    Args:
        counts: Thing → dots, in the order they are shown.
        before: What was kept of every thing that was counted before.
        is_open: Whether there is more to count, which may turn out small.

    Raises:
        Refused: When they would show single persons beside what was kept.
    """
    first = {of: count for of, count in counts.items() if of not in before}
    shown = dotted(first, [*before.values(), *(["1-2"] if is_open else [])])
    for of in counts.keys() & before.keys():
        band, count = before[of], counts[of]
        shown[of] = "1-2" if count in SMALL else "3+" if band == "3+" and count else count
        if not _is_masked_alike(band, shown[of]):
            raise _reckoned()
    after = [*{**before, **shown}.values()]
    is_known = any(isinstance(band, int) and band for band in after)
    if "1-2" in after and is_known and after.count("3+") < COVERS:
        raise _reckoned()
    return {of: shown[of] for of in counts}


def refuse_few(journal: Journal, known: Review, people: int | None) -> None:
    """Refuse to say that fewer than five *people* took part where they were counted.

    Raises:
        Refused: When the meeting *known* has counts in its history, taken back or not.
    """
    if people is not None and people < SMALLEST_GROUP and _was_counted(journal, known):
        said = _(
            "Hands or dots were counted in {key}, which takes {min} people or more. "
            "Say how many there were when they were counted."
        )
        raise Refused(said.format(key=known.key, min=SMALLEST_GROUP))


def _was_counted(journal: Journal, known: Review) -> bool:
    """Whether hands or dots were ever counted in the meeting *known*."""
    values = (
        change.value
        for event in journal.store.events(f"{Kind.REVIEW}/{known.id}")
        for path, change in event.changes.items()
        if path.startswith(COUNTED) and path.rpartition("/")[2] in {"n", "count"}
    )
    return any(values)


def guessed_before(journal: Journal, known: Review, experiment: str) -> Iterator[Bands]:
    """Every count of hands for the result of *experiment* (its id), as it was kept."""
    for folded in _states(journal, known):
        for path in _elements(folded, "guesses"):
            if folded.value(f"{path}/experiment") == experiment and folded.value(f"{path}/n"):
                yield {name: _band(folded, f"{path}/{name}") for name in RESULTS}


def spent_before(journal: Journal, known: Review) -> Iterator[Bands]:
    """Every count of hands for the time that was spent, as it was kept."""
    for folded in _states(journal, known):
        if folded.value("well_spent/n"):
            yield {f"mark_{mark}": _band(folded, f"well_spent/mark_{mark}") for mark in MARKS}


def dots_before(journal: Journal, known: Review) -> Bands:
    """What was kept last of every thing that had its dots counted."""
    kept: dict[str, int | str] = {}
    for folded in _states(journal, known):
        for path in _elements(folded, "votes"):
            if of := folded.value(f"{path}/of"):
                kept[str(of)] = _band(folded, f"{path}/count")
    return kept


def _states(journal: Journal, known: Review) -> Iterator[Folded]:
    """The meeting *known* after each of its events that counted, or took a count back."""
    events = journal.store.events(f"{Kind.REVIEW}/{known.id}")
    for n, event in enumerate(events, 1):
        if any(path.startswith(COUNTED) for path in event.changes):
            yield fold(events[:n])


def _elements(folded: Folded, collection: str) -> list[str]:
    """The paths of the elements of *collection*, those that were taken away too."""
    found = (path.split("/") for path in folded.heads)
    return sorted({f"{collection}/{parts[1]}" for parts in found if parts[0] == collection})


def _band(folded: Folded, path: str) -> int | str:
    """The count at *path*, as it is stored."""
    value = folded.value(path)
    return value if isinstance(value, int | str) else 0


def _is_masked_alike(one: int | str, other: int | str) -> bool:
    """Whether both hide the same, or neither hides anything."""
    return one == other or (isinstance(one, int) and isinstance(other, int))


def _reckoned() -> Refused:
    """What is said where one count could be reckoned from another."""
    return Refused(
        _(
            "Beside what was counted before, these counts would show how single persons stand. "
            "What was kept stays; write a note instead."
        )
    )
