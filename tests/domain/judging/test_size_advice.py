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


CELLS = """
             | resistant      | indifferent    | ready
large  guess | one person, once | one person, once | one person, once
large  signs | one person, once | one person, once | one shift
large  seen  | one person, once | one shift        | one team
small  guess | one person, once | one person, once | one shift
small  signs | one person, once | one shift        | one team
small  seen  | one shift        | one team         | a whole unit
"""
"""Cost and belief by readiness. The rows *guess* and *seen* are *low* and *high* belief of The
Improvement Guide (2nd ed., table 7.1: very small, small, large scale, implement); IHI's excerpt of
it says in words: very small where consequences are major and belief is low, small to medium where
they are major and belief is high, larger where they are minor. The row *signs* is ours [house].
"""

WILLING = {"resistant": {"want_to": 2}, "indifferent": {"can_do": 3}, "ready": {}}


def _cells() -> list[tuple[str, str, str, str]]:
    """Cost, belief, readiness and size of every cell."""
    head, *rows = [line.split("|") for line in CELLS.strip("\n").splitlines()]
    return [
        (*row[0].split(), column.strip(), size.strip())  # type: ignore[misc]
        for row in rows
        for column, size in zip(head[1:], row[1:], strict=True)
    ]


@pytest.mark.parametrize(("cost", "confidence", "readiness", "size"), _cells())
def test_every_cell_is_as_it_was_published(
    cost: str, confidence: str, readiness: str, size: str
) -> None:
    found = _told(confidence, cost, readiness=_readiness(**WILLING[readiness]))
    assert found is not None
    assert found.size.words == size  # type: ignore[attr-defined]


def test_the_table_has_no_other_cells() -> None:
    assert len(_cells()) == len(TABLE) * len(WILLING) == 18


def test_where_readiness_is_not_asked_it_counts_neither_for_nor_against() -> None:
    for cost, confidence in TABLE:
        asked = _told(confidence, cost, readiness=_readiness(can_do=3))
        assert _told(confidence, cost).size is asked.size  # type: ignore[attr-defined]


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
