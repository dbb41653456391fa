from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog import locale
from explog.domain.charts.runchart import Reading
from explog.domain.charts.series import Point, Series
from explog.domain.naming.vocabulary_learning import RuleSet, Signal
from explog.exchange.text_chart import (
    BASELINE,
    CENTRE,
    END,
    SIGNAL,
    START,
    TARGET,
    TEST,
    chart,
    drawn,
    legend,
    legend_lines,
    signal_words,
    told_point,
)

MONDAY = date(2026, 9, 7)
WEEK = timedelta(weeks=1)


def _weekly(*values: float | None, is_test: bool = True, since: date = MONDAY) -> list[Point]:
    """One point a week; None for a week without one."""
    return [
        Point(since + WEEK * n, value, is_test)
        for n, value in enumerate(values)
        if value is not None
    ]


def _column(lines: list[str], sign: str) -> list[int]:
    """The columns in which *sign* stands, from left to right."""
    return sorted(place for line in lines for place, one in enumerate(line) if one == sign)


def test_a_week_without_a_measurement_is_a_gap_and_not_a_zero() -> None:
    lines = chart(Series(_weekly(10, 12, None, 11)), 60, 8)
    columns = _column(lines, TEST)
    assert len(columns) == 3
    assert columns[2] - columns[1] == pytest.approx(2 * (columns[1] - columns[0]), abs=1)
    assert not any(line.lstrip().startswith("0") for line in lines)


def test_a_point_beside_the_median_never_lies_on_its_row() -> None:
    lines = chart(Series(_weekly(61, 0, 62, 100), centre=61.5), 60, 5)
    row = next(line for line in lines if CENTRE in line)
    assert TEST not in row


def test_a_point_on_the_median_lies_on_its_row() -> None:
    lines = chart(Series(_weekly(0, 50, 100), centre=50), 60, 8)
    assert TEST in next(line for line in lines if CENTRE in line)


def test_median_and_target_are_named_at_the_left() -> None:
    lines = chart(Series(_weekly(10, 20, 40), centre=25, target=30), 60, 12)
    assert next(line for line in lines if CENTRE in line).split()[0] == "25"
    assert next(line for line in lines if TARGET in line).split()[0] == "30"


def test_higher_values_stand_higher() -> None:
    lines = chart(Series(_weekly(1, 9)), 40, 8)
    rows = [n for n, line in enumerate(lines) if TEST in line]
    assert "9" in lines[rows[0]]
    assert "1" in lines[rows[-1]]


def test_points_outside_the_test_have_a_sign_of_their_own() -> None:
    points = [*_weekly(10, 12, is_test=False), *_weekly(14, since=MONDAY + 2 * WEEK)]
    text = "\n".join(chart(Series(points), 60, 8))
    assert text.count(BASELINE) == 2
    assert text.count(TEST) == 1


def test_the_start_of_a_cycle_is_drawn_even_before_the_first_point() -> None:
    series = Series(_weekly(3, 4), cycles=[(MONDAY - WEEK, None)])
    assert _column(chart(series, 60, 8), START)[0] < _column(chart(series, 60, 8), TEST)[0]


def test_the_iso_weeks_stand_below() -> None:
    lines = chart(Series(_weekly(1, 2, 3)), 60, 8)
    assert lines[-1].split() == ["week", "37", "38", "39"]


def test_the_weeks_are_named_in_the_language_in_force() -> None:
    locale.speak("da")
    assert chart(Series(_weekly(1, 2)), 60, 8)[-1].split()[0] == "uge"


def test_annotations_are_numbered_below_their_days() -> None:
    lines = chart(Series(_weekly(1, 2, 3), marks=[MONDAY, MONDAY + 2 * WEEK]), 60, 8)
    assert lines[-2].split() == ["1", "2"]


def test_one_single_point_is_shown() -> None:
    assert TEST in "\n".join(chart(Series(_weekly(5)), 60, 8))


def test_without_points_or_room_there_is_no_chart() -> None:
    assert chart(Series(()), 60, 8) == []
    assert chart(Series(_weekly(1, 2)), 6, 8) == []
    assert chart(Series(_weekly(1, 2)), 60, 3) == []


