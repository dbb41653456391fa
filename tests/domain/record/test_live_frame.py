"""How a test that is going on stands to its frame today (DOMAIN.md 7.2)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from explog.domain.judging.conditions import conditions
from explog.domain.judging.verdicts import (
    live_frame,
)
from explog.domain.naming.vocabulary import LiveFrame, Met
from explog.domain.thresholds import Thresholds
from tests.builders import (
    END,
    LAST_DAY,
    LIMIT,
    START,
    STOP,
    Fields,
    experiment,
    ident,
    weekly,
)

FRIDAY = date(2026, 10, 16)

HOUSE = Thresholds()


def live(today: date, state: str = "running", change: Fields | None = None) -> LiveFrame | None:
    """The live frame on a day."""
    return live_frame(experiment(state, change), today, HOUSE)


@pytest.mark.parametrize("state", ["idea", "planned", "shelved", "adopted", "abandoned", "retired"])
def test_only_a_test_that_is_going_on_has_a_live_frame(state: str) -> None:
    assert live(START, state) is None


@pytest.mark.parametrize(
    ("before_the_last_day", "expected"),
    [
        (4, LiveFrame.INSIDE),
        (3, LiveFrame.CLOSE),
        (0, LiveFrame.CLOSE),
        (-1, LiveFrame.OUTSIDE),
    ],
)
@pytest.mark.parametrize("state", ["running", "paused"])
def test_three_days_before_the_last_day_it_is_close_and_the_day_after_it_is_outside(
    state: str, before_the_last_day: int, expected: LiveFrame
) -> None:
    assert live(LAST_DAY - timedelta(before_the_last_day), state) is expected


def test_an_extension_that_came_too_late_keeps_nobody_inside() -> None:
    extension = {"old": FRIDAY, "new": LAST_DAY, "reason": "Late", "made_on": FRIDAY + timedelta(1)}
    change = {"extensions": [extension]}
    assert live(FRIDAY + timedelta(1), change=change) is LiveFrame.OUTSIDE


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        ({"kind": "hours", "max": 10, "actual": 7.9}, LiveFrame.INSIDE),
        ({"kind": "hours", "max": 10, "actual": 8}, LiveFrame.CLOSE),
        ({"kind": "money", "max": 3, "actual": 2.4}, LiveFrame.CLOSE),
        ({"kind": "outage", "max": 10, "actual": 10}, LiveFrame.CLOSE),
        ({"kind": "outage", "max": 10, "actual": 10.5}, LiveFrame.OUTSIDE),
        ({"kind": "outage", "max": 0, "actual": 0}, LiveFrame.INSIDE),
        ({"kind": "hours", "max": 1, "actual": 0.9}, LiveFrame.CLOSE),
        ({"kind": "participants", "max": 10, "actual": 10}, LiveFrame.INSIDE),
        ({"kind": "places", "max": 1, "actual": 1}, LiveFrame.INSIDE),
        ({"kind": "places", "max": 1, "actual": 2}, LiveFrame.OUTSIDE),
        ({"kind": "hours", "max": 10}, LiveFrame.INSIDE),
    ],
)
def test_four_fifths_of_what_is_used_up_is_close(limit: Fields, expected: LiveFrame) -> None:
    assert live(START, change={"limits": [LIMIT, {"unit": "units", **limit}]}) is expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"stop_criteria": [{**STOP, "met_on": FRIDAY, "reacted_on": END}]}, LiveFrame.OUTSIDE),
        ({"stop_criteria": [{**STOP, "met_on": FRIDAY}]}, LiveFrame.INSIDE),
        (
            {"incidents": [{"date": START, "kind": "other", "level": "mild", "text": "A cut"}]},
            LiveFrame.OUTSIDE,
        ),
        (
            {"incidents": [{"date": START, "kind": "other", "level": "near_miss", "text": "Oh"}]},
            LiveFrame.INSIDE,
        ),
    ],
)
def test_a_late_reaction_or_harm_is_outside_at_once(change: Fields, expected: LiveFrame) -> None:
    assert live(START, change=change) is expected


def test_a_test_in_review_is_not_judged_by_the_calendar_any_more() -> None:
    assert live(LAST_DAY + timedelta(90), "in_review") is LiveFrame.INSIDE


def test_an_import_that_says_running_but_has_no_start_has_no_live_frame() -> None:
    assert live(START, change={"cycle": {"started_on": None}}) is None


BARE: Fields = {
    "limits": [],
    "stop_criteria": [],
    "cycle": {"last_day": None, "way_back": {"plan": None}, "frozen_at": None},
}


def test_a_test_without_a_whole_frame_is_never_inside_it() -> None:
    assert live(END, "in_review", BARE) is LiveFrame.NO_NET


def test_nothing_is_said_to_be_kept_that_was_never_agreed() -> None:
    reasons = {item.code: item for item in conditions(experiment("in_review", BARE))}
    assert [reasons[code].met for code in ("S2", "S3", "S4")] == [Met.MET] * 3
    assert [reasons[code].reason for code in ("S2", "S3", "S4")] == [
        "no limits were set that could be crossed",
        "there were no stop criteria",
        "not abandoned; no way back was agreed",
    ]


ASKING: Fields = {
    "measures": [{"name": "Missing items", "unit": "items", "direction": "down"}],
    "stop_criteria": [
        {
            "text": "Missing items over 9",
            "measure": ident("measures 1"),
            "comparator": ">",
            "number": 9,
        }
    ],
}


@pytest.mark.parametrize(
    ("seen", "met", "expected"),
    [
        ({}, Met.UNKNOWN, LiveFrame.CLOSE),
        ({"not_met": "A slip of the pen"}, Met.MET, LiveFrame.INSIDE),
    ],
)
def test_a_measurement_that_asks_keeps_the_frame_open_until_it_is_answered(
    seen: Fields, met: Met, expected: LiveFrame
) -> None:
    observation: Fields = {**weekly(START, 10)[0], **seen}
    one = experiment("running", ASKING, observations=[observation])
    asked = next(item for item in conditions(one) if item.code == "S3")
    assert asked.met is met
    assert ("a measurement asks" in asked.reason) is (met is Met.UNKNOWN)
    assert live_frame(one, START, HOUSE) is expected


def test_a_balancing_limit_that_is_crossed_is_mentioned_and_breaks_nothing() -> None:
    balancing: Fields = {
        "name": "Minutes",
        "unit": "min",
        "direction": "down",
        "role": "balancing",
        "limit": 20,
    }
    limits = [{**LIMIT, "actual": 1}]
    one = experiment("running", measures=[balancing], limits=limits, observations=weekly(START, 25))
    kept = next(item for item in conditions(one) if item.code == "S2")
    assert kept.met is Met.MET
    assert "A limit is crossed: Minutes" in kept.reason
    assert live_frame(one, START, HOUSE) is LiveFrame.CLOSE
