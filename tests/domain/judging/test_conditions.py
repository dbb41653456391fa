"""S1–S6, row by row of DOMAIN.md 7.1."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from explog.domain.judging.conditions import TITLES, conditions, worst
from explog.domain.naming.vocabulary import Met
from tests.builders import (
    END,
    LAST_DAY,
    LIMIT,
    START,
    STOP,
    Fields,
    experiment,
    ident,
)

if TYPE_CHECKING:
    from explog.domain.record.experiment import Experiment

MET, NOT_MET, UNKNOWN = Met.MET, Met.NOT_MET, Met.UNKNOWN
FRIDAY, MONDAY = date(2026, 10, 16), date(2026, 10, 19)


def answer(code: str, one: Experiment) -> Met:
    """What condition *code* says of *one*."""
    return next(item.met for item in conditions(one) if item.code == code)


@pytest.mark.parametrize("state", ["idea", "planned", "shelved"])
def test_nothing_is_judged_before_the_start(state: str) -> None:
    assert conditions(experiment(state)) == ()


def test_a_sound_life_meets_all_six_in_order_each_with_a_reason_in_words() -> None:
    judged = conditions(experiment("abandoned"))
    assert [(item.code, item.met) for item in judged] == [(code, MET) for code in TITLES]
    assert all(item.reason for item in judged)


S1: dict[str, tuple[Fields, Met]] = {
    "whole and locked on the day of the start": ({}, MET),
    "locked the day before": ({"cycle": {"frozen_at": START - timedelta(1)}}, MET),
    "locked the day after, within what the house allows": (
        {"cycle": {"frozen_at": START + timedelta(1)}},
        MET,
    ),
    "locked two days after": ({"cycle": {"frozen_at": START + timedelta(2)}}, NOT_MET),
    "never locked": ({"cycle": {"frozen_at": None}}, NOT_MET),
    "locked late, with a written plan from before": (
        {
            "cycle": {
                "frozen_at": END,
                "plan_reference": {"text": "Plan of the group", "dated": START - timedelta(3)},
            }
        },
        MET,
    ),
    "locked late, with a plan dated on the day of the start": (
        {"cycle": {"frozen_at": END, "plan_reference": {"text": "Plan", "dated": START}}},
        MET,
    ),
    "locked late, with a plan dated after the start": (
        {
            "cycle": {
                "frozen_at": END,
                "plan_reference": {"text": "Plan", "dated": START + timedelta(1)},
            }
        },
        NOT_MET,
    ),
    "locked in time, and a later plan referred to as well": (
        {"cycle": {"plan_reference": {"text": "Plan", "dated": START + timedelta(5)}}},
        MET,
    ),
    "no limit at all": ({"limits": []}, NOT_MET),
    "only limits of hours, money and data, which say nothing of who is touched": (
        {
            "limits": [
                {"kind": kind, "max": 1, "unit": kind, "actual": 0}
                for kind in ("hours", "money", "data")
            ]
        },
        NOT_MET,
    ),
    "an outage limit says who is touched": (
        {"limits": [{"kind": "outage", "max": 10, "unit": "minutes", "actual": 0}]},
        MET,
    ),
    "no last day": ({"cycle": {"last_day": None}}, NOT_MET),
    "no stop criterion": ({"stop_criteria": []}, NOT_MET),
    "no way back": ({"cycle": {"way_back": {"plan": None}}}, NOT_MET),
    "a limit made narrower": (
        {"tightenings": [{"limit": ident("limits 1"), "old": 2, "new": 1, "made_on": START}]},
        MET,
    ),
    "a limit written down again as it was": (
        {"tightenings": [{"limit": ident("limits 1"), "old": 1, "new": 1, "made_on": START}]},
        MET,
    ),
    "a limit made wider, as only an import can have it": (
        {"tightenings": [{"limit": ident("limits 1"), "old": 1, "new": 2, "made_on": START}]},
        NOT_MET,
    ),
}


@pytest.mark.parametrize(("change", "expected"), S1.values(), ids=S1)
def test_s1_the_frame_was_set_before_the_start(change: Fields, expected: Met) -> None:
    assert answer("S1", experiment("abandoned", change)) is expected


def late(made_on: date, old: date = END - timedelta(4)) -> Fields:
    """An extension from *old* to the last day, made on a day."""
    return {"old": old, "new": LAST_DAY, "reason": "Two weeks of holidays", "made_on": made_on}


S2: dict[str, tuple[Fields, Met]] = {
    "at the limit": ({}, MET),
    "below it": ({"limits": [{**LIMIT, "actual": 0}]}, MET),
    "one above it": ({"limits": [{**LIMIT, "actual": 2}]}, NOT_MET),
    "a fraction above it": ({"limits": [{**LIMIT, "actual": 1.01}]}, NOT_MET),
    "a maximum of nothing, kept": ({"limits": [{**LIMIT, "max": 0, "actual": 0}]}, MET),
    "a maximum of nothing, crossed": ({"limits": [{**LIMIT, "max": 0, "actual": 1}]}, NOT_MET),
    "an actual value is missing": ({"limits": [LIMIT]}, UNKNOWN),
    "one missing, one over: over counts": (
        {"limits": [LIMIT, {**LIMIT, "unit": "children", "actual": 9}]},
        NOT_MET,
    ),
    "ended on the last day": ({"cycle": {"ended_on": LAST_DAY}}, MET),
    "ended the day after": ({"cycle": {"ended_on": LAST_DAY + timedelta(1)}}, NOT_MET),
    "no last day to be late for": ({"cycle": {"last_day": None}}, MET),
    "ended late by the old day, extended in time": (
        {"extensions": [late(END - timedelta(4))]},
        MET,
    ),
    "extended a day too late: it counts as late": (
        {"extensions": [late(END - timedelta(3))]},
        NOT_MET,
    ),
    "extended too late, but ended before that mattered": (
        {"extensions": [late(LAST_DAY + timedelta(9), old=END)]},
        MET,
    ),
    "extended in time after an extension that came too late": (
        {
            "extensions": [
                {**late(END - timedelta(3)), "new": END},
                late(END, old=END),
            ]
        },
        NOT_MET,
    ),
}


@pytest.mark.parametrize(("change", "expected"), S2.values(), ids=S2)
def test_s2_inside_the_limits(change: Fields, expected: Met) -> None:
    assert answer("S2", experiment("abandoned", change)) is expected


S3: dict[str, tuple[Fields, Met]] = {
    "never met": ({}, MET),
    "same day, where the same day is asked": (
        {"reaction_time": 0, "met_on": FRIDAY, "reacted_on": FRIDAY},
        MET,
    ),
    "next day, where the same day is asked": (
        {"reaction_time": 0, "met_on": FRIDAY - timedelta(1), "reacted_on": FRIDAY},
        NOT_MET,
    ),
    "met on Friday, reacted on Monday: one working day": (
        {"reaction_time": 1, "met_on": FRIDAY, "reacted_on": MONDAY},
        MET,
    ),
    "met on Friday, reacted on Tuesday": (
        {"reaction_time": 1, "met_on": FRIDAY, "reacted_on": MONDAY + timedelta(1)},
        NOT_MET,
    ),
    "one working day is what nobody says otherwise": (
        {"met_on": FRIDAY, "reacted_on": MONDAY},
        MET,
    ),
    "and not two": ({"met_on": FRIDAY, "reacted_on": MONDAY + timedelta(1)}, NOT_MET),
    "met, no reaction recorded": ({"met_on": FRIDAY}, UNKNOWN),
    "ten minutes of ten": (
        {
            "reaction_time": 10,
            "unit": "minutes",
            "met_on": "2026-10-16T08:30",
            "reacted_on": "2026-10-16T08:40",
        },
        MET,
    ),
    "eleven minutes of ten": (
        {
            "reaction_time": 10,
            "unit": "minutes",
            "met_on": "2026-10-16T08:30",
            "reacted_on": "2026-10-16T08:41",
        },
        NOT_MET,
    ),
    "two hours of two, over midnight": (
        {
            "reaction_time": 2,
            "unit": "hours",
            "met_on": "2026-10-16T23:00",
            "reacted_on": "2026-10-17T01:00",
        },
        MET,
    ),
    "counted in minutes, but no time of day": (
        {"reaction_time": 10, "unit": "minutes", "met_on": FRIDAY, "reacted_on": FRIDAY},
        UNKNOWN,
    ),
    "a reaction before it was met is no reaction": (
        {"reaction_time": 1, "met_on": MONDAY, "reacted_on": FRIDAY - timedelta(1)},
        UNKNOWN,
    ),
}


@pytest.mark.parametrize(("change", "expected"), S3.values(), ids=S3)
def test_s3_stopped_in_time(change: Fields, expected: Met) -> None:
    assert answer("S3", experiment("abandoned", stop_criteria=[{**STOP, **change}])) is expected


def test_s3_one_late_reaction_outweighs_a_timely_and_a_missing_one() -> None:
    timely = {**STOP, "met_on": FRIDAY, "reacted_on": FRIDAY}
    late_one = {**STOP, "met_on": FRIDAY, "reacted_on": MONDAY + timedelta(7)}
    missing = {**STOP, "met_on": FRIDAY}
    for order in itertools.permutations([timely, late_one, missing]):
        assert answer("S3", experiment("abandoned", stop_criteria=[*order])) is NOT_MET


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_worst_of_several_answers_is_the_worst_whatever_their_order(size: int) -> None:
    badness = [MET, UNKNOWN, NOT_MET]
    for answers in itertools.product(badness, repeat=size):
        assert worst(answers) is max(answers, key=badness.index)


def test_nothing_to_judge_is_met() -> None:
    assert worst([]) is MET
