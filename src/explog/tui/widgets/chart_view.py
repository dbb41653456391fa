"""The run chart on a page: as wide as there is room; arrows and the mouse read a point aloud."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from explog.exchange.text_chart import (
    BASELINE,
    CENTRE,
    END,
    SIGNAL,
    START,
    TARGET,
    TEST,
    Drawn,
    drawn,
    legend_lines,
    marks,
    signal_words,
    told_point,
)
from explog.locale import _
from explog.tui.widgets.pieces import said, word

if TYPE_CHECKING:
    from textual import events

    from explog.domain.charts.series import Series

TONES = {
    BASELINE: "$quiet",
    TEST: "$running",
    SIGNAL: "bold $mark",
    CENTRE: "$foreground",
    TARGET: "$worked",
    START: "$rim",
    END: "$rim",
}
"""The colours of the chart's signs; the legend names them in words."""


class RunChart(Static, can_focus=True):
    """A run chart with its signal, the point that is read, its legend and its marks below."""

    DEFAULT_CSS = """
    RunChart {
        height: auto;
        width: 1fr;
        pointer: pointer;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "read(-1)", show=False),
        Binding("right,l", "read(1)", show=False),
    ]
    LINES: ClassVar[int] = 9

    def __init__(self, series: Series) -> None:
        """Show *series* and what it says."""
        super().__init__()
        self._series = series
        self._points = series.by_day
        self._drawn = Drawn([])
        self.reading: int | None = None
        """The place of the point that is read; None for none."""

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the room there is."""
        self._drawn = drawn(self._series, event.size.width, self.LINES)
        self._tell()

    def on_focus(self) -> None:
        """Begin to read at the newest point."""
        if self.reading is None and self._points:
            self.reading = len(self._points) - 1
            self._tell()

    def on_blur(self) -> None:
        """Nobody reads any more."""
        self.reading = None
        self._tell()

    def on_click(self, event: events.Click) -> None:
        """Read the point that is nearest."""
        columns = self._drawn.columns
        if columns:
            self.reading = min(
                range(len(self._points)),
                key=lambda place: abs(columns[self._points[place].day] - event.x),
            )
            self._tell()

    def action_read(self, step: int) -> None:
        """Read the point before or after."""
        if self._points:
            place = len(self._points) - 1 if self.reading is None else self.reading + step
            self.reading = min(max(place, 0), len(self._points) - 1)
            self._tell()

    def _tell(self) -> None:
        """Draw everything again."""
        point = None if self.reading is None else self._points[self.reading]
        column = self._drawn.columns.get(point.day) if point is not None else None
        lines = [
            painted(line, column if row < self._drawn.rows else None)
            for row, line in enumerate(self._drawn.lines)
        ]
        if lines:
            unit = f" ({self._series.unit})" if self._series.unit else ""
            lines.insert(0, said(self._series.name + unit, "$quiet"))
        lines.append(word(signal_words(self._series), "bold"))
        if point is not None:
            lines.append(said("▸ " + told_point(self._series, point), "$mark"))
        elif self._drawn.lines:
            lines.append(word(_("← → or a click reads a point"), "$quiet"))
        if self._drawn.lines:
            lines += [said(one, "$quiet") for one in legend_lines(self._series, self.size.width)]
        lines += [said(line, "$quiet") for line in marks(self._series)]
        self.update(Content("\n").join(lines))


def painted(line: str, column: int | None = None) -> Content:
    """A line of the chart with its signs coloured, and the cell of the *column* that is read."""
    if column is not None:
        line = line.ljust(column + 1)
    toned = (
        (sign, f"{TONES.get(sign, '$quiet')}{' reverse' if place == column else ''}")
        for place, sign in enumerate(line)
    )
    pieces = groupby(toned, key=lambda pair: pair[1])
    return Content.assemble(*(("".join(sign for sign, _t in run), tone) for tone, run in pieces))
