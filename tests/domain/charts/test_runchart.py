"""The run-chart rules: published limits, examples worked by hand, and properties."""

from __future__ import annotations

import statistics
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog.domain.charts.runchart import (
    Reading,
    anhoej,
    anhoej_limits,
    baseline_shift,
    crossings,
    ihi,
    longest_run,
    median,
    read,
    signal,
)
from explog.domain.naming.vocabulary_learning import Direction, RuleSet, Signal

UP, DOWN, WITHIN = Direction.UP, Direction.DOWN, Direction.WITHIN
FLAT = [4, 6, 5, 4, 6, 5]
"""Six baseline points with the median 5."""

VALUES = st.lists(st.integers(-50, 50).map(float), max_size=40)
SOME = st.lists(st.integers(-50, 50).map(float), min_size=1, max_size=40)
BASELINE = st.lists(st.integers(-50, 50).map(float), min_size=6, max_size=20)
DIRECTIONS = st.sampled_from(Direction)
RULES = st.sampled_from(RuleSet)


@pytest.mark.parametrize(
    ("n", "longest", "fewest"),
    [(10, 6, 2), (12, 7, 3), (16, 7, 4), (20, 7, 6), (24, 8, 8), (30, 8, 10), (40, 8, 14)],
)
def test_the_anhoej_limits_are_those_of_the_published_r_source(
    n: int, longest: int, fewest: int
) -> None:
    assert anhoej_limits(n) == (longest, fewest)


@given(st.integers(1, 400))
def test_the_fewest_crossings_are_the_five_percent_quantile_of_the_binomial(n: int) -> None:
    _, fewest = anhoej_limits(n)
    below = sum(comb(n - 1, k) for k in range(fewest))
    assert below * 20 < 2 ** (n - 1) <= (below + comb(n - 1, fewest)) * 20


@given(SOME)
def test_the_median_is_the_textbook_one(values: list[float]) -> None:
    assert median(values) == statistics.median(values)


def test_there_is_no_median_of_nothing() -> None:
    with pytest.raises(ValueError, match="no values"):
        median([])


@pytest.mark.parametrize(
    ("values", "run", "crossed"),
    [
        ([], 0, 0),
        ([5, 5, 5], 0, 0),
        ([6], 1, 0),
        ([6, 7, 4, 3, 2, 8], 3, 2),
        ([6, 5, 7, 5, 5, 8], 3, 0),
        ([6, 5, 4, 5, 6], 1, 2),
    ],
)
def test_points_on_the_centre_neither_count_nor_break_a_run(
    values: list[float], run: int, crossed: int
) -> None:
    assert longest_run(values, 5) == run
    assert crossings(values, 5) == crossed


def test_a_point_that_differs_from_the_median_by_rounding_lies_on_it() -> None:
    centre = median([1.1, 2.2])
    assert centre != 1.65
    assert longest_run([1.65, 1.65], centre) == 0


@given(VALUES, st.integers(-50, 50))
def test_runs_and_crossings_are_the_same_upside_down_and_backwards(
    values: list[float], centre: int
) -> None:
    upside_down, backwards = [-value for value in values], values[::-1]
    assert longest_run(values, centre) == longest_run(upside_down, -centre)
    assert longest_run(values, centre) == longest_run(backwards, centre)
    assert crossings(values, centre) == crossings(upside_down, -centre)
    assert crossings(values, centre) == crossings(backwards, centre)


