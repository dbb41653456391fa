"""The run chart in characters: median, target, points, and ISO weeks below (DOMAIN.md 8.4).

Days are laid on a scale, so a week without a measurement is a gap and never a zero.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from explog.domain.charts.runchart import side_of
from explog.domain.charts.signal import named
from explog.domain.moments import shown_day, shown_week
from explog.domain.naming.vocabulary_learning import Phase
from explog.domain.numbers import shown_number
from explog.domain.safe import safe
from explog.locale import _, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from explog.domain.charts.series import Point, Series

BASELINE, TEST, SIGNAL, CENTRE, TARGET, START, END = "○●◉─┄│┊"
"""The signs of the chart; each is explained by ``legend``."""

LEAST_ROWS = 3
"""Fewer rows cannot tell a median from a target."""

WEEKS = "12 14 16"
"""The least that must fit below a chart."""


@dataclass(slots=True)
class _Scale:
    """Where values and days lie on the grid."""

    low: float
    high: float
    first: date
    last: date
    rows: int
    columns: int
    cells: list[list[str]] = field(default_factory=list)

    def row(self, value: float) -> int:
        """The row of *value*, 0 at the top."""
        return round((self.high - value) / (self.high - self.low) * (self.rows - 1))

    def column(self, day: date) -> int | None:
        """The column of *day*; None outside the chart."""
        if not self.first <= day <= self.last:
            return None
        days = (self.last - self.first).days
        return (
            round((day - self.first).days / days * (self.columns - 1))
            if days
            else self.columns // 2
        )


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as lines, and where its points stand in them."""

    lines: list[str]
    columns: dict[date, int] = field(default_factory=dict)
    """Day of a point → its place in the lines."""
    rows: int = 0
    """The lines that hold points; weeks and marks stand below."""


def chart(series: Series, width: int, height: int) -> list[str]:
    """*series* as lines of at most *width* cells; *height* of them, with the weeks and the marks.

    Returns:
        An empty list when there is no point, or no room for a chart.
    """
    return drawn(series, width, height).lines


def drawn(series: Series, width: int, height: int) -> Drawn:
    """As ``chart``, with the places of its points."""
    below = 2 if series.marks else 1
    numbers = _numbers(series)
    edge = max([len(week_word()), *(len(shown_number(value)) for value in numbers)], default=0) + 1
    if not series.points or height - below < LEAST_ROWS or width - edge < len(WEEKS):
        return Drawn([])
    scale = _scale(series, numbers, height - below, width - edge - 1)
    _draw(scale, series)
    lines = [
        f"{name:>{edge - 1}} {''.join(cells)}"
        for name, cells in zip(_names(scale, series), scale.cells, strict=True)
    ]
    if series.marks:
        lines.append(" " * edge + _marks(scale, series.marks))
    lines.append(f"{week_word():>{edge - 1}} {_weeks(scale)}")
    columns = {
        point.day: edge + column
        for point in series.points
        if (column := scale.column(point.day)) is not None
    }
    return Drawn([line.rstrip() for line in lines], columns, scale.rows)


def legend(series: Series) -> list[str]:
    """What the signs of the chart mean, one entry each, only those that are drawn."""
    said = []
    if any(not point.is_test and not point.is_signal for point in series.points):
        said.append(f"{BASELINE} " + _("outside the test"))
    if any(point.is_test and not point.is_signal for point in series.points):
        said.append(f"{TEST} " + _("test"))
    if any(point.is_signal for point in series.points):
        said.append(f"{SIGNAL} " + _("makes the signal"))
    if series.centre is not None:
        frozen = series.centre_is_frozen
        words = _("median of the baseline {value}") if frozen else _("median {value}")
        said.append(f"{CENTRE} {words.format(value=shown_number(series.centre))}")
    if series.target is not None:
        words = _("target {value}")
        said.append(f"{TARGET} {words.format(value=shown_number(series.target))}")
    if series.cycles:
        said.append(f"{START} " + _("the test starts"))
    if any(end is not None for _start, end in series.cycles):
        said.append(f"{END} " + _("the test ends"))
    return said


BESIDE = "   "
"""Between two parts of the legend."""


def legend_lines(series: Series, width: int) -> list[str]:
    """The legend in lines of *width* cells; no sign stands apart from its words."""
    lines: list[str] = []
    for part in legend(series):
        longer = f"{lines[-1]}{BESIDE}{part}" if lines else part
        if lines and len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def marks(series: Series) -> list[str]:
    """The annotations with their numbers, days and words."""
    return [
        f"{number} {shown_day(day)}: {safe(text)}"
        for number, (day, text) in enumerate(zip(series.marks, series.told, strict=False), 1)
    ]


def signal_words(series: Series) -> str:
    """What the chart says beside the result, in words; empty where nothing was read."""
    return named(series.reading) if series.reading is not None else ""


