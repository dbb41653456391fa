"""S1–S6, row by row of DOMAIN.md 7.1."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from explog.domain.conditions import TITLES, conditions, worst
from explog.domain.vocabulary import Met
from tests.builders import (
    END,
    ENDED,
    FRAMED,
    HARMLESS,
    LAST_DAY,
    LESSON,
    LIMIT,
    START,
    STOP,
    Fields,
    experiment,
    ident,
)

if TYPE_CHECKING:
    from explog.domain.experiment import Experiment

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


S4: dict[str, tuple[Fields, Met]] = {
    "done, no bound": ({"status": "done", "done_on": END}, MET),
    "done within its time": ({"status": "done", "max_time": 1, "done_on": LAST_DAY}, MET),
    "done too late": (
        {"status": "done", "max_time": 1, "done_on": END + timedelta(5)},
        NOT_MET,
    ),
    "done, bounded, but nobody wrote when": ({"status": "done", "max_time": 1}, UNKNOWN),
    "failed": ({"status": "failed", "reason": "The old list was gone"}, NOT_MET),
    "not needed, with a reason": ({"status": "not_needed", "reason": "Nothing was changed"}, MET),
    "not needed, without a reason": ({"status": "not_needed"}, UNKNOWN),
    "never recorded": ({"status": "not_started"}, UNKNOWN),
}


@pytest.mark.parametrize(("change", "expected"), S4.values(), ids=S4)
def test_s4_the_way_back_was_taken(change: Fields, expected: Met) -> None:
    way_back = {"done_on": None, **change}
    assert answer("S4", experiment("abandoned", cycle={"way_back": way_back})) is expected


@pytest.mark.parametrize("state", ["running", "in_review", "adopted", "scaled", "retired"])
def test_s4_asks_for_the_way_back_only_where_it_was_abandoned(state: str) -> None:
    assert answer("S4", experiment(state)) is MET


def test_the_way_back_is_counted_from_the_reaction_that_ended_the_test() -> None:
    change = {
        "end_reason": "stop_criterion",
        "way_back": {"max_time": 1, "done_on": END},
    }
    stop = {**STOP, "met_on": FRIDAY, "reacted_on": FRIDAY}
    one = experiment("abandoned", cycle=change, stop_criteria=[stop])
    assert answer("S4", one) is NOT_MET


def test_the_way_back_is_counted_in_minutes_where_its_unit_says_so() -> None:
    change = {
        "end_reason": "stop_criterion",
        "way_back": {"max_time": 10, "unit": "minutes", "done_on": "2026-10-16T09:10"},
    }
    stop = {**STOP, "met_on": "2026-10-16T08:30", "reacted_on": "2026-10-16T08:30"}
    one = experiment("abandoned", cycle=change, stop_criteria=[stop])
    assert answer("S4", one) is NOT_MET


def test_a_reaction_after_which_the_test_went_on_does_not_start_the_way_back() -> None:
    """Seen: paused for a day, resumed, ended as planned; the way back counted as two weeks late."""
    stop = {**STOP, "met_on": FRIDAY, "reacted_on": FRIDAY}
    one = experiment(
        "abandoned",
        life=("plan", "start", "pause", "resume", "end", "abandon"),
        cycle={"way_back": {"max_time": 1, "done_on": END}},
        stop_criteria=[stop],
    )
    assert answer("S4", one) is MET


def test_a_pause_that_was_never_resumed_starts_the_way_back_whatever_ended_the_test() -> None:
    stop = {**STOP, "met_on": FRIDAY, "reacted_on": FRIDAY}
    one = experiment(
        "abandoned",
        life=("plan", "start", "pause", "end", "abandon"),
        cycle={"end_reason": "decided_early", "way_back": {"max_time": 1, "done_on": END}},
        stop_criteria=[stop],
    )
    assert answer("S4", one) is NOT_MET


S5: dict[str, tuple[Fields, Met]] = {
    "asked, no": ({}, MET),
    "asked, a near miss": ({"cycle": {"harm": {**HARMLESS, "answer": "near_miss"}}}, MET),
    "asked, yes, though no incident is listed": (
        {"cycle": {"harm": {**HARMLESS, "answer": "yes"}}},
        NOT_MET,
    ),
    "never asked: an empty list proves nothing": ({"cycle": {"harm": None}}, UNKNOWN),
}


@pytest.mark.parametrize(("change", "expected"), S5.values(), ids=S5)
def test_s5_no_harm(change: Fields, expected: Met) -> None:
    assert answer("S5", experiment("abandoned", change)) is expected


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("near_miss", MET),
        ("mild", NOT_MET),
        ("moderate", NOT_MET),
        ("severe", NOT_MET),
        ("fatal", NOT_MET),
    ],
)
def test_s5_every_incident_above_a_near_miss_is_harm(level: str, expected: Met) -> None:
    incident = {"date": END, "kind": "citizen", "level": level, "text": "A fall"}
    assert answer("S5", experiment("abandoned", incidents=[incident])) is expected


def test_s5_harm_long_after_the_end_counts_for_the_whole_life() -> None:
    incident = {"date": date(2027, 5, 1), "kind": "employee", "level": "mild", "text": "A cut"}
    assert answer("S5", experiment("adopted", incidents=[incident])) is NOT_MET


S6: dict[str, tuple[Fields, Met]] = {
    "a complete lesson": ({}, MET),
    "no lesson": ({"lessons": []}, UNKNOWN),
    **{
        f"a lesson without {name}": ({"lessons": [{**LESSON, name: None}]}, UNKNOWN)
        for name in ("we_observed", "therefore", "theme")
    },
    "one complete lesson among incomplete ones": (
        {"lessons": [{"we_learned": "Something"}, LESSON]},
        MET,
    ),
}


@pytest.mark.parametrize(("change", "expected"), S6.values(), ids=S6)
def test_s6_learned(change: Fields, expected: Met) -> None:
    assert answer("S6", experiment("abandoned", change)) is expected


def test_s6_is_open_again_when_the_decision_is_withdrawn() -> None:
    life = ("plan", "start", "end", "abandon", "reopen")
    assert answer("S6", experiment(life=life)) is UNKNOWN


TWO = ("plan", "start", "end", "adapt", "end", "abandon")
SECOND: Fields = {
    **FRAMED,
    "started_on": date(2026, 11, 9),
    "frozen_at": date(2026, 11, 9),
    **ENDED,
    "ended_on": date(2026, 11, 27),
    "last_day": date(2026, 11, 29),
    "way_back": {"plan": "The paper list", "status": "done", "done_on": date(2026, 11, 27)},
    "harm": HARMLESS,
    "result": "not_supported",
}


def two_cycles(first: Fields, second: Fields, **fields: object) -> Experiment:
    """Abandoned after two cycles, each with what is different about it."""
    both = {
        "limits": [{**LIMIT, "actual": 1}, {**LIMIT, "actual": 1, "cycle": ident("cycles 2")}],
        "stop_criteria": [STOP, {**STOP, "cycle": ident("cycles 2")}],
    }
    return experiment(
        change={**both, **fields, "life": TWO, "cycles": [first, {**SECOND, **second}]}
    )


def test_two_sound_cycles_meet_all_six() -> None:
    assert {item.met for item in conditions(two_cycles({}, {}))} == {MET}


WORST_CYCLE: dict[str, tuple[str, Fields, Met]] = {
    "S1, frame locked late": ("S1", {"frozen_at": date(2027, 1, 1)}, NOT_MET),
    "S2, ended late": ("S2", {"ended_on": date(2027, 1, 1)}, NOT_MET),
    "S5, harm": ("S5", {"harm": {**HARMLESS, "answer": "yes"}}, NOT_MET),
    "S5, never asked": ("S5", {"harm": None}, UNKNOWN),
}


@pytest.mark.parametrize(("code", "flaw", "expected"), WORST_CYCLE.values(), ids=WORST_CYCLE)
@pytest.mark.parametrize("in_first", [True, False])
def test_the_worst_cycle_counts(code: str, flaw: Fields, expected: Met, *, in_first: bool) -> None:
    one = two_cycles(flaw, {}) if in_first else two_cycles({}, flaw)
    assert answer(code, one) is expected


@pytest.mark.parametrize("cycle", [1, 2])
def test_a_limit_or_a_late_reaction_of_either_cycle_counts(cycle: int) -> None:
    owner = ident(f"cycles {cycle}")
    limits = [
        {**LIMIT, "cycle": ident(f"cycles {number}"), "actual": 1 + (number == cycle)}
        for number in (1, 2)
    ]
    assert answer("S2", two_cycles({}, {}, limits=limits)) is NOT_MET
    late_one = {**STOP, "cycle": owner, "met_on": FRIDAY, "reacted_on": END}
    other = {**STOP, "cycle": ident(f"cycles {3 - cycle}")}
    assert answer("S3", two_cycles({}, {}, stop_criteria=[other, late_one])) is NOT_MET


def test_the_way_back_is_asked_of_the_last_cycle_only() -> None:
    one = two_cycles({"way_back": {"status": "not_started", "done_on": None}}, {})
    assert answer("S4", one) is MET


def test_a_cycle_that_has_not_begun_is_not_judged() -> None:
    one = experiment("running", cycles=[{}, {"no": 2, "started_on": None, "last_day": None}])
    assert answer("S1", one) is MET


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_worst_of_several_answers_is_the_worst_whatever_their_order(size: int) -> None:
    badness = [MET, UNKNOWN, NOT_MET]
    for answers in itertools.product(badness, repeat=size):
        assert worst(answers) is max(answers, key=badness.index)


def test_nothing_to_judge_is_met() -> None:
    assert worst([]) is MET
