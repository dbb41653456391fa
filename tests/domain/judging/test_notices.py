"""Measurements that meet a stop criterion or cross a limit ask a person for an answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from explog.domain.judging.attention import windows
from explog.domain.judging.notices import open_notices
from explog.domain.naming.vocabulary_learning import Attention
from explog.domain.thresholds import Thresholds
from tests.builders import START, Fields, experiment, ident, weekly

MEASURES: list[Fields] = [
    {"name": "Missing items", "unit": "items", "direction": "down"},
    {"name": "Minutes", "unit": "min", "direction": "down", "role": "balancing", "limit": 20},
]
CODED: Fields = {
    "text": "Missing items over 9",
    "measure": ident("measures 1"),
    "comparator": ">",
    "number": 9,
}


def _open(*observations: Fields, state: str = "running", **stop: object) -> list[str]:
    """What is asked."""
    one = experiment(
        state,
        measures=MEASURES,
        stop_criteria=[{**CODED, **stop}],
        observations=[*observations],
    )
    return [notice.sentence for notice in open_notices(one)]


def test_a_value_that_meets_a_coded_criterion_asks() -> None:
    assert _open(*weekly(START, 9, 10)) == [
        "A stop criterion is met: Missing items over 9. Missing items was 10 items on 12 Oct 2026."
    ]


def test_a_value_beyond_the_limit_of_a_balancing_measure_asks() -> None:
    assert _open(*weekly(START, 20, 20.5, measure=2)) == [
        "A limit is crossed: Minutes must be at most 20 min. It was 20.5 min on 12 Oct 2026."
    ]


def test_what_was_answered_met_or_measured_before_the_start_does_not_ask() -> None:
    answered = [{**one, "not_met": "a wrong reading"} for one in weekly(START, 10)]
    assert _open(*answered) == []
    assert _open(*weekly(START, 10), met_on=START, reacted_on=START) == []
    assert _open(*weekly(START - timedelta(7), 10)) == []


@pytest.mark.parametrize("state", ["planned", "paused", "in_review", "adopted"])
def test_only_a_running_test_asks(state: str) -> None:
    assert _open(*weekly(START, 10), state=state) == []


def test_a_criterion_in_words_only_never_asks() -> None:
    assert _open(*weekly(START, 10), measure=None, comparator=None, number=None) == []


def test_an_open_notice_is_in_the_attention_list_since_its_measurement() -> None:
    one = experiment(
        "running", measures=MEASURES, stop_criteria=[CODED], observations=weekly(START, 1, 10, 11)
    )
    found = {code: since for code, since, _until in windows(one, Thresholds())}
    assert found[Attention.NOTICE_OPEN] == START + timedelta(7)


def test_a_measurement_is_due_by_the_frequency_of_any_measure_and_the_first_one_counts() -> None:
    measures = [
        {"name": "a", "unit": "x", "direction": "down", "frequency": "month"},
        {"name": "b", "unit": "x", "direction": "down", "frequency": "week"},
        {"name": "c", "unit": "x", "direction": "down", "frequency": "event"},
    ]
    one = experiment(
        "running",
        measures=measures,
        observations=[*weekly(START, 1, 1), *weekly(START, 1, measure=2)],
    )
    found = {code: since for code, since, _until in windows(one, Thresholds())}
    assert found[Attention.MEASUREMENT_DUE] == START + timedelta(8)