class TestBaselineShift:
    """Six in a row about the frozen median."""

    @pytest.mark.parametrize(
        ("test", "direction", "expected"),
        [
            ([], UP, Signal.TOO_FEW),
            ([9, 9, 9, 9, 9], UP, Signal.TOO_FEW),
            ([9, 9, 9, 9, 9, 9], UP, Signal.SHIFT),
            ([9, 9, 9, 9, 9, 9], DOWN, Signal.SHIFT_WORSE),
            ([1, 1, 1, 1, 1, 1], DOWN, Signal.SHIFT),
            ([1, 1, 1, 1, 1, 1], UP, Signal.SHIFT_WORSE),
            ([9, 9, 9, 9, 9, 1], UP, Signal.NO_SHIFT),
            ([9, 9, 9, 5, 9, 9], UP, Signal.NO_SHIFT),
            ([9, 9, 9, 5, 9, 9, 5, 9], UP, Signal.SHIFT),
            ([5, 5, 5, 5, 5, 5, 5, 5], UP, Signal.NO_SHIFT),
            ([4, 3, 9, 9, 9, 9, 9, 9, 4], UP, Signal.SHIFT),
        ],
    )
    def test_six_in_a_row_on_one_side_of_the_frozen_median_are_a_signal(
        self, test: list[float], direction: Direction, expected: Signal
    ) -> None:
        assert baseline_shift(FLAT, test, direction) is expected

    def test_the_later_of_two_shifts_decides_so_that_a_lost_gain_is_a_warning(self) -> None:
        assert baseline_shift(FLAT, [9] * 6 + [1] * 6, UP) is Signal.SHIFT_WORSE
        assert baseline_shift(FLAT, [1] * 6 + [9] * 6, UP) is Signal.SHIFT

    def test_the_test_does_not_move_the_frozen_median(self) -> None:
        whole = [*FLAT, *[9] * 30]
        assert median(whole) == 9
        assert read(RuleSet.BASELINE_SHIFT, FLAT, [9] * 30, UP).centre == 5

    @pytest.mark.parametrize(
        ("test", "expected"),
        [
            ([37.1, 36.9, 37.1, 36.9, 37.1, 36.9], Signal.SHIFT),
            ([39.5, 34.5, 39.5, 34.5, 39.5, 34.5], Signal.SHIFT_WORSE),
            ([37.1, 34.5, 37.1, 36.9, 39.5, 36.9], Signal.NO_SHIFT),
            ([38.0, 36.0, 38.0, 36.0, 38.0, 36.0], Signal.NO_SHIFT),
        ],
    )
    def test_within_means_closer_to_the_target_than_the_baseline_usually_was(
        self, test: list[float], expected: Signal
    ) -> None:
        baseline = [38.0, 36.0, 38.5, 35.5, 38.0, 36.0]
        assert baseline_shift(baseline, test, WITHIN, centre_target=37) is expected

    def test_within_without_a_target_aims_at_the_median_of_the_baseline(self) -> None:
        assert baseline_shift([4, 6, 4, 6, 4, 6], [5.1] * 6, WITHIN) is Signal.SHIFT
        assert baseline_shift([4, 6, 4, 6, 4, 6], [8] * 6, WITHIN) is Signal.SHIFT_WORSE

    def test_a_short_baseline_is_not_frozen_and_the_anhoej_rules_read_the_whole(self) -> None:
        baseline, test = [5, 6, 5, 6, 5], [20, 21, 22, 23, 24, 25, 26]
        assert baseline_shift(baseline, test, UP) is anhoej([*baseline, *test])
        reading = read(RuleSet.BASELINE_SHIFT, baseline, test, UP)
        assert (reading.rule, reading.centre_is_frozen) == (RuleSet.ANHOEJ, False)

    @given(BASELINE, VALUES, st.sampled_from([UP, DOWN]))
    def test_a_shift_is_better_one_way_and_worse_the_other(
        self, baseline: list[float], test: list[float], direction: Direction
    ) -> None:
        turned = {Signal.SHIFT: Signal.SHIFT_WORSE, Signal.SHIFT_WORSE: Signal.SHIFT}
        said = baseline_shift(baseline, test, direction)
        other = DOWN if direction is UP else UP
        assert baseline_shift(baseline, test, other) is turned.get(said, said)

    @given(BASELINE, st.lists(st.integers(-50, 50).map(float), max_size=5), DIRECTIONS)
    def test_five_points_are_too_few_whatever_they_are(
        self, baseline: list[float], test: list[float], direction: Direction
    ) -> None:
        assert baseline_shift(baseline, test, direction) is Signal.TOO_FEW

    @given(BASELINE, VALUES, DIRECTIONS, st.integers(-50, 50), st.integers(-100, 100))
    def test_moving_everything_by_the_same_amount_changes_nothing(
        self, baseline: list[float], test: list[float], direction: Direction, aim: int, by: int
    ) -> None:
        moved = baseline_shift(
            [value + by for value in baseline],
            [value + by for value in test],
            direction,
            centre_target=aim + by,
        )
        assert moved is baseline_shift(baseline, test, direction, centre_target=aim)


