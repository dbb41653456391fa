"""Which points of a run chart make its signal, so that they can be marked and named.

``runchart`` says whether there is a signal; this module says where. Standard library
only.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from explog.domain.charts.runchart import (
    SHIFT_LENGTH,
    TREND_LENGTH,
    Reading,
    anhoej_limits,
    scored,
    side_of,
)
from explog.domain.naming.vocabulary_learning import Direction, RuleSet, Signal
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence


def signal_points(
    reading: Reading,
    baseline: Sequence[float],
    test: Sequence[float],
    direction: Direction,
    target: float | None = None,
) -> frozenset[int]:
    """The places of the points that make the signal, counted over *baseline* and then *test*.

    Empty without a signal, and where it is too few crossings alone: then no point is special.
    """
    if reading.signal not in {Signal.SHIFT, Signal.SHIFT_WORSE} or reading.centre is None:
        return frozenset()
    whole = [*baseline, *test]
    sides = [side_of(value, reading.centre) for value in whole]
    if reading.centre_is_frozen:
        sides = [0] * len(baseline) + _test_sides(baseline, test, direction, target)
        found = [one for one in runs(sides) if one[2] >= SHIFT_LENGTH][-1:]
    elif reading.rule is RuleSet.IHI:
        found = [one for one in runs(sides) if one[2] >= SHIFT_LENGTH]
        found += [one for one in _trends(whole) if one[2] >= TREND_LENGTH]
    else:
        longest, _fewest = anhoej_limits(max(1, reading.points_used))
        found = [one for one in runs(sides) if one[2] > longest]
    marked = {place for start, end, _length in found for place in range(start, end + 1)}
    off = {place for place in marked if sides[place]}
    return frozenset(marked if reading.rule is RuleSet.IHI else off)


def _test_sides(
    baseline: Sequence[float], test: Sequence[float], direction: Direction, target: float | None
) -> list[int]:
    """On which side of the frozen baseline each point of the test lies; 1 is the better one."""
    usual, scores = scored(baseline, test, direction, target)
    return [side_of(score, usual) for score in scores]


def runs(sides: Sequence[int]) -> list[tuple[int, int, int]]:
    """First and last place and length of each run; points on the centre (0) do not count."""
    numbered = [(place, one) for place, one in enumerate(sides) if one]
    found = []
    for _side, members in groupby(numbered, key=lambda pair: pair[1]):
        places = [place for place, _one in members]
        found.append((places[0], places[-1], len(places)))
    return found


def _trends(values: Sequence[float]) -> list[tuple[int, int, int]]:
    """First and last place and length of each stretch that only rises or only falls."""
    found: list[tuple[int, int, int]] = []
    steps = [
        (place, step)
        for place, (before, after) in enumerate(pairwise(values), 1)
        if (step := side_of(after, before))
    ]
    for _step, members in groupby(steps, key=lambda pair: pair[1]):
        places = [place for place, _one in members]
        found.append((places[0] - 1, places[-1], len(places) + 1))
    return found


def named(reading: Reading) -> str:
    """What the chart says, in words, with what it says it from."""
    match reading.signal:
        case Signal.TOO_FEW:
            said = _("Too few to tell random variation apart ({n} of {needed})")
            return said.format(n=reading.points_used, needed=reading.points_needed)
        case Signal.NO_SHIFT:
            return _("Random variation: no signal")
    return _("Signal: {name}").format(name=_name(reading))


def _name(reading: Reading) -> str:
    """The name of the signal."""
    if reading.centre_is_frozen:
        worse = reading.signal is Signal.SHIFT_WORSE
        said = (
            _("shift to the worse, {n} or more in a row")
            if worse
            else _("shift to the better, {n} or more in a row")
        )
        return said.format(n=SHIFT_LENGTH)
    if reading.rule is RuleSet.IHI:
        if reading.longest_run >= SHIFT_LENGTH:
            return _("shift, {n} in a row on one side").format(n=reading.longest_run)
        return _("trend, {n} or more that all rise or all fall").format(n=TREND_LENGTH)
    longest, fewest = anhoej_limits(max(1, reading.points_used))
    parts = []
    if reading.longest_run > longest:
        said = _("shift, {n} in a row on one side (up to {max} is random)")
        parts.append(said.format(n=reading.longest_run, max=longest))
    if reading.crossings < fewest:
        said = _("few crossings, {n} (from {min} on is random)")
        parts.append(said.format(n=reading.crossings, min=fewest))
    return "; ".join(parts)
