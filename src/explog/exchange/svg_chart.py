"""The run chart as a picture: SVG text that needs nothing else (DOMAIN.md 8.4).

Shapes and dashes carry the meaning, never colour alone, so it prints in black and white; a title
and a description say the same in words.
"""

from __future__ import annotations

from datetime import date, timedelta
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from explog.domain.charts.series import Point
from explog.domain.moments import shown_day
from explog.domain.numbers import shown_number
from explog.domain.safe import safe
from explog.exchange.svg_plane import CHAR, LEFT, PLOT, TOP, WIDTH, plane_of, ticks
from explog.exchange.text_chart import marks, signal_words, told_point, week_word
from explog.locale import _, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.domain.charts.series import Series
    from explog.exchange.svg_plane import Plane

LINE = 18
"""The height of a line of text."""

INK, QUIET, GRID = "#1a1a1a", "#4d4d4d", "#8c8c8c"
"""Greys that keep 4.5:1 (lines 3:1) on white paper and are told apart in print."""

GAP = 1.6
"""Points further apart than this many usual distances are not joined: a gap is a gap."""

LABELS = 14
"""At most this many weeks are named."""


def svg(series: Series, key: str = "") -> str:
    """The picture of *series* as one SVG document; without points, it says that there are none."""
    unit = f" ({series.unit})" if series.unit else ""
    title = safe(f"{key} {series.name}{unit}".strip())
    notes = marks(series)
    height = TOP + PLOT + 2 * LINE + 30 + LINE * (2 + len(notes))
    parts = [
        _opening(height),
        f'<title id="t">{_text(title)}</title>',
        f'<desc id="d">{_text(described(series))}</desc>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        _words(LEFT, 22, title, size=15, weight="bold", most=WIDTH - LEFT - 16),
        _words(LEFT, 22 + LINE, signal_words(series) or _("No observations yet.")),
    ]
    if series.points:
        plane = plane_of(series, [said for *_how, said in _named(series)])
        parts += [*_axes(plane), *_cycles(plane, series), *_lines(plane, series)]
        parts += [*_joined(plane, series), *_points(plane, series), *_numbers(plane, series)]
    below = TOP + PLOT + 2 * LINE + 20
    parts += [*_key(series, below)]
    parts += [
        _words(LEFT, below + LINE * (n + 1), note, most=WIDTH - LEFT - 16)
        for n, note in enumerate(notes, 1)
    ]
    return "\n".join([*parts, "</svg>"])


