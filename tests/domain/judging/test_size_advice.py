"""How small the next test should be: a hint from belief, cost and readiness."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from explog.domain.judging.size_advice import TABLE, Size, advice, planned_size, readiness_of
from explog.domain.naming.vocabulary import LimitKind
from explog.domain.naming.vocabulary_size import Confidence, CostOfFailure
from tests.builders import Fields, experiment, ident

READY: Fields = dict.fromkeys(("know_why", "want_to", "know_how", "can_do", "keep_up"), 5)


def _told(confidence: str | None, cost: str | None, **fields: object) -> object:
    """The advice for a planned experiment."""
    cycle = {"confidence": confidence, "cost_of_failure": cost}
    return advice(experiment("planned", {"cycle": cycle, **fields}))


def _readiness(**marks: int) -> list[Fields]:
    """One assessment of the group."""
    return [{"date": "2026-09-01", **READY, **marks}]


@pytest.mark.parametrize(("confidence", "cost"), [(None, "small"), ("seen", None), (None, None)])
def test_without_both_answers_there_is_no_advice(confidence: str | None, cost: str | None) -> None:
    assert _told(confidence, cost) is None


@pytest.mark.parametrize(
    ("cost", "confidence", "readiness", "size"),
    [
        ("large", "guess", _readiness(), Size.ONE_PERSON),
        ("large", "seen", _readiness(want_to=1), Size.ONE_PERSON),
        ("large", "seen", _readiness(can_do=3), Size.ONE_SHIFT),
        ("large", "seen", _readiness(), Size.ONE_TEAM),
        ("small", "guess", _readiness(want_to=1), Size.ONE_PERSON),
        ("small", "guess", _readiness(), Size.ONE_SHIFT),
        ("small", "seen", _readiness(want_to=2), Size.ONE_SHIFT),
        ("small", "seen", _readiness(know_how=3), Size.ONE_TEAM),
        ("small", "seen", _readiness(), Size.WHOLE_UNIT),
    ],
)
def test_the_size_is_that_of_the_published_table(
    cost: str, confidence: str, readiness: list[Fields], size: Size
) -> None:
    """The Improvement Guide, table 7.1: very small, small, large scale, implement."""
    found = _told(confidence, cost, readiness=readiness)
    assert found is not None
    assert found.size is size  # type: ignore[attr-defined]


def test_less_certainty_more_cost_and_less_readiness_never_make_it_larger() -> None:
    sure = [Confidence.GUESS, Confidence.SIGNS, Confidence.SEEN]
    for cost, (less, more) in product(CostOfFailure, pairwise(sure)):
        assert all(a <= b for a, b in zip(TABLE[cost, less], TABLE[cost, more], strict=True))
    for confidence in Confidence:
        large, small = (
            TABLE[cost, confidence] for cost in (CostOfFailure.LARGE, CostOfFailure.SMALL)
        )
        assert all(a <= b for a, b in zip(large, small, strict=True))
        assert list(large) == sorted(large)


def test_only_the_newest_assessment_of_readiness_counts() -> None:
    marks = [
        {"id": ident("a"), "date": "2026-09-02", **READY},
        {"id": ident("b"), "date": "2026-09-01", **READY, "want_to": 1},
    ]
    found = advice(
        experiment(
            "planned", cycle={"confidence": "seen", "cost_of_failure": "small"}, readiness=marks
        )
    )
    assert found is not None
    assert found.size is Size.WHOLE_UNIT


def test_readiness_that_nobody_asked_is_said_and_counts_as_the_middle() -> None:
    found = _told("seen", "small")
    assert found.size is Size.ONE_TEAM  # type: ignore[attr-defined]
    assert "Readiness is not asked" in found.sentence  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("limits", "size"),
    [
        ([], None),
        ([("money", 1000)], None),
        ([("places", 1)], Size.ONE_TEAM),
        ([("places", 3)], Size.WHOLE_UNIT),
        ([("participants", 1)], Size.ONE_PERSON),
        ([("participants", 6)], Size.ONE_SHIFT),
        ([("participants", 7)], Size.ONE_TEAM),
        ([("places", 1), ("participants", 400)], Size.ONE_TEAM),
        ([("places", 4), ("participants", 1)], Size.ONE_PERSON),
    ],
)
def test_the_plan_is_as_large_as_its_narrowest_limit_lets_it_become(
    limits: list[tuple[str, float]], size: Size | None
) -> None:
    assert planned_size([(LimitKind(kind), most) for kind, most in limits]) is size


def test_a_larger_plan_is_warned_of_and_never_refused() -> None:
    found = _told("guess", "large", limits=[{"kind": "places", "max": 2, "unit": "crews"}])
    assert found.is_larger  # type: ignore[attr-defined]
    assert "Could the first test be smaller?" in found.warning  # type: ignore[attr-defined]
    smaller = _told("guess", "large", limits=[{"kind": "participants", "max": 1, "unit": "child"}])
    assert smaller.warning == ""  # type: ignore[attr-defined]


def test_a_group_without_a_barrier_is_ready() -> None:
    ready = experiment("planned", readiness=_readiness()).readiness[0]
    assert readiness_of(ready) == 2
