"""The quiet badge, kinds of failure and everyday digital innovation (DOMAIN.md 7.3, 5.6, 2.1)."""

from __future__ import annotations

import pytest

from explog.domain.judging.verdicts import (
    is_everyday_digital,
    is_intelligent,
    may_be_intelligent,
    suggested_failure_type,
)
from explog.domain.naming.vocabulary import FailureType
from tests.builders import (
    END,
    LIMIT,
    START,
    Fields,
    experiment,
)

BADGE: Fields = {
    "novelty": "first",
    "prior_knowledge": "Nothing found",
    "size_reason": "One crew can answer it",
}


def test_the_badge_is_shown_where_all_of_it_holds() -> None:
    one = experiment("abandoned", BADGE)
    assert may_be_intelligent(one)
    assert is_intelligent(one)


@pytest.mark.parametrize("novelty", ["first", "adapted"])
def test_first_and_adapted_are_new_enough(novelty: str) -> None:
    assert is_intelligent(experiment("abandoned", BADGE, novelty=novelty))


@pytest.mark.parametrize(
    "change",
    [
        {"novelty": None},
        {"novelty": "copy"},
        {"novelty": "unknown"},
        {"prior_knowledge": None},
        {"size_reason": None},
        {"cycle": {"belief": None}},
        {"cycle": {"result": "supported"}},
        {"limits": [{**LIMIT, "actual": 2}]},
        {
            "cycle": {
                "frozen_at": END,
                "plan_reference": {"text": "Plan", "dated": START},
            }
        },
    ],
)
def test_the_badge_is_not_shown_where_any_of_it_is_missing(change: Fields) -> None:
    one = experiment("abandoned", {**BADGE, **change})
    assert not may_be_intelligent(one)
    assert not is_intelligent(one)


@pytest.mark.parametrize(("chosen", "shown"), [("basic", False), ("complex", False), (None, True)])
def test_the_team_can_refuse_the_badge(chosen: str | None, *, shown: bool) -> None:
    one = experiment("abandoned", BADGE, cycle={"failure_type": chosen})
    assert is_intelligent(one) is shown


def test_the_badge_is_never_forced() -> None:
    one = experiment("abandoned", cycle={"failure_type": "intelligent"})
    assert not is_intelligent(one)


@pytest.mark.parametrize(
    ("causes", "expected"),
    [
        (["known_answer"], FailureType.BASIC),
        (["no_procedure", "technology", "timing"], FailureType.BASIC),
        (["technology", "timing", "surroundings"], FailureType.COMPLEX),
        (["technology", "timing"], FailureType.INTELLIGENT),
        ([], FailureType.INTELLIGENT),
    ],
)
def test_the_causes_suggest_a_kind_of_failure(causes: list[str], expected: FailureType) -> None:
    one = experiment("abandoned", BADGE, cycle={"causes": causes})
    assert suggested_failure_type(one) is expected


def test_without_the_badge_few_causes_suggest_nothing() -> None:
    assert suggested_failure_type(experiment("abandoned", cycle={"causes": ["timing"]})) is None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, True),
        ({"initiator": ["supplier", "citizens"]}, True),
        ({"initiator": ["supplier"]}, False),
        ({"initiator": []}, False),
        ({"novelty": "copy"}, True),
        ({"novelty": "unknown"}, False),
        ({"novelty": None}, False),
        ({"technology": []}, False),
    ],
)
def test_everyday_digital_innovation_comes_from_the_workplace_itself(
    change: Fields, *, expected: bool
) -> None:
    whole = {"initiator": ["employees"], "novelty": "first", "technology": ["QR"], **change}
    assert is_everyday_digital(experiment("idea", whole)) is expected
