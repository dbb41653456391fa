"""S4–S6: the way back, harm and what was learned (DOMAIN.md 7.1)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.builders import (
    END,
    HARMLESS,
    LAST_DAY,
    LESSON,
    STOP,
    Fields,
    experiment,
)
from tests.domain.judging.test_conditions import FRIDAY, MET, NOT_MET, UNKNOWN, answer

if TYPE_CHECKING:
    from explog.domain.naming.vocabulary import Met

S4: dict[str, tuple[Fields, Met]] = {
    "done, no bound": ({"status": "done", "done_on": END}, MET),
    "done within its time": ({"status": "done", "max_time": 1, "done_on": LAST_DAY}, MET),
    "done on the last working day it may take": (
        {"status": "done", "max_time": 1, "done_on": date(2026, 11, 2)},
        MET,
    ),
    "done the day after that": (
        {"status": "done", "max_time": 1, "done_on": date(2026, 11, 3)},
        NOT_MET,
    ),
    "done on the day it ended, counted in minutes": (
        {"status": "done", "max_time": 10, "unit": "minutes", "done_on": END},
        MET,
    ),
    "done the day after it ended, counted in minutes": (
        {"status": "done", "max_time": 10, "unit": "minutes", "done_on": END + timedelta(1)},
        NOT_MET,
    ),
    "done the day after it ended, within 24 hours": (
        {"status": "done", "max_time": 24, "unit": "hours", "done_on": END + timedelta(1)},
        MET,
    ),
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
