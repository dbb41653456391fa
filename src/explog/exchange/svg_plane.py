"""Where values and days lie in the picture of a run chart, and how much room their names take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.numbers import shown_number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from explog.domain.charts.series import Series

WIDTH, TOP, PLOT, LEFT, RIGHT = 760, 64, 250, 64, 150
"""Measures of the picture in its own units; what stands below the plot makes it higher.

The margins at the sides are the least there are: long names get more.
"""

CHAR = 6.4
"""About how wide a character is."""

TICKS = 7
"""At most this many values are named at the left."""


@dataclass(frozen=True, slots=True)
class Plane:
    """The plot: its bounds in values and days, and in the picture."""

    low: float
    high: float
    first: date
    last: date
    left: float = LEFT
    right: float = WIDTH - RIGHT

    def x(self, day: date) -> float:
        """The place of *day* from the left."""
        days = (self.last - self.first).days or 1
        share = (day - self.first).days / days if self.last > self.first else 0.5
        return round(self.left + share * (self.right - self.left), 1)

    def y(self, value: float) -> float:
        """The place of *value* from the top."""
        return round(TOP + (self.high - value) / (self.high - self.low) * PLOT, 1)


def plane_of(series: Series, named: Iterable[str]) -> Plane:
    """The plane that holds every point, line and cycle, and what is *named* beside it."""
    lines = [value for value in (series.centre, series.target) if value is not None]
    values = [point.value for point in series.points] + lines
    low, high = min(values), max(values)
    room = max((high - low) * 0.08, abs(high) * 1e-6, 1e-6) if high > low else abs(high) * 0.1 or 1
    days = [point.day for point in series.points]
    days += [day for cycle in series.cycles for day in cycle if day is not None]
    foot = room + ((high - low) * 0.12 if series.marks else 0)
    low, high = 0 if low >= 0 > low - foot else low - foot, high + room
    left = max(LEFT, 16 + _wide(shown_number(value) for value in ticks(low, high)))
    right = WIDTH - max(RIGHT, 12 + _wide(named))
    return Plane(low, high, min(days), max(days), left, right)


def _wide(words: Iterable[str]) -> float:
    """How wide the longest of *words* is."""
    return max((len(word) for word in words), default=0) * CHAR


def ticks(low: float, high: float) -> list[float]:
    """Round values between *low* and *high*."""
    step = _step((high - low) / 5)
    begun = -(-low // step) * step
    values = (round(begun + step * n, 9) for n in range(TICKS))
    return [*dict.fromkeys(one for one in values if low <= one <= high)]


def _step(rough: float) -> float:
    """A round number of about *rough*: 1, 2 or 5 times a power of ten."""
    power = 10.0 ** len(str(int(rough))) / 10 if rough >= 1 else 1.0
    while rough < power:
        power /= 10
    return next(power * n for n in (1, 2, 5, 10) if power * n >= rough * 0.999)
