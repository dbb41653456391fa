"""Run charts against results that others published (tests/data/published_runs.json).

Each series names its source. A control chart's centre is its mean: the rules only ask on which
side of the centre a point lies, so both kinds are read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from explog.domain.charts.runchart import (
    anhoej,
    anhoej_limits,
    crossings,
    longest_run,
    median,
    read,
)
from explog.domain.naming.vocabulary_learning import Direction, RuleSet, Signal

PUBLISHED: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "data" / "published_runs.json").read_text(encoding="utf-8")
)
SERIES: list[dict[str, Any]] = PUBLISHED["series"]

each = pytest.mark.parametrize("told", SERIES, ids=lambda told: told["name"])


def _centre(told: dict[str, Any]) -> float:
    """The published centre; a median that was not printed follows from the values."""
    return median(told["values"]) if told["centre"] is None else told["centre"]


def test_the_limits_from_10_to_100_points_are_the_published_ones() -> None:
    assert len(PUBLISHED["limits"]) == 91
    for n, longest, fewest in PUBLISHED["limits"]:
        assert anhoej_limits(n) == (longest, fewest), n


@each
def test_runs_and_crossings_are_the_published_ones(told: dict[str, Any]) -> None:
    values, centre = told["values"], _centre(told)
    assert len(values) == told["n"]
    assert longest_run(values, centre) == told["longest_run"]
    assert crossings(values, centre) == told["crossings"]


@each
def test_limits_and_signal_are_the_published_ones(told: dict[str, Any]) -> None:
    assert anhoej_limits(told["useful"]) == (told["longest_run_max"], told["crossings_min"])
    found = anhoej(told["values"], _centre(told))
    assert found is (Signal.SHIFT if told["signal"] else Signal.NO_SHIFT)


@pytest.mark.parametrize(
    "told", [one for one in SERIES if one["centre_is_median"]], ids=lambda told: told["name"]
)
def test_a_run_chart_is_read_as_it_was_published(told: dict[str, Any]) -> None:
    found = read(RuleSet.ANHOEJ, [], told["values"], Direction.UP)
    assert found.centre == _centre(told)
    assert (found.points_used, found.longest_run, found.crossings) == (
        told["useful"],
        told["longest_run"],
        told["crossings"],
    )
    assert (found.signal is Signal.SHIFT) is told["signal"]


def test_signals_and_their_absence_are_both_among_the_published_ones() -> None:
    assert {told["signal"] for told in SERIES} == {True, False}
    only_crossings = [
        told for told in SERIES if told["signal"] and told["longest_run"] <= told["longest_run_max"]
    ]
    assert only_crossings, "a series that signals by its crossings alone"
