"""Run charts: whether a series of observations says more than random variation (DOMAIN.md 8.4).

One rule at a time, because more tests give more false signals. A point counts as lying on the
median when it differs by no more than rounding. Signals are a hint beside the result; people
decide. Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from math import isclose, log2
from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary_learning import Direction, RuleSet, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHIFT_LENGTH = 6
"""Points in a row on one side that make a shift. Source: IHI run chart rules."""

TREND_LENGTH = 5
"""Points in a row, the first included, that all go one way. Source: IHI run chart rules."""

BASELINE_NEEDED = 6
"""Observations before the start that make a baseline worth freezing. Source: DOMAIN.md 8.4."""

POINTS_NEEDED = 10
"""Points off the median below which a whole series says nothing.

Source: Anhøj & Olesen 2014; Perla, Provost & Murray 2011.
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a run chart says, and what it says it from."""

    rule: RuleSet
    """The rule that was applied: Anhøj's where the baseline is too short for the one asked for."""
    signal: Signal
    centre: float | None
    """The median to draw, in the measure's unit; None when there are no observations at all."""
    centre_is_frozen: bool
    """Whether it is the median of the baseline alone."""
    longest_run: int
    """Of the test when the centre is frozen, else of the whole series."""
    crossings: int
    """Over the same points as ``longest_run``."""
    points_used: int
    """Frozen centre: observations of the test. Else: points of the series off the median."""
    points_needed: int
    """How many ``points_used`` must reach before there can be a signal."""


def median(values: Sequence[float]) -> float:
    """The middle of *values* in any order; between the two middle ones when their number is even.

    Raises:
        ValueError: When there are no values.
    """
    if not values:
        message = "no values"
        raise ValueError(message)
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def longest_run(values: Sequence[float], centre: float) -> int:
    """The most *values* in a row on one side of *centre*; those on it neither count nor break."""
    return max((length for _, length in _runs(values, centre)), default=0)


def crossings(values: Sequence[float], centre: float) -> int:
    """How often *values* go from one side of *centre* to the other; those on it are left out."""
    return max(0, sum(1 for _ in _runs(values, centre)) - 1)


def anhoej_limits(n: int) -> tuple[int, int]:
    """The longest run that is still random, and the fewest crossings that still are.

    Args:
        n: Points that are not on the median, 1 or more.

    Returns:
        ``round(log2 n + 3)`` and the 5 % quantile of Binomial(n − 1, ½), exact as R's
        ``qbinom(0.05, n - 1, 0.5)``.

    Source: Anhøj & Olesen 2014; checked against R's qicharts2 0.8.1 (DOMAIN.md 8.4).
    """
    trials = n - 1
    fewest, ways = 0, 1
    seen = ways
    while seen * 20 < 2**trials:
        ways = ways * (trials - fewest) // (fewest + 1)
        fewest += 1
        seen += ways
    return round(log2(n) + 3), fewest


def anhoej(values: Sequence[float], centre: float | None = None) -> Signal:
    """The signal of the Anhøj rules for a whole series, oldest first, about *centre*.

    Its own median where None is given. ``SHIFT`` when the longest run is too long or the crossings
    are too few, whichever side is the better one; ``TOO_FEW`` with fewer than ten points off the
    centre.
    """
    if centre is None:
        centre = median(values) if values else 0
    useful = sum(length for _, length in _runs(values, centre))
    if useful < POINTS_NEEDED:
        return Signal.TOO_FEW
    longest, fewest = anhoej_limits(useful)
    is_shift = longest_run(values, centre) > longest or crossings(values, centre) < fewest
    return Signal.SHIFT if is_shift else Signal.NO_SHIFT


def ihi(values: Sequence[float]) -> Signal:
    """The signal of IHI's rules for a whole series, oldest first, about its own median.

    ``SHIFT`` for six in a row on one side or five that all rise or all fall (a point equal to the
    one before it is left out of a trend), whichever way is the better one; ``TOO_FEW`` with fewer
    than ten points off the median. Astronomical points are marked by hand and never computed.
    """
    if _useful(values) < POINTS_NEEDED:
        return Signal.TOO_FEW
    is_shift = longest_run(values, median(values)) >= SHIFT_LENGTH
    return Signal.SHIFT if is_shift or _longest_trend(values) >= TREND_LENGTH else Signal.NO_SHIFT


