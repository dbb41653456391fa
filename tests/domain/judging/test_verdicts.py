"""The frame verdict, the outcome, the live frame and the badge: DOMAIN.md 7.2 and 7.3."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from explog.domain.judging.verdicts import (
    frame_verdict,
    outcome,
)
from explog.domain.naming.vocabulary import FrameVerdict, Outcome
from explog.domain.thresholds import Thresholds
from tests.builders import (
    END,
    HARMLESS,
    LIMIT,
    SINCE,
    STOP,
    Fields,
    experiment,
)

FRIDAY = date(2026, 10, 16)
HOUSE = Thresholds()

UNSAFE: dict[str, Fields] = {
    "S2": {"limits": [{**LIMIT, "actual": 2}]},
    "S3": {"stop_criteria": [{**STOP, "met_on": FRIDAY, "reacted_on": END}]},
    "S4": {"cycle": {"way_back": {"status": "failed", "reason": "The list was gone"}}},
    "S5": {"cycle": {"harm": {**HARMLESS, "answer": "yes"}}},
}
NO_NET: Fields = {"cycle": {"frozen_at": END}}
PENDING: dict[str, Fields] = {
    "S2": {"limits": [LIMIT]},
    "S3": {"stop_criteria": [{**STOP, "met_on": FRIDAY}]},
    "S4": {"cycle": {"way_back": {"status": "not_started"}}},
    "S5": {"cycle": {"harm": None}},
    "S6": {"lessons": []},
}


def test_all_six_met_is_safe() -> None:
    assert frame_verdict(experiment("abandoned")) is FrameVerdict.SAFE


@pytest.mark.parametrize("change", UNSAFE.values(), ids=UNSAFE)
def test_s2_to_s5_not_met_is_unsafe(change: Fields) -> None:
    assert frame_verdict(experiment("abandoned", change)) is FrameVerdict.UNSAFE


@pytest.mark.parametrize("change", UNSAFE.values(), ids=UNSAFE)
def test_unsafe_outweighs_that_there_was_no_net(change: Fields) -> None:
    late = [{**STOP, "met_on": FRIDAY, "reacted_on": END}]
    one = experiment("abandoned", NO_NET, stop_criteria=late)
    assert frame_verdict(one) is FrameVerdict.UNSAFE
    assert frame_verdict(experiment("abandoned", change, stop_criteria=late)) is FrameVerdict.UNSAFE


def test_s1_not_met_is_without_a_net() -> None:
    assert frame_verdict(experiment("abandoned", NO_NET)) is FrameVerdict.NO_NET


@pytest.mark.parametrize("change", PENDING.values(), ids=PENDING)
def test_anything_unknown_is_pending(change: Fields) -> None:
    assert frame_verdict(experiment("abandoned", change)) is FrameVerdict.PENDING


def test_no_net_outweighs_what_is_unknown() -> None:
    assert frame_verdict(experiment("abandoned", NO_NET, lessons=[])) is FrameVerdict.NO_NET


@pytest.mark.parametrize("state", ["idea", "planned", "shelved"])
def test_there_is_no_frame_verdict_before_the_start(state: str) -> None:
    assert frame_verdict(experiment(state)) is None


OUTCOMES: dict[str, tuple[str, Outcome]] = {
    "idea": ("idea", Outcome.NOT_STARTED),
    "planned": ("planned", Outcome.NOT_STARTED),
    "dropped before the start": ("shelved", Outcome.SHELVED),
    "running": ("running", Outcome.ONGOING),
    "paused": ("paused", Outcome.ONGOING),
    "in review": ("in_review", Outcome.ONGOING),
    "adopted": ("adopted", Outcome.ADOPTED),
    "scaled": ("scaled", Outcome.SCALED),
    "retired": ("retired", Outcome.RETIRED),
}


@pytest.mark.parametrize(("state", "expected"), OUTCOMES.values(), ids=OUTCOMES)
def test_the_outcome_follows_from_the_state(state: str, expected: Outcome) -> None:
    assert outcome(experiment(state)) is expected


@pytest.mark.parametrize(
    ("result", "end_reason", "expected"),
    [
        ("supported", "planned_end", Outcome.WORKED_NOT_ADOPTED),
        ("supported", "stop_criterion", Outcome.FAILED_SAFELY),
        ("inconclusive", "external", Outcome.INCONCLUSIVE),
        ("inconclusive", "stop_criterion", Outcome.FAILED_SAFELY),
        ("partly_supported", "planned_end", Outcome.FAILED_SAFELY),
        ("not_supported", "planned_end", Outcome.FAILED_SAFELY),
        ("not_supported", "decided_early", Outcome.FAILED_SAFELY),
        (None, "planned_end", Outcome.FAILED_SAFELY),
    ],
)
def test_abandoned_is_a_failure_unless_it_worked_or_gave_no_answer(
    result: str | None, end_reason: str, expected: Outcome
) -> None:
    cycle = {"result": result, "end_reason": end_reason}
    assert outcome(experiment("abandoned", cycle=cycle)) is expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, Outcome.FAILED_SAFELY),
        (NO_NET, Outcome.FAILED_NO_NET),
        (UNSAFE["S2"], Outcome.FAILED_UNSAFELY),
        (PENDING["S5"], Outcome.FAILED_PENDING),
    ],
)
def test_how_it_failed_follows_the_frame_verdict(change: Fields, expected: Outcome) -> None:
    assert outcome(experiment("abandoned", change)) is expected
    assert expected.is_failed


def test_what_worked_outside_the_frame_is_adopted_and_marked() -> None:
    one = experiment("adopted", UNSAFE["S5"])
    assert (outcome(one), frame_verdict(one)) == (Outcome.ADOPTED, FrameVerdict.UNSAFE)


def test_an_import_that_was_abandoned_without_a_start_is_pending() -> None:
    assert outcome(experiment(life=("plan", "abandon"))) is Outcome.FAILED_PENDING


CASES: dict[str, tuple[str, Fields, Outcome, FrameVerdict]] = {
    "AMB-02: the stop criterion was met and switched off the next working day": (
        "abandoned",
        {
            "stop_criteria": [
                {**STOP, "met_on": FRIDAY, "reacted_on": FRIDAY + timedelta(3), "number": 2}
            ],
            "cycle": {"end_reason": "stop_criterion", "ended_on": FRIDAY + timedelta(3)},
        },
        Outcome.FAILED_SAFELY,
        FrameVerdict.SAFE,
    ),
    "LYS-03: out of operation for 40 minutes, the limit was 10, nobody was hurt": (
        "abandoned",
        {
            "limits": [
                {**LIMIT, "actual": 1, "unit": "crossing"},
                {"kind": "outage", "max": 10, "unit": "minutes", "actual": 40},
            ],
            "stop_criteria": [{**STOP, "met_on": FRIDAY, "reacted_on": FRIDAY, "reaction_time": 0}],
            "cycle": {
                "end_reason": "stop_criterion",
                "ended_on": FRIDAY,
                "harm": {**HARMLESS, "answer": "near_miss"},
            },
        },
        Outcome.FAILED_UNSAFELY,
        FrameVerdict.UNSAFE,
    ),
    "AMB-03: a photo on a private phone, found after three days": (
        "abandoned",
        {
            "stop_criteria": [{**STOP, "met_on": FRIDAY, "reacted_on": FRIDAY + timedelta(5)}],
            "incidents": [{"date": FRIDAY, "kind": "data", "level": "mild", "text": "A photo"}],
            "cycle": {"end_reason": "stop_criterion", "harm": {**HARMLESS, "answer": "yes"}},
        },
        Outcome.FAILED_UNSAFELY,
        FrameVerdict.UNSAFE,
    ),
    "AUT-04: three weeks without limits, no harm": (
        "abandoned",
        {
            "limits": [],
            "stop_criteria": [],
            "cycle": {
                "end_reason": "decided_early",
                "last_day": None,
                "frozen_at": END,
                "way_back": {"plan": None, "status": "done"},
            },
        },
        Outcome.FAILED_NO_NET,
        FrameVerdict.NO_NET,
    ),
    "BS-04: two weeks, then the room was rebuilt": (
        "abandoned",
        {"cycle": {"end_reason": "external", "result": "inconclusive"}},
        Outcome.INCONCLUSIVE,
        FrameVerdict.SAFE,
    ),
    "a hypothesis that held, a child mildly hurt, adopted": (
        "adopted",
        {"incidents": [{"date": END, "kind": "citizen", "level": "mild", "text": "A fall"}]},
        Outcome.ADOPTED,
        FrameVerdict.UNSAFE,
    ),
}


@pytest.mark.parametrize(("state", "change", "ended", "verdict"), CASES.values(), ids=CASES)
def test_the_cases_of_the_table_come_out_as_it_says(
    state: str, change: Fields, ended: Outcome, verdict: FrameVerdict
) -> None:
    one = experiment(state, change)
    assert (outcome(one), frame_verdict(one)) == (ended, verdict)


def test_a_first_cycle_stopped_by_its_criterion_is_a_lesson_not_a_failure() -> None:
    """LYS-01."""
    one = experiment(
        life=("plan", "start", "end", "adapt", "end", "adopt", "scale"),
        cycles=[{"end_reason": "stop_criterion", "result": "not_supported"}, {}],
        stop_criteria=[{**STOP, "met_on": FRIDAY, "reacted_on": FRIDAY}],
        limits=[{**LIMIT, "actual": 1}],
    )
    assert outcome(one) is Outcome.SCALED
    assert frame_verdict(one) is FrameVerdict.NO_NET, "the second cycle has no frame of its own"


def test_an_incident_after_the_adoption_turns_the_verdict() -> None:
    incident = {"date": SINCE, "kind": "citizen", "level": "severe", "text": "A fall"}
    assert frame_verdict(experiment("scaled", incidents=[incident])) is FrameVerdict.UNSAFE
