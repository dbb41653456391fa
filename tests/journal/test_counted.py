"""Counts that are made again: no two events together tell what one of them hides."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from explog.domain.record.people import SMALLEST_GROUP
from explog.errors import Refused
from explog.journal import holding, meetings, room
from explog.journal.counted import dots_kept, hands_kept
from explog.journal.undoing import undo
from tests.journal.sitting import planned

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.domain.record.review import Review
    from tests.journal.living import Living

    Counts = tuple[int, ...]
    Stored = tuple[int | str, ...]

NAMES = "abc"


def _by(one: Counts, other: Counts) -> list[int]:
    """By how much each count differs."""
    return [right - left for left, right in zip(one, other, strict=True) if left != right]


RELATIONS: dict[str, Callable[[Counts, Counts], bool]] = {
    "nothing is known": lambda _one, _other: True,
    "one count was changed": lambda one, other: len(_by(one, other)) == 1,
    "one more or less": lambda one, other: _by(one, other) in ([1], [-1]),
    "one person thought again": lambda one, other: sorted(_by(one, other)) == [-1, 1],
    "only more came": lambda one, other: min(_by(one, other), default=0) >= 0,
}
"""What a reader may suppose of two counts that follow each other."""


EVERY = [*itertools.product(range(9), repeat=len(NAMES))]
OF_HANDS = [counts for counts in EVERY if SMALLEST_GROUP <= sum(counts) <= max(EVERY[-1])]
"""Three counts of five to eight people."""
OF_DOTS = [counts for counts in EVERY if max(counts) <= SMALLEST_GROUP + 1]
"""Dots on three things; nobody knows how many there were altogether."""
OF_ALL_DOTS = [counts for counts in itertools.product(range(16), repeat=3) if sum(counts) == 15]
"""Dots on three things where five people set all of theirs."""


def _hands(counts: Counts, *before: Stored) -> Stored:
    """What is stored of hands, and how many they were."""
    earlier = [dict(zip(NAMES, one, strict=False)) for one in before]
    kept = hands_kept(dict(zip(NAMES, counts, strict=True)), earlier)
    return (*kept.values(), sum(counts))


def _dots(counts: Counts, *before: Stored) -> Stored:
    """What is stored of dots when every thing is counted."""
    earlier = dict(zip(NAMES, before[0], strict=True)) if before else {}
    return tuple(dots_kept(dict(zip(NAMES, counts, strict=True)), earlier, is_open=False).values())


def _told(
    store: Callable[..., Stored], every: list[Counts], supposed: Callable[[Counts, Counts], bool]
) -> list[tuple[Stored, ...]]:
    """The stored sets that tell a masked count, alone or two together."""
    meant: dict[tuple[Stored, ...], set[tuple[Counts, ...]]] = defaultdict(set)
    alone: dict[Counts, Stored] = {}
    for counts in every:
        try:
            alone[counts] = store(counts)
        except Refused:
            continue
        meant[(alone[counts],)].add((counts,))
    for first, second in itertools.product(alone, every):
        if first != second and supposed(first, second):
            try:
                both = alone[first], store(second, alone[first])
            except Refused:
                continue
            if both[0] != both[1]:  # else there is no second event
                meant[both].add((first, second))
    return [
        stored
        for stored, possible in meant.items()
        if any(
            cell == "1-2" and len({one[at][place] for one in possible}) == 1
            for at, cells in enumerate(stored)
            for place, cell in enumerate(cells)
        )
    ]


@pytest.mark.parametrize("supposed", RELATIONS)
@pytest.mark.parametrize(
    ("store", "every"), [(_hands, OF_HANDS), (_dots, OF_DOTS), (_dots, OF_ALL_DOTS)]
)
def test_no_masked_count_follows_from_two_that_follow_each_other(
    store: Callable[..., Stored], every: list[Counts], supposed: str
) -> None:
    """5, 3 and 0 hands and then 5, 2 and 0: the history told that two were against it."""
    assert _told(store, every, RELATIONS[supposed]) == []


@pytest.mark.parametrize("order", [*itertools.permutations({"a": 8, "b": 9, "c": 1}.items())])
def test_dots_that_are_counted_one_by_one_hide_the_small_one_in_any_order(
    order: tuple[tuple[str, int], ...],
) -> None:
    """Eight, nine, and then one of eighteen: the first two were exact."""
    kept: dict[str, int | str] = {}
    for n, (of, count) in enumerate(order, 1):
        kept |= dots_kept({of: count}, kept, is_open=n < len(order))
    assert kept == {"a": "3+", "b": "3+", "c": "1-2"}


def test_few_dots_are_refused_beside_those_that_are_known() -> None:
    kept = dots_kept({"a": 8, "b": 9}, {}, is_open=False)
    assert kept == {"a": 8, "b": 9}
    with pytest.raises(Refused, match="Beside what was counted before"):
        dots_kept({"c": 1}, kept, is_open=False)
    assert dots_kept({"c": 4, "a": 7}, kept, is_open=False) == {"c": 4, "a": 7}


def known(journal: Living) -> Review:
    """The meeting as it is kept."""
    return meetings.meeting(journal, "LM-2026-01")


def test_a_count_that_was_taken_back_still_counts_as_read(journal: Living) -> None:
    """Undo takes nothing out of the history."""
    key = planned(journal)
    done = room.guess(journal, key, "AMB-01", hands={"supported": 5, "not_supported": 3})
    subject = f"review/{known(journal).id}"
    with journal.store.writing():
        journal.take_back(done.event, dict.fromkeys(done.event.changes))
    assert known(journal).guesses == ()
    with pytest.raises(Refused, match="What was kept stays"):
        room.guess(journal, key, "AMB-01", hands={"supported": 5, "not_supported": 2})
    room.guess(journal, key, "AMB-01", hands={"supported": 6, "not_supported": 4})
    assert [event.act for event in journal.store.events(subject)][-1] == "guess"


def test_marks_are_counted_again_only_where_they_hide_the_same(journal: Living) -> None:
    key = planned(journal)
    room.well_spent(journal, key, {5: 6, 4: 1})
    room.well_spent(journal, key, {5: 7, 4: 2})
    assert known(journal).well_spent.n == 9
    with pytest.raises(Refused, match="What was kept stays"):
        room.well_spent(journal, key, {5: 7, 4: 3})


def test_dots_are_kept_only_after_the_number_of_people_is_said(journal: Living) -> None:
    key = planned(journal)
    with pytest.raises(Refused, match="Say first how many take part"):
        room.vote(journal, key, {"AMB-01": 4})
    meetings.describe(journal, key, participants_n=5)
    room.vote(journal, key, {"AMB-01": 4})
    assert len(known(journal).votes) == 1


@pytest.mark.parametrize("counted", ["dots", "guess", "spent"])
def test_fewer_than_five_are_not_said_to_have_been_there_once_they_were_counted(
    journal: Living, counted: str
) -> None:
    """A meeting was closed with four people, and their dots stayed."""
    key = planned(journal)
    meetings.describe(journal, key, participants_n=6)
    if counted == "dots":
        room.vote(journal, key, {"AMB-01": 4})
    elif counted == "guess":
        room.guess(journal, key, "AMB-01", hands={"supported": 6})
    else:
        room.well_spent(journal, key, {5: 6})
    for say in (meetings.describe, holding.begin, holding.close):
        with pytest.raises(Refused, match="takes 5 people or more"):
            say(journal, key, participants_n=4)
    undo(journal)
    with pytest.raises(Refused, match="takes 5 people or more"):
        meetings.describe(journal, key, participants_n=4)
    holding.close(journal, key, participants_n=5)
    assert known(journal).participants_n == 5
