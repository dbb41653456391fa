"""Which points make a signal, and what the signal is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog.domain.charts.runchart import read
from explog.domain.charts.signal import named, signal_points
from explog.domain.naming.vocabulary_learning import Direction, RuleSet, Signal

VALUES = st.lists(st.integers(-9, 9).map(float), max_size=30)


def _marked(
    rule: RuleSet, baseline: list[float], test: list[float], way: Direction = Direction.UP
) -> tuple[list[int], str]:
    """The marked places and the name of the signal."""
    reading = read(rule, baseline, test, way)
    return sorted(signal_points(reading, baseline, test, way)), named(reading)


def test_a_shift_beyond_the_frozen_median_marks_its_run_in_the_test() -> None:
    places, name = _marked(RuleSet.BASELINE_SHIFT, [4, 6, 5, 4, 6, 5], [4, 6, 7, 6, 5, 8, 9, 7])
    assert places == [7, 8, 9, 11, 12, 13]  # the one on the median makes nothing
    assert name == "Signal: shift to the better, 6 or more in a row"


def test_the_later_of_two_shifts_is_the_one_that_is_told() -> None:
    test = [9.0] * 6 + [1.0] * 6
    places, name = _marked(RuleSet.BASELINE_SHIFT, [4, 6, 5, 4, 6, 5], test)
    assert places == [*range(12, 18)]
    assert "to the worse" in name


def test_a_long_run_is_marked_and_told_with_its_limit() -> None:
    values = [9.0] * 8 + [1.0] * 8
    places, name = _marked(RuleSet.ANHOEJ, [], values)
    assert places == [*range(16)]
    assert "shift, 8 in a row on one side (up to 7 is random)" in name


def test_few_crossings_alone_mark_no_point() -> None:
    values = [float(v) for v in (9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1)]
    places, name = _marked(RuleSet.ANHOEJ, [], values)
    assert places == []
    assert name == "Signal: few crossings, 3 (from 6 on is random)"


def test_a_trend_marks_every_point_of_it() -> None:
    values = [5.0, 1, 9, 2, 3, 4, 5, 6, 1, 9, 1, 8]
    places, name = _marked(RuleSet.IHI, [], values)
    assert places == [3, 4, 5, 6, 7]
    assert name == "Signal: trend, 5 or more that all rise or all fall"


@pytest.mark.parametrize("rule", RuleSet)
@given(baseline=VALUES, test=VALUES, way=st.sampled_from(Direction))
def test_points_are_marked_only_where_there_is_a_signal(
    rule: RuleSet, baseline: list[float], test: list[float], way: Direction
) -> None:
    reading = read(rule, baseline, test, way)
    places = signal_points(reading, baseline, test, way)
    assert all(0 <= place < len(baseline) + len(test) for place in places)
    if reading.signal in {Signal.TOO_FEW, Signal.NO_SHIFT}:
        assert not places
    elif reading.rule is not RuleSet.ANHOEJ:
        assert len(places) >= 5
    assert named(reading)
