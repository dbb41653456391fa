"""The log in numbers, and that the first page agrees with them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog.domain.lists.overview import overview
from explog.domain.lists.stats import stats
from explog.domain.naming.vocabulary import Outcome
from tests.builders import (
    DECIDED,
    LIVES,
    START,
    experiment,
    place,
)
from tests.domain.lists.test_overview import LOG, TODAY, life_until, line

if TYPE_CHECKING:
    from explog.domain.record.rows import ExperimentRow


def test_the_numbers_are_those_of_the_documented_object() -> None:
    assert stats(LOG, TODAY) == {
        "as_of": TODAY,
        "experiments": 16,
        "scaled": 1,
        "adopted": 2,
        "spreading": 1,
        "failed_safely": 1,
        "failed_unsafely": 1,
        "failed_no_net": 1,
        "failed_pending": 1,
        "inconclusive": 1,
        "worked_not_adopted": 1,
        "shelved": 1,
        "ongoing": 3,
        "not_started": 2,
        "retired": 1,
        "failed": 4,
        "decided": 10,
        "decided_with_lesson": 9,
        "median_days_to_decision": (DECIDED - START).days,
    }


def test_what_is_scaled_is_not_spreading_even_where_its_level_is() -> None:
    lines = [line(experiment("scaled", places=[place("North", "trial")]))]
    assert lines[0].level == "spreading"
    assert stats(lines, TODAY)["spreading"] == 0


def test_an_empty_log_has_numbers_too() -> None:
    empty = stats([], TODAY)
    assert empty["median_days_to_decision"] is None
    assert {
        value for name, value in empty.items() if name not in {"as_of", "median_days_to_decision"}
    } == {0}


def test_half_a_day_in_the_median_is_told_as_it_is() -> None:
    later = [{**step, "on": DECIDED + timedelta(1)} for step in life_until(DECIDED)]
    lines = [line(experiment("abandoned")), line(experiment("abandoned", transitions=later))]
    assert stats(lines, TODAY)["median_days_to_decision"] == (DECIDED - START).days + 0.5


def test_a_cycle_that_was_adapted_is_not_decided() -> None:
    one = line(experiment(life=("plan", "start", "end", "adapt")))
    assert one.decision == "adapt"
    assert stats([one], TODAY)["decided"] == 0
    assert overview([one], [], TODAY).decided == 0


@given(st.lists(st.sampled_from(LOG), max_size=12))
def test_the_page_and_the_numbers_agree(lines: list[ExperimentRow]) -> None:
    page, numbers = overview(lines, [], TODAY), stats(lines, TODAY)
    assert page.decided == numbers["decided"]
    assert page.failed == numbers["failed"]
    assert page.failed_safely == numbers["failed_safely"]
    assert page.open_verdicts == numbers["inconclusive"]
    assert sum(page.counts.values()) == numbers["experiments"]
    outcomes = [outcome.value for outcome in Outcome]
    assert sum(int(str(numbers[name])) for name in outcomes) == numbers["experiments"]


@pytest.mark.parametrize("state", LIVES)
def test_a_row_knows_the_same_as_the_experiment(state: str) -> None:
    one = experiment(state)
    found = line(one)
    assert found.state == one.state.value
    assert found.decision == (one.decision.value if one.decision else None)
