"""A run chart as text: as wide as the terminal, with its signal and its words below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.pages.layout import Page
from explog.domain.safe import safe
from explog.exchange.text_chart import chart, legend_lines, marks, signal_words, told_point
from explog.locale import _

if TYPE_CHECKING:
    from explog.domain.charts.series import Series

HEIGHT = 16
"""Lines of the chart, its weeks and marks included."""

READ = 5
"""The latest points that are told one by one, for those who do not see the chart."""


def chart_lines(series: Series, key: str, width: int) -> list[str]:
    """*series* of the experiment *key* in lines of at most *width* cells."""
    page = Page(width)
    unit = f" ({series.unit})" if series.unit else ""
    page.text(f"{key}  {series.name}{unit}", indent="", style="bold")
    if not series.points:
        page.text(_("No observations yet."))
        return page.lines
    page.lines += [safe(line) for line in chart(series, width - 1, HEIGHT)]
    page.text(signal_words(series), indent="", style="bold")
    for line in (*legend_lines(series, width), *marks(series)):
        page.text(line, indent="")
    page.heading(_("Latest"))
    for point in series.by_day[-READ:]:
        page.marked("·", told_point(series, point))
    return page.lines