class TestWholeSeries:
    """Anhøj and IHI about the median of everything."""

    def test_nine_points_give_no_anhoej_signal(self) -> None:
        assert anhoej([1, 1, 1, 1, 9, 9, 9, 9, 9.5]) is Signal.TOO_FEW

    def test_points_on_the_median_are_not_among_the_ten(self) -> None:
        assert anhoej([1, 2, 1, 2, 5, 5, 5, 8, 9, 8, 9]) is Signal.TOO_FEW
        assert anhoej([5] * 20) is Signal.TOO_FEW

    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            ([1, 9, 1, 9, 1, 9, 1, 9, 1, 9], Signal.NO_SHIFT),
            ([1, 2, 3, 4, 4, 9, 9, 8, 8, 9], Signal.SHIFT),
            ([1, 9, 1, 1, 1, 1, 9, 9, 9, 9], Signal.NO_SHIFT),
            ([1, 9, 1, 9, 1, 9, 1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 1, 9, 9], Signal.SHIFT),
        ],
    )
    def test_a_long_run_or_few_crossings_are_an_anhoej_signal(
        self, values: list[float], expected: Signal
    ) -> None:
        assert anhoej(values) is expected

    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            ([1, 9, 1, 9, 1, 9, 1, 9, 1], Signal.TOO_FEW),
            ([1, 9, 1, 9, 1, 9, 1, 9, 1, 9], Signal.NO_SHIFT),
            ([1, 9, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1], Signal.SHIFT),
            ([1, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 9], Signal.NO_SHIFT),
            ([9, 1, 2, 8, 9.5, 10, 3, 9, 1, 9, 1, 2], Signal.SHIFT),
            ([9, 1, 2, 2, 8, 8, 9, 9, 10, 3, 9, 1, 9, 1], Signal.SHIFT),
            ([9, 1, 2, 8, 9.5, 3, 9, 1, 9, 1, 2, 8], Signal.NO_SHIFT),
        ],
    )
    def test_six_on_one_side_or_five_going_one_way_are_an_ihi_signal(
        self, values: list[float], expected: Signal
    ) -> None:
        assert ihi(values) is expected

    @given(VALUES)
    def test_the_same_series_backwards_gives_the_same_signal(self, values: list[float]) -> None:
        assert anhoej(values) is anhoej(values[::-1])
        assert ihi(values) is ihi(values[::-1])


class TestReading:
    """The numbers behind a signal."""

    def test_a_frozen_centre_is_read_over_the_test_alone(self) -> None:
        assert read(RuleSet.BASELINE_SHIFT, FLAT, [4, 3, 5, 9, 9], DOWN) == Reading(
            rule=RuleSet.BASELINE_SHIFT,
            signal=Signal.TOO_FEW,
            centre=5,
            centre_is_frozen=True,
            longest_run=2,
            crossings=1,
            points_used=5,
            points_needed=6,
        )

    def test_a_whole_series_counts_its_points_off_the_median(self) -> None:
        assert read(RuleSet.ANHOEJ, [4, 5, 5], [6, 6, 4, 5], UP) == Reading(
            rule=RuleSet.ANHOEJ,
            signal=Signal.TOO_FEW,
            centre=5,
            centre_is_frozen=False,
            longest_run=2,
            crossings=2,
            points_used=4,
            points_needed=10,
        )

    @pytest.mark.parametrize("rule", RuleSet)
    def test_a_chart_without_points_has_no_centre(self, rule: RuleSet) -> None:
        reading = read(rule, [], [], UP)
        assert (reading.signal, reading.centre, reading.points_used) == (Signal.TOO_FEW, None, 0)

    @given(RULES, VALUES, VALUES, DIRECTIONS, st.none() | st.integers(-50, 50))
    def test_there_is_a_signal_to_speak_of_exactly_when_the_points_suffice(
        self,
        rule: RuleSet,
        baseline: list[float],
        test: list[float],
        direction: Direction,
        target: int | None,
    ) -> None:
        reading = read(rule, baseline, test, direction, target)
        assert reading.signal is signal(rule, baseline, test, direction, target)
        is_short = reading.points_used < reading.points_needed
        assert (reading.signal is Signal.TOO_FEW) == is_short
        assert reading.longest_run <= len(baseline) + len(test)