def _opening(height: int) -> str:
    """The tag that begins the picture."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" aria-labelledby="t d" '
        f'lang="{spoken()}" font-family="system-ui, Helvetica, Arial, sans-serif" font-size="12">'
    )


def described(series: Series) -> str:
    """What the picture shows, in words: lines, signal, cycles, every point, every annotation."""
    said = [f"{signal_words(series)}."] if series.reading is not None else []
    if series.centre is not None:
        frozen = series.centre_is_frozen
        words = _("median of the baseline {value}") if frozen else _("median {value}")
        said.append(words.format(value=shown_number(series.centre)) + ".")
    if series.target is not None:
        said.append(_("target {value}").format(value=shown_number(series.target)) + ".")
    for start, end in series.cycles:
        span = _("The test starts {start}.").format(start=shown_day(start))
        if end is not None:
            span += " " + _("It ends {end}.").format(end=shown_day(end))
        said.append(span)
    said += [f"{told_point(series, point)}." for point in series.by_day]
    said += [f"{note}." for note in marks(series)]
    return " ".join(said)


def _axes(plane: Plane) -> Iterator[str]:
    """The frame, the values at the left, the ISO weeks below."""
    left, bottom = plane.left, TOP + PLOT
    yield f'<path d="M{left} {TOP}V{bottom}H{plane.right}" fill="none" stroke="{QUIET}"/>'
    for value in ticks(plane.low, plane.high):
        y = plane.y(value)
        yield f'<path d="M{left - 4} {y}H{left}" stroke="{QUIET}"/>'
        yield _words(left - 8, y + 4, shown_number(value), anchor="end")
    yield _words(left - 14, bottom + LINE, week_word(), anchor="end")
    monday = plane.first - timedelta(days=plane.first.weekday())
    weeks = (plane.last - monday).days // 7 + 1
    every = -(-weeks // LABELS)
    years = set()
    for n in range(0, weeks, every):
        day = max(monday + timedelta(weeks=n), plane.first)
        year, week, _weekday = day.isocalendar()
        x = plane.x(day)
        yield f'<path d="M{x} {bottom}v4" stroke="{QUIET}"/>'
        yield _words(x, bottom + LINE, str(week), anchor="middle")
        if year not in years:
            years.add(year)
            yield _words(x, bottom + 2 * LINE, str(year), anchor="middle", colour=QUIET)


def _cycles(plane: Plane, series: Series) -> Iterator[str]:
    """An upright line where a test starts and, dotted, where it ends; named where there is room."""
    several = len(series.cycles) > 1
    starts = [
        (start, "none", _("cycle {n}").format(n=n) if several else _("test starts"))
        for n, (start, _end) in enumerate(series.cycles, 1)
    ]
    ends = [(end, "2 4", _("test ends")) for _start, end in series.cycles if end is not None]
    taken: list[tuple[float, float]] = []
    for day, dash, said in [*starts, *ends]:
        if not plane.first <= day <= plane.last:
            continue
        x = plane.x(day)
        yield (f'<path d="M{x} {TOP - 8}V{TOP + PLOT}" stroke="{GRID}" stroke-dasharray="{dash}"/>')
        span = (x, x + len(said) * CHAR)
        if all(span[1] < other[0] or span[0] > other[1] for other in taken):
            taken.append(span)
            yield _words(x + 3, TOP - 1, said, size=10, colour=QUIET)


def _named(series: Series) -> list[tuple[float, str, float, str]]:
    """The lines that have a name: value, dashes, width, and what is said."""
    frozen = series.centre_is_frozen
    middle = _("baseline median {value}") if frozen else _("median {value}")
    known = [
        (series.centre, "none", 1.6, middle),
        (series.target, "8 4", 1.2, _("target {value}")),
    ]
    return [
        (value, dash, width, said.format(value=shown_number(value)))
        for value, dash, width, said in known
        if value is not None
    ]


def _lines(plane: Plane, series: Series) -> Iterator[str]:
    """The median and, dashed, the target; their names at the right, never on each other."""
    places: list[float] = []
    for value, dash, width, said in _named(series):
        y = plane.y(value)
        yield (
            f'<path d="M{plane.left} {y}H{plane.right}" stroke="{INK}" stroke-width="{width}" '
            f'stroke-dasharray="{dash}"/>'
        )
        place = y + 4
        if places and abs(places[-1] - place) < LINE - 4:
            place = places[-1] + (LINE - 4 if place >= places[-1] else 4 - LINE)
        places.append(place)
        yield _words(plane.right + 6, place, said)


def _joined(plane: Plane, series: Series) -> Iterator[str]:
    """Thin lines between neighbours; nothing over a gap."""
    points = series.by_day
    apart = sorted((after.day - before.day).days for before, after in pairwise(points))
    usual = series.every or (apart[len(apart) // 2] if apart else 1)
    for before, after in pairwise(points):
        if (after.day - before.day).days <= usual * GAP:
            yield (
                f'<path d="M{plane.x(before.day)} {plane.y(before.value)}'
                f'L{plane.x(after.day)} {plane.y(after.value)}" stroke="{GRID}" fill="none"/>'
            )


def _points(plane: Plane, series: Series) -> Iterator[str]:
    """A ring outside the test, a disc in it, a diamond where it makes the signal."""
    for point in series.by_day:
        x, y = plane.x(point.day), plane.y(point.value)
        said = _text(told_point(series, point))
        yield f"<g><title>{said}</title>{_shape(point, x, y)}</g>"


def _shape(point: Point, x: float, y: float) -> str:
    """The sign of one point."""
    if point.is_signal:
        return f'<path d="M{x} {y - 6}l6 6l-6 6l-6 -6z" fill="{INK}" stroke="#ffffff"/>'
    fill = INK if point.is_test else "#ffffff"
    return f'<circle cx="{x}" cy="{y}" r="4" fill="{fill}" stroke="{INK}" stroke-width="1.4"/>'


def _numbers(plane: Plane, series: Series) -> Iterator[str]:
    """The numbers of the annotations, in small boxes at the foot of the plot."""
    for number, day in enumerate(series.marks, 1):
        if plane.first <= day <= plane.last:
            x, y = plane.x(day), TOP + PLOT - 12
            yield f'<path d="M{x} {y}V{TOP}" stroke="{GRID}" stroke-dasharray="1 5"/>'
            yield (
                f'<rect x="{x - 8}" y="{y - 9}" width="16" height="15" rx="3" fill="#ffffff" '
                f'stroke="{INK}"/>'
            )
            yield _words(x, y + 3, str(number), anchor="middle", size=11)


def _key(series: Series, y: float) -> Iterator[str]:
    """What the signs mean, only those that are drawn."""
    shown = [
        (False, False, _("outside the test")),
        (True, False, _("test")),
        (True, True, _("makes the signal")),
    ]
    kinds = {(point.is_test, point.is_signal) for point in series.points}
    x: float = LEFT
    for is_test, is_signal, said in shown:
        if (is_test, is_signal) in kinds or (is_signal and (False, True) in kinds):
            sign = Point(date.min, 0, is_test, is_signal=is_signal)
            yield _shape(sign, x + 5, y - 4)
            yield _words(x + 15, y, said)
            x += 15 + len(said) * CHAR + 24


def _words(
    x: float,
    y: float,
    said: str,
    *,
    anchor: str = "start",
    size: int = 12,
    weight: str = "normal",
    colour: str = INK,
    most: float = 0,
) -> str:
    """One line of text; cut with an ellipsis where it is wider than *most*."""
    fits = int(most / (CHAR * size / 12)) if most else len(said)
    shown = said if len(said) <= fits else said[: fits - 1] + "…"
    return (
        f'<text x="{x}" y="{y}" text-anchor="{anchor}" font-size="{size}" '
        f'font-weight="{weight}" fill="{colour}">{_text(shown)}</text>'
    )


def _text(said: str) -> str:
    """*said* so that nothing in it is markup."""
    return escape(safe(said), quote=True)