def baseline_shift(
    baseline: Sequence[float],
    test: Sequence[float],
    direction: Direction,
    *,
    centre_target: float | None = None,
) -> Signal:
    """The signal of the test about the frozen median of the baseline.

    Args:
        baseline: Observations before the start, in the measure's unit, oldest first.
        test: Observations of the current cycle, oldest first.
        direction: Which way is better. ``WITHIN``: closer to *centre_target* than the baseline
            usually was.
        centre_target: What ``WITHIN`` aims at; the baseline's own median when None.

    Returns:
        ``SHIFT`` for six in a row on the better side, ``SHIFT_WORSE`` on the worse side; the later
        one decides when the test has both. ``TOO_FEW`` with fewer than six test points. With fewer
        than six baseline points: ``anhoej`` of all points.

    Source: IHI run chart rules (six or more); frozen median: DOMAIN.md 8.4.
    """
    if len(baseline) < BASELINE_NEEDED:
        return anhoej([*baseline, *test])
    if len(test) < SHIFT_LENGTH:
        return Signal.TOO_FEW
    usual, scores = scored(baseline, test, direction, centre_target)
    sides = [side for side, length in _runs(scores, usual) if length >= SHIFT_LENGTH]
    if not sides:
        return Signal.NO_SHIFT
    return Signal.SHIFT if sides[-1] > 0 else Signal.SHIFT_WORSE


def signal(
    rule: RuleSet,
    baseline: Sequence[float],
    test: Sequence[float],
    direction: Direction,
    target: float | None = None,
) -> Signal:
    """What *rule* says of the two phases, each oldest first, in the measure's unit."""
    match rule:
        case RuleSet.BASELINE_SHIFT:
            return baseline_shift(baseline, test, direction, centre_target=target)
        case RuleSet.ANHOEJ:
            return anhoej([*baseline, *test])
        case RuleSet.IHI:
            return ihi([*baseline, *test])


def read(
    rule: RuleSet,
    baseline: Sequence[float],
    test: Sequence[float],
    direction: Direction,
    target: float | None = None,
) -> Reading:
    """The signal with the numbers behind it, for the chart and the line beside the result."""
    said = signal(rule, baseline, test, direction, target)
    if rule is RuleSet.BASELINE_SHIFT and len(baseline) >= BASELINE_NEEDED:
        usual, scores = scored(baseline, test, direction, target)
        run, crossed = longest_run(scores, usual), crossings(scores, usual)
        return Reading(rule, said, median(baseline), True, run, crossed, len(test), SHIFT_LENGTH)
    values = [*baseline, *test]
    centre = median(values) if values else None
    run, crossed = (
        (0, 0) if centre is None else (longest_run(values, centre), crossings(values, centre))
    )
    applied = RuleSet.ANHOEJ if rule is RuleSet.BASELINE_SHIFT else rule
    return Reading(applied, said, centre, False, run, crossed, _useful(values), POINTS_NEEDED)


def side_of(value: float, centre: float) -> int:
    """1 above *centre*, −1 below, 0 on it but for rounding: (1.1 + 2.2) / 2 is not quite 1.65."""
    return (
        0 if isclose(value, centre, rel_tol=1e-12, abs_tol=1e-9) else (1 if value > centre else -1)
    )


def _runs(values: Sequence[float], centre: float) -> Iterator[tuple[int, int]]:
    """The side (1 or −1) and the length of each run about *centre*, oldest first."""
    sides = (side for value in values if (side := side_of(value, centre)))
    return ((side, len(list(run))) for side, run in groupby(sides))


def _useful(values: Sequence[float]) -> int:
    """How many of *values* are not on their own median."""
    return sum(length for _, length in _runs(values, median(values))) if values else 0


def _longest_trend(values: Sequence[float]) -> int:
    """The most points in a row that all rise or all fall, the first included; equals count once."""
    steps = (step for before, after in pairwise(values) if (step := side_of(after, before)))
    return max((len(list(run)) + 1 for _, run in groupby(steps)), default=0)


def scored(
    baseline: Sequence[float], test: Sequence[float], direction: Direction, target: float | None
) -> tuple[float, list[float]]:
    """The baseline's median and the test's points, turned so that more is better.

    ``WITHIN`` is judged by the distance to the target. The median is that of the baseline's
    distances: a baseline that lies about its target has points on both sides of it, and its own
    median's distance would be next to nothing.
    """
    aim = median(baseline) if target is None else target

    def score(value: float) -> float:
        match direction:
            case Direction.UP:
                return value
            case Direction.DOWN:
                return -value
            case Direction.WITHIN:
                return -abs(value - aim)

    return median([score(value) for value in baseline]), [score(value) for value in test]
