"""Counts of groups that never point at a person (DOMAIN.md 9, acceptance check 12)."""

from __future__ import annotations

import contextlib
import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from explog.domain.record.people import (
    GROUPS,
    SMALLEST_GROUP,
    Readiness,
    Stance,
    banded,
    dotted,
)
from tests.builders import START, ident

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNTS = st.fixed_dictionaries({group: st.integers(0, 8) for group in GROUPS})


@pytest.mark.parametrize("most", [8, pytest.param(12, marks=pytest.mark.long)])
def test_no_reader_who_knows_the_rule_and_the_sum_learns_a_small_count(most: int) -> None:
    """Every way that up to *most* people can stand in four groups, as a reader sees it."""
    meant: dict[tuple[int, tuple[int | str, ...]], set[tuple[int, ...]]] = {}
    for n in range(SMALLEST_GROUP, most + 1):
        for counts in _ways_to_stand(n, groups=4):
            with contextlib.suppress(ValueError):
                shown = banded(dict(zip("abcd", counts, strict=True)))
                meant.setdefault((n, tuple(shown.values())), set()).add(counts)
    for (_n, cells), possible in meant.items():
        for place, cell in enumerate(cells):
            if isinstance(cell, str):
                assert len({one[place] for one in possible}) >= 2, cells


@pytest.mark.parametrize(("things", "most"), [(3, 0.0), (4, 0.03), (5, 0.05)])
def test_who_knows_how_many_dots_there_were_hardly_ever_reckons_a_small_count(
    things: int, most: float
) -> None:
    """Eleven people had 33 dots; six counts were told, and 33 less their sum was the seventh."""
    meant: dict[tuple[int | str, ...], set[tuple[int, ...]]] = {}
    ways = [*_ways_to_stand(15, groups=things)]
    for counts in ways:
        shown = dotted(dict(zip("abcde", counts, strict=False)))
        meant.setdefault(tuple(shown.values()), set()).add(counts)
    told = [
        possible
        for cells, possible in meant.items()
        if any(
            cell == "1-2" and len({one[place] for one in possible}) < 2
            for place, cell in enumerate(cells)
        )
    ]
    assert sum(map(len, told)) <= most * len(ways)


@pytest.mark.parametrize(
    ("counts", "beside", "expected"),
    [
        ((4, 6, 3, 9), (), (4, 6, 3, 9)),
        ((4, 6, 3, 9, 5, 4, 2), (), ("3+", 6, "3+", 9, 5, 4, "1-2")),
        ((0, 6, 2), (), (0, "3+", "1-2")),
        ((3, 11, 1), (), ("3+", "3+", "1-2")),
        ((1,), (), ("1-2",)),
        ((6, 9, 7), ("1-2",), ("3+", 9, "3+")),
        ((6, 9, 7), ("1-2", "3+"), ("3+", 9, 7)),
        ((6, 9, 7), ("1-2", "3+", "3+"), (6, 9, 7)),
        ((0, 0), ("1-2",), (0, 0)),
    ],
)
def test_few_dots_are_masked_and_the_most_dots_are_still_known(
    counts: tuple[int, ...], beside: tuple[int | str, ...], expected: tuple[int | str, ...]
) -> None:
    named = dict(zip("abcdefg", counts, strict=False))
    assert tuple(dotted(named, beside).values()) == expected


def _ways_to_stand(people: int, groups: int) -> Iterator[tuple[int, ...]]:
    """Every way that *people* can stand in *groups*."""
    for walls in itertools.combinations(range(people + groups - 1), groups - 1):
        places = (-1, *walls, people + groups - 1)
        yield tuple(right - left - 1 for left, right in itertools.pairwise(places))


@given(COUNTS)
def test_small_counts_are_always_masked(counts: dict[str, int]) -> None:
    with contextlib.suppress(ValueError):
        shown = banded(counts)
        assert all((shown[name] == "1-2") is (counts[name] in {1, 2}) for name in counts)
        assert sum(cell == "3+" for cell in shown.values()) <= 1


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((3, 4, 3, 0, 0), (3, 4, 3, 0, 0)),
        ((5, 0, 0, 0, 0), (5, 0, 0, 0, 0)),
        ((3, 4, 3, 2, 0), ("3+", 4, 3, "1-2", 0)),
        ((4, 7, 2, 1, 0), ("3+", 7, "1-2", "1-2", 0)),
        ((1, 4, 0, 0, 0), ("1-2", "3+", 0, 0, 0)),
        ((2, 3, 6, 0, 0), ("1-2", "3+", 6, 0, 0)),
        ((1, 1, 4, 9, 0), ("1-2", "1-2", "3+", 9, 0)),
        ((1, 2, 2, 0, 0), ("1-2", "1-2", "1-2", 0, 0)),
    ],
)
def test_the_first_count_that_can_hide_them_is_masked_too(
    counts: tuple[int, ...], expected: tuple[int | str, ...]
) -> None:
    assert tuple(banded(dict(zip(GROUPS, counts, strict=True))).values()) == expected


@pytest.mark.parametrize(
    "counts",
    [(1, 1, 1, 1, 1), (2, 2, 2, 0, 0), (1, 3, 3, 0, 0), (1, 1, 3, 0, 0), (1, 3, 6, 0, 0)],
)
def test_where_nothing_hides_them_the_counts_are_not_kept(counts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="write a note instead"):
        banded(dict(zip(GROUPS, counts, strict=True)))


def stance(n: int, **counts: int | str) -> Stance:
    """A stance as it is stored."""
    return Stance.model_validate({"id": ident("stance"), "date": START, "n": n, **counts})


@pytest.mark.parametrize("n", [0, 1, 4])
def test_fewer_than_five_are_never_counted(n: int) -> None:
    with pytest.raises(ValidationError):
        stance(n, frontrunner=n)


def test_five_are_enough() -> None:
    assert SMALLEST_GROUP == 5
    assert stance(5, frontrunner=5).n == 5


@pytest.mark.parametrize("count", [1, 2, -1, "1", "2", "1-3", "4+", "3"], ids=repr)
def test_a_count_of_one_or_two_cannot_even_be_imported(count: int | str) -> None:
    with pytest.raises(ValidationError):
        stance(9, frontrunner=count, on_board="3+")


def test_counts_that_are_not_masked_add_up() -> None:
    with pytest.raises(ValidationError, match="add up to 8, not to 9"):
        stance(9, frontrunner=3, on_board=5)
    assert stance(9, frontrunner="1-2", on_board="3+", waiting=3).waiting == 3


MARKS = ("know_why", "want_to", "know_how", "can_do", "keep_up")


def readiness(*marks: int) -> Readiness:
    """Five marks."""
    fields = dict(zip(MARKS, marks, strict=True))
    return Readiness.model_validate({"id": ident("readiness"), "date": START, **fields})


@pytest.mark.parametrize(
    ("marks", "barrier"),
    [
        ((5, 5, 5, 5, 5), None),
        ((4, 4, 4, 4, 4), None),
        ((4, 4, 4, 4, 3), "keep_up"),
        ((4, 3, 1, 1, 1), "want_to"),
        ((1, 1, 1, 1, 1), "know_why"),
    ],
)
def test_the_barrier_is_the_first_mark_of_three_or_below(
    marks: tuple[int, ...], barrier: str | None
) -> None:
    assert readiness(*marks).barrier == barrier


@pytest.mark.parametrize("mark", [0, 6])
def test_marks_lie_between_one_and_five(mark: int) -> None:
    with pytest.raises(ValidationError):
        readiness(mark, 5, 5, 5, 5)