def told_point(series: Series, point: Point) -> str:
    """One point read aloud: ``week 41 · 12 Oct 2026: 12.5 minutes (n 40) · test · above …``."""
    unit = f" {safe(series.unit)}" if series.unit else ""
    n = f" (n {shown_number(point.n)})" if point.n is not None else ""
    parts = [f"{shown_week(point.day)} · {shown_day(point.day)}: {shown_number(point.value)}"]
    parts[0] += unit + n
    parts.append(phase_word(point.phase))
    if series.centre is not None:
        beside = (_("on the median"), _("above the median"), _("below the median"))
        parts.append(beside[side_of(point.value, series.centre)])
    if point.is_signal:
        parts.append(_("makes the signal"))
    if point.note:
        parts.append(safe(point.note))
    return " · ".join(parts)


def phase_word(phase: Phase) -> str:
    """When an observation was made, in words."""
    return {
        Phase.BASELINE: _("before the test"),
        Phase.TEST: _("test"),
        Phase.BETWEEN: _("between"),
        Phase.AFTER: _("after the test"),
    }[phase]


def _numbers(series: Series) -> list[float]:
    """Every value that must fit on the scale."""
    lines = [value for value in (series.centre, series.target) if value is not None]
    return [point.value for point in series.points] + lines


def _scale(series: Series, numbers: Sequence[float], rows: int, columns: int) -> _Scale:
    """The grid, empty, from the first point or start of a cycle to the last.

    A single value gets room above and below; few days do not fill a wide screen.
    """
    low, high = min(numbers), max(numbers)
    if low == high:
        low, high = low - 1, high + 1
    days = [point.day for point in series.points] + [start for start, _end in series.cycles]
    first, last = min(days), max(days)
    columns = min(columns, max(2 * (last - first).days + 1, len(WEEKS)))
    return _Scale(low, high, first, last, rows, columns, [[" "] * columns for _row in range(rows)])


def _draw(scale: _Scale, series: Series) -> None:
    """Draw from the back to the front: cycles, target, median, points; the test's points last."""
    for start, end in series.cycles:
        _upright(scale, start, START)
        if end is not None:
            _upright(scale, end, END)
    for value, sign in ((series.target, TARGET), (series.centre, CENTRE)):
        if value is not None:
            scale.cells[scale.row(value)] = [sign] * scale.columns
    for point in sorted(series.points, key=lambda point: (point.is_signal, point.is_test)):
        column = scale.column(point.day)
        if column is not None:
            sign = SIGNAL if point.is_signal else TEST if point.is_test else BASELINE
            scale.cells[_row(scale, series, point.value)][column] = sign


def _row(scale: _Scale, series: Series, value: float) -> int:
    """The row of a point: beside the target's and the median's row where it is not on them.

    A chart is read by the sides its points lie on, so the side is right even where the height is
    rounded.
    """
    row = scale.row(value)
    for line in (series.target, series.centre):
        if line is not None and row == scale.row(line) and value != line:
            row += -1 if value > line else 1
    return min(max(row, 0), scale.rows - 1)


def _upright(scale: _Scale, day: date, sign: str) -> None:
    """A line from top to bottom on *day*."""
    column = scale.column(day)
    if column is not None:
        for cells in scale.cells:
            cells[column] = sign


def _names(scale: _Scale, series: Series) -> list[str]:
    """The number at the left of each row: median and target before the ends of the scale."""
    names = [""] * scale.rows
    for value in (scale.high, scale.low, series.target, series.centre):
        if value is not None:
            names[scale.row(value)] = shown_number(value)
    return names


def _weeks(scale: _Scale) -> str:
    """The ISO weeks below their Mondays, as many as fit with a space between."""
    monday = scale.first - timedelta(days=scale.first.weekday())
    mondays = (monday + timedelta(weeks=n) for n in range((scale.last - monday).days // 7 + 1))
    return _laid(
        ((scale.column(max(day, scale.first)), str(day.isocalendar().week)) for day in mondays),
        scale.columns,
    )


def _marks(scale: _Scale, days: Sequence[date]) -> str:
    """The numbers of the annotations below their days; those that do not fit are left out."""
    numbered = ((scale.column(day), str(number)) for number, day in enumerate(days, 1))
    shown = sorted((place, name) for place, name in numbered if place is not None)
    return _laid(shown, scale.columns)


def _laid(names: Iterable[tuple[int | None, str]], columns: int) -> str:
    """*names* at their columns, in order.

    Those that would touch the one before are left out, and those that would stick out by more
    than the one cell that is kept free for them at the end.
    """
    line = ""
    for column, name in names:
        if column is None or column + len(name) > columns + 1:
            continue
        if not line or column > len(line):
            line = line.ljust(column) + name
    return line


def week_word() -> str:
    """What stands beside the weeks."""
    return "uge" if spoken() == "da" else "week"