_POINTS = st.lists(
    st.builds(
        Point,
        st.dates(date(2025, 1, 1), date(2027, 12, 31)),
        st.floats(-1e9, 1e9, allow_nan=False),
        st.booleans(),
    ),
    max_size=30,
)
_MAYBE = st.none() | st.floats(-1e9, 1e9, allow_nan=False)


@given(_POINTS, _MAYBE, _MAYBE, st.integers(0, 200), st.integers(0, 30))
def test_no_series_draws_past_the_room_it_has(
    points: list[Point], centre: float | None, target: float | None, width: int, height: int
) -> None:
    cycles = [(points[0].day, points[-1].day)] if points else []
    lines = chart(
        Series(points, centre, target, cycles, [p.day for p in points[:3]]), width, height
    )
    assert len(lines) in {0, height}
    assert all(len(line) <= width for line in lines)


def _reading(signal: Signal, *, frozen: bool = False, used: int = 12) -> Reading:
    """What a chart says."""
    return Reading(RuleSet.ANHOEJ, signal, 5, frozen, 9, 1, used, 10)


def test_the_legend_names_only_what_is_drawn() -> None:
    assert legend(Series(_weekly(1))) == [f"{TEST} test"]
    full = Series(
        _weekly(1, is_test=False),
        centre=2,
        target=3,
        cycles=[(MONDAY, MONDAY + WEEK)],
        reading=_reading(Signal.NO_SHIFT, frozen=True),
    )
    assert legend(full) == [
        f"{BASELINE} outside the test",
        f"{CENTRE} median of the baseline 2",
        f"{TARGET} target 3",
        f"{START} the test starts",
        f"{END} the test ends",
    ]


def test_points_of_a_signal_have_a_sign_of_their_own_and_the_legend_names_it() -> None:
    points = [*_weekly(1, 2), Point(MONDAY + 2 * WEEK, 9, is_signal=True)]
    assert "\n".join(chart(Series(points), 60, 8)).count(SIGNAL) == 1
    assert f"{SIGNAL} makes the signal" in legend(Series(points))


def test_too_few_points_are_said_with_how_many_there_are() -> None:
    series = Series((), reading=_reading(Signal.TOO_FEW, used=7))
    assert signal_words(series) == "Too few to tell random variation apart (7 of 10)"
    locale.speak("da")
    assert signal_words(series) == ("For få målinger til at skelne tilfældig variation (7 af 10)")


@pytest.mark.parametrize("signal", Signal)
@pytest.mark.parametrize("frozen", [True, False])
def test_every_signal_has_words_that_claim_no_more_than_a_signal(
    signal: Signal, *, frozen: bool
) -> None:
    said = signal_words(Series((), reading=_reading(signal, frozen=frozen)))
    assert said
    assert "significant" not in said
    assert "stable" not in said


def test_a_point_is_read_aloud_with_everything_that_is_known_of_it() -> None:
    point = Point(date(2026, 10, 12), 12.5, n=40, note="holiday [/]\x1b", is_signal=True)
    series = Series([point], centre=10, unit="minutes")
    assert told_point(series, point) == (
        "week 42 · 12 Oct 2026: 12.5 minutes (n 40) · test · above the median · "
        "makes the signal · holiday [/]\N{REPLACEMENT CHARACTER}"
    )


def test_every_point_has_its_place_in_the_drawn_lines() -> None:
    series = Series(_weekly(1, 5, 3))
    made = drawn(series, 60, 8)
    for point in series.points:
        column = made.columns[point.day]
        assert any(line[column : column + 1] == TEST for line in made.lines[: made.rows])


@pytest.mark.parametrize("width", [30, 46, 80, 200])
def test_in_the_legend_no_sign_stands_apart_from_its_words(width: int) -> None:
    """Seen: a line of the legend that ended in "─", and the next one began with its meaning."""
    locale.speak("da")
    series = Series(_weekly(5, 6, 7), centre=6, target=9, cycles=[(MONDAY, MONDAY + WEEK)])
    lines = legend_lines(series, width)
    parts = legend(series)
    assert "   ".join(lines).split("   ") == parts
    assert all(len(line) <= width or line in parts for line in lines)
