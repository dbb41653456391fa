"""The suggested result and what it rests on: DOMAIN.md 8.3."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog import locale
from explog.domain.judging.suggestion import broken_balance, suggested_result, suggestion
from explog.domain.naming.vocabulary import Result
from tests.builders import START, Fields, daily, experiment
from tests.domain.charts.test_progress import BALANCING, HOUSE, PRIMARY, seen

if TYPE_CHECKING:
    from explog.domain.record.experiment import Experiment

SUGGESTED: dict[str, tuple[list[float], list[float], Fields, Result]] = {
    "1: a stop criterion outweighs good numbers": (
        [6],
        [1, 1, 1, 1, 1],
        {"cycle": {"end_reason": "stop_criterion"}},
        Result.NOT_SUPPORTED,
    ),
    "1: a stop criterion outweighs few numbers": (
        [],
        [],
        {"cycle": {"end_reason": "stop_criterion"}},
        Result.NOT_SUPPORTED,
    ),
    "2: four observations": ([6], [1, 1, 1, 1], {}, Result.INCONCLUSIVE),
    "2: none": ([6], [], {}, Result.INCONCLUSIVE),
    "2: no criterion": ([6], [1] * 5, {"cycle": {"criterion": None}}, Result.INCONCLUSIVE),
    "3: the median meets the criterion": ([6], [9, 3, 3, 3, 9], {}, Result.SUPPORTED),
    "3: without a baseline": ([], [3, 3, 3, 3, 3], {}, Result.SUPPORTED),
    "4: half of the gap": ([6], [4.5] * 5, {}, Result.PARTLY_SUPPORTED),
    "4: just under half": ([6], [4.6] * 5, {}, Result.NOT_SUPPORTED),
    "5: no change": ([6], [6] * 5, {}, Result.NOT_SUPPORTED),
    "5: the wrong way": ([6], [9] * 5, {}, Result.NOT_SUPPORTED),
    "5: no baseline to tell a gap by": ([], [4] * 5, {}, Result.NOT_SUPPORTED),
}


@pytest.mark.parametrize(
    ("before", "test", "change", "expected"), SUGGESTED.values(), ids=SUGGESTED
)
def test_the_suggested_result_by_its_five_rules(
    before: list[float], test: list[float], change: Fields, expected: Result
) -> None:
    assert suggested_result(seen(before, test, **change), HOUSE) is expected


@pytest.mark.parametrize("state", ["idea", "planned", "shelved"])
def test_nothing_is_suggested_before_the_start(state: str) -> None:
    assert suggested_result(experiment(state), HOUSE) is None


@pytest.mark.parametrize(
    ("direction", "spent", "is_broken"),
    [
        ("down", [12] * 5, False),
        ("down", [13] * 5, True),
        ("down", [99, 99, 1, 1, 1, 1, 1], False),
        ("down", [], False),
        ("up", [12] * 5, False),
        ("up", [11] * 5, True),
        ("within", [13] * 5, True),
    ],
)
def test_a_broken_balance_makes_it_partly_supported(
    direction: str, spent: list[float], *, is_broken: bool
) -> None:
    one = seen(
        [],
        [],
        measures=[PRIMARY, {**BALANCING, "direction": direction}],
        observations=[*daily(START, *[3] * 5), *daily(START, *spent, measure=2)],
    )
    expected = Result.PARTLY_SUPPORTED if is_broken else Result.SUPPORTED
    assert suggested_result(one, HOUSE) is expected
    assert [measure.name for measure in broken_balance(one)] == ["Minutes spent"] * is_broken


def test_a_limit_of_zero_is_a_limit() -> None:
    one = seen(
        [],
        [],
        measures=[PRIMARY, {**BALANCING, "limit": 0}],
        observations=[*daily(START, *[3] * 5), *daily(START, *[1] * 5, measure=2)],
    )
    assert suggested_result(one, HOUSE) is Result.PARTLY_SUPPORTED


@given(
    st.decimals(0, 100, places=1),
    st.decimals("0.1", 50, places=1),
)
def test_half_of_the_gap_is_half_whatever_floats_make_of_it(start: object, half: object) -> None:
    """From *start* down by *half* is half of the way to a target twice as far."""
    low, step = float(str(start)), float(str(half))
    target = round(low - 2 * step, 1)
    current = round(low - step, 1)
    one = seen([low], [current] * 5, cycle={"criterion": target})
    assert suggested_result(one, HOUSE) is Result.PARTLY_SUPPORTED


@given(st.lists(st.integers(0, 20), max_size=8), st.lists(st.integers(0, 20), max_size=12))
def test_supported_is_suggested_only_where_the_criterion_is_met_by_five_or_more(
    before: list[int], test: list[int]
) -> None:
    said = suggested_result(seen([*before], [*test]), HOUSE)
    if said is Result.SUPPORTED:
        assert len(test) >= 5
        assert sorted(test[-5:])[2] <= 3
    if len(test) < 5:
        assert said is Result.INCONCLUSIVE


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (seen([6], [1, 1]), "2 measurements from the test; it takes 5"),
        (seen([6], [1] * 5), "the last measurements are at 1; agreed was at most 3"),
        (seen([6], [9] * 5), "the last measurements are at 9; agreed was at most 3"),
        (seen([], [], cycle={"end_reason": "stop_criterion"}), "a stop criterion ended the test"),
        (seen([6], [1] * 5, primary_measure=None), "no number was said to hold it against"),
    ],
    ids=["too few", "held", "did not hold", "stopped", "no number"],
)
def test_a_suggestion_says_what_it_rests_on(one: Experiment, reason: str) -> None:
    """Seen: *inconclusive* stood there alone, although something had been measured."""
    locale.speak("en")
    found = suggestion(one, HOUSE)
    assert found is not None
    assert found.reason == reason
