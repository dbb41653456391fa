"""The guards of the decisions, T7–T9: the study, harm, the way back and the next frame."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.builders import (
    CHECKED,
    END,
    HARMLESS,
    LESSON,
    LIMIT,
    OPERATION,
    SINCE,
    START,
    STOP,
    Fields,
    experiment,
    ident,
)
from tests.domain.acts.test_guards import codes

TODAY = SINCE + timedelta(90)

FRIDAY = date(2026, 10, 16)


REVIEWED = experiment("in_review")
STUDY = ["result", "harm", "lesson"]
UNSTUDIED: Fields = {"lessons": [], "cycle": {"result": None, "harm": None}}


def decided(act: str, change: Fields | None = None, given: str = "reason") -> list[str]:
    """What is missing for a decision after a test in review."""
    states = {"adopt": "adopted", "abandon": "abandoned"}
    return codes(act, experiment(states[act], change), REVIEWED, given)


def test_t8_adopting_asks_for_the_study_and_daily_operation_all_at_once() -> None:
    operation = ["operation_since", "operation_owner", "ordinary_budget", "core"]
    found = decided("adopt", {**UNSTUDIED, "operation": {}}, given="")
    assert found == ["reason", *STUDY, *operation]


def test_t8_nothing_else_blocks_the_adoption() -> None:
    reason = {"result_reason": "The team saw it", "result": "supported"}
    assert decided("adopt", {"cycle": reason}) == []


def test_t8_no_ordinary_budget_is_an_answer() -> None:
    change = {
        "operation": {**OPERATION, "ordinary_budget": False},
        "cycle": {"result": "inconclusive"},
    }
    assert decided("adopt", change) == []


@pytest.mark.parametrize(
    "change",
    [
        {"cycle": {"result": "not_supported", "result_reason": "Seen otherwise"}},
        {"cycle": {"result": "inconclusive"}, "limits": [{**LIMIT, "actual": 2}]},
    ],
)
def test_t8_in_spite_of_the_result_or_the_frame_only_with_a_reason(change: Fields) -> None:
    assert decided("adopt", change) == ["override_reason"]
    cycle = {**change["cycle"], "override_reason": "Everybody wants it"}  # type: ignore[dict-item]
    assert decided("adopt", {**change, "cycle": cycle}) == []


def test_t9_abandoning_asks_for_the_study_and_the_way_back_all_at_once() -> None:
    cycle = {"result": None, "harm": None, "way_back": {"status": "not_started", "done_on": None}}
    found = decided("abandon", {"lessons": [], "cycle": cycle}, given="")
    assert found == ["reason", *STUDY, "way_back_status"]


def test_t9_nothing_else_blocks_giving_up() -> None:
    assert decided("abandon", {"cycle": {"result": "inconclusive"}}) == []


@pytest.mark.parametrize(
    ("way_back", "expected"),
    [
        ({"status": "done", "done_on": END}, []),
        ({"status": "done", "done_on": None}, ["way_back_done_on"]),
        ({"status": "not_needed", "reason": None}, ["way_back_reason"]),
        ({"status": "not_needed", "reason": "Nothing was changed"}, []),
        ({"status": "failed", "reason": None}, ["way_back_reason"]),
        ({"status": "failed", "reason": "The list was gone"}, []),
        ({"status": "not_started"}, ["way_back_status"]),
        ({"status": "done", "done_on": END, "max_time": 10, "unit": "minutes"}, []),
    ],
)
def test_t9_the_way_back_is_told_whole(way_back: Fields, expected: list[str]) -> None:
    cycle = {"result": "inconclusive", "way_back": {"done_on": None, **way_back}}
    assert decided("abandon", {"cycle": cycle}) == expected


def test_t9_asks_for_the_time_of_day_where_the_way_back_counts_in_minutes() -> None:
    """Seen: the verdict stayed pending for good after everything that was asked was answered."""
    stop = {**STOP, "met_on": "2026-10-30T08:00", "reacted_on": "2026-10-30T08:05"}
    way_back = {"status": "done", "done_on": END, "max_time": 10, "unit": "minutes"}
    cycle = {"end_reason": "stop_criterion", "way_back": way_back}
    before = experiment("in_review", stop_criteria=[stop], cycle={"end_reason": "stop_criterion"})
    after = experiment("abandoned", stop_criteria=[stop], cycle=cycle)
    assert codes("abandon", after, before, "reason") == ["way_back_done_on"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"limits": [LIMIT]}, f"actual/{ident('limits 1')}"),
        ({"stop_criteria": [{**STOP, "met_on": FRIDAY}]}, f"reacted/{ident('stop_criteria 1')}"),
        ({"lessons": [{**LESSON, "theme": None}]}, "lesson"),
        ({"lessons": [{**LESSON, "therefore": None}]}, "lesson"),
    ],
)
def test_a_decision_asks_for_what_was_left_open_so_that_no_verdict_stays_pending(
    change: Fields, code: str
) -> None:
    assert decided("abandon", {"cycle": {"result": "inconclusive"}, **change}) == [code]
    assert decided("adopt", {"cycle": {"result": "inconclusive"}, **change}) == [code]


def test_a_result_that_differs_from_the_suggestion_needs_a_reason() -> None:
    assert decided("abandon", {"cycle": {"result": "not_supported"}}) == ["result_reason"]
    told = {"result": "not_supported", "result_reason": "We saw it"}
    assert decided("abandon", {"cycle": told}) == []


@pytest.mark.parametrize(
    ("incidents", "expected"),
    [
        ([], ["incident"]),
        ([{"date": END, "kind": "citizen", "level": "near_miss", "text": "Oh"}], ["incident"]),
        ([{"date": END, "kind": "citizen", "level": "mild", "text": "A fall"}], []),
        ([{"date": START, "kind": "citizen", "level": "mild", "text": "At once"}], []),
        (
            [{"date": START - timedelta(1), "kind": "citizen", "level": "mild", "text": "Before"}],
            ["incident"],
        ),
    ],
)
def test_harm_needs_its_incident(incidents: list[Fields], expected: list[str]) -> None:
    cycle = {"result": "inconclusive", "harm": {**HARMLESS, "answer": "yes"}}
    assert decided("abandon", {"cycle": cycle, "incidents": incidents}) == expected


def test_an_answer_to_harm_that_nobody_gives_asks_for_the_function() -> None:
    cycle = {"result": "inconclusive", "harm": None}
    assert decided("abandon", {"cycle": cycle}, "reason harm") == ["harm_role"]


BADGE: Fields = {"novelty": "first", "prior_knowledge": "Nothing", "size_reason": "One crew"}


def test_a_failure_is_called_intelligent_only_where_it_is_one() -> None:
    cycle = {"result": "partly_supported", "result_reason": "x", "failure_type": "intelligent"}
    given = "reason failure_type"
    assert decided("abandon", {"cycle": cycle, **BADGE}, given) == []
    assert decided("abandon", {"cycle": cycle}, given) == ["failure_type"]
    assert decided("abandon", {"cycle": {**cycle, "failure_type": "basic"}}, given) == []
    assert decided("abandon", {"cycle": cycle}, "reason") == [], "said long ago, it blocks nothing"


def adapted(change: Fields, second: Fields, given: str = "") -> list[str]:
    """What is missing for adapt: *change* of the cycle that closes, and the *second* cycle."""
    own: Fields = {"cycle": ident("cycles 2")}
    frame = {
        "limits": [{**LIMIT, "actual": 1}, {**LIMIT, **own}],
        "stop_criteria": [STOP, {**STOP, **own}],
    }
    running: Fields = {"ended_on": None, "end_reason": None, "harm": None, "result": None}
    after = experiment(
        change={
            **frame,
            "life": ("plan", "start", "end", "adapt"),
            "cycles": [
                {"result": "inconclusive", "change": "A lamp", **change},
                {**running, **second},
            ],
        }
    )
    return codes("adapt", after, REVIEWED, given)


def test_t7_nothing_else_blocks_the_next_cycle() -> None:
    assert adapted({}, {"prediction": "Fewer"}) == []
    assert adapted({}, {"prediction_number": 0}) == []


def test_t7_adapting_asks_for_the_study_the_change_a_prediction_and_a_whole_new_frame() -> None:
    blank = {
        "last_day": None,
        "way_back": {"plan": None},
        "frame_check": dict.fromkeys(CHECKED, None),
    }
    found = adapted({"result": None, "harm": None, "change": None}, blank)
    frame = ["frame_last_day", "frame_way_back", "frame_check"]
    assert found == ["result", "harm", "change", "prediction", *frame]


@pytest.mark.parametrize(("learning", "expected"), [("It was dark", []), (None, ["lesson"])])
def test_t7_what_the_cycle_taught_stands_in_for_a_lesson(
    learning: str | None, expected: list[str]
) -> None:
    own: Fields = {"cycle": ident("cycles 2")}
    after = experiment(
        life=("plan", "start", "end", "adapt"),
        cycles=[
            {"result": "inconclusive", "change": "A lamp", "learning": learning},
            {"prediction": "Fewer"},
        ],
        limits=[{**LIMIT, "actual": 1}, {**LIMIT, **own}],
        stop_criteria=[STOP, {**STOP, **own}],
        lessons=[],
    )
    assert codes("adapt", after, REVIEWED) == expected
